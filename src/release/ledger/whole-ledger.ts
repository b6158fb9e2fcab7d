import { join } from 'node:path';
import { describeWithdrawal, ledgerIri } from '../../catalogue/index.ts';
import type { CountedFile, ReleasedDataset, ReleaseFile } from '../../model/index.ts';
import { quadLine } from '../../rdf/index.ts';
import { sortLines } from '../dataset/sort-lines.ts';
import { inChunks } from '../dataset/stars.ts';
import type { HashedFile } from '../packing/hashed-file.ts';
import { joinGzip } from '../packing/join-packed.ts';
import type { PackedFile } from '../packing/text-packer.ts';
import { writeLines } from '../written-file.ts';
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

/** A part that was written, and what was noticed of it. */
export interface WrittenPart {
  readonly survey: LedgerSurvey;
  readonly file: PackedFile;
}

export interface LedgerParts {
  /** The draft's folder, in which the parts stand. */
  readonly folder: string;
  readonly base: string;
  /** In the order of the IRIs. */
  readonly parts: readonly WrittenPart[];
}

/** Joins the parts and says in RDF what became of the IRIs that are gone. */
export async function writeWholeLedger({ folder, base, parts }: LedgerParts): Promise<WholeLedger> {
  const datasets = new Map<string, CountedFile>();
  let terms: CountedFile | undefined;
  for (const { survey, file } of parts) {
    const counted = countedFile(file, survey.entries);
    if (survey.part.slug === undefined) terms = counted;
    else datasets.set(survey.part.slug, counted);
  }
  if (terms === undefined) throw new TypeError('The ledger has no part for terms.');
  const gone = parts
    .filter(({ survey }) => survey.withdrawals > 0)
    .map(({ file }) => join(folder, file.path));
  const withdrawn = await writeWithdrawn(folder, base, gone);
  return { datasets, terms, whole: await joined(folder, parts), ...(withdrawn ? { withdrawn } : {}) };
}

async function joined(folder: string, parts: readonly WrittenPart[]): Promise<CountedFile> {
  const bodies = parts.flatMap(({ file: { path, body } }) =>
    body ? [{ path: join(folder, path), body }] : [],
  );
  const frame = { head: '', separator: '', tail: '' };
  const file = await joinGzip(bodies, frame, { folder, path: 'ledger.tsv.gz' });
  return countedFile(
    file,
    parts.reduce((sum, { survey }) => sum + survey.entries, 0),
  );
}

const countedFile = ({ path, bytes, sha256 }: HashedFile, statements: number): CountedFile => ({
  path,
  bytes,
  sha256,
  mediaType: 'text/tab-separated-values',
  statements,
});

async function writeWithdrawn(
  folder: string,
  base: string,
  parts: readonly string[],
): Promise<WholeLedger['withdrawn']> {
  if (parts.length === 0) return undefined;
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
  return { graph, file: { ...file, statements } };
}
