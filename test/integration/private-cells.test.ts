import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { describe, expect, it, jest } from '@jest/globals';
import type { ReleaseManifest } from '../../src/model/index.ts';
import { originWords } from '../../src/pages/origin-words.ts';
import { indexOfShipped } from '../shipped-release.ts';
import { frame } from '../unit/pages/values.ts';
import { cimaise, copyOfWorld, scratch } from './command-line.ts';

jest.setTimeout(120_000);

const DATASET = 'data/places/dataset.yml';
const ROWS = [
  'Identifiant;name;kind;lat;lon;tel',
  'P1;Château d’If;castle;43.2;5.3;SECRET-UNREAD-1',
  // A word of no vocabulary beside one of it: a fault whose example is the cell.
  'P2;Tour;castle,SECRET-KIND;49.18;-0.36;SECRET-UNREAD-2',
  // Not a number: a fault of the datatype.
  'P3;Pont;castle;SECRET-LATITUDE;2.0;SECRET-UNREAD-3',
  // A number that the shape does not take: the thing is left out.
  'P4;Phare;castle;777.123;1.2;SECRET-UNREAD-4',
  // Without a name: left out for a public column; the corrections repeat the row.
  'P5;;SECRET-KIND-5;47.1;1.2;SECRET-UNREAD-5',
  ...Array.from({ length: 12 }, (_, at) => `Q${at};Lieu ${at};castle;45.${at};1.2;SECRET-UNREAD`),
];
const SECRETS = /SECRET|777\.123/;

async function built(privateColumns: string) {
  const world = copyOfWorld('a-small-world');
  const releases = scratch();
  const dataset = join(world, DATASET);
  writeFileSync(dataset, `${readFileSync(dataset, 'utf8')}${privateColumns}\n`);
  writeFileSync(join(world, 'data/places/source/places.csv'), `${ROWS.join('\n')}\n`);
  const { code, out, err } = await cimaise(['build', '--project', world], { CIMAISE_RELEASES: releases });
  if (code !== 0) return { code, out: out + err };
  const id = readFileSync(join(releases, 'current'), 'utf8').trim();
  return { code, out: out + err, folder: join(releases, id) };
}

/** Every file of a release, unpacked: path → text. */
function textsOf(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return new Map(
    files.map(({ parentPath, name }) => {
      const content = readFileSync(join(parentPath, name));
      const unpacked = name.endsWith('.gz')
        ? gunzipSync(content)
        : name.endsWith('.zst')
          ? zstdDecompressSync(content)
          : content;
      return [name, unpacked.toString()];
    }),
  );
}

const holding = (folder: string, what: RegExp): readonly string[] =>
  [...textsOf(folder)].filter(([, text]) => what.test(text)).map(([name]) => name);

describe('A dataset with private columns', () => {
  it('is released without anything that they hold, and says which they are', async () => {
    const open = await built('');
    expect(holding(open.folder ?? '', SECRETS)).toEqual(
      expect.arrayContaining(['places.cells.ndjson.gz', 'places.json', 'places.corrections.csv']),
    );
    const { folder = '', out } = await built('privateColumns: [Kind, lat, tel]');
    expect(holding(folder, SECRETS)).toEqual([]);
    expect(out).not.toMatch(SECRETS);
    const texts = textsOf(folder);
    expect(texts.get('places.cells.ndjson.gz')).toContain('Château d’If');
    expect(texts.get('places.rules.json.gz')).toContain('"private":["kind"]');
    expect(texts.get('places.corrections.csv')).toContain('P5');
    expect(texts.get('places.json')).toMatch(/"row": 4/);
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as ReleaseManifest;
    const { index, origins } = await indexOfShipped({ folder, manifest });
    const thing = 'http://localhost:3000/id/places/P1';
    const property = 'http://purl.org/dc/terms/type';
    const told = origins.of(thing)?.statement({ subject: thing, property });
    expect(told?.rules[0]).toMatchObject({ columns: ['kind'], private: ['kind'] });
    expect([...(told?.records[0]?.cells.keys() ?? [])]).not.toContain('kind');
    expect(told?.records[0]).toMatchObject({ row: 1, line: 2 });
    if (!told) throw new Error('Nothing is told.');
    expect(originWords(told, frame('fr')).toString()).toContain('(cellule non publiée)');
    index.close();
  });

  it('may keep all of them so', async () => {
    const { folder = '' } = await built("privateColumns: '*'");
    expect(holding(folder, SECRETS)).toEqual([]);
    expect(textsOf(folder).get('places.cells.ndjson.gz')).not.toContain('Château');
  });

  it('is refused where the source has no such column: it would be published', async () => {
    const { code, out } = await built('privateColumns: [telephone]');
    expect(code).not.toBe(0);
    expect(out).toContain('telephone');
    expect(out).toContain(DATASET);
  });
});
