import { mkdtempSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildIndex, openIndex } from '../../../../src/index/index.ts';
import type { OriginIndex, ResourceIndex, TracedRule } from '../../../../src/model/index.ts';
import { BASE, id, line, SCHEMA, writeDumps } from '../dumps.ts';

const FILE = 'data/works/source/works.csv';
const literal = (value: string, language = '') => ({
  termType: 'Literal',
  value,
  language,
  datatype: { value: 'http://www.w3.org/2001/XMLSchema#string' },
});
const rule = (given: Partial<TracedRule>): TracedRule => ({
  subjects: [{ pattern: `^${BASE}id/works/[^/?#]+$`, isSure: true }],
  predicate: `${SCHEMA}name`,
  value: { kind: 'literal' },
  line: 1,
  columns: ['title'],
  conditions: [],
  how: 'cell',
  ...given,
});
const RULES = [
  rule({ line: 10, value: { kind: 'literal', language: 'fr' }, columns: ['titre'] }),
  rule({ line: 11, value: { kind: 'literal', language: 'en' } }),
  rule({ line: 12, predicate: `${SCHEMA}keywords`, columns: ['words'], how: 'function' }),
  rule({
    line: 13,
    predicate: `${SCHEMA}url`,
    value: { kind: 'iri', patterns: [{ pattern: '^(?=.*/page/)[^#]*$', isSure: false }] },
  }),
  rule({ line: 14, subjects: [{ pattern: '^', isSure: false }], value: { kind: 'literal' } }),
];

const CELLS = [
  { file: FILE, columns: ['titre', 'title', 'words'] },
  [1, 2, 'Un', 'One', 'sea ; boat'],
  [2, 3, 'Deux', 'Two'],
  [5, 7, '', '', 'moon ; sun'],
];
const THINGS = [
  'thing\tfile\trow\tline\tfurther',
  `${id('works', 'W1')}\t${FILE}\t1\t2\t5`,
  `${id('works', 'W2')}\t${FILE}\t2\t3\t`,
  `${id('works', 'W3')}\tdata/works/source/other.csv\t1\t9\t`,
  `${id('works', 'gone')}\t${FILE}\t4\t5\t`,
];

let folder: string;
let index: ResourceIndex;
let origins: OriginIndex;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cimaise-origins-'));
  const write = async (name: string, lines: readonly string[]) => {
    const path = join(folder, name);
    await writeFile(path, gzipSync(lines.map((one) => `${one}\n`).join('')));
    return path;
  };
  const names = ['W1', 'W2', 'W3', 'W4'];
  const dumps = await writeDumps(folder, {
    works: names.map((name) => line(id('works', name), `${SCHEMA}name`, `"${name}"`)),
  });
  const input = {
    dataset: 'works',
    origins: await write('works.origins.tsv.gz', THINGS),
    rules: await write('works.rules.json.gz', [
      JSON.stringify({ file: 'data/works/mapping.yml', rules: RULES }),
    ]),
    cells: await write(
      'works.cells.ndjson.gz',
      CELLS.map((one) => JSON.stringify(one)),
    ),
  };
  const file = join(folder, 'index.sqlite');
  await buildIndex({ dumps, base: BASE, file, origins: [input] });
  const opened = openIndex(file);
  if (opened.kind !== 'open') throw new Error(opened.kind);
  ({ index, origins } = opened);
});

afterAll(async () => {
  index.close();
  await rm(folder, { recursive: true });
});

const asked = (name: string, property: string, value = literal('x')) =>
  origins
    .of(id('works', name))
    ?.statement({ subject: id('works', name), property: SCHEMA + property, value });

describe('Where a statement comes from', () => {
  it('is told with the record’s place, its cells, and the file of the rule', () => {
    const found = asked('W2', 'name', literal('Two', 'en'));
    expect(found?.rules).toEqual([
      { file: 'data/works/mapping.yml', line: 11, columns: ['title'], how: 'cell' },
    ]);
    expect(found?.records).toMatchObject([{ file: FILE, row: 2, line: 3 }]);
    expect(found?.records[0]?.cells.get('title')).toBe('Two');
    expect(found?.records[0]?.cells.get('words')).toBe('');
  });

  it('is told by the language of the value, whatever its case', () => {
    expect(asked('W1', 'name', literal('Un', 'FR'))?.rules.map((one) => one.line)).toEqual([10]);
    expect(asked('W1', 'name', literal('Eins', 'de'))?.rules.map((one) => one.line)).toEqual([14]);
  });

  it('is told of all values where none is given', () => {
    const thing = id('works', 'W1');
    const found = origins.of(thing)?.statement({ subject: thing, property: `${SCHEMA}name` });
    expect(found?.rules.map((one) => one.line)).toEqual([10, 11]);
  });

  it('is the record of many whose cell is like the value', () => {
    expect(asked('W1', 'keywords', literal('moon'))?.records.map(({ row }) => row)).toEqual([5]);
    expect(asked('W1', 'keywords', literal('boat'))?.records.map(({ row }) => row)).toEqual([1]);
  });

  it('is all records that have something there where no cell is like the value', () => {
    expect(asked('W1', 'keywords', literal('zzz'))?.records.map(({ row }) => row)).toEqual([1, 5]);
  });

  it('is a rule whose function may make another address, where none else fits', () => {
    const iri = { termType: 'NamedNode', value: 'https://elsewhere.example/#x' };
    expect(
      origins
        .of(id('works', 'W1'))
        ?.statement({ subject: id('works', 'W1'), property: `${SCHEMA}url`, value: iri })?.rules,
    ).toHaveLength(1);
  });

  it('is a place without cells for a record of another file than the dataset’s own', () => {
    const [record] = asked('W3', 'name', literal('Trois', 'fr'))?.records ?? [];
    expect(record).toMatchObject({ file: 'data/works/source/other.csv', row: 1, line: 9 });
    expect(record?.cells.size).toBe(0);
  });

  it('is unknown for what no rule says, what no record speaks of, and what is not published', () => {
    expect(asked('W1', 'colour')).toBeUndefined();
    expect(origins.of(id('works', 'W4'))).toBeUndefined();
    expect(origins.of(id('works', 'gone'))).toBeUndefined();
  });

  it('is told of a value of a megabyte without comparing it', () => {
    const found = asked('W1', 'name', literal('a '.repeat(500_000), 'fr'));
    expect(found?.rules.map((one) => one.line)).toEqual([10]);
  });
});

describe('An index', () => {
  it('without origins tells of none', async () => {
    const dumps = await writeDumps(folder, { works: [line(id('works', 'W1'), `${SCHEMA}name`, '"x"')] });
    const file = join(folder, 'bare.sqlite');
    await buildIndex({ dumps, base: BASE, file });
    const opened = openIndex(file);
    if (opened.kind !== 'open') throw new Error(opened.kind);
    expect(opened.origins.of(id('works', 'W1'))).toBeUndefined();
    opened.index.close();
  });

  it('is refused where a file of origins is damaged, and leaves nothing behind', async () => {
    const dumps = await writeDumps(folder, { works: [line(id('works', 'W1'), `${SCHEMA}name`, '"x"')] });
    const broken = join(folder, 'broken.gz');
    await writeFile(broken, gzipSync('x'.repeat(10_000)).subarray(0, 20));
    const input = { dataset: 'works', origins: broken, rules: broken, cells: broken };
    const file = join(folder, 'never.sqlite');
    await expect(buildIndex({ dumps, base: BASE, file, origins: [input] })).rejects.toThrow(
      /which tells where statements come from, cannot be read or is damaged/,
    );
    expect(openIndex(file).kind).toBe('missing');
  });
});
