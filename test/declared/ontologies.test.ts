import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Graph } from '../../src/graph/index.ts';
import { complaintText, LANGUAGES } from '../../src/model/index.ts';
import { owl, parseTurtle, type RDF, rdf, rdfs } from '../../src/rdf/index.ts';
import { frenchFaults } from './french.ts';
import { BASE, ROOT } from './shipped.ts';
import { turtleFiles } from './turtle-files.ts';

describe.each(turtleFiles('ontologies'))('%s', (file) => {
  let quads: readonly RDF.Quad[];
  let graph: Graph;
  let terms: readonly string[];

  beforeAll(() => {
    const parsed = parseTurtle(readFileSync(join(ROOT, file), 'utf8'), file, BASE);
    if (parsed.kind === 'malformed') throw new Error(complaintText(parsed.complaint, 'en'));
    quads = parsed.quads;
    graph = new Graph(quads);
    const ontologies = graph.subjects(rdf.type, owl.Ontology).map(({ value }) => value);
    terms = [...new Set(quads.map(({ subject }) => subject.value))].filter(
      (iri) => !ontologies.includes(iri),
    );
  });

  it('declares terms, one IRI each', () => {
    expect(terms.length).toBeGreaterThan(0);
    expect(quads.filter(({ subject }) => subject.termType !== 'NamedNode')).toEqual([]);
  });

  it.each([
    ['label', rdfs.label],
    ['comment', rdfs.comment],
  ])('gives every term one %s in French and one in English', (_, predicate) => {
    const languages = terms.map((iri) => [iri, languagesOf(graph, iri, predicate)]);
    expect(languages).toEqual(terms.map((iri) => [iri, LANGUAGES.toSorted()]));
  });

  it('labels no two terms alike in one language', () => {
    for (const language of LANGUAGES) {
      const labels = quads
        .filter(({ predicate }) => predicate.value === rdfs.label)
        .filter(({ object }) => object.termType === 'Literal' && object.language === language)
        .map(({ subject, object }) => `${isClass(subject.value) ? 'class' : 'property'} ${object.value}`);
      expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([]);
    }
  });

  it('says of its own terms what they are and where they are defined', () => {
    const own = terms.filter((iri) => iri.startsWith(`${BASE}def/`));
    for (const iri of own) {
      const types = graph.objects(iri, rdf.type).map(({ value }) => value);
      const definedBy = graph.objects(iri, rdfs.isDefinedBy).map(({ value }) => value);
      expect({ iri, isTyped: types.length > 0, definedBy }).toEqual({
        iri,
        isTyped: true,
        definedBy: [`${BASE}def/`],
      });
    }
  });

  it('is written as French is printed', () => {
    const french = quads
      .map(({ object }) => object)
      .filter((term): term is RDF.Literal => term.termType === 'Literal' && term.language === 'fr');
    expect(french.flatMap(({ value }) => frenchFaults(value))).toEqual([]);
  });
});

const isClass = (iri: string): boolean =>
  /^(?:E\d+_)?[A-Z]/.test(iri.split(/[/#]/).at(-1) ?? '') && !/^P\d/.test(iri.split(/[/#]/).at(-1) ?? '');

const languagesOf = (graph: Graph, iri: string, predicate: string): readonly string[] =>
  graph
    .objects(iri, predicate)
    .map((term) => (term.termType === 'Literal' ? term.language : 'no literal'))
    .sort();
