import { describe, expect, it } from '@jest/globals';
import { complaintText, type Dataset, type ReleasedDataset } from '../../../src/model/index.ts';
import { cimaise } from '../../../src/rdf/index.ts';
import { refusalsOf } from '../../../src/release/refusals.ts';

const place = { file: 'data/x/dataset.yml', line: 1 };
const limitPlace = { file: 'data/x/dataset.yml', line: 9, column: 1 };

function refusals(limit: number, things: number, quarantined: number, isDeclared = false) {
  const places = new Map(isDeclared ? [[cimaise.quarantineLimit, limitPlace]] : []);
  const dataset = {
    slug: 'x',
    place,
    places,
    quarantineLimit: limit,
    source: { shown: 'data/x/source/x.csv' },
  };
  const released = { slug: 'x', records: 40, quarantined, validation: { things, quarantined, groups: [] } };
  return refusalsOf(dataset as unknown as Dataset, released as unknown as ReleasedDataset);
}

describe('A dataset that was built', () => {
  it.each([
    [0.05, 100, 0],
    [0.05, 100, 5],
    [0, 100, 0],
    [1, 3, 3],
    [0.5, 2, 1],
  ])(
    'may be published where %d is the limit, of %i things %i are quarantined',
    (limit, things, quarantined) => {
      expect(refusals(limit, things, quarantined)).toEqual([]);
    },
  );

  it.each([
    [0.05, 100, 6, '6 %', '6%'],
    [0, 1000, 1, '0,1 %', '0.1%'],
    [0.05, 3, 3, '100 %', '100%'],
    [0.25, 6, 2, '33,3 %', '33.3%'],
  ])(
    'is refused where %d is the limit, of %i things %i are quarantined',
    (limit, things, quarantined, fr, en) => {
      const [refusal, ...others] = refusals(limit, things, quarantined);
      expect(others).toEqual([]);
      expect(refusal?.found.fr.replace(/[\u00a0\u202f]/g, ' ')).toContain(`(${fr})`);
      expect(refusal?.found.en).toContain(`${quarantined} of ${things} things (${en})`);
    },
  );

  it('is refused at the line that declares the limit, else at the description', () => {
    expect(refusals(0.05, 10, 10, true)[0]?.place).toEqual(limitPlace);
    expect(refusals(0.05, 10, 10)[0]?.place).toEqual(place);
  });

  it('is refused where it describes nothing, at its source', () => {
    const texts = refusals(1, 0, 0).map((one) => complaintText(one, 'en'));
    expect(texts).toEqual([
      expect.stringMatching(/^data\/x\/source\/x\.csv {2}No thing is described \(40 records read\)/),
    ]);
  });
});
