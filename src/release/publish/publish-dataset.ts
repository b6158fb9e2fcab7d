import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type DatasetChanges,
  type DumpFile,
  type DumpFormat,
  type Release,
  type ReleasedDataset,
  type ReleaseFile,
  type ReleaseMoment,
  thingSpace,
} from '../../model/index.ts';
import { readQuadLines } from '../../rdf/index.ts';
import { GraphChanges } from '../changes/graph-changes.ts';
import { dumpFile } from '../dumps/dump-file.ts';
import type { WrittenDump } from '../dumps/dump-writer.ts';
import { repackAsZstandard } from '../packing/join-packed.ts';
import type { Progress } from '../progress.ts';
import { StatisticsCounter } from '../statistics/statistics-counter.ts';
import { packLines } from '../written-file.ts';
import { dumpsAside } from './dumps-aside.ts';
import type { SubjectSink } from './subject-sink.ts';
import { writeDumps } from './write-dumps.ts';

/** A dataset whose dump stands in the draft, and that may be published as far as shapes are concerned. */
export interface DatasetToPublish {
  readonly released: ReleasedDataset;
  readonly base: string;
  /** The draft's folder. */
  readonly folder: string;
  readonly release: ReleaseMoment;
  readonly previous: Release | undefined;
  readonly progress: Progress;
  /** Octets of N-Quads from which a second thread writes some of the syntaxes. */
  readonly asideFrom?: number;
}

/** A thread takes a third of a second to start. */
const LARGE = 32 * 1024 * 1024;

/** Every syntax but N-Quads, which are there, in the order of the manifest: about as much work on both sides. */
const HERE: readonly DumpFormat[] = ['nt', 'ttl', 'jsonld'];
const ASIDE: readonly DumpFormat[] = ['rdf', 'csv', 'geojson'];

/**
 * What is made of a dump: the other syntaxes and packings, the figures, what changed. The dump is read once for all that
 * goes subject by subject.
 */
export async function publishDataset(given: DatasetToPublish): Promise<ReleasedDataset> {
  const { folder } = given;
  const released = await withJoinableDump(given.released, folder);
  const changes = changesOf({ ...given, released });
  const counter = new StatisticsCounter({ base: given.base, slug: released.slug });
  const dump = join(folder, released.dump.path);
  const zst = { folder, path: `datasets/${released.slug}.nq.zst` };
  const [nquads, written] = await Promise.all([
    repackAsZstandard(dump, zst),
    writeAll({ ...given, released }, [counter, ...(changes ? [changes] : [])]),
  ]);
  const files = filesWritten(written, given);
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

/** Writes the syntaxes of a dump, the sinks being told of it too; those of a large one with the help of a thread. */
async function writeAll(
  { released: { slug, dump }, base, folder, asideFrom = LARGE }: DatasetToPublish,
  sinks: readonly SubjectSink[],
): Promise<readonly WrittenDump[]> {
  const given = { base, slug, folder, dump: join(folder, dump.path) };
  if ((dump.body?.length ?? 0) < asideFrom)
    return writeDumps({ ...given, formats: [...HERE, ...ASIDE] }, sinks);
  const aside = dumpsAside({ ...given, formats: ASIDE });
  const writing = writeDumps({ ...given, formats: HERE }, sinks);
  writing.catch(() => aside.stop());
  // Both have ended before a failure is told: nobody writes any more into a draft that is removed.
  const [here, there] = await Promise.allSettled([writing, aside.written]);
  if (here.status === 'rejected') throw here.reason;
  if (there.status === 'rejected') throw there.reason;
  return [...here.value, ...there.value];
}

function filesWritten(
  written: readonly WrittenDump[],
  { progress, released: { slug } }: DatasetToPublish,
): readonly DumpFile[] {
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
  rules,
  cells,
  results,
  quality,
  ledger,
}: ReleasedDataset): readonly ReleaseFile[] =>
  [...(dumps ?? [dump]), origins, rules, cells, results, quality, ledger].filter(
    (file) => file !== undefined,
  );
