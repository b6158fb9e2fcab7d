import { describe, expect, it } from '@jest/globals';
import { summarise, withSamples } from '../../../src/validation/index.ts';
import { onProperty, thing, validator } from './shapes.ts';

describe('A summary', () => {
  it('counts each kind of result and keeps five samples', async () => {
    const results = await onProperty('sh:pattern "^x$"').validate(
      Array.from({ length: 8 }, (_, number) => thing(`t${number}`, `"v${number}"`)),
    );
    const [group, ...others] = summarise(results);
    expect(others).toEqual([]);
    expect(group).toMatchObject({
      shape: 'http://example.org/S',
      component: 'PatternConstraintComponent',
      path: 'http://example.org/p',
      severity: 'violation',
      count: 8,
    });
    expect(group?.samples).toEqual(
      [0, 1, 2, 3, 4].map((number) => ({
        thing: `http://example.org/t${number}`,
        value: `v${number}`,
        suggestions: ['x'],
      })),
    );
  });

  it('says of a group whose messages quote values what its first sample says', async () => {
    const [result] = await onProperty('sh:minCount 1').validate([thing('t')]);
    if (result === undefined) throw new Error('no result');
    const told = (row: number) => ({
      ...result,
      ...{ row, saidBy: 'http://example.org/query', message: { fr: `n° ${row}`, en: `no. ${row}` } },
    });
    const late = summarise([told(9), told(2)]);
    expect(late).toMatchObject([{ count: 2, message: { en: 'no. 2' }, samples: [{ row: 2 }, { row: 9 }] }]);
    expect(withSamples(summarise([told(9)]), late)).toMatchObject([
      { count: 1, message: { en: 'no. 2' }, samples: [{ row: 2 }, { row: 9 }] },
    ]);
  });

  it('counts each thing once, however many of its values are at fault', async () => {
    const results = await onProperty('sh:pattern "x"').validate([
      thing('t', '"a"', '"b"'),
      thing('u', '"a"'),
    ]);
    expect(summarise(results)).toMatchObject([{ count: 3, concerned: 2 }]);
  });

  it('keeps where its samples are to be corrected', async () => {
    const [result] = await onProperty('sh:minCount 1').validate([thing('t')]);
    const cell = { file: 'x.csv', row: 3, line: 4, column: 'A', cell: '' };
    expect(result && summarise([{ ...result, ...cell }])[0]?.samples).toEqual([
      { thing: 'http://example.org/t', ...cell },
    ]);
  });

  it('puts violations before warnings, however many', async () => {
    const judge = validator(`ex:S a sh:NodeShape ; sh:targetClass ex:Thing ;
      sh:property [ sh:path ex:p ; sh:pattern "x" ; sh:severity sh:Warning ] , [ sh:path ex:p ; sh:maxCount 1 ] .`);
    const groups = summarise(await judge.validate([thing('t', '"a"', '"b"')]));
    expect(groups.map(({ severity, count }) => [severity, count])).toEqual([
      ['violation', 1],
      ['warning', 2],
    ]);
  });

  it('of nothing is empty', () => {
    expect(summarise([])).toEqual([]);
  });
});
