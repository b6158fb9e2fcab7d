import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Graph } from '../../src/graph/index.ts';
import { complaintText, LANGUAGES } from '../../src/model/index.ts';
import { parseTurtle, type RDF, rdf, sh } from '../../src/rdf/index.ts';
import { createShapeValidator } from '../../src/validation/index.ts';
import { frenchFaults } from './french.ts';
import { BASE, ROOT } from './shipped.ts';
import { turtleFiles } from './turtle-files.ts';

const FILES = turtleFiles('shapes');
const SEVERITIES: readonly string[] = [sh.Violation, sh.Warning, sh.Info];

const literalsOf = (graph: Graph, subject: RDF.Term, predicate: string) =>
  graph.objects(subject, predicate).filter((term): term is RDF.Literal => term.termType === 'Literal');

describe.each(FILES)('%s', (file) => {
  let text: string;
  let quads: readonly RDF.Quad[];
  let graph: Graph;
  let shapes: readonly RDF.Term[];

  beforeAll(() => {
    text = readFileSync(join(ROOT, file), 'utf8');
    const parsed = parseTurtle(text, file, BASE);
    if (parsed.kind === 'malformed') throw new Error(complaintText(parsed.complaint, 'en'));
    quads = parsed.quads;
    graph = new Graph(quads);
    shapes = [sh.NodeShape, sh.PropertyShape].flatMap((type) => graph.subjects(rdf.type, type));
  });

  it('is accepted by the validator as it stands alone', () => {
    const created = createShapeValidator({ shapes: [{ file, quads, text }] });
    const complaints = created.kind === 'refused' ? created.complaints : [];
    expect(complaints.map((one) => complaintText(one, 'en'))).toEqual([]);
  });

  it('gives every shape an IRI below the base', () => {
    expect(shapes.length).toBeGreaterThan(1);
    expect(shapes.filter(({ termType }) => termType !== 'NamedNode')).toEqual([]);
    expect(shapes.map(({ value }) => value).filter((iri) => !iri.startsWith(`${BASE}shapes/`))).toEqual([]);
    const used = quads
      .filter(({ predicate }) => predicate.value === sh.property)
      .map(({ object }) => object.value);
    expect(used.filter((iri) => !shapes.some(({ value }) => value === iri))).toEqual([]);
  });

  it('uses every property shape that it declares', () => {
    const used = new Set(
      quads.filter(({ predicate }) => predicate.value === sh.property).map(({ object }) => object.value),
    );
    const declared = graph.subjects(rdf.type, sh.PropertyShape).map(({ value }) => value);
    expect(declared.filter((iri) => !used.has(iri))).toEqual([]);
  });

  it('names every shape in French and English, and every rule has a message in both', () => {
    const rules = graph.subjects(rdf.type, sh.PropertyShape);
    const wanted = [
      ...shapes.map((shape) => [shape, sh.name] as const),
      ...rules.map((rule) => [rule, sh.message] as const),
    ];
    for (const [shape, predicate] of wanted) {
      const literals = literalsOf(graph, shape, predicate);
      const found = { shape: shape.value, languages: literals.map(({ language }) => language).sort() };
      expect(found).toEqual({ shape: shape.value, languages: LANGUAGES.toSorted() });
    }
  });

  it('gives every rule one severity', () => {
    const rules = graph.subjects(rdf.type, sh.PropertyShape);
    const severities = rules.map((rule) => graph.objects(rule, sh.severity).map(({ value }) => value));
    expect(severities.filter((one) => one.length !== 1 || !SEVERITIES.includes(one[0] ?? ''))).toEqual([]);
  });

  it('is written as French is printed', () => {
    const french = quads
      .map(({ object }) => object)
      .filter((term): term is RDF.Literal => term.termType === 'Literal' && term.language === 'fr');
    expect(french.flatMap(({ value }) => frenchFaults(value))).toEqual([]);
  });
});
