import { join } from 'node:path';
import { type Release, type ReleasedDataset, thingSpace } from '../../model/index.ts';
import { lineSubjectIri, readQuadLines } from '../../rdf/index.ts';

export const CHANGE_KINDS = ['created', 'updated', 'removed'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What a release did to a thing. */
export interface ThingChange {
  readonly kind: ChangeKind;
  readonly iri: string;
}

/** A part of what a release changed: one dataset, read from one file. */
export interface ChangedDataset {
  readonly slug: string;
  /** No more changes than these: what is asked beyond them is not looked for. */
  readonly most: number;
  /** A line for each change, some thousand at a time, always in the same order. */
  read(): AsyncGenerator<readonly string[]>;
  /** What a line says: most lines are passed over, and need not be understood. */
  changeOf(line: string): ThingChange;
}

/**
 * The datasets that a release changed, in the order of its manifest, then those that it has no more. In a release that is
 * the first, or the first one kept of before there were changes, everything is created.
 * @param before the release that it was made from, where that is kept
 */
export function changedDatasets(release: Release, before: Release | undefined): readonly ChangedDataset[] {
  const { datasets } = release.manifest;
  const isGone = (slug: string): boolean => !datasets.some((one) => one.slug === slug);
  const told = goneDatasets(release).filter(({ slug }) => isGone(slug));
  const untold = (before?.manifest.datasets ?? []).filter(
    ({ slug }) => isGone(slug) && !told.some((one) => one.slug === slug),
  );
  return [
    ...datasets.flatMap((one) => changesOf(release, one) ?? []),
    ...told,
    ...untold.map((one) => allThings(before as Release, one, 'removed')),
  ];
}

/** Changes of datasets that the manifest lists as files only. */
const goneDatasets = ({ folder, manifest: { files } }: Release): readonly ChangedDataset[] =>
  files.flatMap(({ path }) => {
    const slug = /^changes\/(.+)\.things\.tsv\.gz$/.exec(path)?.[1];
    // How many lines it has, the list of files does not say.
    const most = Number.MAX_SAFE_INTEGER;
    return slug === undefined
      ? []
      : [{ slug, most, changeOf, read: () => readQuadLines(join(folder, path)) }];
  });

function changesOf(release: Release, dataset: ReleasedDataset): ChangedDataset | undefined {
  const { changes, slug } = dataset;
  if (changes) {
    const path = join(release.folder, changes.things.path);
    return { slug, most: changes.things.statements, changeOf, read: () => readQuadLines(path) };
  }
  return isNew(release, dataset) ? allThings(release, dataset, 'created') : undefined;
}

const isNew = ({ manifest: { id, previous } }: Release, { first }: ReleasedDataset): boolean =>
  first === undefined ? previous === undefined : first.id === id;

function changeOf(line: string): ThingChange {
  const [kind, iri] = line.split('\t');
  if (!CHANGE_KINDS.includes(kind as ChangeKind) || iri === undefined)
    throw new TypeError(`“${line.slice(0, 200)}” is no line of changes.`);
  return { kind: kind as ChangeKind, iri };
}

function allThings(
  { folder, manifest: { base } }: Release,
  { slug, things, dump }: ReleasedDataset,
  kind: ChangeKind,
): ChangedDataset {
  const path = join(folder, dump.path);
  return {
    slug,
    most: things,
    changeOf: (iri) => ({ kind, iri }),
    read: () => readThings(path, thingSpace(base, slug)),
  };
}

/** Subjects of a sorted dump in a dataset's space, each once, hash IRIs left out. */
async function* readThings(path: string, space: string): AsyncGenerator<readonly string[]> {
  const start = `<${space}`;
  let last = '';
  for await (const lines of readQuadLines(path)) {
    const found: string[] = [];
    for (const line of lines) {
      if (!line.startsWith(start)) continue;
      const iri = lineSubjectIri(line);
      if (iri === last || iri.includes('#')) continue;
      last = iri;
      found.push(iri);
    }
    yield found;
  }
}
