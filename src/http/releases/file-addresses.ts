import {
  type DumpFile,
  datasetIri,
  pathOfIri,
  type Release,
  type ReleasedDataset,
  type ReleaseFile,
  type ReleaseManifest,
} from '../../model/index.ts';
import type { AppContext } from '../context.ts';
import type { SentFile } from '../release-file.ts';
import { keptRelease } from './kept-releases.ts';

/** Addresses below which files lie as they are stored, and their checksums beside them. */
export const FILES =
  /^\/(?:dataset\/[^/]+(?:\/quality)?\.[a-z]+\.(?:gz|zst)|dumps\/[^/]+|releases\/[^/]+\/.+)(?:\.sha256)?$/;

/**
 * The file at an address: `/dataset/<slug>.<format>.<packing>`, `/dataset/<slug>/quality.nq.gz`, `/dumps/<name>` of the
 * release that is served, `/releases/<id>/<path>` of any that is kept. Only what a manifest names is a file.
 * @throws HttpProblem 410 or 404 for a release that is not kept
 */
export async function fileAt(context: AppContext, path: string): Promise<SentFile | undefined> {
  const [, id, within] = /^\/releases\/([^/]+)\/(.+)$/.exec(path) ?? [];
  if (id !== undefined && within !== undefined) return pinned(await keptRelease(context, id), within);
  return latestFiles(context.release).get(path);
}

function pinned(release: Release, path: string): SentFile | undefined {
  const file = filesOf(release.manifest).find((one) => one.path === path);
  const collection = `/releases/${release.manifest.id}`;
  return file && { release, file, name: nameOf(path), collection, isPinned: true };
}

/** Old manifests do not list everything that they name. */
const filesOf = ({ files, datasets, dumps = [] }: ReleaseManifest): readonly ReleaseFile[] => [
  ...files,
  ...dumps,
  ...datasets.flatMap((one) => [...dumpsOf(one), ...(one.quality ? [one.quality] : [])]),
];

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

const latest = new WeakMap<Release, ReadonlyMap<string, SentFile>>();

/** Address → file, for all files of a release that have an address without its id. */
export function latestFiles(release: Release): ReadonlyMap<string, SentFile> {
  const known = latest.get(release);
  if (known) return known;
  const { manifest } = release;
  const files = new Map([
    ...manifest.datasets.flatMap((one) => ofDataset(release, one)),
    ...ofAll(manifest).map((file) => {
      const name = nameOf(file.path);
      return [`/dumps/${name}`, { release, file, name, collection: '/catalogue' }] as const;
    }),
  ]);
  latest.set(release, files);
  return files;
}

function ofDataset(release: Release, one: ReleasedDataset): (readonly [string, SentFile])[] {
  const collection = pathOfIri(datasetIri(release.manifest.base, one.slug), release.manifest.base) ?? '/';
  const quality = one.quality && {
    release,
    file: one.quality,
    name: `${one.slug}.quality.nq.gz`,
    collection: `${collection}/quality`,
  };
  return [
    ...dumpsOf(one).map((file) => {
      const end = `.${file.format}.${file.packing}`;
      return [`${collection}${end}`, { release, file, name: `${one.slug}${end}`, collection }] as const;
    }),
    ...(quality ? [[`${collection}/quality.nq.gz`, quality] as const] : []),
  ];
}

/** The dumps of a dataset; one that was released before there were several has its N-Quads. */
export const dumpsOf = ({ dump, dumps }: ReleasedDataset): readonly DumpFile[] =>
  dumps ?? [{ ...dump, format: 'nq', packing: 'gz' }];

/** What belongs to no single dataset: dumps of all graphs, ledger, ontology, catalogue. */
function ofAll({ dumps = [], ledger, files, changes }: ReleaseManifest): readonly ReleaseFile[] {
  const atRoot = files.filter(({ path }) => !path.includes('/') && /\.(?:gz|zst)$/.test(path));
  const named = [...dumps, ledger, changes?.added, changes?.removed].filter((file) => file !== undefined);
  return [...new Map([...named, ...atRoot].map((file) => [file.path, file])).values()];
}
