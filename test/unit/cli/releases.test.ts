import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cimaise } from './streams.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'cimaise-releases-'));
const WORLD = join(FOLDER, 'world');
const PLACES = join(WORLD, 'data/places/source/places.csv');
const RELEASES = join(FOLDER, 'releases');

const inWorld = (args: readonly string[], language: 'fr' | 'en' = 'en') =>
  cimaise(['--project', WORLD, ...args], { CIMAISE_RELEASES: RELEASES }, language);
const releases = (...args: readonly string[]) => inWorld(['releases', ...args]);

let ids: readonly string[];

/** Four places; five; the fifth by another name. */
beforeAll(async () => {
  cpSync(join(import.meta.dirname, '../../fixtures/a-small-world'), WORLD, { recursive: true });
  expect((await inWorld(['build'])).code).toBe(0);
  appendFileSync(PLACES, 'P5;Lieu;castle;48.1;2.1\n');
  expect((await inWorld(['build'])).code).toBe(0);
  writeFileSync(PLACES, readFileSync(PLACES, 'utf8').replace('P5;Lieu', 'P5;Endroit'));
  expect((await inWorld(['build'])).code).toBe(0);
  ids = readdirSync(RELEASES)
    .filter((name) => /^\d/.test(name))
    .sort();
});

afterAll(() => rmSync(FOLDER, { recursive: true }));

describe('The help of each command of releases', () => {
  it.each(['list', 'show', 'diff', 'rollback', 'prune', 'verify'])(
    '%s shows how it is called',
    async (command) => {
      const { code, out } = await releases(command, '--help');
      expect(code).toBe(0);
      expect(out.match(new RegExp(`^  cimaise releases ${command}`, 'gm'))?.length).toBeGreaterThanOrEqual(2);
    },
  );
});

describe('For scripts, releases', () => {
  it('are a list, the newest first', async () => {
    const listed = JSON.parse((await releases('--json')).out).releases;
    expect(listed.map(({ id, isCurrent }: { id: string; isCurrent: boolean }) => [id, isCurrent])).toEqual(
      ids.toReversed().map((id, index) => [id, index === 0]),
    );
    expect(listed[0]).toMatchObject({ datasets: ['kinds', 'places'], things: 7 });
    expect((await releases('list', '--json')).out).toBe((await releases('--json')).out);
  });

  it('are shown by their manifest', async () => {
    const { out } = await releases('show', ids[0] as string, '--json');
    expect(JSON.parse(out)).toEqual(
      JSON.parse(readFileSync(join(RELEASES, ids[0] as string, 'manifest.json'), 'utf8')),
    );
  });

  it('are verified one by one', async () => {
    const { code, out } = await releases('verify', '--all', '--json');
    expect(code).toBe(0);
    expect(
      JSON.parse(out).releases.map(({ id, faults }: { id: string; faults: [] }) => [id, faults]),
    ).toEqual(ids.map((id) => [id, []]));
  });
});

describe('A release shown', () => {
  it('tells its datasets, files, inputs', async () => {
    const { out } = await releases('show');
    expect(out).toContain(`Release ${ids[2]} of `);
    expect(out).toMatch(/^places +5 +5 +25 +0 /m);
    expect(out).toMatch(/^ {2}datasets\/places\.nq\.gz +\d+ bytes$/m);
    expect(out).toMatch(/^ {2}data\/places\/source\/places\.csv +[0-9a-f]{12}$/m);
  });
});

describe('The difference of releases', () => {
  it('is that of the current one from the one before, 1 where there is any', async () => {
    const { code, out } = await releases('diff');
    expect(code).toBe(1);
    expect(out).toContain(`From release ${ids[1]} to release ${ids[2]}:`);
    expect(out).toMatch(/^places +1 +1 +0 +1 +0$/m);
  });

  it('is that of any two, as statements', async () => {
    const { code, out } = await releases('diff', ids[0] as string, ids[2] as string, '--statements');
    expect(code).toBe(1);
    const places = out
      .split('\n')
      .filter((line) => line.includes('/dataset/places> .') && line.includes('/id/'));
    expect(places.filter((line) => line.startsWith('+')).length).toBe(5);
    expect(places.filter((line) => line.startsWith('-'))).toEqual([]);
  });

  it('is nothing, 0, between a release and itself', async () => {
    const { code, out } = await releases('diff', ids[1] as string, ids[1] as string);
    expect({ code, out }).toEqual({ code: 0, out: `Releases ${ids[1]} and ${ids[1]} say the same.\n` });
    expect(await releases('diff', ids[1] as string, ids[1] as string, '--statements')).toMatchObject({
      code: 0,
      out: '',
    });
  });
});

describe('A usage of releases that is wrong', () => {
  it.each([
    [['prune'], 'by one option and one only'],
    [['prune', '--keep', '3', '--before', '2026-01-01'], 'by one option and one only'],
    [['prune', '--keep', '0'], 'The option --keep is “0”.'],
    [['prune', '--keep', '-1'], 'The option --keep is “-1”.'],
    [['prune', '--before', '2026-02-30'], 'The option --before is “2026-02-30”.'],
    [['show', '1999-01-01.1'], 'There is no release “1999-01-01.1”.'],
    [['diff', '1999-01-01.1'], 'There is no release'],
    [['verify', '../..'], 'There is no release'],
    [['rollback', 'current'], 'There is no release'],
  ])('%j is exit code 2 and a sentence', async (args, words) => {
    const { code, err } = await releases(...args);
    expect(code).toBe(2);
    expect(err).toContain(words);
  });
});

describe('Going back and clearing up', () => {
  it('goes back where no address dies, is refused where one does, and is told in French too', async () => {
    expect(await releases('rollback')).toMatchObject({
      code: 0,
      out: expect.stringContaining(`is ${ids[1]} again`),
    });
    const { code, err } = await inWorld(['releases', 'rollback'], 'fr');
    expect(code).toBe(1);
    expect(err).toContain('http://localhost:3000/id/places/P5');
    expect(err).toContain('Une adresse publiée ne doit pas mourir');
    expect((await releases('rollback', ids[2] as string)).code).toBe(0);
  });

  it('prunes, and the numbers go on', async () => {
    expect((await releases('prune', '--keep', '1', '--dry-run')).out).toContain('Nothing is removed.');
    expect((await releases('prune', '--keep', '1')).code).toBe(0);
    expect(readdirSync(RELEASES).filter((name) => /^\d/.test(name))).toEqual(ids.slice(1));
    expect((await releases('verify', '--all')).code).toBe(0);
  });

  it('verifies: each fault is a line, and the exit code 1', async () => {
    writeFileSync(join(RELEASES, ids[1] as string, 'datasets/places.nq.gz'), 'cut');
    writeFileSync(join(RELEASES, ids[1] as string, 'extra'), '');
    const { code, err, out } = await releases('verify', '--all');
    expect(code).toBe(1);
    expect(err).toContain(`${ids[1]}/datasets/places.nq.gz  The file has 3 bytes; the manifest says`);
    expect(err).toContain(`${ids[1]}/extra  The file is not of this release`);
    expect(out).toContain(`Release ${ids[2]}: whole`);
  });
});
