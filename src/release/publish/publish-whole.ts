import { join } from 'node:path';
import {
  type Changes,
  type CountedFile,
  type DatasetChanges,
  type DumpFile,
  type Packing,
  type Release,
  type ReleasedDataset,
  type ReleaseFile,
  thingSpace,
} from '../../model/index.ts';
import { readQuadLines } from '../../rdf/index.ts';
import { GraphChanges } from '../changes/graph-changes.ts';
import { dumpFile } from '../dumps/dump-file.ts';
import { joinGzip, joinZstandard, type PackedPart } from '../packing/join-packed.ts';
import type { Progress } from '../progress.ts';
import { framesOf } from './joinable.ts';
import { type GraphPart, publishGraph } from './publish-graph.ts';

/** A release whose graphs all stand in the draft. */
export interface WholeToPublish {
  /** The draft's folder. */
  readonly draft: string;
  readonly base: string;
  readonly released: readonly ReleasedDataset[];
  /** Dumps of the graphs beside the datasets', N-Quads of gzip, in the order of the whole. */
  readonly graphs: readonly ReleaseFile[];
  readonly previous: Release | undefined;
  readonly progress: Progress;
}

/** All graphs together. */
export interface Whole {
  readonly dumps: readonly DumpFile[];
  /** Absent in a first release. */
  readonly changes?: Changes;
  /** The files of these, and what has gone with datasets that are no more. */
  readonly files: readonly ReleaseFile[];
}

/**
 * Joins the dumps of all graphs, one after the other, and what changed in them. A syntax that cannot say one of the graphs
 * has no dump of the whole; a table of everything would be none.
 */
export async function publishWhole(whole: WholeToPublish): Promise<Whole> {
  const { draft, released, previous } = whole;
  const datasets = released.map(({ dumps = [], changes }) => ({
    folder: draft,
    dumps,
    ...(changes ? { changes } : {}),
  }));
  const others: GraphPart[] = [];
  for (const graph of graphsOf(whole)) others.push(await publishGraph(graph));
  const gone = await vanishedDatasets(whole);
  const parts = [...datasets, ...others];
  const dumps = await joinDumps(parts, whole);
  if (!previous) return { dumps, files: dumps };
  const changes = await joinChanges(
    [...parts, ...gone.map((one) => ({ folder: draft, changes: one }))],
    draft,
  );
  const ofGone = gone.flatMap(({ added, removed, things }) => [added, removed, things]);
  return { dumps, changes, files: [...dumps, changes.added, changes.removed, ...ofGone] };
}

/** The graphs beside the datasets', those included that the release before had and this one has not. */
function graphsOf({ base, draft, graphs, previous }: WholeToPublish) {
  const paths = new Set(graphs.map(({ path }) => path));
  const before = (previous?.manifest.files ?? []).filter(({ path }) => isGraphBeside(path));
  const gone = before.filter(({ path }) => !paths.has(path));
  const shared = { base, draft, folder: join(draft, '.work', 'parts'), previous };
  return [
    ...graphs.map((file) => ({ ...shared, file, path: file.path })),
    ...gone.map(({ path }) => ({ ...shared, path })),
  ];
}

/** `catalogue.nq.gz`, `datasets/musees.quality.nq.gz` */
const isGraphBeside = (path: string): boolean =>
  /^(?:datasets\/[^/]+\.quality|[a-z]+)\.nq\.gz$/.test(path) && path !== 'all.nq.gz';

/** What has gone with the datasets that the release before had. */
async function vanishedDatasets({
  base,
  draft,
  previous,
  released,
}: WholeToPublish): Promise<readonly DatasetChanges[]> {
  const slugs = new Set(released.map(({ slug }) => slug));
  const changes: DatasetChanges[] = [];
  for (const { slug, dump } of previous?.manifest.datasets ?? []) {
    if (slugs.has(slug) || !previous) continue;
    const found = await new GraphChanges({
      before: readQuadLines(join(previous.folder, dump.path)),
      folder: draft,
      stem: `changes/${slug}`,
      space: thingSpace(base, slug),
      work: join(draft, '.work', slug),
    }).close();
    if (found) changes.push(found);
  }
  return changes;
}

async function joinDumps(
  parts: readonly GraphPart[],
  { base, draft, progress }: WholeToPublish,
): Promise<readonly DumpFile[]> {
  const joined = [...framesOf(base)].map(async ([format, frame]): Promise<readonly DumpFile[]> => {
    const having = parts.filter(({ dumps }) => dumps.some((dump) => dump.format === format));
    if (having.length === 0) return [];
    if (format !== 'geojson' && having.length < parts.filter(({ dumps }) => dumps.length > 0).length) {
      progress({ kind: 'dump-left-out', slug: 'all', format, reason: 'One of the graphs has none.' });
      return [];
    }
    const files = having.flatMap(({ folder, dumps }) =>
      dumps.filter((dump) => dump.format === format).map((dump) => ({ dump, folder })),
    );
    const of = (packing: Packing) => files.filter(({ dump }) => dump.packing === packing);
    const target = (packing: Packing) => ({ folder: draft, path: `all.${format}.${packing}` });
    const gzips = of('gz').map(({ dump, folder }) => partOf(dump, folder));
    const gzip = dumpFile(await joinGzip(gzips, frame, target('gz')), format, 'gz');
    const frames = of('zst').map(({ dump, folder }) => join(folder, dump.path));
    if (frames.length === 0) return [gzip];
    return [gzip, dumpFile(await joinZstandard(frames, target('zst')), format, 'zst')];
  });
  return (await Promise.all(joined)).flat();
}

async function joinChanges(
  parts: readonly Pick<GraphPart, 'folder' | 'changes'>[],
  draft: string,
): Promise<Changes> {
  const joined = async (side: 'added' | 'removed'): Promise<CountedFile> => {
    const files = parts.flatMap(({ folder, changes }) => (changes ? [{ folder, file: changes[side] }] : []));
    const path = `changes/all.${side}.nq.gz`;
    const target = { folder: draft, path };
    const frame = { head: '', separator: '', tail: '' };
    const file = await joinGzip(
      files.map(({ folder, file }) => partOf(file, folder)),
      frame,
      target,
    );
    const statements = files.reduce((sum, { file }) => sum + file.statements, 0);
    return { ...file, mediaType: 'application/n-quads', statements };
  };
  return { added: await joined('added'), removed: await joined('removed') };
}

function partOf({ path, body }: ReleaseFile, folder: string): PackedPart {
  if (body) return { path: join(folder, path), body };
  throw new TypeError(`${path} cannot be joined: where its body lies is not known.`);
}
