import { type Dataset, datasetIri, type ReleaseFile, type ReleaseMoment } from '../model/index.ts';
import { dcat, dcterms, type RDF, rdfs, typed, xsd } from '../rdf/index.ts';
import { CATALOGUE_TEXTS, dumpTitle, versionTitle } from './catalogue-texts.ts';
import { describeFile } from './describe-file.ts';
import { about, plain } from './statements.ts';

/** A dataset as a release had it that is kept. */
export interface DatasetVersion {
  readonly slug: string;
  readonly release: ReleaseMoment;
  /** Its dump, by the path within that release. */
  readonly dump: ReleaseFile;
}

/** A dataset with its versions, the oldest first; the last one is what is published now. */
export interface VersionedDataset {
  readonly dataset: Dataset;
  readonly base: string;
  readonly versions: readonly DatasetVersion[];
}

/** Versions that the catalogue describes, of each dataset; older ones are found in the releases. */
const MOST_VERSIONS = 20;

/** `<base>releases/<id>/dataset/<slug>`: a dataset as it was in a release. */
export const versionIri = (base: string, { slug, release }: DatasetVersion): string =>
  `${base}releases/${release.id}/dataset/${slug}`;

/** The class of versions: harvesters that take every `dcat:Dataset` they see do not take them for more datasets. */
const versionClass = (base: string): string => `${base}catalogue#DatasetVersion`;

/**
 * One version a dump that was: those of the kept releases in which it was another than before, and the present one.
 * @param kept of this dataset, the oldest first
 */
export function versionsOf(
  kept: readonly DatasetVersion[],
  present: DatasetVersion,
): readonly DatasetVersion[] {
  const changed = [...kept, present].filter(
    ({ dump }, index, all) => dump.sha256 !== all[index - 1]?.dump.sha256,
  );
  return changed.slice(-MOST_VERSIONS);
}

/** Versions with their files (DCAT 3 section 11), and the class that they have. */
export function describeVersions({ dataset, base, versions }: VersionedDataset): RDF.Quad[] {
  const described = versions.flatMap((version, index) => {
    const before = versions[index - 1];
    const iri = versionIri(base, version);
    const issued = typed(version.release.createdAt, xsd.dateTime);
    return [
      ...about(
        iri,
        [versionClass(base)],
        [
          [dcterms.title, versionTitle(dataset.title, version.release.id)],
          [dcterms.description, dataset.description],
          [dcterms.identifier, plain(iri)],
          [dcterms.publisher, dataset.publisher.iri],
          [dcterms.license, dataset.licence.iri],
          [dcterms.issued, issued],
          [dcterms.modified, issued],
          [dcat.theme, ...dataset.themes],
          [dcat.version, plain(version.release.id)],
          [dcat.isVersionOf, datasetIri(base, dataset.slug)],
          [dcat.previousVersion, before && versionIri(base, before)],
          [dcat.distribution, `${iri}#nquads`],
        ],
      ),
      ...describeFile({
        iri: `${iri}#nquads`,
        title: dumpTitle('N-Quads', 'gzip'),
        address: `${base}releases/${version.release.id}/${version.dump.path}`,
        format: 'nq',
        packing: 'gz',
        file: version.dump,
        licence: dataset.licence.iri,
        modified: version.release.createdAt,
      }),
    ];
  });
  const theClass = about(
    versionClass(base),
    [rdfs.Class],
    [
      [rdfs.label, CATALOGUE_TEXTS.versionClass],
      [rdfs.subClassOf, dcat.Dataset],
    ],
  );
  return [...described, ...theClass];
}
