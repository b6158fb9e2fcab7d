import { join } from 'node:path';
import { ledgerIri } from '../../catalogue/index.ts';
import { datasetIri, type Release } from '../../model/index.ts';

/** A published graph: where its statements lie, one file a graph. */
export interface GraphFile {
  readonly iri: string;
  readonly statements: number;
  /** Absolute path of an N-Quads dump, gzip. */
  readonly path: string;
  /** Changes with the content. */
  readonly version: string;
}

/** Every named graph of a release, with its dump. */
export function graphFilesOf({ folder, manifest }: Release): readonly GraphFile[] {
  const { base, datasets, files, graphs, id, createdAt } = manifest;
  const paths = new Map([
    ...datasets.flatMap(({ slug, dump, quality }) => [
      [datasetIri(base, slug), dump.path] as const,
      ...(quality ? [[`${datasetIri(base, slug)}/quality`, quality.path] as const] : []),
    ]),
    [`${base}def/`, 'ontology.nq.gz'],
    [`${base}catalogue`, 'catalogue.nq.gz'],
    [ledgerIri(base), 'withdrawn.nq.gz'],
  ]);
  const sums = new Map(
    [...files, ...datasets.flatMap(({ dump, quality }) => (quality ? [dump, quality] : [dump]))].map(
      (file) => [file.path, file.sha256],
    ),
  );
  return graphs.flatMap(({ iri, statements }) => {
    const path = paths.get(iri);
    if (path === undefined) return [];
    const version = sums.get(path) ?? `${id} ${createdAt}`;
    return [{ iri, statements, path: join(folder, path), version }];
  });
}
