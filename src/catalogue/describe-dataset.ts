import {
  type Dataset,
  datasetIri,
  LANGUAGES,
  type ReleasedDataset,
  type ReleaseMoment,
  thingSpace,
} from '../model/index.ts';
import {
  dcat,
  dcterms,
  dqv,
  euAuthority,
  foaf,
  ianaMediaType,
  integer,
  prov,
  type RDF,
  rdfs,
  skos,
  spdx,
  text,
  typed,
  voidVocabulary,
  xsd,
} from '../rdf/index.ts';
import { authorityLabel } from './authority-labels.ts';
import { CATALOGUE_TEXTS } from './catalogue-texts.ts';
import { describeAgent } from './describe-agent.ts';
import { qualityIri } from './quality-names.ts';
import { about, plain } from './statements.ts';

interface DatasetInput {
  readonly dataset: Dataset;
  readonly released: ReleasedDataset;
  readonly base: string;
  readonly release: ReleaseMoment;
}

/** One dataset as `dcat:Dataset` and `void:Dataset`, its distributions, and the nodes it refers to, labelled. */
export function describeDataset(input: DatasetInput): RDF.Quad[] {
  const { dataset } = input;
  return [
    ...datasetItself(input),
    ...dumpDistribution(input),
    ...sparqlDistribution(input),
    ...describeAgent(dataset.publisher),
    ...about(dataset.licence.iri, [dcterms.LicenseDocument], [[rdfs.label, dataset.licence.label]]),
    ...referredConcepts(dataset),
    ...documents(input),
  ];
}

function datasetItself({ dataset, released, base, release }: DatasetInput): RDF.Quad[] {
  const subject = datasetIri(base, dataset.slug);
  const date = typed(release.createdAt, xsd.dateTime);
  return about(
    subject,
    [dcat.Dataset, voidVocabulary.Dataset],
    [
      [dcterms.title, dataset.title],
      [dcterms.description, dataset.description],
      [dcterms.identifier, plain(subject)],
      [dcterms.publisher, dataset.publisher.iri],
      [dcterms.license, dataset.licence.iri],
      [dcterms.accessRights, euAuthority['access-right/PUBLIC']],
      [dcterms.issued, date],
      [dcterms.modified, date],
      [dcterms.spatial, ...dataset.spatial],
      [dcterms.accrualPeriodicity, dataset.frequency],
      [dcat.theme, ...dataset.themes],
      [dcat.keyword, ...LANGUAGES.flatMap((tag) => dataset.keywords[tag].map((word) => text(word, tag)))],
      [dcat.version, plain(release.id)],
      [dcat.landingPage, landingPage(base, dataset)],
      [prov.wasDerivedFrom, ...dataset.origins],
      [dqv.hasQualityMetadata, released.quality && qualityIri(base, dataset.slug)],
      [dcat.distribution, `${subject}#nquads`, `${subject}#sparql`],
      [voidVocabulary.triples, integer(released.statements)],
      [voidVocabulary.entities, integer(released.things)],
      [voidVocabulary.uriSpace, plain(thingSpace(base, dataset.slug))],
      [voidVocabulary.dataDump, downloadUrl(base, dataset)],
      [voidVocabulary.sparqlEndpoint, `${base}sparql`],
    ],
  );
}

const downloadUrl = (base: string, { slug }: Dataset): string => `${datasetIri(base, slug)}.nq.gz`;

/** The page in a fixed format: the address without extension names the dataset itself. */
const landingPage = (base: string, { slug }: Dataset): string => `${datasetIri(base, slug)}.html`;

function dumpDistribution({ dataset, released, base, release }: DatasetInput): RDF.Quad[] {
  const subject = `${datasetIri(base, dataset.slug)}#nquads`;
  const checksum = `${datasetIri(base, dataset.slug)}#nquads-checksum`;
  return [
    ...about(
      subject,
      [dcat.Distribution],
      [
        [dcterms.title, CATALOGUE_TEXTS.dumpTitle],
        [dcat.accessURL, downloadUrl(base, dataset)],
        [dcat.downloadURL, downloadUrl(base, dataset)],
        [dcat.mediaType, ianaMediaType['application/n-quads']],
        [dcat.compressFormat, ianaMediaType['application/gzip']],
        [dcterms.format, euAuthority['file-type/RDF_N_QUADS']],
        [dcat.byteSize, typed(released.dump.bytes, xsd.nonNegativeInteger)],
        [dcterms.license, dataset.licence.iri],
        [dcterms.modified, typed(release.createdAt, xsd.dateTime)],
        [spdx.checksum, checksum],
      ],
    ),
    ...about(
      checksum,
      [spdx.Checksum],
      [
        [spdx.algorithm, spdx.checksumAlgorithm_sha256],
        [spdx.checksumValue, typed(released.dump.sha256, xsd.hexBinary)],
      ],
    ),
    ...about(spdx.checksumAlgorithm_sha256, [spdx.ChecksumAlgorithm]),
    ...about(ianaMediaType['application/n-quads'], [dcterms.MediaType]),
    ...about(ianaMediaType['application/gzip'], [dcterms.MediaType]),
    ...labelled(euAuthority['file-type/RDF_N_QUADS'], dcterms.MediaTypeOrExtent),
  ];
}

function sparqlDistribution({ dataset, base }: DatasetInput): RDF.Quad[] {
  return about(
    `${datasetIri(base, dataset.slug)}#sparql`,
    [dcat.Distribution],
    [
      [dcterms.title, CATALOGUE_TEXTS.sparqlTitle],
      [dcat.accessURL, `${base}sparql`],
      [dcat.accessService, `${base}sparql#service`],
      [dcterms.license, dataset.licence.iri],
    ],
  );
}

function referredConcepts({ themes, spatial, frequency }: Dataset): RDF.Quad[] {
  return [
    ...themes.flatMap((theme) => [
      ...labelled(theme, skos.Concept),
      ...about(theme, [], [[skos.inScheme, schemeOf(theme)]]),
    ]),
    ...spatial.flatMap((place) => labelled(place, dcterms.Location)),
    ...(frequency === undefined ? [] : labelled(frequency, dcterms.Frequency)),
    ...labelled(euAuthority['access-right/PUBLIC'], dcterms.RightsStatement),
  ];
}

const schemeOf = (theme: string): string | undefined =>
  theme.startsWith(`${euAuthority['data-theme']}/`) ? euAuthority['data-theme'] : undefined;

const labelled = (iri: string, type: string): RDF.Quad[] =>
  about(iri, [type], [[skos.prefLabel, authorityLabel(iri)]]);

const documents = ({ dataset, base }: DatasetInput): RDF.Quad[] =>
  [landingPage(base, dataset), ...dataset.origins].flatMap((page) => about(page, [foaf.Document]));
