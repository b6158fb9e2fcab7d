import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { cimaise, copyOfWorld, scratch } from './command-line.ts';

jest.setTimeout(180_000);

const world = copyOfWorld('a-small-world');
const releases = join(scratch(), 'releases');
const build = (...flags: string[]) =>
  cimaise(['build', '--project', world, ...flags], { CIMAISE_RELEASES: releases });

const KINDS = 'queries/examples/places/kinds.rq';
const write = (path: string, text: string): void => writeFileSync(join(world, path), text);
const read = (path: string): string => readFileSync(join(world, path), 'utf8');
const heading = ['@title.fr T', '@title.en T', '@question.fr Q ?', '@question.en Q?']
  .map((one) => `# ${one}\n`)
  .join('');
const PREFIXES = 'PREFIX schema: <http://schema.org/>\nPREFIX dcterms: <http://purl.org/dc/terms/>\n';
const query = (text: string): string => `${heading}${PREFIXES}${text}\n`;

/** Everything below a folder, caches included, with its time. */
const everything = () => readdirSync(releases, { recursive: true }).map(String).sort();

beforeAll(async () => {
  write(KINDS, query('SELECT ?place ?kind { ?place a schema:Place ; dcterms:type ?kind }'));
  write(
    'queries/examples/places/elsewhere.rq',
    query('SELECT * { SERVICE <https://example.org/sparql> { ?s ?p ?o } }'),
  );
  write('queries/services.yml', '- endpoint: https://example.org/sparql\n  title: { fr: E, en: E }\n');
  const { code, err } = await build();
  expect({ code, err }).toEqual({ code: 0, err: '' });
});

describe('A release', () => {
  it('keeps how its queries are answered, and leaves index and image where a server looks for them', () => {
    const id = readFileSync(join(releases, 'current'), 'utf8').trim();
    const answers = JSON.parse(readFileSync(join(releases, id, 'answers.json'), 'utf8'));
    expect(answers).toEqual({
      'examples/places/count': { kind: 'answered', columns: ['n'], filled: ['n'], rows: 1 },
      'examples/places/kinds': {
        kind: 'answered',
        columns: ['place', 'kind'],
        filled: ['place', 'kind'],
        rows: 4,
      },
      'examples/places/elsewhere': { kind: 'unasked', reason: 'others' },
    });
    expect(readdirSync(join(releases, '.cache', id)).sort()).toEqual([
      'index.sqlite',
      expect.stringMatching(/^store-.*\.image$/),
    ]);
  });
});

describe('A dry run', () => {
  it('on unchanged inputs says that nothing has changed', async () => {
    const before = everything();
    const { code, out } = await build('--dry-run');
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('Nothing has changed') });
    expect(everything()).toEqual(before);
  });

  it('tells what would break, and leaves nothing behind', async () => {
    const before = everything();
    const mapping = 'data/places/mapping.yml';
    const sound = read(mapping);
    // The last rule, which links to kinds.
    write(mapping, sound.slice(0, sound.indexOf('      - predicates:')));
    const { code, out, err } = await build('--dry-run');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('queries/examples/places/kinds.rq finds nothing');
    expect(out).toContain('queries/examples/places/elsewhere.rq was not asked: the query asks other servers');
    expect(out).toMatch(/Dry run: release \S+\.2 would have .* Nothing is published\./);
    expect(everything()).toEqual(before);
    const { out: json } = await build('--dry-run', '--json');
    expect(JSON.parse(json)).toMatchObject({
      kind: 'released',
      breaks: { queries: [{ name: 'examples/places/kinds', change: 'empty' }] },
    });
    write(mapping, sound);
    expect((await build('--dry-run')).out).toContain('Nothing has changed');
  });

  it('is refused as a build is', async () => {
    const source = 'data/places/source/places.csv';
    const sound = read(source);
    for (const row of ['P5;;castle;48;2', 'P6;;castle;48;2']) write(source, `${read(source)}${row}\n`);
    const { code, err } = await build('--dry-run');
    expect(code).toBe(1);
    expect(err).toContain('2 of 6 things (33.3%) violate the shapes');
    const { out } = await build('--dry-run', '--json');
    expect(JSON.parse(out)).toMatchObject({ kind: 'refused', complaints: [expect.anything()] });
    write(source, sound);
  });
});
