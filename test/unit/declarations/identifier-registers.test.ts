import { describe, expect, it } from '@jest/globals';
import {
  registerComplaints,
  registerOf,
  unknownRegisters,
} from '../../../src/declarations/identifier-registers.ts';
import type { TurtleFile } from '../../../src/declarations/ontologies.ts';
import { Graph } from '../../../src/graph/index.ts';
import { parsePlacedTurtle } from '../../../src/rdf/index.ts';

const REGISTER = 'https://registers.example/museums';

function file(says: string): TurtleFile {
  const text = `@prefix wdt: <http://www.wikidata.org/prop/direct/> .\n<${REGISTER}> ${says} .`;
  const parsed = parsePlacedTurtle(text, 'ontologies/x.ttl', 'https://data.example/');
  if (parsed.kind === 'malformed') throw new Error(parsed.complaint.found.en);
  return {
    file: 'ontologies/x.ttl',
    path: '/x.ttl',
    text,
    quads: parsed.quads.map(({ quad }) => quad),
    lines: parsed.quads.map(({ line }) => line),
  };
}

const registerIn = ({ quads }: TurtleFile) => registerOf(new Graph(quads), REGISTER);

describe('A register of identifiers', () => {
  it('leads by its template what its pattern knows, from end to end', () => {
    const sound = file('wdt:P1630 "https://pop.example/notice/$1" ; wdt:P1793 "M[0-9]{4}|X"');
    const found = registerIn(sound);
    expect(registerComplaints(sound)).toEqual([]);
    expect(found?.templates).toEqual(['https://pop.example/notice/$1']);
    const isKnown = (text: string) => found?.patterns.some((pattern) => pattern.test(text));
    expect(['M0001', 'X', 'aM0001', 'M00011', 'XX', 'M0001\n'].map(isKnown)).toEqual([
      ...[true, true],
      ...[false, false, false, false],
    ]);
  });

  it.each([
    'javascript:alert($1)',
    'data:text/html,$1',
    'https://$1/notice',
    'https://$1.example/notice',
    'https://me@pop.example/$1',
    'https://pop.example/notice',
    '/notice/$1',
    '//pop.example/$1',
    'https://pop.example/a b$1',
    'mailto:$1@pop.example',
  ])('is refused with the template %j', (template) => {
    const unsound = file(`wdt:P1630 "${template}" ; wdt:P1793 ".*"`);
    expect(registerIn(unsound)).toBeUndefined();
    const [complaint] = registerComplaints(unsound);
    expect(complaint?.place).toEqual({ file: 'ontologies/x.ttl', line: 2 });
    expect(complaint?.remedy.en).toContain('whole host');
  });

  it.each(['(a+)+', '(', 'a**'])('is refused with the pattern %j', (pattern) => {
    const unsound = file(`wdt:P1630 "https://pop.example/$1" ; wdt:P1793 "${pattern}"`);
    expect(registerIn(unsound)).toBeUndefined();
    expect(registerComplaints(unsound)).toHaveLength(1);
  });

  it('is refused without a pattern', () => {
    const [complaint] = registerComplaints(file('wdt:P1630 "https://pop.example/$1"'));
    expect(complaint?.remedy.fr).toContain('wdt:P1793');
  });

  it('that a dataset names is described, or told with the nearest', () => {
    const known = file('wdt:P1630 "https://pop.example/$1" ; wdt:P1793 "X"');
    const at = { place: { file: 'data/musees/dataset.yml' }, places: new Map() };
    expect(unknownRegisters([{ ...at, register: REGISTER }, at], [known])).toEqual([]);
    const [complaint] = unknownRegisters([{ ...at, register: `${REGISTER}s` }], [known]);
    expect(complaint?.remedy.en).toBe(`Did you mean “${REGISTER}”?`);
  });
});
