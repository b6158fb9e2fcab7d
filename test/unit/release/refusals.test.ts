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
  const mapping = { records: 40, faults: [] };
  const validation = { things, quarantined, groups: [] };
  const released = { slug: 'x', records: 40, quarantined, mapping, validation };
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

describe('A mapping that met faults', () => {
  const policyPlace = { file: 'data/x/dataset.yml', line: 7, column: 1 };
  const refusalsFor = (limits: Pick<Dataset, 'policy' | 'faultLimit'>, faults: number) => {
    const dataset = {
      place,
      places: new Map([[cimaise.policy, policyPlace]]),
      quarantineLimit: 1,
      ...limits,
    };
    const mapping = { records: 200, faults: [{ code: 'ill-typed', count: faults }] };
    const released = { quarantined: 0, mapping, validation: { things: 10 } };
    return refusalsOf(dataset as unknown as Dataset, released as unknown as ReleasedDataset);
  };

  it.each([
    [{ policy: 'skip-term' }, 200],
    [{ policy: 'skip-record', faultLimit: 0.01 }, 2],
    [{ policy: 'strict' }, 0],
  ] as const)('may be published with %j where it met %i', (limits, faults) => {
    expect(refusalsFor(limits, faults)).toEqual([]);
  });

  it('is refused past its limit, which is named', () => {
    const [refusal] = refusalsFor({ policy: 'skip-term', faultLimit: 0.01 }, 3);
    expect(refusal?.place).toEqual(place);
    expect(refusal?.found.en).toBe('The mapping met 3 faults in 200 records; the limit is 1%.');
  });

  it('is refused under strict for faults of reading, too, at the line that says so', () => {
    expect(refusalsFor({ policy: 'strict' }, 1)).toMatchObject([{ place: policyPlace }]);
  });
});
