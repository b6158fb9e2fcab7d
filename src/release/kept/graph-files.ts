import type { ReleaseManifest } from '../../model/index.ts';

/** A graph of a release, and the file of sorted N-Quads that holds it. */
export interface GraphFile {
  /** Slug of a dataset, `<slug>/quality`, or the file's name: `ontology`, `catalogue`. */
  readonly name: string;
  /** The dataset whose things it describes. */
  readonly slug?: string;
  readonly path: string;
  readonly sha256: string;
  readonly statements: number;
}

/** Graphs that are no dataset's: the name of the file, and what follows the base in that of the graph. */
const OTHERS = [
  ['ontology', 'def/'],
  ['catalogue', 'catalogue'],
  ['withdrawn', 'ledger'],
] as const;

/** The graphs of a release: datasets, their quality, what is said of all. */
export function graphFilesOf({ base, datasets, files, graphs }: ReleaseManifest): readonly GraphFile[] {
  const own = datasets.map(({ slug, dump: { path, sha256 }, statements }) => ({
    name: slug,
    slug,
    path,
    sha256,
    statements,
  }));
  const quality = datasets.flatMap(({ slug, quality }) => {
    if (!quality) return [];
    const { path, sha256, statements } = quality;
    return [{ name: `${slug}/quality`, path, sha256, statements }];
  });
  const others = OTHERS.flatMap(([name, iri]) => {
    const file = files.find(({ path }) => path === `${name}.nq.gz`);
    if (!file) return [];
    const statements = graphs.find((graph) => graph.iri === base + iri)?.statements ?? 0;
    return [{ name, path: file.path, sha256: file.sha256, statements }];
  });
  return [...own, ...quality, ...others];
}
