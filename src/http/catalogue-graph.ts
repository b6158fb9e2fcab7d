import { join } from 'node:path';
import type { Release } from '../model/index.ts';
import { parseLines, type RDF, readQuadLines } from '../rdf/index.ts';

/** The catalogue of a release, read when it is first asked for and kept. */
export interface CatalogueGraph {
  quads(): Promise<readonly RDF.Quad[]>;
  /** What the catalogue says of one dataset: its statements and those of what they lead to, other datasets left out. */
  about(datasetIri: string): Promise<readonly RDF.Quad[]>;
}

/** @param others IRIs where following links ends: the catalogue and its datasets */
export function createCatalogueGraph(release: Release, others: readonly string[]): CatalogueGraph {
  let reading: Promise<readonly RDF.Quad[]> | undefined;
  const quads = (): Promise<readonly RDF.Quad[]> => {
    reading ??= read(join(release.folder, 'catalogue.nq.gz')).catch((error) => {
      // A failure is not kept: the next request tries again.
      reading = undefined;
      throw error;
    });
    return reading;
  };
  return { quads, about: async (iri) => reachable(await quads(), iri, new Set(others)) };
}

async function read(path: string): Promise<readonly RDF.Quad[]> {
  const quads: RDF.Quad[] = [];
  for await (const lines of readQuadLines(path)) for (const one of parseLines(lines)) quads.push(one);
  return quads;
}

/** The statements about a node and about all that they lead to, until one of the ends. */
export function reachable(quads: readonly RDF.Quad[], start: string, ends: ReadonlySet<string>): RDF.Quad[] {
  const bySubject = Map.groupBy(quads, (one) => one.subject.value);
  const seen = new Set([start]);
  // A set is walked in the order of insertion, and goes on to what is added on the way.
  for (const iri of seen)
    for (const { object } of bySubject.get(iri) ?? [])
      if (object.termType !== 'Literal' && !ends.has(object.value)) seen.add(object.value);
  return [...seen].flatMap((iri) => bySubject.get(iri) ?? []);
}
