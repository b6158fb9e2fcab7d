import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SHARED } from '../shared.ts';

/** A module of RML with a suite of its own (https://kg-construct.github.io/rml-resources/portal/). */
export type RmlModule = 'core' | 'io' | 'fnml' | 'lv' | 'cc';

/** One folder of a suite. */
export interface RmlCase {
  readonly name: string;
  readonly title: string;
  /** Absolute path of the folder. */
  readonly folder: string;
  /** Mapping and sources, by name. */
  readonly inputs: readonly string[];
  /** What the default output must hold; undefined where an error is expected. */
  readonly output: string | undefined;
  /** Target files that must be written, by name. */
  readonly targets: readonly string[];
  /** Whether the suite's own table says that an error is expected. */
  readonly flaggedAsError: boolean;
  readonly base: string;
}

const OUTPUTS = ['output.nq', 'default.nq'];

/** The suites of `rml-cc` name no base; their expected outputs have this one. */
const BASE_OF_MODULE: Readonly<Record<RmlModule, string>> = {
  core: 'http://example.com/',
  io: 'http://example.com/',
  fnml: 'http://example.com/',
  lv: 'http://example.com/',
  cc: 'http://example.com/base/',
};

export const suiteFolder = (module: RmlModule): string => `suites/rml-${module}/test-cases`;

/** Every case of a suite's table, in the order of their names; none where the suite is not there. */
export function rmlCases(module: RmlModule): readonly RmlCase[] {
  const suite = join(SHARED, suiteFolder(module));
  if (!existsSync(suite)) return [];
  const [header = [], ...rows] = readTable(readFileSync(join(suite, 'metadata.csv'), 'utf8'));
  return rows.map((row) => caseOf(module, suite, header, row)).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Folders of a suite that its table does not name. */
export function unlistedCases(module: RmlModule): readonly string[] {
  const suite = join(SHARED, suiteFolder(module));
  if (!existsSync(suite)) return [];
  const listed = new Set(rmlCases(module).map(({ name }) => name));
  const folders = readdirSync(suite, { withFileTypes: true }).filter((one) => one.isDirectory());
  return folders.map(({ name }) => name).filter((name) => !listed.has(name));
}

function caseOf(
  module: RmlModule,
  suite: string,
  header: readonly string[],
  row: readonly string[],
): RmlCase {
  const name = row[0] ?? '';
  const folder = join(suite, name);
  const files = readdirSync(folder);
  const targets = files.filter((file) => /^dump\d/.test(file));
  return {
    name,
    // Titles of one suite carry quotation marks of their own.
    title: (row[header.indexOf('title')] ?? '').replace(/^"+|"+$/g, ''),
    folder,
    inputs: files.filter((file) => ![...OUTPUTS, ...targets, 'README.md'].includes(file)),
    output: OUTPUTS.find((file) => files.includes(file)),
    targets,
    // The last cell: a description with commas moves the columns between.
    flaggedAsError: row.at(-1)?.trim() === 'true',
    base: row[header.indexOf('base_iri')] ?? BASE_OF_MODULE[module],
  };
}

/** RFC 4180: cells may be quoted, and then hold commas, line breaks and doubled quotation marks. */
function readTable(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end !== ',') rows.push([]);
  }
  return rows.filter((row) => row.some((cell) => cell !== ''));
}
