import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { cimaise } from './streams.ts';

const COMMANDS = ['check', 'build', 'serve', 'start', 'releases', 'explain'];
const WORLD = join(import.meta.dirname, '../../fixtures/a-small-world');
const fixture = (name: string) => join(import.meta.dirname, '../../fixtures', name);
const RELEASES = mkdtempSync(join(tmpdir(), 'cimaise-cli-'));

afterAll(() => rmSync(RELEASES, { recursive: true }));

/** Runs a command on the small world, with releases of its own. */
const here = (args: readonly string[], language: 'fr' | 'en' = 'en', releases = join(RELEASES, 'none')) =>
  cimaise(['--project', WORLD, ...args], { CIMAISE_RELEASES: releases }, language);

describe('The help', () => {
  it('names every command, every setting and the exit codes', async () => {
    const { code, out } = await cimaise(['--help']);
    expect(code).toBe(0);
    for (const command of COMMANDS) expect(out).toMatch(new RegExp(`^ {2}${command}\\b`, 'm'));
    const read = readFileSync(join(import.meta.dirname, '../../../src/settings.ts'), 'utf8');
    const settings = new Set(read.match(/(?<=')(?:PORT|CIMAISE_[A-Z_]+)(?=')/g));
    expect(settings.size).toBeGreaterThan(20);
    for (const setting of settings) expect(out).toMatch(new RegExp(`^ {2}${setting}\\b`, 'm'));
    expect(out).toMatch(/Exit codes: 0 .*1 .*2 /);
  });

  it('tells its version', async () => {
    expect(await cimaise(['--version'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });
});

describe('A project whose documents are not UTF-8', () => {
  it('hears of each, with the line of its first bad byte', async () => {
    const root = join(RELEASES, 'latin');
    cpSync(WORLD, root, { recursive: true });
    const files = ['data/kinds/dataset.yml', 'data/places/mapping.yml'].map((name) => {
      const line = readFileSync(join(root, name), 'utf8').split('\n').length;
      appendFileSync(join(root, name), Buffer.from('# caf\u00e9\n', 'latin1'));
      return `${name}:${line} `;
    });
    // A description that cannot be read ends the reading of declarations: mappings are heard of next.
    expect((await cimaise(['--project', root, 'check'])).err).toContain(files[0]);
    cpSync(join(WORLD, 'data/kinds'), join(root, 'data/kinds'), { recursive: true });
    const { code, err } = await cimaise(['--project', root, 'check']);
    expect(code).toBe(1);
    expect(err).toContain(files[1]);
    expect(err).toContain('Save the file as UTF-8.');
  });
});

describe('A usage that is wrong', () => {
  it.each([
    [['biuld'], "unknown command 'biuld'"],
    [['build', '--fast'], "unknown option '--fast'"],
    [['build', '--source'], "option '--source <dataset=file>' argument missing"],
    [['check', 'musees'], 'too many arguments'],
  ])('%j is exit code 2 and points to the help', async (args, message) => {
    const { code, err } = await cimaise(args);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(err).toContain('cimaise --help');
  });

  it.each([
    ['fr', 'L’option --source vaut « places ».', 'Écrivez --source <jeu>=<fichier>.'],
    ['en', 'The option --source is “places”.', 'Write --source <dataset>=<file>.'],
  ] as const)('of --source is told in %s', async (language, found, remedy) => {
    const { code, err } = await here(['build', '--source', 'places'], language);
    expect(code).toBe(2);
    expect(err.replace(/[\u00a0\u202f]/g, ' ')).toBe(`${found} ${remedy}\n`);
  });

  it.each([
    ['placs', 'Did you mean “places”?'],
    ['zzzzzzzz', 'There are kinds, places.'],
  ])('of a dataset called %s names what there is', async (slug, remedy) => {
    const { code, err } = await here(['build', slug]);
    expect(code).toBe(2);
    expect(err).toBe(`No dataset is called “${slug}”. ${remedy}\n`);
  });
});

describe('A setting that is wrong', () => {
  it.each([
    ['PORT', 'ten'],
    ['PORT', '70000'],
    ['CIMAISE_BASE_IRI', 'localhost:3000'],
    ['CIMAISE_RELEASES', ' '],
    ['CIMAISE_WORKERS', '0'],
  ])('%s=%s is refused by name in both languages, before anything is done', async (name, value) => {
    for (const language of ['fr', 'en'] as const) {
      const { code, out, err } = await cimaise(['check', '--project', WORLD], { [name]: value }, language);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain(name);
      expect(err).toContain(value);
      expect(err.trim().split('\n')).toHaveLength(1);
    }
  });
});

describe('A check', () => {
  it.each([
    ['fr', 'tout est en ordre'],
    ['en', 'all in order'],
  ] as const)('of what is sound says so in %s', async (language, words) => {
    const { code, out, err } = await here(['check'], language);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(words);
  });

  it('of what is not is exit code 1, every complaint at once', async () => {
    const { code, out, err } = await cimaise(['check', '--project', fixture('several-mistakes')]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err.trim().split('\n').length).toBeGreaterThan(2);
    expect(err).toMatch(/\d+ things to correct\.\n$/);
  });

  it('of a folder that is no project says where it looked', async () => {
    const { code, err } = await cimaise(['check', '--project', RELEASES]);
    expect(code).toBe(1);
    expect(err).toContain(RELEASES);
    expect(err).toContain('--project');
  });
});

describe('Serving', () => {
  it.each([
    ['fr', 'Aucune version n’est publiée', 'cimaise build'],
    ['en', 'Nothing is released', 'cimaise build'],
  ] as const)('nothing is told in %s with the command that helps', async (language, found, remedy) => {
    const { code, err } = await here(['serve'], language);
    expect(code).toBe(2);
    expect(err).toContain(found);
    expect(err).toContain(remedy);
  });

  it('a release of another base is refused, both named', async () => {
    const releases = join(RELEASES, 'other-base');
    expect((await here(['build'], 'en', releases)).code).toBe(0);
    const elsewhere = { CIMAISE_RELEASES: releases, CIMAISE_BASE_IRI: 'https://e.org/' };
    const { code, err } = await cimaise(['serve', '--project', WORLD], elsewhere);
    expect(code).toBe(2);
    expect(err).toContain('http://localhost:3000/');
    expect(err).toContain('https://e.org/');
  });
});

describe('The releases', () => {
  it.each([
    ['fr', 'Aucune version dans'],
    ['en', 'No release in'],
  ] as const)('are told to be none in %s', async (language, words) => {
    expect(await here(['releases'], language)).toMatchObject({
      code: 0,
      out: expect.stringContaining(words),
    });
  });

  it('are listed with their figures, the newest first, the current one marked', async () => {
    const releases = join(RELEASES, 'two');
    expect((await here(['build'], 'en', releases)).code).toBe(0);
    expect((await here(['build', '--force'], 'en', releases)).code).toBe(0);
    const { code, out } = await here(['releases'], 'en', releases);
    expect(code).toBe(0);
    const [head, newest, oldest, ...others] = out.trimEnd().split('\n');
    expect(head?.split(/ {2,}/)).toEqual([
      'release',
      'date',
      'datasets',
      'things',
      'statements',
      'added',
      'removed',
      'size',
      'base',
    ]);
    expect(newest).toMatch(
      /^\d{4}-\d\d-\d\d\.2 \(current\) +\d{4}-\d\d-\d\d \d\d:\d\d +2 +\d+ +[\d,]+ .* http:\/\/localhost:3000\/$/,
    );
    expect(oldest).toMatch(/^\d{4}-\d\d-\d\d\.1 .* 2 /);
    expect(others).toEqual([]);
  });

  it('that are damaged are named, exit code 2', async () => {
    const releases = join(RELEASES, 'damaged');
    mkdirSync(join(releases, '2026-01-01.1'), { recursive: true });
    writeFileSync(join(releases, 'current'), '2026-01-01.1\n');
    for (const command of ['releases', 'serve', 'build']) {
      const { code, err } = await here([command], 'en', releases);
      expect(code).toBe(2);
      expect(err).toContain('Release 2026-01-01.1 is damaged: manifest.json.');
    }
    expect((await here(['build', '--force'], 'en', releases)).code).toBe(0);
  });
});

describe('A build', () => {
  it('says nothing but plain lines where it is no terminal: a line a dataset, then the release', async () => {
    const { code, out, err } = await here(['build'], 'fr', join(RELEASES, 'plain'));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const control of ['\r', '\u001b']) expect(out).not.toContain(control);
    expect(out).toMatch(/^kinds\s: \d+ enregistrements → \d+ choses, \d+ énoncés/m);
    expect(out).toMatch(/^places\s: 4 enregistrements → 4 choses/m);
    expect(out.trimEnd().split('\n').at(-1)).toMatch(/^Version \d{4}-\d\d-\d\d\.1\s: /);
  });
});
