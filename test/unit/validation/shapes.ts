import type { ResourceStar, ShapeResult, ShapeValidator } from '../../../src/model/index.ts';
import { parseTurtle } from '../../../src/rdf/index.ts';
import {
  type CreatedShapeValidator,
  createShapeValidator,
  type ShapesFile,
} from '../../../src/validation/index.ts';

const PREFIXES = `@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix ex: <http://example.org/> .
`;

/** Lines before the text that is given, in files made by `shapesFile`. */
export const PREAMBLE_LINES = PREFIXES.split('\n').length - 1;

export function shapesFile(turtle: string, file = 'shapes/test.ttl'): ShapesFile {
  const text = PREFIXES + turtle;
  const parsed = parseTurtle(text, file, 'http://example.org/');
  if (parsed.kind === 'malformed') throw new Error(JSON.stringify(parsed.complaint));
  return { file, quads: parsed.quads, text };
}

export const created = (turtle: string): CreatedShapeValidator =>
  createShapeValidator({ shapes: [shapesFile(turtle)] });

export function validator(turtle: string): ShapeValidator {
  const outcome = created(turtle);
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.complaints, null, 1));
  return outcome.validator;
}

/** `ex:Thing` instances get the property `ex:p` with the constraint. */
export const onProperty = (constraint: string): ShapeValidator =>
  validator(`ex:S a sh:NodeShape ; sh:targetClass ex:Thing ; sh:property [ sh:path ex:p ; ${constraint} ] .`);

/** A thing `ex:<name>` of class `ex:Thing`, with objects for `ex:p` as N-Triples text. */
export function thing(name: string, ...values: readonly string[]): ResourceStar {
  const iri = `http://example.org/${name}`;
  const lines = values.map((value) => `<${iri}> <http://example.org/p> ${value} .`);
  return {
    iri,
    lines: [
      `<${iri}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://example.org/Thing> .`,
      ...lines,
    ],
  };
}

export const xsd = (lexical: string, type: string): string =>
  `"${lexical}"^^<http://www.w3.org/2001/XMLSchema#${type}>`;

/** Values at fault, or the component's name where a result has no value. */
export async function faults(judge: ShapeValidator, ...values: readonly string[]): Promise<string[]> {
  const results: readonly ShapeResult[] = await judge.validate([thing('t', ...values)]);
  return results.map((result) => result.value ?? result.component);
}
