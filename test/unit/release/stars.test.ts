import { describe, expect, it } from '@jest/globals';
import type { ResourceStar, ShapeResult } from '../../../src/model/index.ts';
import { inChunks, starsOf } from '../../../src/release/dataset/stars.ts';
import { judgeOwn } from '../../../src/release/judging/judge-own.ts';
import { streamOf } from './folders.ts';

const SPACE = 'http://e.org/id/x/';
const line = (name: string, value = '1') =>
  `<${SPACE}${name}> <http://e.org/p> "${value}" <http://e.org/g> .`;
const stars = (lines: readonly string[], size = lines.length) =>
  Array.fromAsync(starsOf(inChunks(streamOf(lines), Math.max(1, size))));

describe('Stars', () => {
  it('gather the lines of a subject, across batches', async () => {
    const lines = [line('A', '1'), line('A', '2'), line('A', '3'), line('B')];
    for (const size of [1, 2, 3, 4])
      expect(await stars(lines, size)).toEqual([
        { iri: `${SPACE}A`, lines: lines.slice(0, 3) },
        { iri: `${SPACE}B`, lines: lines.slice(3) },
      ]);
  });

  it('of hash IRIs are known by their thing', async () => {
    const found = await stars([line('A#creation'), line('A')]);
    expect(found.map(({ iri }) => iri)).toEqual([`${SPACE}A`, `${SPACE}A`]);
    expect(found.map(({ lines }) => lines.length)).toEqual([1, 1]);
  });

  it('of no lines are none', async () => {
    expect(await stars([])).toEqual([]);
  });
});

describe('Chunks', () => {
  it.each([
    [0, []],
    [1, [[0]]],
    [
      4,
      [
        [0, 1],
        [2, 3],
      ],
    ],
    [5, [[0, 1], [2, 3], [4]]],
  ])('of %i items two by two', async (count, expected) => {
    const items = Array.from({ length: count }, (_, index) => index);
    expect(await Array.fromAsync(inChunks(streamOf(items), 2))).toEqual(expected);
  });
});

const result = ({ iri, lines }: ResourceStar, severity: ShapeResult['severity']): ShapeResult => ({
  thing: iri,
  focusNode: lines[0]?.slice(1, lines[0].indexOf('>')) ?? '',
  shape: 'http://e.org/shape',
  component: 'MinCountConstraintComponent',
  severity,
  message: { fr: 'Non.', en: 'No.' },
});

/** Finds what is asked for in stars whose lines hold a word. */
const validating = (
  lines: readonly string[],
  words: Readonly<Record<string, ShapeResult['severity']>> = {},
  named: readonly string[] = [],
) =>
  judgeOwn({
    stars: starsOf(streamOf([lines.toSorted()])),
    shapes: {
      named,
      note: () => undefined,
      own: {
        validate: async (found) =>
          found.flatMap((star) =>
            Object.entries(words)
              .filter(([word]) => star.lines.some((one) => one.includes(`"${word}"`)))
              .map(([, severity]) => result(star, severity)),
          ),
      },
    },
    isThing: (iri) => iri.startsWith(SPACE),
    keep: () => undefined,
    progress: () => undefined,
  });

describe('Stars judged by themselves', () => {
  it('set a thing apart for a violation, its hash IRIs’ included, and never for less', async () => {
    const lines = [line('A#part', 'bad'), line('A'), line('B', 'odd'), line('C', 'bad'), line('C', 'odd')];
    const { things, results, quarantine } = await validating(lines, { bad: 'violation', odd: 'warning' });
    expect(things).toBe(3);
    expect([...quarantine.keys()]).toEqual([`${SPACE}A`, `${SPACE}C`]);
    expect(results).toHaveLength(4);
  });

  it('count each thing once, whatever sorts between it and its hash IRIs', async () => {
    const lines = [
      'A#part',
      'A',
      'A-1#part',
      'A-1',
      'A1#part',
      'A1',
      'A/b',
      '12#part',
      '12',
      '123#part',
      '123',
    ];
    expect((await validating(lines.map((name) => line(name)))).things).toBe(6);
  });

  it('know which named things of the dataset nothing is said of', async () => {
    const named = [`${SPACE}A`, `${SPACE}B`, 'http://e.org/id/y/C'];
    expect((await validating([line('A')], {}, named)).absent).toEqual([`${SPACE}B`]);
  });

  it('count only things of the dataset', async () => {
    const scheme = '<http://e.org/dataset/x> <http://e.org/p> "1" <http://e.org/g> .';
    expect((await validating([scheme, line('A')])).things).toBe(1);
  });
});
