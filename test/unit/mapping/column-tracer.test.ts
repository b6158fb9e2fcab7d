import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createColumnTracer } from '../../../src/mapping/index.ts';
import { parseRml } from '../../../src/mapping/rml/parse.ts';
import { BASE, mappingOf } from './mapping-run.ts';
import { sound } from './yarrrml-run.ts';

const SCHEMA = 'http://schema.org/';

const WORKS = `
columns:
  title: { aliases: [TICO], optional: true }
  place: { aliases: [Commune], optional: true }
  author: [AUTR]
  note: optional
sources:
  authors: { each: 'cim:split($(author), ";")', as: one }
mappings:
  work:
    subjects: id:works/$(ref)
    predicateobjects:
      - [a, schema:VisualArtwork]
      - p: schema:name
        o: { function: 'cim:capitalise(cim:coalesce("$(title) ($(place))", $(title)))', language: fr }
        condition: cim:isNotEmpty($(kind))
      - [dcterms:identifier, $(ref)]
      - [schema:abstract, $(note)]
      - p: schema:award
        o: Prize
        condition: cim:isNotEmpty($(prize))
      - p: schema:locationCreated
        o: id:works/$(ref)#place~iri
        condition: cim:isNotEmpty($(place))
  place:
    subjects: id:works/$(ref)#place
    predicateobjects:
      - [schema:name, $(place)]
  person:
    sources: authors
    subjects: { function: 'cim:concat(cim:slug($(one)), "id/people/", "")' }
    predicateobjects:
      - [schema:name, $(one)]
`;
const HEADER = ['ref', 'TICO', 'Commune', 'AUTR', 'kind', 'prize'];

const trace = createColumnTracer(mappingOf(WORKS), { base: BASE, header: HEADER });
const behind = (node: string, ...path: readonly string[]) => trace({ node: BASE + node, path });

describe('The columns behind a statement', () => {
  it('are those that functions and templates read, the main one first, by the names of the file', () => {
    expect(behind('id/works/W1', `${SCHEMA}name`)).toEqual({
      columns: ['TICO', 'Commune'],
      main: ['TICO'],
      conditions: ['kind'],
      subject: ['ref'],
      missing: [],
    });
  });

  it('differ for one property of a thing, of its part and of another kind of thing', () => {
    expect(behind('id/works/W1#place', `${SCHEMA}name`).columns).toEqual(['Commune']);
    expect(behind('id/people/rubens', `${SCHEMA}name`).columns).toEqual(['AUTR']);
  });

  it('are found through “each”, for the subject too', () => {
    expect(behind('id/people/rubens').subject).toEqual(['AUTR']);
  });

  it('are only conditions where the value is always the same', () => {
    expect(behind('id/works/W1', `${SCHEMA}award`)).toMatchObject({ columns: [], conditions: ['prize'] });
  });

  it('leave out the identifier from which the address of a part is made', () => {
    expect(behind('id/works/W1', `${SCHEMA}locationCreated`)).toMatchObject({
      columns: [],
      conditions: ['Commune'],
    });
  });

  it('keep the identifier where the value is the identifier', () => {
    expect(behind('id/works/W1', 'http://purl.org/dc/terms/identifier').columns).toEqual(['ref']);
  });

  it('are followed from the thing to its part', () => {
    const path = [`${SCHEMA}locationCreated`, `${SCHEMA}name`];
    expect(behind('id/works/W1', ...path).columns).toEqual(['Commune']);
  });

  it('are told as missing where the source has no such column', () => {
    expect(behind('id/works/W1', `${SCHEMA}abstract`)).toMatchObject({ columns: [], missing: ['note'] });
  });

  it('are none for a property that the mapping never says of such a node', () => {
    expect(behind('id/works/W1', `${SCHEMA}color`)).toMatchObject({ columns: [], subject: ['ref'] });
  });

  it('are references as they are written where the source has no header', () => {
    const json = createColumnTracer(mappingOf(WORKS), { base: BASE });
    expect(json({ node: `${BASE}id/works/W1`, path: [`${SCHEMA}name`] }).columns).toEqual(['title', 'place']);
  });

  it('are those of the joined record where rules are joined without condition', () => {
    const joined = createColumnTracer(
      mappingOf(`
mappings:
  work: { subjects: id:works/$(ref), predicateobjects: [[schema:creator, { mapping: person }]] }
  person: { subjects: id:people/$(name), predicateobjects: [[schema:name, $(name)]] }`),
      { base: BASE },
    );
    const node = `${BASE}id/works/W1`;
    expect(joined({ node, path: [`${SCHEMA}creator`] }).columns).toEqual(['name']);
    expect(joined({ node, path: [`${SCHEMA}creator`, `${SCHEMA}name`] }).columns).toEqual(['name']);
  });

  it('are the cells that the fields of a logical view are cut out of', () => {
    const rml = createColumnTracer(
      sound(
        parseRml(
          `@prefix rml: <http://w3id.org/rml/> . @prefix ex: <http://example.org/> .
<#v> a rml:LogicalView ; rml:viewOn [ rml:source [ a rml:RelativePathSource ; rml:path "x.csv" ] ;
    rml:referenceFormulation rml:CSV ] ;
  rml:field [ a rml:ExpressionField ; rml:fieldName "name" ; rml:reference "Nom" ] ;
  rml:field [ a rml:ExpressionField ; rml:fieldName "item" ; rml:reference "Choses" ;
    rml:field [ a rml:IterableField ; rml:fieldName "each" ; rml:referenceFormulation rml:JSONPath ; rml:iterator "$[*]" ;
      rml:field [ a rml:ExpressionField ; rml:fieldName "kind" ; rml:reference "$.kind" ] ] ] .
<#m> a rml:TriplesMap ; rml:logicalSource <#v> ; rml:subjectMap [ rml:template "http://example.org/{name}" ] ;
  rml:predicateObjectMap [ rml:predicate ex:kind ; rml:objectMap [ rml:reference "item.each.kind" ] ] .`,
          '/m.ttl',
          BASE,
          { mapping: '/', working: '/' },
        ),
      ),
      { base: BASE },
    );
    const traced = rml({ node: 'http://example.org/a', path: ['http://example.org/kind'] });
    expect(traced).toMatchObject({ columns: ['Choses'], subject: ['Nom'] });
  });

  it('are found for every kind of thing of the shipped museums', () => {
    const file = join(import.meta.dirname, '..', '..', '..', 'data', 'musees', 'mapping.yml');
    const museums = createColumnTracer(mappingOf(readFileSync(file, 'utf8')), {
      base: BASE,
      header: ['Identifiant', 'Nom officiel', 'Ville', 'Département', 'Année de création', 'geolocalisation'],
    });
    const node = `${BASE}id/musees/M0001`;
    expect(museums({ node, path: [`${SCHEMA}name`] }).columns).toEqual(['Nom officiel', 'Ville']);
    expect(museums({ node, path: [`${SCHEMA}foundingDate`] }).columns).toEqual(['Année de création']);
    expect(museums({ node, path: [`${SCHEMA}containedInPlace`] }).columns).toEqual(['Département']);
    expect(museums({ node, path: [] }).subject).toEqual(['Identifiant']);
  });
});
