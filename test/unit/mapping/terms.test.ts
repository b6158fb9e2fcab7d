import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lexicalCheck } from '../../../src/mapping/engine/datatypes.ts';
import { iriSafe } from '../../../src/mapping/engine/iri-encoding.ts';
import { edtf, xsd } from '../../../src/rdf/index.ts';
import { ruleOf, run } from './mapping-run.ts';

const anyText = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 });
const awkward = fc.string({
  unit: fc.constantFrom(
    '"',
    '\\',
    '\n',
    '\r',
    '\t',
    '\b',
    '\f',
    '\u0000',
    '\u007f',
    '\u0085',
    '\u2028',
    '\ufeff',
    '😀',
    ' ',
    '<',
    '.',
  ),
  minLength: 1,
});

describe('A mapped literal', () => {
  it('is read back as the value it was made of, whatever its characters', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyText, awkward), async (nom) => {
        const { quads, lines } = await run(
          ruleOf('- [schema:name, $(nom), fr~lang]', '- [schema:name, $(nom)]'),
          [{ ref: '1', nom }],
        );
        expect(lines).toHaveLength(2);
        expect(quads.map(({ object }) => object.value)).toEqual([nom, nom]);
      }),
      { numRuns: 300 },
    );
  });

  it('with half a surrogate pair is written as well-formed UTF-8', async () => {
    const { text } = await run(ruleOf('- [schema:name, $(nom)]'), [{ ref: '1', nom: 'a\ud800b' }]);
    expect(Buffer.from(text).toString('utf8')).toContain('"a\ufffdb"');
  });
});

describe('A value in a template of an IRI', () => {
  it.each([
    ['M0476', 'M0476'],
    ['a b', 'a%20b'],
    ['Œuvre d’été', 'Œuvre%20d’été'],
    ['a/b?c#d', 'a%2Fb%3Fc%23d'],
    ['100%', '100%25'],
    ['a-b._~c', 'a-b._~c'],
    ["l'é(1)!*", 'l%27é%281%29%21%2A'],
    ['<a>"{}|\\^`', '%3Ca%3E%22%7B%7D%7C%5C%5E%60'],
    ['\u0000\u0085', '%00%C2%85'],
    ['😀', '😀'],
    ['\ue000', '%EE%80%80'],
    ['\ud800', '%EF%BF%BD'],
  ])('%j keeps what RFC 3987 leaves unreserved, and nothing else', (value, expected) => {
    expect(iriSafe(value)).toBe(expected);
  });

  it('never makes an illegal IRI, and distinct values make distinct IRIs', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(anyText, { minLength: 1, maxLength: 4 }), async (refs) => {
        const { quads, report } = await run(
          ruleOf('- [schema:name, x]'),
          refs.map((ref) => ({ ref })),
        );
        expect(report.faults).toEqual([]);
        const subjects = quads.map(({ subject }) => subject.value);
        expect(new Set(subjects).size).toBe(refs.length);
        expect(
          subjects.every(
            (iri) => URL.canParse(iri) && !/[\s<>"{}|\\^`]/.test(iri.replace(/[\u00a0-\uffff]/g, '')),
          ),
        ).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('A typed value', () => {
  it.each([
    [xsd.integer, ['1', '-12', '+3', '007'], ['', '1.0', '1e3', 'a', ' 1', '1\n']],
    [xsd.nonNegativeInteger, ['0', '+1'], ['-1', '1.5']],
    [xsd.decimal, ['1', '1.5', '-.5', '1.'], ['', '.', '1e3', '1,5', 'NaN']],
    [xsd.double, ['1e3', '-1.5E-3', 'INF', 'NaN'], ['', 'e3', '1,5', 'Infinity']],
    [xsd.boolean, ['true', 'false', '1', '0'], ['vrai', 'TRUE', '']],
    [xsd.gYear, ['1990', '-0044', '12000', '1990Z'], ['90', '19900-', '012000', '194.', '1990-01']],
    [
      xsd.date,
      ['2000-02-29', '1990-01-01', '-0044-03-15', '2020-12-31+01:00'],
      ['1900-02-29', '2021-04-31', '2021-13-01', '2021-1-1', '01/02/2003', '2021-01-01T00:00:00'],
    ],
    [xsd.anyURI, ['http://a', 'a'], ['a b']],
    [edtf.EDTF, ['1990', '../1863', '194X'], ['', 'vers 1890']],
    ['http://example.org/own', ['anything at all', ''], []],
  ])('of %s has its lexical form', (datatype, good, bad) => {
    expect(good.filter((value) => !lexicalCheck(datatype)(value))).toEqual([]);
    expect(bad.filter(lexicalCheck(datatype))).toEqual([]);
  });
});
