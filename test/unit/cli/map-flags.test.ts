import { describe, expect, it } from '@jest/globals';
import { type MapFlags, parseMapFlags } from '../../../src/cli/map-flags.ts';
import { Fault } from '../../../src/model/index.ts';

const parse = (flags: Partial<MapFlags>) => parseMapFlags({ policy: 'skip-term', ...flags });

describe('The options of map', () => {
  it.each([
    [{}, 'nq'],
    [{ output: '-' }, 'nq'],
    [{ output: 'things.ttl' }, 'ttl'],
    [{ output: 'things.JSONLD' }, 'jsonld'],
    [{ output: 'things.data' }, 'nq'],
    [{ output: 'things.ttl', format: 'nt' }, 'nt'],
  ])('%j write %s', (flags, format) => {
    expect(parse(flags).format).toBe(format);
  });

  it.each([
    ['report.json', undefined, 'json'],
    ['report.ttl', undefined, 'ttl'],
    ['report', undefined, 'text'],
    ['report.json', 'ttl', 'ttl'],
  ])('report to %s as %s asks', (report, reportFormat, format) => {
    const options = parse({ report, ...(reportFormat ? { reportFormat } : {}), output: 'x.nq' });
    expect(options.report).toEqual({ path: report, format });
  });

  it.each([
    ['100', { value: 100, unit: 'faults' }],
    ['2%', { value: 2, unit: 'percent' }],
    ['2 %', { value: 2, unit: 'percent' }],
    ['2\u202f%', { value: 2, unit: 'percent' }],
    ['2.5%', { value: 2.5, unit: 'percent' }],
    ['2,5%', { value: 2.5, unit: 'percent' }],
    ['2,5\u00a0%', { value: 2.5, unit: 'percent' }],
  ])('limit faults to %s as English and French write it', (maxFaults, limit) => {
    expect(parse({ maxFaults }).maxFaults).toEqual(limit);
  });

  it.each([
    [{ maxFaults: 'many' }, '--max-faults'],
    [{ maxFaults: '-1' }, '--max-faults'],
    [{ maxFaults: '101%' }, '--max-faults'],
    [{ maxFaults: '1.5' }, '--max-faults'],
    [{ maxFaults: '1,5' }, '--max-faults'],
    [{ maxFaults: '100,1 %' }, '--max-faults'],
    [{ base: 'example.org' }, '--base'],
    [{ output: 'x', report: './x' }, '--report'],
    [{ report: '-' }, '--report'],
    [{ origins: '-' }, '--origins'],
    [{ output: 'x', origins: './x' }, '--origins'],
  ])('refuse %j, naming the option', (flags, option) => {
    expect(() => parse(flags)).toThrow(Fault);
    expect(() => parse(flags)).toThrow(option);
  });
});
