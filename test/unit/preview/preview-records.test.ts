import { describe, expect, it } from '@jest/globals';
import type { PreviewedRecord } from '../../../src/preview/previewed.ts';
import { temporaryFolders } from '../release/folders.ts';
import { EditedWorld, FakeRuns, sessionOn } from './small-world.ts';

const folder = temporaryFolders();
const CSV = 'data/places/source/places.csv';

async function previewed(change: (world: EditedWorld) => void): Promise<readonly PreviewedRecord[]> {
  const world = new EditedWorld(folder());
  change(world);
  const session = sessionOn(world, new FakeRuns());
  session.changed([]);
  await session.settled();
  await session.close();
  expect(session.state.complaints).toEqual([]);
  return session.state.preview?.records ?? [];
}

const cell = (record: PreviewedRecord | undefined, column: string) =>
  record?.cells.find((one) => one.column === column);

describe('A previewed record', () => {
  it('is its row, its statements and its things', async () => {
    const [first, second] = await previewed(() => undefined);
    expect(first).toMatchObject({ row: 1, sheetRow: 2, name: 'Château d’If', statements: 5 });
    expect(first?.things).toEqual(['http://localhost:3000/id/places/P1']);
    expect(first?.turtle).toContain('schema:name "Château d’If"@fr');
    expect(cell(first, 'lat')).toMatchObject({ value: '43.2799', isRead: true, faults: [] });
    for (const kind of ['castle', 'church']) expect(second?.turtle).toContain(`id/kinds/${kind}>`);
  });

  it('has what a shape finds on the cell it comes from, with its sentence', async () => {
    const records = await previewed((world) => void world.edit(CSV, ';47.1;', ';147.1;'));
    expect(cell(records[3], 'lat')?.faults).toEqual([
      expect.objectContaining({
        severity: 'violation',
        message: { fr: 'La latitude est entre -90 et 90.', en: 'Latitude lies between -90 and 90.' },
      }),
    ]);
    expect(records[3]?.cells.flatMap(({ faults }) => faults)).toHaveLength(1);
    expect(records[3]?.faults).toEqual([]);
    expect(
      records.slice(0, 3).flatMap(({ cells, faults }) => [...faults, ...cells.flatMap((one) => one.faults)]),
    ).toEqual([]);
  });

  it('has what is missing on the empty cell', async () => {
    const records = await previewed((world) => void world.edit(CSV, 'P4;Tour;', 'P4;;'));
    expect(cell(records[3], 'name')?.faults).toMatchObject([
      { message: { en: 'A place must have a name.' } },
    ]);
  });

  it('has what mapping does not understand on its cell, with the rule', async () => {
    const records = await previewed((world) => void world.edit(CSV, ';castle;47.1;', ';donjon;47.1;'));
    const [fault, ...others] = cell(records[3], 'kind')?.faults ?? [];
    expect(fault).toMatchObject({ severity: 'mapping', place: { file: 'data/places/mapping.yml' } });
    expect(fault?.place?.line).toBeGreaterThan(0);
    expect(fault?.remedy.fr).toMatch(/\S/);
    expect(others).toEqual([]);
  });

  it('shows columns that no rule reads as such, and private ones', async () => {
    const records = await previewed((world) => {
      world.write(CSV, 'Identifiant;name;kind;lat;lon;phone\nP1;Un;castle;1;2;04\n');
      world.edit('data/places/dataset.yml', 'quarantineLimit', 'privateColumns: [phone]\nquarantineLimit');
    });
    expect(cell(records[0], 'phone')).toMatchObject({ value: '04', isRead: false, isPrivate: true });
    expect(cell(records[0], 'name')).toMatchObject({ isRead: true, isPrivate: false });
  });

  it('that says nothing has the name of its first filled cell', async () => {
    const [first] = await previewed((world) => void world.edit(CSV, 'P1;', ';'));
    expect(first).toMatchObject({ statements: 0, things: [], name: 'Château d’If' });
  });
});
