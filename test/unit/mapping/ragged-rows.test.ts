import { describe, expect, it } from '@jest/globals';
import { mapSource } from '../../../src/mapping/index.ts';
import { BASE, GRAPH, mappingOf, tableOf } from './mapping-run.ts';

describe('Ragged rows', () => {
  it('are counted in the report of the mapping, at the place of the source', async () => {
    const table = tableOf([{ id: 'a' }]);
    const faults = [
      { code: 'short-row', row: 3, line: 4, detail: '1 < 2' },
      { code: 'short-row', row: 5, line: 7, detail: '1 < 2' },
      { code: 'long-row', row: 6, line: 8, detail: '3 > 2' },
    ];
    const run = mapSource({
      mapping: mappingOf('mappings: {x: {s: id:x/$(id), po: [[a, schema:Thing]]}}'),
      source: { ...table, faults },
      base: BASE,
      graph: GRAPH,
      vocabularies: new Map(),
    });
    for await (const _ of run.chunks);
    expect(run.report().faults).toMatchObject([
      {
        code: 'short-row',
        count: 2,
        place: { file: '/x.csv' },
        examples: [{ row: 3, line: 4, value: '1 < 2' }, { row: 5 }],
      },
      { code: 'long-row', count: 1, message: { en: expect.stringContaining('more cells') } },
    ]);
  });
});
