import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Store } from 'oxigraph';
import { countRows } from '../../../../src/store/pool/row-count.ts';

const SELECTS = [
  'application/sparql-results+json',
  'application/sparql-results+xml',
  'text/csv',
  'text/tab-separated-values',
];
const NASTY = ['"', '\\', '{', '}', '\n', '\r\n', ',', '\t', '<result>', 'é', ''];

const quoted = (text: string): string => JSON.stringify(text).replaceAll('\\t', '\t');
const values = fc.array(fc.array(fc.constantFrom(...NASTY, 'a'), { maxLength: 6 }), { maxLength: 8 });
const answer = (query: string, mediaType: string): string =>
  new Store().query(query, { results_format: mediaType }) as string;

describe('The rows of an answer', () => {
  it.each(SELECTS)('in %s are counted exactly, whatever stands in values', (mediaType) => {
    fc.assert(
      fc.property(values, fc.constantFrom('?a', '?a ?none', '?none'), (texts, variables) => {
        const rows = texts.map((parts) => quoted(parts.join('')));
        const body = answer(`SELECT ${variables} { VALUES ?a { ${rows.join(' ')} } }`, mediaType);
        for (const most of [0, 1, texts.length, 1000].filter((one) => one >= texts.length))
          expect([most, countRows(body, mediaType, most)]).toEqual([
            most,
            body.length <= most ? 0 : texts.length,
          ]);
        if (texts.length > 1) expect(countRows(body, mediaType, texts.length - 1)).toBe(texts.length);
      }),
    );
  });

  it.each(['application/n-triples', 'application/n-quads'])('in %s are its statements', (mediaType) => {
    fc.assert(
      fc.property(values, (texts) => {
        const distinct = new Set(texts.map((parts) => quoted(parts.join(''))));
        const objects = [...distinct].map((one) => `<http://a> <http://b> ${one} .`).join(' ');
        expect(countRows(answer(`CONSTRUCT { ${objects} } {}`, mediaType), mediaType, 8)).toBe(distinct.size);
      }),
    );
  });

  it('are counted one further than the most', () => {
    const body = answer(`SELECT * { VALUES ?a { ${'1 '.repeat(500)} } }`, 'text/csv');
    expect(countRows(body, 'text/csv', 20)).toBe(21);
  });

  it.each(SELECTS)('in %s of an ASK are none', (mediaType) => {
    expect(countRows(answer('ASK {}', mediaType), mediaType, 1)).toBe(0);
  });

  it('with values of millions of characters are counted', () => {
    const long = `"${'\\n\\"{'.repeat(1_000_000)}"`;
    for (const mediaType of SELECTS)
      expect(countRows(answer(`SELECT * { VALUES ?a { ${long} } }`, mediaType), mediaType, 5)).toBe(1);
  });
});
