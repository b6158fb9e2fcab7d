import { Buffer } from 'node:buffer';
import { datasetIri, type Release, type ReleaseFile } from '../../model/index.ts';
import {
  dcat,
  dcterms,
  integer,
  iri,
  literal,
  owl,
  prov,
  type RDF,
  rdf,
  spdx,
  statement,
  typed,
  voidVocabulary,
  xsd,
} from '../../rdf/index.ts';

/** The IRI of a release, also the address of its page. */
export const releaseIri = (base: string, id: string): string => `${base}releases/${id}`;

/** The IRI of the list of releases. */
export const releasesIri = (base: string): string => `${base}releases`;

/** The list: each release with its date and size. */
export function listGraph(base: string, releases: readonly Release[]): RDF.Quad[] {
  const list = releasesIri(base);
  return [
    statement(list, rdf.type, iri(dcat.DatasetSeries)),
    statement(list, dcterms.title, literal('Versions', 'fr')),
    statement(list, dcterms.title, literal('Releases', 'en')),
    ...releases.flatMap((release) => [
      statement(releaseIri(base, release.manifest.id), dcat.inSeries, iri(list)),
      ...headOf(base, release),
    ]),
  ];
}

/** A release: what it holds of each dataset, and its files with their checksums. */
export function releaseGraph(base: string, release: Release): RDF.Quad[] {
  const { id, datasets, files } = release.manifest;
  const own = releaseIri(base, id);
  return [
    statement(own, dcat.inSeries, iri(releasesIri(base))),
    ...headOf(base, release),
    ...datasets.flatMap(({ slug, statements, things }) => {
      const version = versionIri(base, id, slug);
      return [
        statement(own, dcterms.hasPart, iri(version)),
        statement(version, dcterms.isVersionOf, iri(datasetIri(base, slug))),
        statement(version, voidVocabulary.triples, integer(statements)),
        statement(version, voidVocabulary.entities, integer(things)),
      ];
    }),
    ...files.flatMap((file) => fileGraph(own, file)),
  ];
}

/** The IRI of a dataset as it stands in a release. */
export const versionIri = (base: string, id: string, slug: string): string =>
  `${releaseIri(base, id)}/dataset/${slug}`;

function headOf(base: string, { manifest: { id, createdAt, previous, statements } }: Release): RDF.Quad[] {
  const own = releaseIri(base, id);
  return [
    statement(own, rdf.type, iri(dcat.Dataset)),
    statement(own, rdf.type, iri(prov.Entity)),
    statement(own, dcterms.identifier, literal(id)),
    statement(own, owl.versionInfo, literal(id)),
    statement(own, dcterms.issued, typed(createdAt, xsd.dateTime)),
    statement(own, voidVocabulary.triples, integer(statements)),
    ...(previous ? [statement(own, dcterms.replaces, iri(releaseIri(base, previous.id)))] : []),
  ];
}

function fileGraph(release: string, { path, bytes, sha256 }: ReleaseFile): RDF.Quad[] {
  const file = `${release}/${encodeURI(path)}`;
  const checksum = `${release}#sha256-${Buffer.from(path).toString('base64url')}`;
  return [
    statement(release, dcat.distribution, iri(file)),
    statement(file, rdf.type, iri(dcat.Distribution)),
    statement(file, dcat.downloadURL, iri(file)),
    statement(file, dcat.byteSize, typed(bytes, xsd.nonNegativeInteger)),
    statement(file, spdx.checksum, iri(checksum)),
    statement(checksum, rdf.type, iri(spdx.Checksum)),
    statement(checksum, spdx.algorithm, iri(spdx.checksumAlgorithm_sha256)),
    statement(checksum, spdx.checksumValue, typed(sha256, xsd.hexBinary)),
  ];
}
