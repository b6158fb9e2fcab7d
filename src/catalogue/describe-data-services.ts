import { type Agent, type Bilingual, type Dataset, datasetIri } from '../model/index.ts';
import { dcat, dcterms, interfaces, type RDF, rdfs, w3cReport } from '../rdf/index.ts';
import { CATALOGUE_TEXTS } from './catalogue-texts.ts';
import { about, plain } from './statements.ts';

/** What the services of a catalogue share. */
export interface DataServices {
  /** Base IRI, ending in `/`. */
  readonly base: string;
  readonly datasets: readonly Dataset[];
  readonly publisher: Agent | undefined;
}

interface DataService {
  /** Path of the endpoint; the service is its `#service`. */
  readonly path: string;
  readonly title: Bilingual;
  readonly description: Bilingual;
  /** Path of what describes it for machines. */
  readonly endpointDescription: string;
  readonly standard: string;
  readonly standardName: string;
}

const SERVICES: readonly DataService[] = [
  {
    path: 'sparql',
    title: CATALOGUE_TEXTS.serviceTitle,
    description: CATALOGUE_TEXTS.serviceDescription,
    endpointDescription: 'sparql',
    standard: w3cReport['sparql11-protocol/'],
    standardName: 'SPARQL 1.1 Protocol',
  },
  {
    path: 'api',
    title: CATALOGUE_TEXTS.apiTitle,
    description: CATALOGUE_TEXTS.apiDescription,
    endpointDescription: 'openapi.json',
    standard: interfaces['spec.openapis.org/oas/v3.1.0'],
    standardName: 'OpenAPI 3.1',
  },
  {
    path: 'fragments',
    title: CATALOGUE_TEXTS.fragmentsTitle,
    description: CATALOGUE_TEXTS.fragmentsDescription,
    endpointDescription: 'fragments',
    standard: interfaces['linkeddatafragments.org/specification/triple-pattern-fragments/'],
    standardName: 'Triple Pattern Fragments',
  },
];

/** IRIs of the services. */
export const serviceIris = (base: string): readonly string[] =>
  SERVICES.map(({ path }) => `${base}${path}#service`);

/** Endpoint, API and fragments as `dcat:DataService` that serve the datasets. */
export function describeDataServices({ base, datasets, publisher }: DataServices): RDF.Quad[] {
  return SERVICES.flatMap((service) => [
    ...about(
      `${base}${service.path}#service`,
      [dcat.DataService],
      [
        [dcterms.title, service.title],
        [dcterms.description, service.description],
        [dcterms.identifier, plain(`${base}${service.path}#service`)],
        [dcterms.publisher, publisher?.iri],
        [dcterms.conformsTo, service.standard],
        [dcat.endpointURL, `${base}${service.path}`],
        [dcat.endpointDescription, `${base}${service.endpointDescription}`],
        [dcat.servesDataset, ...datasets.map(({ slug }) => datasetIri(base, slug))],
      ],
    ),
    ...about(service.standard, [dcterms.Standard], [[rdfs.label, plain(service.standardName)]]),
  ]);
}
