import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type DatasetChanges,
  type DumpFile,
  type Release,
  type ReleasedDataset,
  type ReleaseFile,
  type ReleaseMoment,
  thingSpace,
} from '../../model/index.ts';
import { readQuadLines } from '../../rdf/index.ts';
import { GraphChanges } from '../changes/graph-changes.ts';
import { dumpFile } from '../dumps/dump-file.ts';
import { dumpSyntaxes } from '../dumps/dump-syntaxes.ts';
import { type DumpSink, DumpWriter } from '../dumps/dump-writer.ts';
import { PlacesWriter } from '../dumps/places-writer.ts';
import { TableWriter } from '../dumps/table-writer.ts';
import { repackAsZstandard } from '../packing/join-packed.ts';
import type { Progress } from '../progress.ts';
import { StatisticsCounter } from '../statistics/statistics-counter.ts';
import { packLines } from '../written-file.ts';
import { readDump } from './read-dump.ts';

/** A dataset whose dump stands in the draft, and that may be published as far as shapes are concerned. */
export interface DatasetToPublish {
  readonly released: ReleasedDataset;
  readonly base: string;
  /** The draft's folder. */
  readonly folder: string;
  readonly release: ReleaseMoment;
  readonly previous: Release | undefined;
  readonly progress: Progress;
}

/**
 * What is made of a dump: the other syntaxes and packings, the figures, what changed. The dump is read once for all that
 * goes subject by subject.
 */
export async function publishDataset(given: DatasetToPublish): Promise<ReleasedDataset> {
  const { folder } = given;
  const released = await withJoinableDump(given.released, folder);
  const dumps = dumpSinksOf(given);
  const changes = changesOf({ ...given, released });
  const counter = new StatisticsCounter({ base: given.base, slug: released.slug });
  const sinks = [...dumps, counter, ...(changes ? [changes] : [])];
  const dump = join(folder, released.dump.path);
  const zst = { folder, path: `datasets/${released.slug}.nq.zst` };
  const [nquads] = await Promise.all([repackAsZstandard(dump, zst), readDump(dump, sinks)]);
  const files = await closeDumps(dumps, given);
  const found = await changes?.close();
  const own: DumpFile = dumpFile({ ...released.dump }, 'nq', 'gz');
  return {
    ...released,
    dumps: [own, dumpFile(nquads, 'nq', 'zst'), ...files],
    statistics: counter.statistics(),
    ...(found ? { changes: found } : {}),
    ...momentsOf(given, found),
  };
}

/** A dump of a release of before is packed anew, so that it can be joined with others. */
async function withJoinableDump(released: ReleasedDataset, folder: string): Promise<ReleasedDataset> {
  const { dump } = released;
  if (dump.body) return released;
  const path = `.work/${dump.path}`;
  const packed = await packLines({ folder, path }, readQuadLines(join(folder, dump.path)));
  await rename(join(folder, path), join(folder, dump.path));
  return { ...released, dump: { ...dump, ...packed, path: dump.path } };
}

/** One for each syntax but N-Quads, which are there. */
function dumpSinksOf({ base, folder, released: { slug } }: DatasetToPublish): readonly DumpSink[] {
  const place = { folder, stem: `datasets/${slug}` };
  const space = thingSpace(base, slug);
  const work = join(folder, '.work', slug, 'table.ndjson');
  const graphs = dumpSyntaxes(base).filter(({ format }) => format !== 'nq');
  return [
    ...graphs.map((syntax) => new DumpWriter(syntax, place)),
    new TableWriter({ ...place, space, work }),
    new PlacesWriter(space, place),
  ];
}

async function closeDumps(
  dumps: readonly DumpSink[],
  { progress, released: { slug } }: DatasetToPublish,
): Promise<readonly DumpFile[]> {
  const written = await Promise.all(dumps.map((dump) => dump.close()));
  return written.flatMap((one) => {
    if (one.kind === 'written') return one.files;
    progress({ kind: 'dump-left-out', slug, format: one.format, reason: one.reason });
    return [];
  });
}

/** Nothing to compare in a first release, and where the dump is the same. */
function changesOf({ released, folder, previous, base }: DatasetToPublish): GraphChanges | undefined {
  if (!previous) return undefined;
  const { slug, dump } = released;
  const before = previous.manifest.datasets.find((one) => one.slug === slug)?.dump;
  if (before?.sha256 === dump.sha256) return undefined;
  return new GraphChanges({
    before: before ? readQuadLines(join(previous.folder, before.path)) : [],
    folder,
    stem: `changes/${slug}`,
    space: thingSpace(base, slug),
    work: join(folder, '.work', slug),
  });
}

/** When it was first published, and when it last changed. */
function momentsOf({ released, release, previous }: DatasetToPublish, changes: DatasetChanges | undefined) {
  const before = previous?.manifest.datasets.find(({ slug }) => slug === released.slug);
  if (!previous || !before) return { first: release, changed: release };
  const { id, createdAt } = previous.manifest;
  const { first = { id, createdAt }, changed = { id, createdAt } } = before;
  return { first, changed: changes ? release : changed };
}

/** The files of a dataset in a release, its reports left out. */
export const filesOf = (released: ReleasedDataset): readonly ReleaseFile[] => {
  const { changes } = released;
  return [...lastingFilesOf(released), ...(changes ? [changes.added, changes.removed, changes.things] : [])];
};

/** Those that a next release takes over while the dataset stays the same. */
export const lastingFilesOf = ({
  dump,
  dumps,
  origins,
  results,
  quality,
  ledger,
}: ReleasedDataset): readonly ReleaseFile[] =>
  [...(dumps ?? [dump]), origins, results, quality, ledger].filter((file) => file !== undefined);
