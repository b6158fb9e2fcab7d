import { extname, resolve } from 'node:path';
import { type Bilingual, SEVERITIES, type Severity } from '../model/index.ts';
import type { Reading } from '../validation/index.ts';
import { assertApart } from './overwriting.ts';
import { mediaTypeByName, STANDARD_INPUT } from './rdf-files.ts';
import { assertBase, wrongOption } from './wrong-option.ts';

export const VALIDATION_FORMATS = ['text', 'turtle', 'jsonld', 'json', 'junit', 'html'] as const;
export type ValidationFormat = (typeof VALIDATION_FORMATS)[number];

export const FAIL_ON: readonly Severity[] = SEVERITIES;
export const READINGS: readonly Reading[] = ['house', 'letter'];

/** Options of `cimaise validate` as they were typed. */
export interface ValidateFlags {
  readonly shapes: readonly string[];
  readonly ontology?: readonly string[];
  readonly dataFormat?: string;
  readonly format?: ValidationFormat;
  readonly base?: string;
  readonly limit?: string;
  readonly failOn: Severity;
  readonly reading: Reading;
  readonly output?: string;
}

/** Options of `cimaise validate`, understood. */
export interface ValidateOptions {
  readonly data: readonly string[];
  readonly shapes: readonly string[];
  readonly ontologies: readonly string[];
  /** Media type of standard input and of data whose extension tells none. */
  readonly dataFormat: string | undefined;
  readonly format: ValidationFormat;
  /** What relative IRIs of all files are resolved against. Undefined: each file's own address. */
  readonly base: string | undefined;
  /** Undefined: every result. */
  readonly limit: number | undefined;
  readonly failOn: Severity;
  readonly reading: Reading;
  /** Undefined: standard output. */
  readonly output: string | undefined;
}

/** Extension of the report's file → its form. */
const BY_EXTENSION: Readonly<Record<string, ValidationFormat>> = {
  '.ttl': 'turtle',
  '.jsonld': 'jsonld',
  '.json': 'json',
  '.xml': 'junit',
  '.html': 'html',
};

/**
 * Forms that write every result, and how many they write unless told otherwise: half a million of them fill the memory
 * of a machine, and nobody's day.
 */
const LIMITS: Readonly<Partial<Record<ValidationFormat, number>>> = { turtle: 10_000, jsonld: 10_000 };

/** @throws Fault naming the option, its value and what to write instead */
export function parseValidateFlags(data: readonly string[], flags: ValidateFlags): ValidateOptions {
  const { shapes, ontology: ontologies = [], format, base, limit, failOn, reading } = flags;
  assertBase(base);
  const output = flags.output === '-' ? undefined : flags.output;
  const inputs = [...data, ...shapes, ...ontologies].filter((path) => path !== STANDARD_INPUT);
  assertApart(
    [{ option: '--output', path: output }],
    inputs.map((path) => ({ path: resolve(path), what: INPUT })),
  );
  const form = format ?? BY_EXTENSION[extname(output ?? '').toLowerCase()] ?? 'text';
  return {
    data,
    shapes,
    ontologies,
    dataFormat: flags.dataFormat === undefined ? undefined : parseDataFormat(flags.dataFormat),
    format: form,
    base,
    limit: limit === undefined ? LIMITS[form] : parseLimit(limit),
    failOn,
    reading,
    output,
  };
}

function parseLimit(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw wrongOption('--limit', text, NOT_A_NUMBER);
  return Number(text);
}

function parseDataFormat(name: string): string {
  const mediaType = mediaTypeByName(name);
  if (mediaType === undefined) throw wrongOption('--data-format', name, NO_SYNTAX);
  return mediaType;
}

const INPUT: Bilingual = { fr: 'lu par cette même commande', en: 'read by this very command' };
const NOT_A_NUMBER: Bilingual = {
  fr: 'Donnez un nombre de résultats, par exemple 100.',
  en: 'Give a number of results, 100 for example.',
};
const NO_SYNTAX: Bilingual = {
  fr: 'Donnez ttl, nt, nq, trig, jsonld ou rdf, ou un type de média comme text/turtle.',
  en: 'Give ttl, nt, nq, trig, jsonld or rdf, or a media type such as text/turtle.',
};
