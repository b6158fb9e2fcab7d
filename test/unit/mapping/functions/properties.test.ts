import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ALL_FUNCTIONS, findFunction } from '../../../../src/mapping/functions/index.ts';
import { run } from './run.ts';

const GREL = 'http://users.ugent.be/~bjdmeest/function/grel.ttl#';

/** Texts of any kind, and those that functions look for. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    '',
    '[',
    '(a+)+',
    '/[/',
    '\ud800',
    '%',
    '%E9',
    '&#xD800;',
    '1e400',
    '-0',
    'NaN',
    'Infinity',
    '9'.repeat(400),
    'toString',
    '__proto__',
    '2154',
    'H. 1 cm, l. 2',
    '4e quart 19e siècle',
    'NOM Prénom (dit, (?)',
    'yyyy-MM-dd',
    '2020-01-31',
    'month',
  ),
  fc
    .array(
      fc.constantFrom('H', '1', '.', ',', ' ', ';', '(', ')', 'cm', 'en', 'av JC', 'e siècle', '?', '-'),
      {
        maxLength: 30,
      },
    )
    .map((parts) => parts.join('')),
);

const gives = (iri: string, args: Readonly<Record<string, string | readonly string[]>>) => {
  const known = findFunction(iri);
  if (!known) throw new Error(iri);
  return run(known, args).gives;
};

describe('A function', () => {
  it.each(ALL_FUNCTIONS.map((one) => [one.iri, one] as const))(
    '%s never throws, and gives texts',
    (_, one) => {
      const argument = fc.array(anyText, { maxLength: 3 });
      fc.assert(
        fc.property(fc.array(argument, { minLength: one.parameters.length, maxLength: 5 }), (args) => {
          const notes: string[] = [];
          const values = one.run(args, { note: (code) => notes.push(code), vocabulary: () => undefined });
          expect(values.every((value) => typeof value === 'string')).toBe(true);
        }),
        { numRuns: 100 },
      );
    },
  );

  it.each(ALL_FUNCTIONS.map((one) => [one.iri, one] as const))(
    '%s bears arguments that are not there',
    (_, one) => {
      expect(Array.isArray(one.run([], { note: () => undefined, vocabulary: () => undefined }))).toBe(true);
    },
  );

  it.each(
    ALL_FUNCTIONS.filter(({ parameters }) => parameters.some(({ name }) => name === 'misses')).map(
      (one) => [one.name, one] as const,
    ),
  )('%s notes nothing where it is asked to be quiet', (_, one) => {
    fc.assert(
      fc.property(anyText, (value) => {
        const args = Object.fromEntries(one.parameters.map(({ name }) => [name, value]));
        expect(run(one, { ...args, epsg: '2154', misses: 'quiet' }).notes).toEqual([]);
      }),
    );
  });
});

describe('A slug', () => {
  it('of a slug is itself', () => {
    fc.assert(
      fc.property(anyText, (value) => {
        const once = gives('urn:cimaise:function:slug', { value });
        expect(gives('urn:cimaise:function:slug', { value: once })).toEqual(once);
      }),
    );
  });
});

describe('An escaped text', () => {
  it.each(['html', 'xml', 'csv', 'url', 'javascript'])(
    'in %s is the text again once unescaped',
    (modeParameter) => {
      fc.assert(
        fc.property(anyText, (text) => {
          const valueParameter = text.toWellFormed();
          // A text that looks quoted is taken for CSV: a cell is never written so without being escaped.
          fc.pre(
            modeParameter !== 'csv' || !valueParameter.startsWith('"') || /[",;\n\r]/.test(valueParameter),
          );
          const escaped = gives(`${GREL}escape`, { valueParameter, modeParameter });
          expect(gives(`${GREL}string_unescape`, { valueParameter: escaped, modeParameter })).toEqual([
            valueParameter,
          ]);
        }),
      );
    },
  );
});

describe('A text that was split', () => {
  it('is itself once joined, but for separators at its end', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 30, unit: fc.constantFrom('a', 'b', ';', ' ') }),
        (valueParameter) => {
          const parts = gives(`${GREL}string_split`, { valueParameter, p_string_sep: ';' });
          const joined = gives(`${GREL}array_join`, { p_array_a: parts, p_string_sep: ';' });
          expect(joined[0] ?? '').toBe(valueParameter.replace(/;+$/, ''));
        },
      ),
    );
  });
});
