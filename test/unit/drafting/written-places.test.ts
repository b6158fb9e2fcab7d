import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { run } from '../mapping/mapping-run.ts';
import { around, METROPOLIS, metres } from '../profiling/french-points.ts';
import { createProfiler, table } from '../profiling/profiled.ts';
import { draftOf } from './profiles.ts';

let files: Awaited<ReturnType<typeof createProfiler>>;
beforeAll(async () => {
  files = await createProfiler();
});
afterAll(() => files.remove());

const POINTS = around(METROPOLIS, 36);
const five = (value: number): string => value.toFixed(5);
const commas = (value: number): string => five(value).replace('.', ',');

type Cells = (latitude: number, longitude: number, index: number) => readonly string[];

/** Each way of writing places: headers, and cells. */
const WAYS: readonly (readonly [what: string, headers: readonly string[], cells: Cells])[] = [
  ['latitude, then longitude', ['latitude', 'longitude'], (a, b) => [five(a), five(b)]],
  ['x, then y', ['x', 'y'], (a, b) => [five(b), five(a)]],
  ['commas for points', ['latitude', 'longitude'], (a, b) => [commas(a), commas(b)]],
  ['one cell', ['geo'], (a, b) => [`${five(a)}, ${five(b)}`]],
  ['one cell, longitude first', ['geo'], (a, b) => [`${five(b)},${five(a)}`]],
  ['one cell, in brackets', ['geo'], (a, b) => [`[${five(b)}, ${five(a)}]`]],
  ['one cell, a stroke between', ['geo'], (a, b) => [`${five(a)} / ${five(b)}`]],
  ['one cell, a space between', ['geo'], (a, b) => [`${five(b)} ${five(a)}`]],
  ['one cell, a stroke between and commas', ['geo'], (a, b) => [`${commas(a)} / ${commas(b)}`]],
  ['Lambert-93', ['x', 'y'], (a, b) => metres(2154, a, b).map(String)],
  ['Lambert II étendu in one cell', ['geo'], (a, b) => [metres(27572, a, b).join(' , ')]],
  [
    'metres of the system that each record tells',
    ['zone', 'x', 'y'],
    (a, b, index) =>
      index % 2 === 0
        ? ['Lambert93', ...metres(2154, a, b).map(String)]
        : ['Lambert2 étendu', ...metres(27572, a, b).map(String)],
  ],
];

describe('A drafted mapping says where things are', () => {
  it.each(WAYS)('of %s', async (_, headers, cells) => {
    const rows = POINTS.map(([insee, a, b], index) => [insee, `K-${index * 7}`, ...cells(a, b, index)]);
    const names = ['code_insee', 'code', ...headers];
    const profile = await files.profile(table(names, rows));
    const { mapping } = draftOf(profile);
    const records = rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at] ?? ''])));
    const { quads, report } = await run(mapping, records);
    const told = (part: string) =>
      quads
        .filter(({ predicate }) => predicate.value.endsWith(`wgs84_pos#${part}`))
        .map(({ object }) => Number(object.value));
    expect(report.faults).toEqual([]);
    expect([told('lat').length, told('long').length]).toEqual([36, 36]);
    const far = POINTS.filter(
      ([, a, b], index) =>
        Math.abs((told('lat')[index] ?? 0) - a) > 0.0005 || Math.abs((told('long')[index] ?? 0) - b) > 0.0005,
    );
    expect(far).toEqual([]);
  });
});
