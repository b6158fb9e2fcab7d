import { datasetIri } from '../model/index.ts';
import { integer, iri, type RDF, rdf, sd, statement, voidVocabulary } from '../rdf/index.ts';
import type { AppContext } from './context.ts';

/**
 * The endpoint described (https://www.w3.org/TR/sparql11-service-description/): its address, language, the union as
 * default graph, and the named graphs with their counts. No blank nodes: hash IRIs of the endpoint.
 */
export function serviceDescription({ release: { manifest } }: AppContext): RDF.Quad[] {
  const endpoint = `${manifest.base}sparql`;
  const [service, dataset, union] = ['#service', '#dataset', '#union'].map((part) => endpoint + part) as [
    string,
    string,
    string,
  ];
  return [
    statement(service, rdf.type, iri(sd.Service)),
    statement(service, sd.endpoint, iri(endpoint)),
    statement(service, sd.supportedLanguage, iri(sd.SPARQL11Query)),
    statement(service, sd.feature, iri(sd.UnionDefaultGraph)),
    statement(service, sd.defaultDataset, iri(dataset)),
    statement(dataset, rdf.type, iri(sd.Dataset)),
    statement(dataset, sd.defaultGraph, iri(union)),
    statement(union, rdf.type, iri(sd.Graph)),
    statement(union, voidVocabulary.triples, integer(manifest.statements)),
    ...manifest.datasets.flatMap(({ slug, statements }) =>
      namedGraph(dataset, `${endpoint}#graph-${slug}`, datasetIri(manifest.base, slug), statements),
    ),
  ];
}

function namedGraph(dataset: string, node: string, name: string, statements: number): RDF.Quad[] {
  const graph = `${node}-content`;
  return [
    statement(dataset, sd.namedGraph, iri(node)),
    statement(node, rdf.type, iri(sd.NamedGraph)),
    statement(node, sd.name, iri(name)),
    statement(node, sd.graph, iri(graph)),
    statement(graph, rdf.type, iri(sd.Graph)),
    statement(graph, voidVocabulary.triples, integer(statements)),
  ];
}
