import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { withoutFragment } from '../../../src/model/index.ts';
import { lineSubjectIri, literal, quadLine, statement } from '../../../src/rdf/index.ts';
import { id, line, SCHEMA, withIndex } from './dumps.ts';

const subject = fc
  .tuple(
    fc.constantFrom('musees', 'oeuvres'),
    fc.constantFrom('M', 'M1', 'M1-a', 'M10', 'M1.b', 'é'),
    fc.constantFrom('', '#a', '#b'),
  )
  .map(([dataset, name, hash]) => id(dataset, name) + hash);
const predicate = fc.constantFrom(`${SCHEMA}name`, `${SCHEMA}latitude`, `${SCHEMA}about`);
const object = fc.oneof(
  subject.map((iri) => `<${iri}>`),
  fc
    .tuple(fc.string({ unit: 'binary', maxLength: 20 }), fc.constantFrom('', 'fr', 'en-GB'))
    .filter(([value]) => value.isWellFormed())
    .map(([value, language]) => {
      const one = statement('a:a', 'a:b', language === '' ? literal(value) : literal(value, language));
      return quadLine(one).slice('<a:a> <a:b> '.length, -2);
    }),
);
const lines = fc.array(
  fc.tuple(subject, predicate, object).map((parts) => line(...parts)),
  { maxLength: 40 },
);

describe('An index', () => {
  it('describes exactly the statements of the dumps', async () => {
    await fc.assert(
      fc.asyncProperty(lines, lines, async (musees, oeuvres) => {
        const all = [...new Set([...musees, ...oeuvres])];
        const things = new Set(all.map((one) => withoutFragment(lineSubjectIri(one))));
        await withIndex({ musees, oeuvres }, (index) => {
          const described = [...things].flatMap((thing) => index.describe(thing)?.lines ?? []);
          expect(described.sort()).toEqual(all.sort());
          for (const thing of things) expect(index.has(thing)).toBe(true);
          expect(index.has(`${id('musees', 'M')}none`)).toBe(false);
        });
      }),
      { numRuns: 60 },
    );
  });
});
