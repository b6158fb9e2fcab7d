import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parseMapping } from '../../src/mapping/index.ts';
import { profileSource } from '../../src/profiling/index.ts';
import { SHARED } from '../shared.ts';

/** A real file, and what somebody who looked at it says that must be found. */
export interface Gold {
  readonly file: string;
  readonly slug: string;
  /** Columns of the identifier; none where the file has none. */
  readonly identifier: readonly string[];
  /** One thing: a statement that finds it, and where it is (latitude, longitude). */
  readonly place?: {
    readonly identifier?: string;
    readonly name?: string;
    readonly at: readonly [number, number];
  };
  /** Columns with several values in a cell, as they are called in the file. */
  readonly separated: readonly string[];
  /** Columns whose cells look separated and are not. */
  readonly whole: readonly string[];
}

export const realFile = (name: string): string => join(SHARED, 'data', 'real', name);

/** What was written for a file. */
export interface Drafted {
  readonly mapping: string;
  readonly dataset: string;
}

export const draftedIn = (project: string, slug: string): Drafted => ({
  mapping: readFileSync(join(project, 'data', slug, 'mapping.yml'), 'utf8'),
  dataset: readFileSync(join(project, 'data', slug, 'dataset.yml'), 'utf8'),
});

/** The statements of a mapping, without its comments. */
export const saidBy = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !line.trim().startsWith('#'))
    .join('\n');

/** How a mapping calls a column: by its header, or by the name that it lists the header under. */
function keyOf(column: string, said: string): string {
  const parsed = parseMapping(said, 'mapping.yml', 'http://localhost:3000/');
  if (parsed.kind === 'refused') throw new Error('The drafted mapping is refused.');
  return parsed.mapping.columns.find(({ aliases }) => aliases.includes(column))?.name ?? column;
}

const isRead = (said: string, column: string): boolean =>
  said.includes(`$(${keyOf(column, said).replace(/^\$\./, '')})`);

export const isSeparated = (said: string, column: string): boolean =>
  said.includes(`cim:split($(${keyOf(column, said)}),`);

interface Fault {
  readonly count: number;
}

/** Cells that something is said of, among those that are filled: columns that are read, less the values that give nothing. */
export async function shareMapped(project: string, releases: string, { slug, file }: Gold): Promise<number> {
  const profiled = await profileSource({ path: realFile(file), shown: file });
  // What GeoJSON says of itself, the same in every record, is nobody’s data.
  const columns = profiled.columns.filter(({ name }) => !/^\$\.(?:geometry\.)?type$/.test(name));
  const said = saidBy(draftedIn(project, slug).mapping);
  const filled = columns.reduce((sum, one) => sum + one.filled, 0);
  const read = columns.filter(({ name }) => isRead(said, name)).reduce((sum, one) => sum + one.filled, 0);
  const id = readFileSync(join(releases, 'current'), 'utf8').trim();
  const report = JSON.parse(readFileSync(join(releases, id, 'reports', `${slug}.json`), 'utf8'));
  const lost = (report.mapping.faults as readonly Fault[]).reduce((sum, { count }) => sum + count, 0);
  return (read - lost) / filled;
}

/** The lines of a dataset’s dump in the current release. */
export function dumpOf(releases: string, slug: string): readonly string[] {
  const id = readFileSync(join(releases, 'current'), 'utf8').trim();
  const path = join(releases, id, 'datasets', `${slug}.nq.gz`);
  return existsSync(path) ? gunzipSync(readFileSync(path)).toString('utf8').split('\n') : [];
}

/** Where the thing with this identifier or name is, as published. */
export function placeOf(
  lines: readonly string[],
  { identifier, name }: NonNullable<Gold['place']>,
): readonly number[] {
  const wanted = identifier === undefined ? `"${name}"` : `/terms/identifier> "${identifier}"`;
  const subjects = lines
    .filter((line) => line.includes(wanted))
    .map((line) => line.slice(0, line.indexOf('>') + 1));
  return ['lat', 'long'].map((part) => {
    const found = lines.find(
      (line) => subjects.some((one) => line.startsWith(one)) && line.includes(`wgs84_pos#${part}>`),
    );
    return Number(/"([^"]*)"/.exec(found ?? '')?.[1]);
  });
}
