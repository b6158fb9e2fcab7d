import {
  type Bilingual,
  type Dataset,
  datasetIri,
  LANGUAGES,
  originAddress,
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
  integer,
  prov,
  type RDF,
  rdfs,
  skos,
  text,
  typed,
  voidVocabulary,
  xsd,
} from '../rdf/index.ts';
import { authorityLabel } from './authority-labels.ts';
import { describeAgent, describeContact } from './describe-agent.ts';
import {
  type DistributedDataset,
  describeDistributions,
  distributionIris,
  dumpAddresses,
} from './describe-distributions.ts';
import { type CountedStatistics, describeStatistics, statisticsProperties } from './describe-statistics.ts';
import { type DatasetVersion, describeVersions, versionIri } from './describe-versions.ts';
import { qualityIri } from './quality-names.ts';
import { about, plain } from './statements.ts';

/** A dataset of a release, and what others than itself say of it. */
export interface DatasetInput {
  readonly dataset: Dataset;
  readonly released: ReleasedDataset;
  /** Base IRI, ending in `/`. */
  readonly base: string;
  readonly release: ReleaseMoment;
  /** The oldest first, the last one as it is published now. */
  readonly versions: readonly DatasetVersion[];
  readonly titleOf: (slug: string) => Bilingual | undefined;
}

/** One dataset as `dcat:Dataset` and `void:Dataset`, its distributions, figures and versions, and what it refers to. */
export function describeDataset(input: DatasetInput): RDF.Quad[] {
  const { dataset } = input;
  const counted = countedOf(input);
  return [
    ...datasetItself(input),
    ...describeDistributions(distributed(input)),
    ...(counted ? describeStatistics(counted) : []),
    ...describeVersions(input),
    ...describeAgent(dataset.publisher),
    ...(dataset.contact ? describeContact(contactIri(input), dataset.contact) : []),
    ...about(dataset.licence.iri, [dcterms.LicenseDocument], [[rdfs.label, dataset.licence.label]]),
    ...referredConcepts(dataset),
    ...documents(input),
  ];
}

const contactIri = ({ base, dataset }: DatasetInput): string => `${datasetIri(base, dataset.slug)}#contact`;

/** The release in which the dump last became another. */
const changeOf = ({ released, release }: DatasetInput): ReleaseMoment => released.changed ?? release;

const countedOf = ({ released, base, titleOf }: DatasetInput): CountedStatistics | undefined =>
  released.statistics && { slug: released.slug, base, statistics: released.statistics, titleOf };

function datasetItself(input: DatasetInput): RDF.Quad[] {
  const { dataset, released, base, release, versions } = input;
  const subject = datasetIri(base, dataset.slug);
  const counted = countedOf(input);
  const present = versions.at(-1);
  return about(
    subject,
    [dcat.Dataset, voidVocabulary.Dataset],
    [
      [dcterms.title, dataset.title],
      [dcterms.description, dataset.description],
      [dcterms.identifier, plain(subject)],
      [dcterms.publisher, dataset.publisher.iri],
      [dcat.contactPoint, dataset.contact && contactIri(input)],
      [dcterms.license, dataset.licence.iri],
      [dcterms.accessRights, euAuthority['access-right/PUBLIC']],
      [dcterms.issued, typed((released.first ?? release).createdAt, xsd.dateTime)],
      [dcterms.modified, typed(changeOf(input).createdAt, xsd.dateTime)],
      [dcterms.spatial, ...dataset.spatial],
      [dcterms.accrualPeriodicity, dataset.frequency],
      [dcat.theme, ...dataset.themes],
      [dcat.keyword, ...LANGUAGES.flatMap((tag) => dataset.keywords[tag].map((word) => text(word, tag)))],
      [dcat.version, plain(changeOf(input).id)],
      [dcat.hasVersion, ...versions.map((one) => versionIri(base, one))],
      [dcat.hasCurrentVersion, present && versionIri(base, present)],
      [dcat.landingPage, landingPage(base, dataset)],
      [prov.wasDerivedFrom, ...originsOf(dataset)],
      [dqv.hasQualityMetadata, released.quality && qualityIri(base, dataset.slug)],
      [dcat.distribution, ...distributionIris(distributed(input))],
      [voidVocabulary.triples, integer(released.statements)],
      [voidVocabulary.entities, integer(released.things)],
      ...(counted ? statisticsProperties(counted) : []),
      [voidVocabulary.uriSpace, plain(thingSpace(base, dataset.slug))],
      [voidVocabulary.dataDump, ...dumpAddresses(distributed(input))],
      [voidVocabulary.sparqlEndpoint, `${base}sparql`],
    ],
  );
}

const distributed = (input: DatasetInput): DistributedDataset => ({
  ...input,
  modified: changeOf(input).createdAt,
});

/** The page in a fixed format: the address without extension names the dataset itself. */
const landingPage = (base: string, { slug }: Dataset): string => `${datasetIri(base, slug)}.html`;

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

/** Landing pages of the original, and the address from which its source is fetched. */
const originsOf = ({ origins, source }: Dataset): readonly string[] => [
  ...new Set([...origins, ...(source?.harvest ? [originAddress(source.harvest.from)] : [])]),
];

const documents = ({ dataset, base }: DatasetInput): RDF.Quad[] =>
  [landingPage(base, dataset), ...originsOf(dataset)].flatMap((page) => about(page, [foaf.Document]));
