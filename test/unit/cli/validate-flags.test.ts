import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { parseValidateFlags, type ValidateFlags } from '../../../src/cli/validate-flags.ts';
import { Fault } from '../../../src/model/index.ts';

const parse = (flags: Partial<ValidateFlags>) =>
  parseValidateFlags(['data.ttl'], { shapes: ['shapes.ttl'], failOn: 'info', reading: 'house', ...flags });

describe('The options of validate', () => {
  it.each([
    [{}, 'text'],
    [{ output: '-' }, 'text'],
    [{ output: 'report.txt' }, 'text'],
    [{ output: 'report.ttl' }, 'turtle'],
    [{ output: 'report.JSONLD' }, 'jsonld'],
    [{ output: 'report.json' }, 'json'],
    [{ output: 'report.xml' }, 'junit'],
    [{ output: 'report.html' }, 'html'],
    [{ output: 'report.xml', format: 'text' as const }, 'text'],
  ])('%j report as %s', (flags, format) => {
    expect(parse(flags).format).toBe(format);
  });

  it('take a limit, zero included', () => {
    expect(parse({ limit: '0' }).limit).toBe(0);
    expect(parse({}).limit).toBeUndefined();
  });

  it.each([['ttl'], ['Turtle'], ['text/turtle']])('take %s for the syntax of standard input', (name) => {
    expect(parse({ dataFormat: name }).dataFormat).toBe('text/turtle');
  });

  it('bound the forms that write every result', () => {
    expect(parse({ format: 'turtle' }).limit).toBe(10_000);
    expect(parse({ format: 'jsonld', limit: '20000' }).limit).toBe(20_000);
  });

  it.each([
    [{ base: 'example.org' }, '--base'],
    [{ dataFormat: 'csv' }, '--data-format'],
    [{ limit: '-1' }, '--limit'],
    [{ limit: 'all' }, '--limit'],
    [{ output: './data.ttl' }, '--output'],
    [{ output: 'shapes.ttl' }, '--output'],
  ])('refuse %j, naming the option', (flags, option) => {
    expect(() => parse(flags)).toThrow(Fault);
    expect(() => parse(flags)).toThrow(option);
  });
});

describe('The report of validate', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cimaise-test-'));
  const at = (name: string) => join(folder, name);
  for (const name of ['data.ttl', 'shapes.ttl', 'other.ttl']) writeFileSync(at(name), '');
  symlinkSync(at('data.ttl'), at('link.ttl'));
  symlinkSync(folder, at('folder'));
  symlinkSync(at('other.ttl'), at('elsewhere.ttl'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const write = (output: string, data = 'data.ttl') =>
    parseValidateFlags([at(data)], {
      shapes: [at('shapes.ttl')],
      failOn: 'info',
      reading: 'house',
      output: at(output),
    });

  it.each([
    ['a link to the data', 'link.ttl', 'data.ttl'],
    ['the data, read through a link', 'data.ttl', 'link.ttl'],
    ['the shapes, through a folder that is a link', 'folder/shapes.ttl', 'data.ttl'],
  ])('is not written over %s', (_, output, data) => {
    expect(() => write(output, data)).toThrow('would overwrite');
  });

  it('is written through a link to another file', () => {
    expect(write('elsewhere.ttl').output).toBe(at('elsewhere.ttl'));
  });
});
