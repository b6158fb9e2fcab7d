import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Advice, createQueryAdviser } from '../../../src/advice/index.ts';
import { rdf } from '../../../src/rdf/index.ts';
import { readQuery } from '../../../src/sparql/index.ts';

const BASE = 'http://localhost:3000/';
const SCHEMA = 'http://schema.org/';
const SKOS = 'http://www.w3.org/2004/02/skos/core#';

const LABELS: Readonly<Record<string, { fr: string; en: string }>> = {
  [`${SCHEMA}Museum`]: { fr: 'Musée', en: 'Museum' },
  [`${SCHEMA}name`]: { fr: 'nom', en: 'name' },
  [`${SCHEMA}creator`]: { fr: 'auteur', en: 'creator' },
};

const adviser = createQueryAdviser({
  vocabulary: {
    classes: [
      { iri: `${SCHEMA}Museum`, count: 1200 },
      { iri: `${SCHEMA}Person`, count: 300 },
      { iri: `${SKOS}Concept`, count: 50 },
    ],
    properties: [
      { iri: `${SCHEMA}name`, count: 5000 },
      { iri: `${SCHEMA}creator`, count: 400 },
      { iri: `${SKOS}prefLabel`, count: 90 },
      { iri: `${BASE}def/anneeLabel`, count: 20 },
      { iri: 'http://purl.org/dc/terms/title', count: 10 },
    ],
    languages: [
      { tag: 'fr', count: 5000 },
      { tag: 'en', count: 100 },
      { tag: 'pt-BR', count: 1 },
    ],
  },
  graphs: [`${BASE}dataset/musees`],
  label: (iri) => LABELS[iri],
});

const read = (text: string) => readQuery(text, { base: BASE, typeProperty: rdf.type });
const advise = (text: string) => adviser(text, read(text));

const PROLOGUE = `PREFIX schema: <${SCHEMA}> PREFIX skos: <${SKOS}>\n`;
const codesOf = (text: string) => advise(PROLOGUE + text).map(({ code }) => code);
const only = (text: string): Advice => {
  const all = advise(PROLOGUE + text);
  expect(all).toHaveLength(1);
  return all[0] as Advice;
};

