import { describe, expect, it } from '@jest/globals';
import { type MapFlags, parseMapFlags, passes } from '../../../src/cli/map-flags.ts';
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
    [{ maxFaults: 'many' }, '--max-faults'],
    [{ maxFaults: '-1' }, '--max-faults'],
    [{ maxFaults: '101%' }, '--max-faults'],
    [{ maxFaults: '1.5' }, '--max-faults'],
    [{ base: 'example.org' }, '--base'],
    [{ output: 'x', report: './x' }, '--report'],
    [{ report: '-' }, '--report'],
  ])('refuse %j, naming the option', (flags, option) => {
    expect(() => parse(flags)).toThrow(Fault);
    expect(() => parse(flags)).toThrow(option);
  });
});

describe('A limit of faults', () => {
  const limit = (text: string) => {
    const { maxFaults } = parse({ maxFaults: text });
    if (maxFaults === undefined) throw new Error('no limit');
    return maxFaults;
  };

  it.each([
    ['2', 2, 10, false],
    ['2', 3, 10, true],
    ['0', 0, 10, false],
    ['20%', 2, 10, false],
    ['20%', 3, 10, true],
    ['0.5%', 1, 100, true],
    ['0%', 0, 0, false],
  ])('of %s with %i faults in %i records is passed: %s', (text, faults, records, expected) => {
    expect(passes(limit(text), faults, records)).toBe(expected);
  });
});
