import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { recordTurtle } from '../../../src/preview/record-turtle.ts';
import { parseLines, parseTurtle, quadLine } from '../../../src/rdf/index.ts';

const BASE = 'https://donnees.example/';
const ELSEWHERE = 'https://elsewhere.example/';
const thing = (name: string): string => `<${BASE}id/places/${name}>`;
const literal = (text: string): string =>
  JSON.stringify(text).replace(
    /[\u007f-\uffff]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const turtleOf = (...lines: readonly string[]): Promise<string> =>
  recordTurtle(lines, { base: BASE, things: [`${BASE}id/places/P1`] });

/** What a text says, wherever it is read from: its own base stands first. */
function linesOf(turtle: string): readonly string[] {
  const parsed = parseTurtle(turtle, 'preview', ELSEWHERE);
  if (parsed.kind === 'malformed') throw new Error(`${turtle}\n${JSON.stringify(parsed)}`);
  return [...new Set(parsed.quads.map((quad) => quadLine(quad).trim()))].sort();
}

describe('The statements of a record', () => {
  it('are written from the base on, the thing that it identifies first', async () => {
    const text = await turtleOf(
      `${thing('P1#adresse')} <http://schema.org/name> "Lyon" .`,
      `${thing('P0')} <http://schema.org/name> "Avant" .`,
      `${thing('P1')} <http://schema.org/address> ${thing('P1#adresse')} .`,
    );
    expect(text.split('\n').slice(0, 2)).toEqual([
      `@base <${BASE}> .`,
      '@prefix schema: <http://schema.org/> .',
    ]);
    expect(text).toContain('<id/places/P1> schema:address <id/places/P1#adresse> .');
    expect(text.indexOf('<id/places/P1')).toBeLessThan(text.indexOf('<id/places/P0>'));
  });

  it('leave what is between quotes as it is', async () => {
    const text = await turtleOf(
      `${thing('P1')} <http://schema.org/name> "voir <${BASE}id/places/P1> \\"ici\\"" .`,
    );
    expect(text).toContain(`voir <${BASE}id/places/P1> \\"ici\\"`);
  });

  it('say the same as the lines, whatever the texts and the names', async () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      '\\',
      '\n',
      `<${BASE}id/x>`,
      'a',
      'é',
      '#',
      "'",
      '"""',
      '@base',
    );
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    const name = fc.constantFrom(
      ...[
        'id/a',
        'id/a#b',
        'a',
        '',
        'a:b',
        '?q=1',
        '//x/y',
        '../up',
        'id/../a',
        './a',
        '#top',
        'id//a',
        'def/nom',
      ],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(name, name, text), { minLength: 1, maxLength: 6 }), async (said) => {
        const lines = said.flatMap(([subject, object, value]) => [
          `<${BASE}${subject}> <http://schema.org/name> ${literal(value)} .`,
          `<${BASE}${subject}> <http://schema.org/url> <${BASE}${object}> .`,
        ]);
        const turtle = await turtleOf(...lines);
        expect(linesOf(turtle)).toEqual(
          [...new Set(parseLines(lines).map((quad) => quadLine(quad).trim()))].sort(),
        );
      }),
    );
  });
});
