import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as rdflib from 'rdflib';
import type { ReleaseManifest, ShapeResult } from '../../src/model/index.ts';
import {
  jsonLdToQuads,
  parseTurtle,
  quadLine,
  type RDF,
  rdf,
  readQuadLines,
  withoutGraph,
} from '../../src/rdf/index.ts';

/** A release as its files tell it. */
export interface ReadRelease {
  readonly manifest: ReleaseManifest;
  dataset(slug: string): ReleaseManifest['datasets'][number];
  report(slug: string): { readonly quarantine: readonly Quarantined[] };
  /** Number of lines of a dataset's dump, and of those that are not like the one before. */
  lines(slug: string): Promise<{ readonly all: number; readonly distinct: number }>;
}

/** A thing left out, as a report lists it. */
export interface Quarantined {
  readonly thing: string;
  readonly row?: number;
  readonly results: readonly Pick<ShapeResult, 'shape' | 'component' | 'severity'>[];
}

/** The current release of a folder. */
export function readCurrent(releases: string): ReadRelease {
  const id = readFileSync(join(releases, 'current'), 'utf8').trim();
  const json = (path: string) => JSON.parse(readFileSync(join(releases, id, path), 'utf8'));
  const manifest: ReleaseManifest = json('manifest.json');
  return {
    manifest,
    dataset(slug) {
      const found = manifest.datasets.find((one) => one.slug === slug);
      if (found === undefined) throw new Error(`The release has no ${slug}.`);
      return found;
    },
    report: (slug) => json(`reports/${slug}.json`),
    async lines(slug) {
      let [all, distinct, last] = [0, 0, ''];
      for await (const batch of readQuadLines(join(releases, id, `datasets/${slug}.nq.gz`)))
        for (const line of batch) {
          all++;
          if (line > last) distinct++;
          last = line;
        }
      return { all, distinct };
    },
  };
}

/** A document of any RDF format as sorted N-Triples lines: the triples of all its graphs. */
export async function sortedTriples(text: string, mediaType: string): Promise<readonly string[]> {
  const quads = await READERS[mediaType]?.(text);
  if (quads === undefined) throw new Error(`No reader for ${mediaType}.`);
  return [...new Set(quads.map((quad) => withoutGraph(quadLine(quad))))].sort();
}

const BASE = 'http://elsewhere.example/';

/** The formats of a document, and who reads them. */
export const READERS: Readonly<Record<string, (text: string) => Promise<readonly RDF.Quad[]>>> = {
  'text/turtle': async (text) => turtle(text),
  'application/n-triples': async (text) => turtle(text),
  'application/ld+json': (text) => jsonLdToQuads(JSON.parse(text), BASE),
  'application/rdf+xml': async (text) => rdfXml(text),
};

function turtle(text: string): readonly RDF.Quad[] {
  const parsed = parseTurtle(text, 'the answer', BASE);
  if (parsed.kind === 'malformed') throw new Error(JSON.stringify(parsed.complaint));
  return parsed.quads;
}

function rdfXml(text: string): readonly RDF.Quad[] {
  const graph = rdflib.graph();
  rdflib.parse(text, graph, BASE, 'application/rdf+xml');
  // White space inside an element without properties means nothing in RDF/XML; rdflib reads it as an rdf:value.
  const said = graph.statements.filter(
    ({ predicate, object }) => predicate.value !== `${rdf.namespace}value` || object.value.trim() !== '',
  );
  return said.map(
    ({ subject, predicate, object }) => ({ subject, predicate, object, graph: IN_NO_GRAPH }) as never,
  );
}

/** rdflib names the graph after the base: what is compared are triples. */
const IN_NO_GRAPH = { termType: 'DefaultGraph', value: '' };
