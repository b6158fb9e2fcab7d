import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Source } from '../../../src/model/index.ts';
import { openRecords, withRecords } from '../../../src/preview/open-records.ts';
import { readWindow } from '../../../src/preview/read-window.ts';
import { temporaryFolders } from '../release/folders.ts';
import { sourceOf } from '../sources/files.ts';

const folder = temporaryFolders();

function file(name: string, text: string): string {
  const path = join(folder(), name);
  writeFileSync(path, text);
  return path;
}

const csv = (text: string): Source => sourceOf({ path: file('t.csv', text), dialect: { delimiter: ';' } });

const json = (text: string): Source =>
  sourceOf({ path: file('t.json', text), format: 'json', iterator: '$[*]' });

describe('A window on a table', () => {
  const TABLE = 'id;note\nA1;un\nA2;"deux\nlignes"\nA3;trois\nA4;quatre\n';

  it('has the wanted rows, their cells as they are written, and their places', async () => {
    const { records, header, located } = await readWindow(await openRecords(csv(TABLE), []), new Set([2, 3]));
    expect(header).toEqual(['id', 'note']);
    expect(located.map(({ row }) => row)).toEqual([2, 3]);
    expect([...records.rows]).toEqual([
      [2, { line: 3, sheetRow: 3, cells: ['A2', 'deux\nlignes'] }],
      // In the fifth line of the file, and in the fourth row of a spreadsheet.
      [3, { line: 5, sheetRow: 4, cells: ['A3', 'trois'] }],
    ]);
  });

  it('numbers rows as spreadsheets do: a header or a cell of several lines is one row, an empty line is one too', async () => {
    const text = 'id;"note\nlongue"\nA1;"un\n\ndeux"\n\nA2;"a\rb"\nA3;c\n';
    const { records } = await readWindow(await openRecords(csv(text), []), new Set([1, 2, 3]));
    expect([...records.rows.values()].map(({ sheetRow }) => sheetRow)).toEqual([2, 4, 5]);
  });

  it('shows what counts as absent elsewhere, and bears ragged rows', async () => {
    const source = { ...csv('id;note\nA1;NC\nA2\nA3;x;y\n'), nulls: ['NC'] };
    const { records } = await readWindow(await openRecords(source, []), new Set([1, 2, 3]));
    expect([...records.rows.values()].map(({ cells }) => cells[1] ?? '')).toEqual(['NC', '', 'x']);
  });

  it('is without the rows that a shorter file has lost', async () => {
    const { located } = await readWindow(await openRecords(csv(TABLE), []), new Set([4, 9]));
    expect(located.map(({ row }) => row)).toEqual([4]);
  });

  it('reads nothing behind the last wanted row', async () => {
    const open = await openRecords(csv(TABLE), []);
    let read = 0;
    const counted = {
      ...open,
      source: {
        ...open.source,
        async *records() {
          for await (const batch of open.source.records())
            for (const one of batch) {
              read++;
              yield [one];
            }
        },
      },
    };
    await readWindow(counted, new Set([1]));
    expect(read).toBeLessThanOrEqual(2);
  });
});

describe('A window on a document', () => {
  it('reads the references that were asked for, several values as one text', async () => {
    const source = json('[{"id":"A1","tags":["a","b"]},{"id":"A2","deep":{"x":1}}]');
    const { records } = await readWindow(
      await openRecords(source, ['id', 'tags[*]', 'deep.x']),
      new Set([1, 2]),
    );
    expect(records.columns).toEqual(['id', 'tags[*]', 'deep.x']);
    expect([...records.rows.values()].map(({ cells }) => cells)).toEqual([
      ['A1', 'a ; b', ''],
      ['A2', '', '1'],
    ]);
  });

  it('is empty where a reference is wrong: the mapping tells what is wrong with it', async () => {
    const source = json('[{"id":"A1"}]');
    const { records } = await readWindow(await openRecords(source, ['id', '$[??']), new Set([1]));
    expect(records.rows.get(1)?.cells).toEqual(['A1', '']);
  });
});

describe('A source of some records only', () => {
  it('gives these, and the faults of these', async () => {
    const { source } = await openRecords(csv('id;note\nA1;un\nA2\nA3\n'), []);
    const all = [];
    for await (const batch of source.records()) all.push(...batch);
    const some = withRecords(source, all.slice(1, 2));
    const given = [];
    for await (const batch of some.records()) given.push(...batch);
    expect(given.map(({ row }) => row)).toEqual([2]);
    expect(some.faults.map(({ row }) => row)).toEqual(
      source.faults.map(({ row }) => row).filter((row) => row === 2),
    );
    expect(source.faults.length).toBeGreaterThan(1);
  });
});
