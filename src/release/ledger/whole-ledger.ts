import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { describeWithdrawal, ledgerIri } from '../../catalogue/index.ts';
import type { CountedFile, ReleasedDataset, ReleaseFile } from '../../model/index.ts';
import { quadLine } from '../../rdf/index.ts';
import { sortLines } from '../dataset/sort-lines.ts';
import { inChunks } from '../dataset/stars.ts';
import { describeFile, writeLines } from '../written-file.ts';
import { entriesAt } from './ledger-before.ts';
import type { LedgerSurvey } from './survey.ts';

/** The ledger of a release, and what it tells in RDF. */
export interface WholeLedger {
  /** The part of each dataset by slug, those given up included. */
  readonly datasets: ReadonlyMap<string, CountedFile>;
  readonly terms: CountedFile;
  /** All parts one after another, in the order of the IRIs. */
  readonly whole: CountedFile;
  /** What became of the IRIs that are gone, a graph of the release; absent where none is. */
  readonly withdrawn?: { readonly graph: string; readonly file: CountedFile };
}

/** Its files but those that are told with their datasets. */
export const ledgerFiles = (
  { datasets, terms, whole, withdrawn }: WholeLedger,
  released: readonly ReleasedDataset[],
): readonly ReleaseFile[] => {
  const slugs = new Set(released.map(({ slug }) => slug));
  const givenUp = [...datasets].filter(([slug]) => !slugs.has(slug)).map(([, file]) => file);
  return [...givenUp, terms, whole, ...(withdrawn ? [withdrawn.file] : [])];
};

export interface LedgerParts {
  /** The draft's folder, in which the parts stand. */
  readonly folder: string;
  readonly base: string;
  readonly surveys: readonly LedgerSurvey[];
}

const TSV = 'text/tab-separated-values';

/** Joins the parts and says in RDF what became of the IRIs that are gone. */
export async function writeWholeLedger({ folder, base, surveys }: LedgerParts): Promise<WholeLedger> {
  const datasets = new Map<string, CountedFile>();
  let terms: CountedFile | undefined;
  for (const { part, entries } of surveys) {
    const file = { ...(await describeFile(folder, part.path, TSV)), statements: entries };
    if (part.slug === undefined) terms = file;
    else datasets.set(part.slug, file);
  }
  if (terms === undefined) throw new TypeError('The ledger has no part for terms.');
  const paths = surveys.map(({ part }) => join(folder, part.path));
  const withdrawn = await writeWithdrawn(folder, base, paths);
  return { datasets, terms, whole: await joined(folder, surveys), ...(withdrawn ? { withdrawn } : {}) };
}

/** Packed parts one after another are a packed whole (RFC 1952, section 2.2). */
async function joined(folder: string, surveys: readonly LedgerSurvey[]): Promise<CountedFile> {
  const path = 'ledger.tsv.gz';
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for (const { part } of surveys) yield* createReadStream(join(folder, part.path));
  }
  await pipeline(Readable.from(bytes()), createWriteStream(join(folder, path), { flush: true }));
  const statements = surveys.reduce((sum, { entries }) => sum + entries, 0);
  return { ...(await describeFile(folder, path, TSV)), statements };
}

async function writeWithdrawn(
  folder: string,
  base: string,
  parts: readonly string[],
): Promise<WholeLedger['withdrawn']> {
  const graph = ledgerIri(base);
  let statements = 0;
  async function* texts(): AsyncGenerator<string> {
    for (const part of parts)
      for await (const some of inChunks(entriesAt(part), 1024))
        yield some
          .flatMap(({ iri, withdrawal }) => (withdrawal ? describeWithdrawal({ iri, ...withdrawal }) : []))
          .map((quad) => `${quadLine(quad, graph)}\n`)
          .join('');
  }
  async function* counted(): AsyncGenerator<readonly string[]> {
    for await (const lines of sortLines(texts(), { folder: join(folder, '.work') })) {
      statements += lines.length;
      yield lines;
    }
  }
  const file = await writeLines(folder, 'withdrawn.nq.gz', counted());
  if (statements > 0) return { graph, file: { ...file, statements } };
  await rm(join(folder, file.path));
  return undefined;
}
