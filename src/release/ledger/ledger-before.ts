import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault, type Release, type ReleaseFile } from '../../model/index.ts';
import { readQuadLines } from '../../rdf/index.ts';
import { inChunks } from '../dataset/stars.ts';
import type { Progress } from '../progress.ts';
import { listReleases, readManifest } from '../releases.ts';
import { sha256OfFile, writeLines } from '../written-file.ts';
import { entryLine, type LedgerEntry, readEntries } from './entry.ts';
import { mergeLedger, pairsByIri } from './merge-ledger.ts';
import { type LedgerPart, partAt, partOfDataset, partOfTerms } from './part.ts';
import { presentIn } from './present.ts';

/** All that is remembered when a release is made. */
export interface LedgerBefore {
  /** Absolute paths of the files of the parts, by their path in a release. */
  readonly files: ReadonlyMap<string, string>;
  /** The release whose ledger it is as it stands; absent where it was made again, or where there is none. */
  readonly release?: string;
}

export interface LedgerSearch {
  /** Absolute path of the folder of releases. */
  readonly releases: string;
  readonly base: string;
  /** Where a ledger is made again. */
  readonly work: string;
  readonly progress: Progress;
}

/**
 * The ledger of the newest release, whether or not it is the current one: what was rolled back was published too. Where
 * releases have none, or one that is damaged, it is made again from their dumps, on that of the newest that has one.
 */
export async function ledgerBefore(search: LedgerSearch): Promise<LedgerBefore> {
  const without: Release[] = [];
  for (const id of [...(await listReleases(search.releases))].reverse()) {
    const release = await manifestOf(search, id);
    if (release?.manifest.base !== search.base) continue;
    const files = await ledgerOf(release);
    if (files && without.length === 0) return { files, release: id };
    if (files) return { files: await madeAgain(files, without.reverse(), search) };
    without.push(release);
  }
  if (without.length === 0) return { files: new Map() };
  return { files: await madeAgain(new Map(), without.reverse(), search) };
}

/** A manifest that is damaged cannot say what was published: that is told, and other releases are asked. */
async function manifestOf({ releases, progress }: LedgerSearch, id: string): Promise<Release | undefined> {
  const folder = join(releases, id);
  try {
    return { folder, manifest: await readManifest(folder, id) };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    progress({ kind: 'release-not-read', id, file: 'manifest.json' });
    return undefined;
  }
}

/** The files of a release's ledger; undefined where there is none, or where one is not what was written. */
async function ledgerOf({ folder, manifest }: Release): Promise<ReadonlyMap<string, string> | undefined> {
  if (manifest.ledger === undefined) return undefined;
  const parts = manifest.files.filter(({ path }) => partAt(path, manifest.base));
  for (const part of parts) if (!(await isIntact(folder, part))) return undefined;
  return new Map(parts.map(({ path }) => [path, join(folder, path)]));
}

const isIntact = (folder: string, { path, sha256 }: ReleaseFile): Promise<boolean> =>
  sha256OfFile(join(folder, path)).then(
    (found) => found === sha256,
    () => false,
  );

/** Adds what releases published, oldest first, to a ledger; what they left out stays as it was. */
async function madeAgain(
  from: ReadonlyMap<string, string>,
  releases: readonly Release[],
  { work, progress }: LedgerSearch,
): Promise<ReadonlyMap<string, string>> {
  const files = new Map(from);
  for (const release of releases) {
    const { folder, manifest } = release;
    progress({ kind: 'ledger-made-again', id: manifest.id });
    for (const [part, dump] of dumpsOf(release)) {
      if (await isIntact(folder, dump))
        files.set(part.path, await withDump(release, part, { dump, files, work }));
      else progress({ kind: 'release-not-read', id: manifest.id, file: dump.path });
    }
  }
  return files;
}

function dumpsOf({ manifest }: Release): readonly (readonly [LedgerPart, ReleaseFile])[] {
  const { base, datasets, files } = manifest;
  const terms = files.find(({ path }) => path === 'ontology.nq.gz');
  return [
    ...datasets.map(({ slug, dump }) => [partOfDataset(base, slug), dump] as const),
    ...(terms ? [[partOfTerms(base), terms] as const] : []),
  ];
}

interface Remaking {
  readonly dump: ReleaseFile;
  /** What is remembered so far. */
  readonly files: ReadonlyMap<string, string>;
  readonly work: string;
}

/** @returns the file of a part with what a dump publishes */
async function withDump(
  { folder, manifest }: Release,
  part: LedgerPart,
  { dump, files, work }: Remaking,
): Promise<string> {
  const scratch = join(work, manifest.id);
  await mkdir(scratch, { recursive: true });
  const merged = mergeLedger({
    before: entriesAt(files.get(part.path)),
    present: presentIn({
      part,
      lines: readQuadLines(join(folder, dump.path)),
      sha256: dump.sha256,
      folder: scratch,
    }),
    createdAt: manifest.createdAt,
    vanished: (entry) => entry,
  });
  await writeLines(scratch, part.path, entryLines(merged));
  return join(scratch, part.path);
}

/** The entries of a file; none where there is none. */
export const entriesAt = (path: string | undefined) => (path === undefined ? [] : readEntries(path));

/** Lines to write, some at a time. */
export async function* entryLines(entries: AsyncIterable<LedgerEntry>): AsyncGenerator<readonly string[]> {
  for await (const some of inChunks(entries, 2048)) yield some.map(entryLine);
}

/**
 * What is known of a part. Where no ledger could be read as it stood, tables of withdrawals are believed: they may know of
 * releases that nobody keeps any more.
 */
export function knownBefore(
  { files, release }: LedgerBefore,
  { path }: LedgerPart,
  { declared, createdAt }: { readonly declared: Iterable<string>; readonly createdAt: string },
): AsyncIterable<LedgerEntry> | Iterable<LedgerEntry> {
  const known = entriesAt(files.get(path));
  return release === undefined ? withDeclared(known, [...declared].sort(), createdAt) : known;
}

async function* withDeclared(
  known: AsyncIterable<LedgerEntry> | Iterable<LedgerEntry>,
  declared: readonly string[],
  createdAt: string,
): AsyncGenerator<LedgerEntry> {
  const rows = declared.map((iri) => ({ iri, hash: '', first: createdAt, changed: createdAt }));
  for await (const { left, right } of pairsByIri(known, rows))
    if (left) yield left;
    else if (right) yield { ...right, status: 'published' };
}
