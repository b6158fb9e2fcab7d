import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { complaintText } from '../../src/model/index.ts';
import { inDefaultGraph, parseLines, type RDF, readQuadLines, sh } from '../../src/rdf/index.ts';
import { createGraphStore } from '../../src/store/index.ts';
import { type GraphResult, validateGraphWithStore } from '../../src/validation/index.ts';
import { LIBRARY } from './shape-library.ts';
import { BASE, releaseShipped, type Shipped } from './shipped.ts';

/** What a release is not judged by as a whole: descriptions by themselves, the catalogue, questions in SPARQL. */
const APART = ['shapes/dataset-description.ttl', 'shapes/catalogue.ttl'];

/** Warnings of the shipped data, each of which somebody can explain. */
const WARNINGS: Readonly<Record<string, { readonly count: number; readonly why: string }>> = {
  'lien-musee#monument': { count: 7, why: 'only a part of the monuments is shipped' },
  'musee#domaines': { count: 4, why: 'Muséofile leaves the domains of these museums empty' },
};

let shipped: Shipped;

beforeAll(async () => {
  shipped = await releaseShipped();
}, 60_000);

afterAll(() => shipped.remove());

async function resultsOf(
  files: readonly string[],
  data: readonly RDF.Quad[],
): Promise<readonly GraphResult[]> {
  const shapes = files.flatMap((file) => LIBRARY.get(file) ?? []);
  const ontologies = shipped.project.ontologies.flatMap(({ quads }) => quads);
  const outcome = await validateGraphWithStore(
    { shapes, data: inDefaultGraph(data), ontologies },
    createGraphStore,
  );
  if (outcome.kind === 'validated') return outcome.results;
  throw new Error(outcome.complaints.map((one) => complaintText(one, 'en')).join('\n'));
}

const named = ({ shape, focusNode }: GraphResult): string => `${shape.value} of ${focusNode.value}`;

describe('A release of the shipped datasets', () => {
  it('is judged by all profiles and links together without a violation, and with known warnings only', async () => {
    const data = (
      await Promise.all(shipped.manifest.datasets.map(({ slug }) => shipped.quadsOf(slug)))
    ).flat();
    const results = await resultsOf(
      [...LIBRARY.keys()].filter((file) => !APART.includes(file)),
      data,
    );
    const ofSeverity = (severity: string) => results.filter((one) => one.severity.value === severity);
    expect(ofSeverity(sh.Violation).map(named)).toEqual([]);
    const warnings = Object.groupBy(ofSeverity(sh.Warning), ({ shape }) =>
      shape.value.slice(`${BASE}shapes/`.length),
    );
    const counts = Object.entries(warnings).map(([shape, found]) => [shape, found?.length]);
    expect(Object.fromEntries(counts)).toEqual(
      Object.fromEntries(Object.entries(WARNINGS).map(([shape, { count }]) => [shape, count])),
    );
  });

  it('has a catalogue in which its profile finds nothing, but sizes that it cannot tell', async () => {
    const lines = (await Array.fromAsync(readQuadLines(join(shipped.folder, 'catalogue.nq.gz')))).flat();
    const found = (await resultsOf(['shapes/catalogue.ttl'], parseLines(lines))).map(named);
    // Dumps of all graphs hold this catalogue; tables and places are unpacked while they are sent.
    const untold = /fichier#(?:taille|empreinte) of .*#(?:all-[a-z-]+|table|places)$/;
    expect(found.filter((one) => !untold.test(one))).toEqual([]);
  });
});
