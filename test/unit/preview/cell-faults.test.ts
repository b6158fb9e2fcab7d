import { describe, expect, it } from '@jest/globals';
import type { ShapeResult } from '../../../src/model/index.ts';
import { distinctFaults, mappingFaults, shapeFault } from '../../../src/preview/cell-faults.ts';

const message = { fr: 'La date n’est pas comprise.', en: 'The date is not understood.' };
const place = { file: 'data/places/mapping.yml', line: 12, column: 5 };

const found = (column: string) => ({
  faults: [
    {
      ...{ code: 'unreadable-date', message, place, count: 1 },
      examples: [{ row: 3, line: 4, column, value: 'jadis' }],
    },
  ],
});

const ofMapping = (column: string, columns: readonly string[]) =>
  mappingFaults(found(column) as unknown as Parameters<typeof mappingFaults>[0], columns);

describe('A fault of mapping', () => {
  it('stands at its cell, with its sentence, a remedy and the rule', () => {
    const [fault] = ofMapping('Date', ['Nom', 'Date']);
    expect(fault).toEqual({
      ...{ column: 'Date', severity: 'mapping', message, place },
      remedy: { fr: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) },
    });
  });

  it('finds its cell where the rule writes the header in another way', () => {
    expect(ofMapping('date', ['Nom', 'Daté'])[0]?.column).toBe('Daté');
  });

  it('belongs to the whole record where the column is not one of the source', () => {
    expect(ofMapping('', ['', 'Nom'])[0]).toHaveProperty('column', '');
    expect(ofMapping('elsewhere', ['Nom'])[0]).not.toHaveProperty('column');
  });
});

describe('A result of a shape', () => {
  const result = {
    ...{
      thing: 'http://x/id/places/P1',
      focusNode: 'http://x/id/places/P1',
      shape: 'http://x/shapes/place#lat',
    },
    ...{ component: 'MaxInclusiveConstraintComponent', severity: 'violation', value: '143' },
    message: { fr: 'La latitude est entre -90 et 90.', en: 'Latitude lies between -90 and 90.' },
  } as const satisfies ShapeResult;

  it('stands at its cell with its severity, its sentence and a remedy in both languages', () => {
    const fault = shapeFault({ ...result, column: 'lat' } as ShapeResult);
    expect(fault).toMatchObject({ column: 'lat', severity: 'violation', message: result.message });
    expect([fault.remedy.fr, fault.remedy.en]).toEqual([
      expect.stringMatching(/\S/),
      expect.stringMatching(/\S/),
    ]);
    expect(fault.remedy.fr).not.toBe(fault.remedy.en);
  });

  it('belongs to the whole record where no cell is known', () => {
    expect(shapeFault(result)).not.toHaveProperty('column');
  });

  it('is said once for the same cell, and again for another', () => {
    const [one, other] = ['lat', 'lon'].map((column) => shapeFault({ ...result, column } as ShapeResult));
    if (!one || !other) throw new Error('Two faults were made.');
    expect(distinctFaults([one, other, { ...one }])).toEqual([one, other]);
    expect(distinctFaults([one, { ...one, severity: 'warning' }])).toHaveLength(2);
  });
});