describe('Advice on a query', () => {
  it.each([
    ['a class and a property that are there', 'SELECT * { ?m a schema:Museum ; schema:name ?n }'],
    ['a path', 'SELECT * { ?m schema:creator/schema:name ?n }'],
    ['an own term without prefix', 'SELECT * { ?m <def/anneeLabel> ?n }'],
    ['a variable in place of each', 'SELECT * { ?m ?p ?o . ?m a ?class }'],
    ['what may be lacking, unlike anything', 'SELECT * { ?m schema:creator|<urn:other:zzzzzzzzz> ?n }'],
    ['what stands in SERVICE', 'SELECT * { ?m schema:name ?n SERVICE <urn:x> { ?m <urn:p> "x"@de } }'],
    ['what a template makes', 'CONSTRUCT { ?m <urn:p> "x"@de } WHERE { ?m schema:name ?n }'],
    [
      'a graph that is published',
      'SELECT * FROM <dataset/musees> { GRAPH <dataset/musees> { ?m schema:name ?n } }',
    ],
    [
      'languages that occur',
      'SELECT * { ?m schema:name "x"@FR, ?n FILTER(LANG(?n) = "en" || langMatches(LANG(?n), "pt")) }',
    ],
    ['texts without language', 'SELECT * { ?m schema:name ?n FILTER(LANG(?n) = "") }'],
    ['any language', 'SELECT * { ?m schema:name ?n FILTER(langMatches(LANG(?n), "*")) }'],
    [
      'a language that is made',
      'SELECT (STRLANG("x", "de") AS ?y) { ?m schema:name ?n BIND(STRLANG(?n, "de") AS ?z) }',
    ],
  ])('is not given on %s', (_name, text) => {
    expect(codesOf(text)).toEqual([]);
  });

  it.each([
    ['unknown-class', 'SELECT * { ?m a schema:Musem }', 'schema:Musem', 'schema:Museum'],
    ['unknown-property', 'SELECT * { ?m schema:nmae ?n }', 'schema:nmae', 'schema:name'],
    ['unknown-property', 'SELECT * { ?m schema:auteur ?n }', 'schema:auteur', 'schema:creator'],
    ['unknown-property', 'SELECT * { ?m skos:name ?n }', 'skos:name', 'schema:name'],
    ['unknown-property', 'SELECT * { ?m schema:creator/schema:nom ?n }', 'schema:nom', 'schema:name'],
    [
      'unknown-property',
      'SELECT * { ?m schema:creator|schema:creater ?n }',
      'schema:creater',
      'schema:creator',
    ],
    ['unknown-property', 'ASK { ?m schema:zzzzzzzzzzzz ?n }', 'schema:zzzzzzzzzzzz', undefined],
    [
      'other-namespace',
      'ASK { ?m a <https://schema.org/Museum> }',
      '<https://schema.org/Museum>',
      'schema:Museum',
    ],
    [
      'other-namespace',
      'ASK { ?m <http://purl.org/dc/elements/1.1/title> ?t }',
      '<http://purl.org/dc/elements/1.1/title>',
      '<http://purl.org/dc/terms/title>',
    ],
    ['unknown-language', 'ASK { ?m schema:name "x"@frr }', 'frr', undefined],
    ['unknown-language', 'ASK { ?m schema:name "x"@fr-FR }', 'fr-FR', 'fr'],
    ['unknown-language', 'ASK { ?m schema:name ?n FILTER(LANG(?n) = "fre") }', '"fre"', '"fr"'],
    ['unknown-language', 'ASK { ?m schema:name ?n FILTER(LANG(?n) IN ("fr", "eng")) }', '"eng"', '"en"'],
    ['unknown-language', 'ASK { ?m schema:name ?n FILTER(langMatches(LANG(?n), "de")) }', '"de"', undefined],
    ['unknown-language', 'ASK { VALUES ?n { "x"@de } ?m schema:name ?n }', 'de', undefined],
    [
      'unknown-graph',
      'ASK { GRAPH <dataset/musee> { ?m schema:name ?n } }',
      '<dataset/musee>',
      `<${BASE}dataset/musees>`,
    ],
    [
      'unknown-graph',
      'SELECT * FROM <urn:nowhere:at:all:ever> { ?m schema:name ?n }',
      '<urn:nowhere:at:all:ever>',
      undefined,
    ],
  ])('says %s of %s', (code, text, place, suggestion) => {
    const found = only(text);
    const line = (PROLOGUE + text).split('\n')[found.line - 1] ?? '';
    expect({ code: found.code, at: line.slice(found.column - 1, found.column - 1 + found.length) }).toEqual({
      code,
      at: place,
    });
    expect(found.suggestion).toBe(suggestion);
    expect(found.severity).toBe('warning');
    expect(found.message.fr).toMatch(/\S/);
    expect(found.message.en).toMatch(/\S/);
  });

  it('tells the label and how often the suggested term is used', () => {
    expect(only('ASK { ?m schema:auteur ?n }').message).toEqual({
      fr: 'Rien dans les données n’a la propriété schema:auteur. Vouliez-vous dire schema:creator (auteur, 400 fois)\u202f?',
      en: 'Nothing in the data has the property schema:auteur. Did you mean schema:creator (creator, 400 times)?',
    });
  });

  it('tells each term once, where it is needed first', () => {
    const text = 'SELECT * { ?m schema:nmae ?n .\n?n schema:nmae ?o }';
    expect(only(text)).toMatchObject({ line: 2, column: 15 });
  });

  it('suggests a whole IRI where the query declares no prefix for it', () => {
    expect(advise('ASK { ?m <http://schema.org/nmae> ?n }')[0]?.suggestion).toBe('<http://schema.org/name>');
  });

  it.each([
    ['ASK {', 'query-malformed', 3],
    ['ASK { ?m foo:bar ?n }', 'query-malformed', 2],
    ['', 'query-malformed', 2],
    ['DELETE WHERE { ?s ?p ?o }', 'read-only', 1],
    [`ASK ${'{'.repeat(200)}${'}'.repeat(200)}`, 'query-too-complex', 1],
  ])('is an error for %s', (text, code, line) => {
    expect(only(code === 'query-malformed' && line === 3 ? `${text}\n` : text)).toMatchObject({
      code,
      severity: 'error',
    });
  });

  it('says nothing of words when the words of the data are not known', () => {
    const blank = createQueryAdviser({
      vocabulary: { classes: [], properties: [], languages: [] },
      graphs: [],
      label: () => undefined,
    });
    const text = 'ASK { ?m a <urn:C> FILTER(LANG(?m) = "de") }';
    expect(blank(text, read(text))).toEqual([]);
  });

  it('is bounded, and ends for any text', () => {
    const many = Array.from({ length: 500 }, (_, index) => `?s <urn:zzzzzzzzzzzz:${index}> ?o .`).join(' ');
    expect(advise(`ASK { ${many} }`)).toHaveLength(50);
    const piece = fc.constantFrom(
      'ASK',
      '{',
      '}',
      '?a',
      '?b',
      'a',
      'schema:name',
      '"x"@de',
      '.',
      'OPTIONAL',
      'UNION',
      'SELECT *',
      'GRAPH',
      '<x>',
      'FILTER',
      '(',
      ')',
      'MINUS',
      'VALUES',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        for (const { line, column, length } of advise(PROLOGUE + pieces.join(' '))) {
          expect(line).toBeGreaterThan(0);
          expect(column).toBeGreaterThan(0);
          expect(length).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('A cartesian product', () => {
  it.each([
    ['two unrelated patterns', '{ ?a schema:name ?b . ?c schema:name ?d }', '?c schema:name ?d'],
    [
      'an unrelated OPTIONAL',
      '{ ?a schema:name ?b OPTIONAL { ?c schema:name ?d } }',
      'OPTIONAL { ?c schema:name ?d }',
    ],
    [
      'an unrelated UNION',
      '{ ?a schema:name ?b . { ?c schema:name ?d } UNION { ?c schema:creator ?d } }',
      undefined,
    ],
    [
      'a name that a subquery hides',
      '{ ?a schema:name ?b . { SELECT ?d { ?a schema:name ?d } } }',
      undefined,
    ],
    [
      'inside a subquery',
      '{ ?a schema:name ?x { SELECT ?a { ?a schema:name ?b . ?c schema:name ?d } } }',
      '?c schema:name ?d',
    ],
    ['the same object twice', '{ ?a a schema:Museum . ?b a schema:Museum }', '?b a schema:Museum'],
    [
      'in each branch of a UNION',
      '{ { ?a schema:name ?b . ?c schema:name ?d } UNION { ?a schema:name ?b } }',
      '?c schema:name ?d',
    ],
  ])('is told of %s', (_name, pattern, place) => {
    const found = only(`SELECT * ${pattern}`);
    expect(found.code).toBe('cartesian-product');
    const line = `SELECT * ${pattern}`;
    if (place !== undefined)
      expect(line.slice(found.column - 1, found.column - 1 + found.length)).toBe(place);
  });

  it.each([
    ['parts that share a variable', '{ ?a schema:name ?b . ?b schema:name ?d }'],
    ['a chain told in any order', '{ ?a schema:name ?b . ?c schema:name ?d . ?b schema:creator ?c }'],
    ['a blank node between', '{ ?a schema:name [ schema:creator ?c ] . ?c schema:name ?d }'],
    ['a FILTER that compares', '{ ?a schema:name ?b . ?c schema:name ?d FILTER(?b = ?d) }'],
    [
      'a FILTER EXISTS that links',
      '{ ?a schema:name ?b . ?c schema:name ?d FILTER EXISTS { ?a schema:creator ?c } }',
    ],
    ['a BIND that uses both', '{ ?a schema:name ?b . ?c schema:name ?d BIND(CONCAT(?b, ?d) AS ?e) }'],
    ['VALUES with both', '{ VALUES (?a ?c) { (<x> <y>) } ?a schema:name ?b . ?c schema:name ?d }'],
    ['VALUES beside', '{ VALUES ?x { 1 2 } ?a schema:name ?b }'],
    [
      'an OPTIONAL whose parts are linked outside',
      '{ ?a schema:name ?b ; schema:creator ?c OPTIONAL { ?b schema:name ?x . ?c schema:name ?y } }',
    ],
    ['facts about one constant thing', '{ <x> schema:name ?n . <x> schema:creator ?c }'],
    ['a total beside rows', '{ ?a schema:name ?b { SELECT (COUNT(*) AS ?n) { ?x schema:name ?y } } }'],
    [
      'two totals',
      '{ { SELECT (COUNT(*) AS ?n) { ?x schema:name ?y } } { SELECT (COUNT(*) AS ?m) { ?x schema:creator ?y } } }',
    ],
    ['MINUS of something else', '{ ?a schema:name ?b MINUS { ?c schema:name ?d } }'],
    ['a fact without variables', '{ <x> schema:name "n" . ?c schema:name ?d }'],
    ['a name in both via SELECT *', '{ ?a schema:name ?b { SELECT * { ?a schema:creator ?c } } }'],
  ])('is not told of %s', (_name, pattern) => {
    expect(codesOf(`SELECT * ${pattern}`)).toEqual([]);
  });

  it('names what is not linked', () => {
    expect(only('SELECT * { ?a schema:name ?b . ?c schema:name ?d }').message.en).toBe(
      'Nothing links ?c, ?d to ?a, ?b: each row of the ones is put beside each row of the others.',
    );
  });
});
