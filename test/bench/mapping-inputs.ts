import { existsSync, mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CatalogueFormat, catalogueMapping } from './catalogue-mapping.ts';
import { type JoinSide, joinMapping, keys, things } from './join-tables.ts';
import { catalogue, WRITERS, writePieces } from './museum-catalogue.ts';
import { portalTable } from './portal-table.ts';
import { wideMapping, wideTable } from './wide-table.ts';

/** Generated files stay there for the next run. */
const FOLDER = join(tmpdir(), 'cimaise-bench');

/** What a job reads. */
export interface BenchInput {
  readonly data: string;
  readonly mapping: string;
  readonly bytes: number;
}

async function generated(name: string, pieces: () => Iterable<string>): Promise<string> {
  mkdirSync(FOLDER, { recursive: true });
  const path = join(FOLDER, name);
  if (existsSync(path)) return path;
  await writePieces(`${path}.part`, pieces());
  renameSync(`${path}.part`, path);
  return path;
}

function input(data: string, name: string, text: string): BenchInput {
  const mapping = join(FOLDER, name);
  writeFileSync(mapping, text);
  return { data, mapping, bytes: statSync(data).size };
}

export async function catalogueInput(format: CatalogueFormat, rows: number): Promise<BenchInput> {
  const name = `catalogue-${rows}.${format}`;
  const data = await generated(name, () => WRITERS[format](catalogue(rows)));
  return input(data, `${name}.ttl`, catalogueMapping(format, name));
}

export async function joinInput(side: JoinSide, rows: number): Promise<BenchInput> {
  const names = { things: `things-${rows}.csv`, keys: 'keys.csv' };
  await generated(names.keys, keys);
  const data = await generated(names.things, () => things(rows));
  return input(data, `${side}-${rows}.ttl`, joinMapping(side, names));
}

export async function wideInput(rows: number): Promise<BenchInput> {
  const name = `wide-${rows}.csv`;
  const data = await generated(name, () => wideTable(rows));
  return input(data, `wide-${rows}.yml`, wideMapping(name));
}

/** A table of thirty columns as portals publish them: its path. */
export const portalInput = (rows: number): Promise<string> =>
  generated(`portal-${rows}.csv`, () => portalTable(rows));
