import type { Bilingual } from '../model/index.ts';
import { DEFAULT_SAMPLE, type ProofOptions } from '../proof/index.ts';
import { isIri } from '../rdf/index.ts';
import { wrongOption } from './wrong-option.ts';

/** As commander reads them. */
export interface VerifyFlags {
  readonly base?: string;
  readonly sample?: string;
  readonly seed?: string;
  readonly timeout?: string;
  readonly megabytes?: string;
  readonly json?: boolean;
  readonly html?: string;
}

/** What a proof is to be, and where it goes. */
export type VerifyOptions = Pick<ProofOptions, 'address' | 'base' | 'sample' | 'seed' | 'bounds'> & {
  readonly json: boolean;
  /** File to write a page to. */
  readonly html: string | undefined;
};

const MEGABYTE = 1 << 20;

/** @throws Fault naming the option, its value and what to write instead */
export function parseVerifyFlags(address: string, flags: VerifyFlags): VerifyOptions {
  const { base, sample, seed, timeout, megabytes, json = false, html } = flags;
  if (seed !== undefined && !/^[\w-]{1,64}$/.test(seed)) throw wrongOption('--seed', seed, NO_SEED);
  return {
    address: parseAddress('<address>', address),
    ...(base !== undefined && { base: parseAddress('--base', base) }),
    sample: parseWhole('--sample', sample, { least: 0, most: 1000 }) ?? DEFAULT_SAMPLE,
    ...(seed !== undefined && { seed }),
    bounds: boundsOf(
      parseWhole('--timeout', timeout, { least: 1, most: 3600 }),
      parseWhole('--megabytes', megabytes, { least: 1, most: 1_000_000 }),
    ),
    json,
    html,
  };
}

const boundsOf = (seconds: number | undefined, megabytes: number | undefined) => ({
  ...(seconds !== undefined && { milliseconds: seconds * 1000 }),
  ...(megabytes !== undefined && { dumpBytes: megabytes * MEGABYTE }),
});

/** An http(s) address without query and fragment; a slash is added at its end. */
function parseAddress(option: string, text: string): string {
  const isAddress = /^https?:\/\/[^/?#@]+(\/[^?#]*)?$/.test(text) && URL.canParse(text) && isIri(text);
  if (!isAddress) throw wrongOption(option, text, NO_ADDRESS);
  return text.endsWith('/') ? text : `${text}/`;
}

function parseWhole(
  option: string,
  text: string | undefined,
  { least, most }: { readonly least: number; readonly most: number },
): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (/^\d{1,9}$/.test(text) && value >= least && value <= most) return value;
  throw wrongOption(option, text, {
    fr: `Donnez un nombre entier de ${least} à ${most}.`,
    en: `Give a whole number from ${least} to ${most}.`,
  });
}

const NO_ADDRESS: Bilingual = {
  fr: 'Donnez une adresse http ou https, par exemple https://data.exemple.fr/.',
  en: 'Give an http or https address, https://data.example.org/ for example.',
};

const NO_SEED: Bilingual = {
  fr: 'Donnez des lettres et des chiffres, comme la graine qu’une preuve a dite.',
  en: 'Give letters and figures, such as the seed that a proof told.',
};
