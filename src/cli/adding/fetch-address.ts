import { givenHarvest } from '../../declarations/index.ts';
import { type FirstFailure, fetchSource, isCircumstance } from '../../harvest/index.ts';
import { Fault, type HarvestHeader, secretReference } from '../../model/index.ts';
import { type CommandContext, FAULT, REFUSED } from '../context.ts';
import { flashWaiting } from '../harvest-lines.ts';
import { fetcherOf } from '../harvest-project.ts';
import { size } from '../releases/words.ts';
import { besideOutput, figure, type Terminal } from '../terminal.ts';
import type { BroughtSource } from './bring-source.ts';

/** An address as it is given to `add`. */
export interface AddressRequest {
  readonly url: string;
  /** `Name: value` each. */
  readonly headers: readonly string[];
  /** Where the file is put. */
  readonly folder: string;
  readonly signal: AbortSignal;
}

/** Fetches what an address gives, and tells what came of it. @throws Fault for what may not stand in a declaration */
export async function fetchAddress(
  context: CommandContext,
  { url: given, headers, folder, signal }: AddressRequest,
): Promise<BroughtSource | FirstFailure> {
  const { terminal, streams } = context;
  // Spaces, as browsers show them, are written as addresses have them.
  const url = URL.canParse(given) ? new URL(given).href : given;
  const declared = headersOf(url, headers);
  // What is written over belongs to people alone: standard output may go to a file.
  const screen = besideOutput(streams, terminal);
  const outcome = await fetchSource({
    ...fetcherOf(context),
    url,
    folder,
    signal,
    headers: declared,
    tell: flashing(url, screen),
    waiting: (event) => flashWaiting(event, screen),
  }).finally(() => screen.flash(''));
  if (outcome.kind === 'failed') return outcome;
  const { path, name, bytes, from, harvest, records, notes, state } = outcome;
  terminal.tell({
    fr: `${size(bytes, 'fr')} reçus de ${from}`,
    en: `${size(bytes, 'en')} received from ${from}`,
  });
  for (const note of notes) terminal.tell(note);
  const fetched = { from, harvest, state, ...(records !== undefined && { records }) };
  return { kind: 'brought', path, shown: name, name, fetched };
}

/** Told at most so often. */
const PAUSE = 100;

function flashing(url: string, { language, flash }: Terminal): (done: number, total?: number) => void {
  const { host } = new URL(url);
  let last = 0;
  return (done, total) => {
    if (performance.now() - last < PAUSE) return;
    last = performance.now();
    const all = total === undefined ? '' : ` / ${figure(total, language)}`;
    flash(
      {
        fr: `${host} : ${figure(done, 'fr')}${all} reçus`,
        en: `${host}: ${figure(done, 'en')}${all} received`,
      }[language],
    );
  };
}

/** The headers, under the rules of declarations: they will stand in one. */
function headersOf(url: string, given: readonly string[]): readonly HarvestHeader[] {
  const pairs = given.map((header) => {
    const [, name, value] = /^([^:\s]+)\s*:\s*(.+?)\s*$/.exec(header) ?? [];
    if (name === undefined || value === undefined) throw noHeader(header);
    return [name, value] as const;
  });
  const { harvest, complaints } = givenHarvest({ url, headers: pairs });
  const [first] = complaints;
  if (first) throw new Fault(first.found, URL.canParse(url) ? BY_HEADER : first.remedy);
  return harvest?.headers ?? [];
}

const example = (variable: string): string => `--header 'Authorization: ${secretReference(variable)}'`;

const BY_HEADER = {
  fr: `Un secret se met dans l’environnement (CIMAISE_SECRET_PORTAIL=…) et se nomme ainsi : ${example('CIMAISE_SECRET_PORTAIL')}.`,
  en: `A secret goes into the environment (CIMAISE_SECRET_PORTAL=…) and is named so: ${example('CIMAISE_SECRET_PORTAL')}.`,
};

const noHeader = (given: string): Fault =>
  new Fault(
    { fr: `« ${given} » n’est pas un en-tête.`, en: `“${given}” is no header.` },
    {
      fr: `Écrivez son nom, deux points et sa valeur : ${example('CIMAISE_SECRET_PORTAIL')}.`,
      en: `Write its name, a colon and its value: ${example('CIMAISE_SECRET_PORTAL')}.`,
    },
  );

/** Why nothing is added, and the exit code: 2 where another attempt may end otherwise. */
export function tellFailure({ code, reason, remedy }: FirstFailure, { language, error }: Terminal): number {
  error(`${reason[language]} ${remedy[language]}`);
  return isCircumstance(code) ? FAULT : REFUSED;
}
