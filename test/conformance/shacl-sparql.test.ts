import { afterAll, expect, it } from '@jest/globals';
import { createGraphStore } from '../../src/store/index.ts';
import { validateGraph, validateGraphWithStore } from '../../src/validation/index.ts';
import { describeShared } from '../shared.ts';
import { compared, resultOf, SPARQL_SUITE, shaclCases } from './shacl-cases.ts';

/** Cases that are not passed, each with its reason. They have to be refused, not answered. */
const REFUSED: Readonly<Record<string, string>> = {
  'pre-binding/shapesGraph-001':
    '$shapesGraph is optional in SHACL; stores hold data only, and a query that asks for shapes is refused',
};

/** Why queries are refused that the suite expects to fail: for what they do, not for something else. */
const RULES_OF_PREBINDING =
  /^SHACL forbids (MINUS|VALUES|SERVICE) |gives a value to|A subquery does not project/;

const CASES = shaclCases(SPARQL_SUITE);
const tally = { passed: 0 };

describeShared(SPARQL_SUITE)('A W3C SHACL-SPARQL case', () => {
  const validate = (one: (typeof CASES)[number]) =>
    validateGraphWithStore(
      { shapes: [{ file: one.name, quads: one.shapes }], data: one.data, reading: 'letter' },
      createGraphStore,
    );

  it.each(CASES.filter(({ name }) => REFUSED[name] === undefined))(
    '$name has exactly the results of the specification',
    async (one) => {
      const { conforms, fails, expected } = one;
      const validated = await validate(one);
      if (validated.kind === 'refused') {
        expect(fails).toBe(true);
        for (const { found } of validated.complaints) expect(found.en).toMatch(RULES_OF_PREBINDING);
      } else {
        const withMessages = expected.some(({ messages }) => messages.length > 0);
        const found = validated.results.map((result) => compared(resultOf(result, withMessages)));
        expect(found.sort()).toEqual(expected.map(compared).sort());
        expect([validated.conforms, fails]).toEqual([conforms, false]);
      }
      tally.passed++;
    },
  );

  it.each(CASES.filter(({ name }) => REFUSED[name] !== undefined))(
    '$name is not supported, and refused',
    async (one) => {
      expect((await validate(one)).kind).toBe('refused');
    },
  );

  it.each(CASES)('$name is refused where there is no store', ({ name, shapes, data }) => {
    const validated = validateGraph({ shapes: [{ file: name, quads: shapes }], data, reading: 'letter' });
    expect(validated.kind).toBe('refused');
  });

  it('is one of 23', () => {
    expect(CASES).toHaveLength(23);
  });

  afterAll(() => {
    process.stdout.write(`SHACL-SPARQL: passed ${tally.passed} of ${CASES.length}\n`);
  });
});
