import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  escapeLiteral,
  iri,
  lineSubjectIri,
  literal,
  parseLines,
  quad,
  quadLine,
  text,
  typed,
  withoutGraph,
  xsd,
} from '../../../src/rdf/index.ts';
import { linesOf, wildQuads } from './quads.ts';

describe('Statements as N-Quads', () => {
  it('are read back as they were, whatever their literals', () => {
    fc.assert(
      fc.property(wildQuads, fc.constantFrom(undefined, 'http://g/1'), (quads, graph) => {
        const lines = quads.map((one) => quadLine(one, graph));
        expect(lines.every((line) => !line.includes('\n'))).toBe(true);
        const back = parseLines(lines);
        expect(linesOf(back)).toEqual(linesOf(quads));
        expect(back.every((one) => one.graph.value === (graph ?? ''))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('are read alike whether all lines are plain or one needs the whole parser', () => {
    const awkward = '_:b <http://example.org/p> "\\"" .';
    fc.assert(
      fc.property(wildQuads, fc.constantFrom(undefined, 'http://g/1'), (quads, graph) => {
        const lines = quads.map((one) => quadLine(one, graph));
        const [, ...parsed] = parseLines([awkward, ...lines]);
        const fast = parseLines(lines);
        expect(fast.every((one, index) => parsed[index]?.equals(one))).toBe(true);
        expect(fast).toHaveLength(parsed.length);
      }),
    );
  });

  it('are read alike by both parsers however their texts are escaped', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '\\t',
        '\\b',
        '\\n',
        '\\r',
        '\\f',
        '\\"',
        "\\'",
        '\\\\',
        '\\u00e9',
        '\\u2019',
        '\\U0001F600',
      ),
      fc.constantFrom('a', 'é', ' ', '😀', '\\u0000', '@', '.', '<s:s>'),
    );
    const ends = fc.constantFrom('', '@fr', '^^<http://x/type>');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), ends, (pieces, end) => {
        const line = `<http://x/s> <http://x/p> "${pieces.join('')}"${end} .`;
        const [, whole] = parseLines(['_:b <http://x/p> _:b .', line]);
        const [fast] = parseLines([line]);
        expect(fast?.object.value).toBe(whole?.object.value);
        expect(whole && fast?.equals(whole)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('are read however many escapes a text holds', () => {
    const [one] = parseLines([`<http://x/s> <http://x/p> "${'\\n'.repeat(2_000_000)}" .`]);
    expect(one?.object.value).toHaveLength(2_000_000);
  });

  it.each([
    '<relative> <http://x/p> "a" .',
    '<http://x/s> <http://x/p> "a"',
    '<http://x/s> "p" "a" .',
    '<http://x/s> <http://x/p> "\\uD83D" .',
    'x',
  ])('are refused where they are none: %s', (line) => {
    expect(() => parseLines([line])).toThrow();
  });

  it('lose their graph and nothing else', () => {
    fc.assert(
      fc.property(wildQuads, (quads) => {
        for (const one of quads) {
          expect(withoutGraph(quadLine(one, 'http://g/1'))).toBe(quadLine(one));
          expect(withoutGraph(quadLine(one))).toBe(quadLine(one));
        }
      }),
    );
  });

  it.each([
    ['<s:s> <p:p> <o:o> <g:g> .', '<s:s> <p:p> <o:o> .'],
    ['<s:s> <p:p> <o:o> .', '<s:s> <p:p> <o:o> .'],
    ['<s:s> <p:p> "a <g:g> ." .', '<s:s> <p:p> "a <g:g> ." .'],
    ['<s:s> <p:p> "a <g:g> ."@fr <g:g> .', '<s:s> <p:p> "a <g:g> ."@fr .'],
    ['<s:s> <p:p> "1"^^<x:y> .', '<s:s> <p:p> "1"^^<x:y> .'],
    ['<s:s> <p:p> "1"^^<x:y> <g:g> .', '<s:s> <p:p> "1"^^<x:y> .'],
    ['<s:s> <p:p> "" <g:g> .', '<s:s> <p:p> "" .'],
  ])('%s is %s without its graph', (line, expected) => {
    expect(withoutGraph(line)).toBe(expected);
  });

  it('are written canonically', () => {
    const [s, p] = [iri('s:s'), iri('p:p')];
    expect(quadLine(quad(s, p, literal('a\t"\\\u0001é')))).toBe('<s:s> <p:p> "a\\t\\"\\\\\\u0001é" .');
    expect(quadLine(quad(s, p, typed('a', xsd.string)))).toBe('<s:s> <p:p> "a" .');
    expect(quadLine(quad(s, p, text('a', 'fr'), iri('g:g')))).toBe('<s:s> <p:p> "a"@fr <g:g> .');
    expect(quadLine(quad(s, p, typed(1, xsd.integer)), 'h:h')).toBe(
      `<s:s> <p:p> "1"^^<${xsd.integer}> <h:h> .`,
    );
  });

  it('have the subject of their line', () => {
    const line = '<http://a/é> <p:p> "x y" .';
    expect(lineSubjectIri(line)).toBe('http://a/é');
  });
});

describe('A text', () => {
  it('without anything to escape is not touched', () => {
    expect(escapeLiteral("l’œuvre 'x' \u2028 😀")).toBe("l’œuvre 'x' \u2028 😀");
  });
});
