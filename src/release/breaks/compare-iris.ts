import { join } from 'node:path';
import type { Release, ReleasedDataset } from '../../model/index.ts';
import { readQuadLines } from '../../rdf/index.ts';
import { diffReleases, type ReleasePair } from '../kept/diff-releases.ts';
import { readEntries } from '../ledger/entry.ts';
import type { Breaks, Listed } from './breaks.ts';

/** Most IRIs that are told one by one. */
const MOST_TOLD = 1000;

/** Published things that are not there any more. What became of them stands in the ledger of the later release. */
export async function compareIris(pair: ReleasePair): Promise<Breaks['iris']> {
  const fates = await fatesIn(pair.after);
  const iris = { vanished: new List(), withdrawn: new List(), replaced: new List() };
  for await (const iri of removedThings(pair)) iris[fates.get(iri) ?? 'vanished'].add(iri);
  const { vanished, withdrawn, replaced } = iris;
  return { vanished: vanished.listed(), withdrawn: withdrawn.listed(), replaced: replaced.listed() };
}

class List {
  #count = 0;
  readonly #some: string[] = [];

  add(iri: string): void {
    this.#count++;
    if (this.#some.length < MOST_TOLD) this.#some.push(iri);
  }

  listed(): Listed {
    return { count: this.#count, some: this.#some };
  }
}

type Fate = 'withdrawn' | 'replaced';

/** As many as have rows in `withdrawn.csv`: withdrawn or replaced then or before, by a release that was left since. */
async function fatesIn({ folder, manifest }: Release): Promise<ReadonlyMap<string, Fate>> {
  const fates = new Map<string, Fate>();
  const { ledger } = manifest;
  if (!ledger) return fates;
  for await (const { iri, status } of readEntries(join(folder, ledger.path)))
    if (status === 'withdrawn' || status === 'replaced') fates.set(iri, status);
  return fates;
}

/** Told by the lists of changes where every dataset that changed has one; else found by merging dumps. */
async function* removedThings(pair: ReleasePair): AsyncGenerator<string> {
  const lists = changeLists(pair);
  if (lists === undefined) {
    yield* removedByMerging(pair);
    return;
  }
  for (const path of lists)
    for await (const batch of readQuadLines(join(pair.after.folder, path)))
      for (const line of batch) if (line.startsWith(REMOVED)) yield line.slice(REMOVED.length);
}

const REMOVED = 'removed\t';

/** Undefined where they do not tell everything: a dataset has gone, or was released without a list. */
function changeLists({ before, after }: ReleasePair): readonly string[] | undefined {
  const now = new Map(after.manifest.datasets.map((one) => [one.slug, one]));
  const paths: string[] = [];
  for (const old of before.manifest.datasets) {
    const dataset = now.get(old.slug);
    const list = dataset && changedSince(old, dataset) ? dataset.changes?.things.path : '';
    if (dataset === undefined || list === undefined) return undefined;
    if (list !== '') paths.push(list);
  }
  return paths;
}

const changedSince = (before: ReleasedDataset, after: ReleasedDataset): boolean =>
  before.dump.sha256 !== after.dump.sha256;

async function* removedByMerging(pair: ReleasePair): AsyncGenerator<string> {
  let found: string[] = [];
  const thing = ({ iri, change }: { readonly iri: string; readonly change: string }): void => {
    if (change === 'removed') found.push(iri);
  };
  for await (const _ of diffReleases(pair, { thing })) {
    yield* found;
    found = [];
  }
}
