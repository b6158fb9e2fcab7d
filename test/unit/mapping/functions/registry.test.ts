import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  ALL_FUNCTIONS,
  describeFunctions,
  FUNCTION_FAULTS,
  FUNCTION_PREFIXES,
  findFunction,
  findParameter,
  functionPage,
  functionReference,
  givesOutput,
  holds,
} from '../../../../src/mapping/functions/index.ts';
import { parseTurtle, serialise } from '../../../../src/rdf/index.ts';
import { run } from './run.ts';

const GREL = 'http://users.ugent.be/~bjdmeest/function/grel.ttl#';
const IDLAB = 'https://w3id.org/imec/idlab/function#';
const FNO = 'https://w3id.org/function/ontology#';
const REFERENCE = join(import.meta.dirname, '../../../../data/FUNCTIONS.md');

const known = (iri: string) => {
  const found = findFunction(iri);
  if (!found) throw new Error(`No function ${iri}`);
  return found;
};

const named = ALL_FUNCTIONS.map((one) => [one.iri, one] as const);
const examples = ALL_FUNCTIONS.flatMap((one) =>
  one.examples.map((example) => [one.name, JSON.stringify(example.args), one, example] as const),
);

describe('An example of a function', () => {
  it.each(examples)('%s of %s is true', (_, __, one, { args, gives, notes = [] }) => {
    expect(Object.keys(args).filter((name) => !one.parameters.some((each) => each.name === name))).toEqual(
      [],
    );
    expect(run(one, args)).toEqual({ gives, notes });
  });
});

describe('A function', () => {
  it.each(named)('%s has a description in both languages, examples, and notes that have words', (_, one) => {
    expect(one.examples.length).toBeGreaterThan(0);
    for (const text of [one.description, ...one.parameters.map((each) => each.description)])
      for (const words of [text.fr, text.en]) expect(words.trim()).not.toBe('');
    expect(one.description.fr).toMatch(/^\p{Lu}.*\.$/u);
    expect(one.description.fr).not.toMatch(/'/);
    expect(one.outputs.length).toBeGreaterThan(0);
    for (const code of one.examples.flatMap(({ notes = [] }) => notes))
      expect(Object.keys(FUNCTION_FAULTS)).toContain(code);
  });

  it.each(named)('%s names its parameters once, the needed ones first', (_, { parameters }) => {
    const names = parameters.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const required = parameters.map((one) => one.required);
    expect(required.toSorted().toReversed()).toEqual(required);
  });

  it.each(named)('%s is found by its own IRI only', (iri, one) => {
    expect(findFunction(iri)).toBe(one);
    expect(ALL_FUNCTIONS.filter((other) => other.iri === iri)).toHaveLength(1);
  });

  it('is not found under another name', () => {
    expect(findFunction(`${GREL}unknown_func`)).toBeUndefined();
    expect(findFunction('toString')).toBeUndefined();
  });

  it('of IDLab is found under its old namespace', () => {
    expect(findFunction('http://example.com/idlab/function/equal')).toBe(findFunction(`${IDLAB}equal`));
  });

  it('has parameters that go by name, position, predicate and IRI', () => {
    const upper = known(`${GREL}toUpperCase`);
    for (const key of ['valueParameter', '0', `${GREL}valueParameter`, `${GREL}valueParam`])
      expect(findParameter(upper, key)?.name).toBe('valueParameter');
    expect(findParameter(upper, `${GREL}unknownParam`)).toBeUndefined();
    expect(findParameter(upper, '1')).toBeUndefined();
    expect(findParameter(known('urn:cimaise:function:slug'), 'urn:cimaise:function:value')?.name).toBe(
      'value',
    );
  });

  it('has outputs that go by IRI and predicate', () => {
    const upper = known(`${GREL}toUpperCase`);
    expect(givesOutput(upper, `${GREL}stringOut`)).toBe(true);
    expect(givesOutput(upper, `${GREL}stringOutput`)).toBe(true);
    expect(givesOutput(upper, `${GREL}unknownOut`)).toBe(false);
  });

  it('that counts gives integers, one that claims gives booleans', () => {
    expect(known(`${GREL}string_length`).datatype).toMatch(/#integer$/);
    expect(known(`${IDLAB}equal`).datatype).toMatch(/#boolean$/);
    expect(known(`${GREL}toUpperCase`).datatype).toBeUndefined();
  });
});

describe('Values, as a condition,', () => {
  it.each([
    [['true'], true],
    [['a', 'b'], true],
    [[], false],
    [['false'], false],
    [[' '], false],
    [['true', 'false'], false],
  ])('%j hold: %s', (values, expected) => {
    expect(holds(values)).toBe(expected);
  });
});

describe('The description of the functions in FnO', () => {
  it('is read back from Turtle whole, every function with its parameters and outputs', async () => {
    const quads = describeFunctions();
    const turtle = await serialise(quads, 'text/turtle', FUNCTION_PREFIXES);
    const back = parseTurtle(turtle, 'functions.ttl', 'http://e.org/');
    if (back.kind !== 'parsed') throw new Error('The Turtle is not well-formed');
    const objects = (subject: string, predicate: string) =>
      back.quads
        .filter((quad) => quad.subject.value === subject && quad.predicate.value === predicate)
        .map((quad) => quad.object.value);
    const members = (subject: string, property: string) => {
      const found: string[] = [];
      let [node = ''] = objects(subject, FNO + property);
      while (node !== '' && !node.endsWith('#nil')) {
        found.push(...objects(node, 'http://www.w3.org/1999/02/22-rdf-syntax-ns#first'));
        [node = ''] = objects(node, 'http://www.w3.org/1999/02/22-rdf-syntax-ns#rest');
      }
      return found;
    };
    expect(back.quads).toHaveLength(quads.length);
    for (const one of ALL_FUNCTIONS) {
      expect(objects(one.iri, 'http://purl.org/dc/terms/description')).toEqual([
        one.description.fr,
        one.description.en,
      ]);
      expect(members(one.iri, 'expects')).toEqual(one.parameters.map(({ iri }) => iri));
      expect(members(one.iri, 'returns')).toEqual(one.outputs.slice(0, 1));
      for (const { iri, predicate, required } of one.parameters) {
        expect(objects(iri, `${FNO}predicate`)).toEqual([predicate]);
        expect(objects(iri, `${FNO}required`)).toEqual([String(required)]);
      }
    }
  });
});

describe('The reference of the functions', () => {
  it('is the one that `cimaise functions --markdown` writes', () => {
    expect(readFileSync(REFERENCE, 'utf8')).toBe(functionReference());
  });

  it('speaks of every function', () => {
    const text = functionReference();
    for (const { name } of ALL_FUNCTIONS) expect(text).toContain(`:${name}(`);
  });

  it('has a page for each function in both languages', () => {
    const page = functionPage(known('urn:cimaise:function:split'), 'fr').join('\n');
    expect(page).toContain('cim:split(value, separator)');
    expect(page).toContain('parenthèses');
    expect(functionPage(known('urn:cimaise:function:split'), 'en').join('\n')).toContain('brackets');
  });
});
