import { describe, expect, it } from '@jest/globals';
import { parseExplainFlags } from '../../../src/cli/explain-flags.ts';
import { Fault } from '../../../src/model/index.ts';

const BASE = 'https://data.example.org/';
const FILES = { data: ['d.ttl'], shapes: ['s.ttl'] };

describe('The resource to explain', () => {
  it.each([
    ['https://data.example.org/id/musees/M1', 'id/musees/M1'],
    ['<https://data.example.org/id/musees/M1>', 'id/musees/M1'],
    ['musees/M1', 'id/musees/M1'],
    ['/id/musees/M1#adresse', 'id/musees/M1#adresse'],
  ])('is found in a project by %s', (typed, path) => {
    expect(parseExplainFlags(typed, {}, BASE)).toEqual({
      kind: 'project',
      sources: [],
      resource: BASE + path,
      format: 'text',
    });
  });

  it('of files is below their own base', () => {
    const options = parseExplainFlags('w1', { ...FILES, base: 'http://example.org/' }, BASE);
    expect(options).toMatchObject({ kind: 'files', resource: 'http://example.org/w1', reading: 'house' });
    expect(() => parseExplainFlags('w1', FILES, BASE)).toThrow(Fault);
  });

  it.each(['a b', '', 'musees/<M1>'])('is refused where it is no IRI: “%s”', (typed) => {
    expect(() => parseExplainFlags(typed, {}, BASE)).toThrow(/is no IRI/);
  });
});

describe('Options that go together', () => {
  it.each([
    ['--data', { data: ['d.ttl'] }],
    ['--shapes', { shapes: ['s.ttl'] }],
    ['--ontology', { ontology: ['o.ttl'] }],
    ['--base', { base: 'http://example.org/' }],
    ['--reading', { reading: 'letter' as const }],
  ])('%s alone is refused', (option, flags) => {
    expect(() => parseExplainFlags('musees/M1', flags, BASE)).toThrow(option);
  });
});
