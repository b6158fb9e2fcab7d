import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import { parse } from 'yaml';
import { openPortal, type Portal, send, stall } from '../unit/harvest/portal.ts';
import { cimaise, ended, scratch, startCimaise } from './command-line.ts';

jest.setTimeout(300_000);

const GARDENS = `code_id;nom_du_jardin;commune\n${Array.from(
  { length: 40 },
  (_, at) => `JR${1000 + at};Jardin ${at};Commune ${at % 7}\n`,
).join('')}`;

/** A portal of one file that knows its own age; other addresses are a page, a file that fails, or nothing. */
const portalOf = (): Promise<Portal> =>
  openPortal((request, response) => {
    const isKnown = request.headers['if-none-match'] === '"1"';
    const type = { 'content-type': 'text/html' };
    const answer = {
      '/jardins.csv': isKnown ? send('', { etag: '"1"' }, 304) : send(GARDENS, { etag: '"1"' }),
      '/page': send('<!DOCTYPE html><html><body>Portail</body></html>', type),
      '/failing.csv': send(`${GARDENS}{"error_code": "Timeout", "message": "x"}`),
      '/slow.csv': stall(GARDENS, 500),
    }[request.url ?? ''];
    (answer ?? send('', {}, 404))(request, response);
  });

const ALLOWED = { CIMAISE_HARVEST_PRIVATE: '127.0.0.1' };

/** A project of nothing, and what stands in its folder, hidden files too. */
function project() {
  const root = join(scratch(), 'projet');
  mkdirSync(root);
  return {
    root,
    add: (url: string, ...more: readonly string[]) =>
      cimaise(['--project', root, 'add', url, ...more], ALLOWED),
    harvest: () => cimaise(['--project', root, 'harvest'], ALLOWED),
    files: () => readdirSync(root).sort(),
    source: () => join(root, 'data/jardins/source'),
  };
}

describe('An address that is added', () => {
  it('is a dataset that is asked again by its own conditions', async () => {
    const portal = await portalOf();
    const one = project();
    // A process that was killed while it fetched: no number is that large.
    mkdirSync(join(one.root, '.cimaise-add-99999999-x'));
    const added = await one.add(`${portal.url}jardins.csv`, '--yes');
    expect(added).toMatchObject({ code: 0, err: '' });
    expect(added.out).toContain(`received from ${portal.url}jardins.csv`);
    expect(added.out).toContain('cimaise harvest jardins');
    expect(readFileSync(join(one.source(), 'jardins.csv'), 'utf8')).toBe(GARDENS);
    expect(readdirSync(one.source()).sort()).toEqual(['jardins.csv', 'jardins.csv.harvest.json']);
    expect(one.files().filter((name) => name.startsWith('.'))).toEqual([]);
    const declared = parse(readFileSync(join(one.root, 'data/jardins/dataset.yml'), 'utf8'));
    expect(declared).toMatchObject({
      origins: [portal.url.slice(0, -1)],
      source: {
        path: 'source/jardins.csv',
        delimiter: ';',
        harvest: { url: `${portal.url}jardins.csv` },
      },
    });
    expect(await one.harvest()).toEqual({ code: 0, signal: null, out: 'jardins: unchanged\n', err: '' });
    expect(portal.asked.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"1"']);
  });

  it('takes its secrets from the environment, and writes their names alone', async () => {
    const portal = await portalOf();
    const one = project();
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what a person writes
    const header = 'Authorization: Apikey ${CIMAISE_SECRET_PORTAL}';
    const args = ['--project', one.root, 'add', `${portal.url}jardins.csv`, '--yes', '--header', header];
    expect(await cimaise(args, ALLOWED)).toMatchObject({
      code: 2,
      err: expect.stringContaining('CIMAISE_SECRET_PORTAL'),
    });
    const secret = { CIMAISE_SECRET_PORTAL: 'hush-hush' };
    expect(await cimaise(args, { ...ALLOWED, ...secret })).toMatchObject({ code: 0, err: '' });
    expect(portal.asked.map(({ headers }) => headers.authorization)).toEqual(['Apikey hush-hush']);
    const declared = readFileSync(join(one.root, 'data/jardins/dataset.yml'), 'utf8');
    expect(parse(declared).source.harvest.headers).toEqual({ Authorization: header.slice(15) });
    expect(declared).not.toContain('hush');
  });
});

describe('An address that gives no source', () => {
  it.each([
    ['page', 1, 'answers with an HTML page'],
    ['nothing.csv', 2, 'the error 404'],
    ['failing.csv', 1, 'the file ends in'],
    ['jardins.csv?token=x', 2, 'holds a secret'],
    ['no such file.csv', 2, 'no%20such%20file.csv answers with the error 404'],
  ])('/%s is refused (%i), and leaves nothing', async (path, code, said) => {
    const portal = await portalOf();
    const one = project();
    const refused = await one.add(portal.url + path, '--yes');
    expect(refused).toMatchObject({ code, err: expect.stringContaining(said) });
    expect(one.files()).toEqual([]);
  });

  it('is not asked where it is private, unless that is allowed', async () => {
    const portal = await portalOf();
    const one = project();
    const args = ['--project', one.root, 'add', `${portal.url}jardins.csv`, '--yes'];
    expect(await cimaise(args)).toMatchObject({
      code: 2,
      err: expect.stringContaining('CIMAISE_HARVEST_PRIVATE=127.0.0.1'),
    });
    expect(portal.asked).toHaveLength(0);
    expect(one.files()).toEqual([]);
  });

  it('is left at Ctrl+C, and leaves nothing', async () => {
    const portal = await portalOf();
    const one = project();
    const child = startCimaise(['--project', one.root, 'add', `${portal.url}slow.csv`, '--yes'], ALLOWED);
    const end = ended(child);
    while (portal.asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGINT');
    expect(await end).toMatchObject({ code: 130, err: expect.stringContaining('Interrupted') });
    expect(one.files()).toEqual([]);
  });

  it('is fetched for a look alone, and leaves nothing either', async () => {
    const portal = await portalOf();
    const one = project();
    const shown = await one.add(`${portal.url}jardins.csv`, '--dry-run');
    expect(shown).toMatchObject({ code: 0, out: expect.stringContaining('── data/jardins/mapping.yml') });
    expect(one.files()).toEqual([]);
  });
});
