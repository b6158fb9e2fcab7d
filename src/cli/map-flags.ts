import { extname } from 'node:path';
import type { FaultLimit, Policy } from '../mapping/index.ts';
import { type Bilingual, MAPPING_POLICIES } from '../model/index.ts';
import { assertApart, type Output } from './overwriting.ts';
import { assertBase, wrongOption } from './wrong-option.ts';

/** Options of `cimaise map` as they were typed. */
export interface MapFlags {
  readonly base?: string;
  readonly output?: string;
  readonly format?: string;
  readonly policy: Policy;
  readonly maxFaults?: string;
  readonly origins?: string;
  readonly report?: string;
  readonly reportFormat?: string;
}

export const MAP_FORMATS = ['nq', 'nt', 'ttl', 'trig', 'jsonld'] as const;
export type MapFormat = (typeof MAP_FORMATS)[number];

export const REPORT_FORMATS = ['text', 'json', 'ttl'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export const POLICIES: readonly Policy[] = MAPPING_POLICIES;

/** Options of `cimaise map`, understood. */
export interface MapOptions {
  readonly base: string | undefined;
  /** Undefined: standard output. */
  readonly output: string | undefined;
  readonly format: MapFormat;
  readonly policy: Policy;
  readonly maxFaults: FaultLimit | undefined;
  /** Where to write where subjects come from. */
  readonly origins: string | undefined;
  readonly report: { readonly path: string; readonly format: ReportFormat } | undefined;
}

/** @throws Fault naming the option, its value and what to write instead */
export function parseMapFlags(flags: MapFlags): MapOptions {
  const { base, policy, report, maxFaults, origins } = flags;
  assertBase(base);
  const output = flags.output === '-' ? undefined : flags.output;
  if (report === '-' && output === undefined) throw wrongOption('--report', report, SAME_PLACE);
  if (origins === '-') throw wrongOption('--origins', origins, OWN_FILE);
  assertApart(writtenByOptions({ output, report, origins }), []);
  return {
    base,
    output,
    format: among(flags.format ?? extensionOf(output), MAP_FORMATS) ?? 'nq',
    policy,
    maxFaults: maxFaults === undefined ? undefined : parseLimit(maxFaults),
    origins,
    report:
      report === undefined
        ? undefined
        : {
            path: report,
            format: among(flags.reportFormat ?? extensionOf(report), REPORT_FORMATS) ?? 'text',
          },
  };
}

/** `100`, `2%`, and as French has it, `2,5 %`. */
function parseLimit(text: string): FaultLimit {
  const [, number, percent] = /^\s*(\d+(?:[.,]\d+)?)\s*(%?)\s*$/.exec(text) ?? [];
  const value = Number(number?.replace(',', '.'));
  const isPercent = percent === '%';
  if (number === undefined || (isPercent ? value > 100 : !Number.isSafeInteger(value)))
    throw wrongOption('--max-faults', text, NOT_A_LIMIT);
  return { value, unit: isPercent ? 'percent' : 'faults' };
}

/** The files that options ask to write. */
export const writtenByOptions = ({
  output,
  report,
  origins,
}: {
  readonly [name in 'output' | 'report' | 'origins']: string | undefined;
}): readonly Output[] => [
  { option: '--output', path: output },
  { option: '--report', path: report },
  { option: '--origins', path: origins },
];

const extensionOf = (path: string | undefined): string | undefined =>
  path === undefined ? undefined : extname(path).slice(1).toLowerCase();

const among = <T extends string>(text: string | undefined, known: readonly T[]): T | undefined =>
  known.find((one) => one === text);

const SAME_PLACE: Bilingual = {
  fr: 'C’est là que va le résultat : donnez un autre fichier.',
  en: 'This is where the result goes: give another file.',
};
const OWN_FILE: Bilingual = {
  fr: 'Donnez un fichier à part, par exemple origines.tsv.gz.',
  en: 'Give a file of its own, origins.tsv.gz for example.',
};
const NOT_A_LIMIT: Bilingual = {
  fr: 'Donnez un nombre (100) ou un pourcentage des enregistrements (2%).',
  en: 'Give a number (100) or a percentage of the records (2%).',
};
