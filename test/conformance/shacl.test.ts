import { afterAll, expect, it } from '@jest/globals';
import { createShapeValidator } from '../../src/validation/index.ts';
import { describeShared } from '../shared.ts';
import { resultText, SUITE, shaclCases, starsOfGraph } from './shacl-cases.ts';

/** Cases that a thing judged by itself cannot show: reason by name. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  'misc/message-001': 'its target node is described nowhere, and only things that are described are judged',
};

/** Fewer cases answered than this is a step back. */
const LEAST_ANSWERED = 28;

const tally = { answered: [] as string[], refused: [] as string[] };

describeShared(SUITE)('A W3C SHACL core case', () => {
  for (const { name, shapes, data, expected } of shaclCases()) {
    const reason = LEFT_OUT[name];
    if (reason !== undefined) {
      it.skip(`${name} (left out: ${reason})`, () => undefined);
      continue;
    }
    it(`${name} is answered exactly, or its shapes are refused`, async () => {
      const created = createShapeValidator({ shapes: [{ file: name, quads: shapes }], ontologies: data });
      if (created.kind === 'refused') {
        tally.refused.push(name);
        expect(created.complaints.length).toBeGreaterThan(0);
        return;
      }
      const results = await created.validator.validate(starsOfGraph(data));
      expect(results.map(resultText).sort()).toEqual(expected);
      tally.answered.push(name);
    });
  }

  it(`is answered rather than refused ${LEAST_ANSWERED} times at least`, () => {
    expect(tally.answered.length).toBeGreaterThanOrEqual(LEAST_ANSWERED);
  });

  afterAll(() => {
    const { answered, refused } = tally;
    process.stdout.write(`SHACL core: passed ${answered.length}, refused ${refused.length}\n`);
  });
});
