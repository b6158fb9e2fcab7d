import { afterAll, expect, it } from '@jest/globals';
import type { ShapeResult } from '../../src/model/index.ts';
import { createShapeValidator, type GraphResult, validateGraph } from '../../src/validation/index.ts';
import { describeShared } from '../shared.ts';
import { compared, resultOf, SUITE, shaclCases, starsOfGraph } from './shacl-cases.ts';

const CASES = shaclCases(SUITE);
const tally = { passed: 0, starsAnswered: 0, starsRefused: 0 };

describeShared(SUITE)('A W3C SHACL core case', () => {
  it.each(CASES)(
    '$name has exactly the results of the specification',
    ({ name, shapes, data, conforms, expected }) => {
      const validated = validateGraph({ shapes: [{ file: name, quads: shapes }], data, reading: 'letter' });
      if (validated.kind === 'refused') throw new Error(JSON.stringify(validated.complaints, null, 1));
      const withMessages = expected.some(({ messages }) => messages.length > 0);
      const found = validated.results.map((result) => compared(resultOf(result, withMessages)));
      expect(found.sort()).toEqual(expected.map(compared).sort());
      expect(validated.conforms).toBe(conforms);
      tally.passed++;
    },
  );

  it('is one of 98', () => {
    expect(CASES).toHaveLength(98);
  });

  afterAll(() => {
    process.stdout.write(`SHACL core: passed ${tally.passed} of ${CASES.length}\n`);
  });
});

const LABEL = /^(?:b\d+_|n3-|_:)/;
const unlabelled = (text = ''): string => (LABEL.test(text) ? '[]' : text);
const graphText = ({ focusNode, component, value }: GraphResult): string =>
  [unlabelled(focusNode.value), component.replace(/.*#/, ''), unlabelled(value?.value)].join(' ');
const starText = ({ focusNode, component, value }: ShapeResult): string =>
  [unlabelled(focusNode), component, unlabelled(value)].join(' ');

describeShared(SUITE)('A W3C SHACL core case, asked thing by thing', () => {
  it.each(CASES)(
    '$name is answered as by the whole graph, or its shapes are refused',
    async ({ name, shapes, data }) => {
      const files = [{ file: name, quads: shapes }];
      const created = createShapeValidator({ shapes: files, ontologies: data });
      if (created.kind === 'refused') {
        tally.starsRefused++;
        expect(created.complaints.length).toBeGreaterThan(0);
        return;
      }
      const validated = validateGraph({ shapes: files, data });
      if (validated.kind === 'refused') throw new Error('Shapes that things are judged by judge graphs too.');
      const described = starsOfGraph(data);
      const undescribed = created.named.filter((named) => !described.some(({ iri }) => iri === named));
      const stars = [...described, ...undescribed.map((iri) => ({ iri, lines: [] }))];
      const found = (await created.validator.validate(stars)).map(starText);
      expect([...new Set(found)].sort()).toEqual([...new Set(validated.results.map(graphText))].sort());
      tally.starsAnswered++;
    },
  );

  afterAll(() => {
    const { starsAnswered, starsRefused } = tally;
    process.stdout.write(`SHACL core by things: answered ${starsAnswered}, refused ${starsRefused}\n`);
  });
});
