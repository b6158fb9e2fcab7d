import { readdir, readFile } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { CountedFile, ReleaseFile, ReleaseManifest } from '../../model/index.ts';
import { sha256OfText } from '../written-file.ts';
import { graphFilesOf } from './graph-files.ts';
import { isUnreadable, namesAnother, type ReleaseFault } from './release-faults.ts';

export const MANIFEST = 'manifest.json';
export const SUMS = 'SHA256SUMS';

/** What a release says of its files, as far as that can be read. */
export interface Told {
  readonly folder: string;
  /** Every path that manifest or sums name, and these two. */
  readonly named: ReadonlySet<string>;
  readonly listed: ReadonlyMap<string, ReleaseFile>;
  /** SHA-256, hexadecimal, by path. */
  readonly sums: ReadonlyMap<string, string>;
  /** Lines of the files that are counted. */
  readonly lines: ReadonlyMap<string, number>;
  /** Whether the manifest could not be read. */
  readonly isUnread: boolean;
  readonly faults: readonly ReleaseFault[];
}

export async function readTold(folder: string, id: string): Promise<Told> {
  const sums = await sumsOf(folder);
  const read = await readManifest(folder, sums.get(MANIFEST));
  const { listed = NO_FILES, lines = NO_LINES, faults = [] } = read;
  return {
    folder,
    named: new Set([MANIFEST, SUMS, ...listed.keys(), ...sums.keys()]),
    listed,
    sums,
    lines,
    isUnread: read.id === undefined,
    faults: read.id === undefined || read.id === id ? faults : [namesAnother(read.id)],
  };
}

const NO_FILES: Told['listed'] = new Map();
const NO_LINES: Told['lines'] = new Map();

interface ReadManifest extends Partial<Pick<Told, 'listed' | 'lines' | 'faults'>> {
  /** Absent where it could not be read. */
  readonly id?: string;
}

/** What the manifest lists; nothing where it is gone or has changed, which is told of it as of any file. */
async function readManifest(folder: string, sum: string | undefined): Promise<ReadManifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => undefined);
  if (text === undefined || (sum !== undefined && sum !== sha256OfText(text))) return {};
  try {
    const manifest = JSON.parse(text) as ReleaseManifest;
    const listed = new Map(manifest.files.map((file) => [file.path, file]));
    return { id: String(manifest.id), listed, lines: new Map(expectedLines(manifest)) };
  } catch (error) {
    return { faults: [isUnreadable(MANIFEST, (error as Error).message)] };
  }
}

/** Lines of `sha256sum`: the sum, two spaces (or a space and a star), the path. */
async function sumsOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(join(folder, SUMS), 'utf8').catch(() => '');
  const lines = text.matchAll(/^([0-9a-f]{64}) [ *](.+)$/gm);
  return new Map(Array.from(lines, ([, sum = '', path = '']) => [path, sum]));
}

/** Files that are counted, with their lines: one a statement, one a thing in the ledger and in `things`. */
function* expectedLines(manifest: ReleaseManifest): Generator<readonly [string, number]> {
  for (const { path, statements } of graphFilesOf(manifest)) yield [path, statements];
  for (const { dumps, statements } of [...manifest.datasets, manifest])
    for (const { path, format } of dumps ?? [])
      if (format === 'nq' || format === 'nt') yield [path, statements];
  for (const { path, statements } of countedFilesOf(manifest)) yield [path, statements];
}

const countedFilesOf = ({ datasets, changes, ledger }: ReleaseManifest): readonly CountedFile[] =>
  [
    ...datasets.flatMap((one) => [one.ledger, one.changes?.added, one.changes?.removed, one.changes?.things]),
    changes?.added,
    changes?.removed,
    ledger,
  ].filter((file) => file !== undefined);

/** Whether a path stays in the folder it is relative to. */
export const isInside = (path: string): boolean =>
  !isAbsolute(path) && !path.includes('\0') && !relative('.', path).split(sep).includes('..');

/** Paths of all files below a folder, with `/`, in order. */
export async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .sort();
}
