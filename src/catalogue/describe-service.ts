import { formats, integer, type RDF, sd, voidVocabulary } from '../rdf/index.ts';
import { describeExamples, type ServiceExample } from './describe-examples.ts';
import { about } from './statements.ts';

/** A named graph and its size. */
export interface GraphSize {
  readonly iri: string;
  readonly triples: number;
}

/**
 * The SPARQL 1.1 Service Description of `<base>sparql` (https://www.w3.org/TR/sparql11-service-description/): query
 * only, the default graph being the union of the named ones. Quads of the default graph; no blank nodes.
 */
export function describeService({
  base,
  graphs,
  federates = false,
  examples = [],
  functions = [],
}: {
  readonly base: string;
  readonly graphs: readonly GraphSize[];
  /** Whether SERVICE may ask the endpoints of others. */
  readonly federates?: boolean;
  /** Queries to start from. */
  readonly examples?: readonly ServiceExample[];
  /** IRIs of the functions that the endpoint knows beyond those of SPARQL. */
  readonly functions?: readonly string[];
}): RDF.Quad[] {
  const endpoint = `${base}sparql`;
  const nodes = graphs.map((graph) => ({
    ...graph,
    node: `${endpoint}#graph-${fragmentOf(graph.iri, base)}`,
  }));
  return [
    ...about(
      `${endpoint}#service`,
      [sd.Service],
      [
        [sd.endpoint, endpoint],
        [sd.supportedLanguage, sd.SPARQL11Query],
        [sd.feature, sd.UnionDefaultGraph, federates ? sd.BasicFederatedQuery : undefined],
        [sd.extensionFunction, ...functions],
        [sd.resultFormat, ...RESULT_FORMATS],
        [sd.defaultDataset, `${endpoint}#dataset`],
      ],
    ),
    ...about(
      `${endpoint}#dataset`,
      [sd.Dataset],
      [
        [sd.defaultGraph, `${endpoint}#default-graph`],
        [sd.namedGraph, ...nodes.map(({ node }) => node)],
      ],
    ),
    ...about(`${endpoint}#default-graph`, [sd.Graph]),
    ...functions.flatMap((iri) => about(iri, [sd.Function])),
    ...nodes.flatMap(({ iri, triples, node }) => [
      ...about(
        node,
        [sd.NamedGraph],
        [
          [sd.name, iri],
          [sd.graph, `${node}-content`],
        ],
      ),
      ...about(`${node}-content`, [sd.Graph], [[voidVocabulary.triples, integer(triples)]]),
    ]),
    ...describeExamples(base, examples),
  ];
}

const RESULT_FORMATS = [
  formats.SPARQL_Results_JSON,
  formats.SPARQL_Results_XML,
  formats.SPARQL_Results_CSV,
  formats.SPARQL_Results_TSV,
  formats.Turtle,
  formats['N-Triples'],
  formats['N-Quads'],
  formats.TriG,
  formats['JSON-LD'],
  formats.RDF_XML,
];

/** `dataset/musees` → `dataset-musees`: a name for a fragment that is the same in every release. */
const fragmentOf = (graph: string, base: string): string =>
  encodeURIComponent(
    (graph.startsWith(base) ? graph.slice(base.length) : graph).replace(/\/$/, '').replaceAll('/', '-'),
  );
