import type { ResourceStar } from '../../src/model/index.ts';
import { random } from './museum-catalogue.ts';

/** Museums that never were, each a subject with 11 to 13 statements; one in fifty breaks a constraint. */
export function* resources(count: number, seed = 3): Generator<ResourceStar> {
  const next = random(seed);
  const xsd = 'http://www.w3.org/2001/XMLSchema#';
  for (let number = 0; number < count; number++) {
    const iri = `http://example.org/id/museums/M${String(number).padStart(7, '0')}`;
    const say = (predicate: string, object: string): string =>
      `<${iri}> <http://example.org/def/${predicate}> ${object} .`;
    const decimal = (value: number): string => `"${value.toFixed(5)}"^^<${xsd}decimal>`;
    const lines = [
      `<${iri}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://example.org/def/Museum> .`,
      say('identifier', `"M${String(number).padStart(7, '0')}"`),
      say('name', `"Musée numéro ${number}"@fr`),
      say('name', `"Museum number ${number}"@en`),
      say('town', '"Besançon"'),
      say('postcode', next() < 0.02 ? '"2500"' : '"25000"'),
      say('latitude', decimal(43 + next() * 7)),
      say('longitude', decimal(-1 + next() * 8)),
      say('opened', `"${1800 + Math.floor(next() * 220)}"^^<${xsd}gYear>`),
      say('status', next() < 0.5 ? '"public"' : '"private"'),
      say('department', `<http://example.org/id/departments/${10 + (number % 90)}>`),
    ];
    if (next() < 0.6) lines.push(say('homepage', `<http://example.org/site/${number}>`));
    if (next() < 0.4) lines.push(say('visitors', `"${Math.floor(next() * 1e6)}"^^<${xsd}integer>`));
    if (next() < 0.2) lines.push(say('note', `"Fermé le mardi ${number}"@fr`));
    yield { iri, lines };
  }
}

/** A shape with fifteen property shapes, of the everyday kinds. */
export const MUSEUM_SHAPE = `@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix ex: <http://example.org/def/> .
ex:MuseumShape a sh:NodeShape ; sh:targetClass ex:Museum ; sh:nodeKind sh:IRI ;
  sh:property [ sh:path ex:identifier ; sh:minCount 1 ; sh:maxCount 1 ; sh:pattern "^M[0-9]{7}$" ] ,
    [ sh:path ex:name ; sh:minCount 1 ; sh:uniqueLang true ; sh:datatype rdf:langString ] ,
    [ sh:path ex:name ; sh:languageIn ( "fr" "en" ) ] ,
    [ sh:path ex:town ; sh:minCount 1 ; sh:datatype xsd:string ; sh:minLength 2 ] ,
    [ sh:path ex:postcode ; sh:maxCount 1 ; sh:pattern "^[0-9]{5}$" ] ,
    [ sh:path ex:latitude ; sh:maxCount 1 ; sh:datatype xsd:decimal ; sh:minInclusive -90 ; sh:maxInclusive 90 ] ,
    [ sh:path ex:longitude ; sh:maxCount 1 ; sh:datatype xsd:decimal ; sh:minInclusive -180 ; sh:maxInclusive 180 ] ,
    [ sh:path ex:opened ; sh:maxCount 1 ; sh:datatype xsd:gYear ] ,
    [ sh:path ex:status ; sh:maxCount 1 ; sh:in ( "public" "private" ) ] ,
    [ sh:path ex:department ; sh:minCount 1 ; sh:nodeKind sh:IRI ] ,
    [ sh:path ex:homepage ; sh:nodeKind sh:IRI ; sh:maxCount 3 ] ,
    [ sh:path ex:visitors ; sh:datatype xsd:integer ; sh:minInclusive 0 ] ,
    [ sh:path ex:note ; sh:maxLength 2000 ] ,
    [ sh:path ex:closed ; sh:maxCount 1 ; sh:datatype xsd:gYear ] ,
    [ sh:path rdf:type ; sh:hasValue ex:Museum ] .
`;
