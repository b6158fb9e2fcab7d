import type { ChildProcess } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { addressOf, cimaise, copyOfWorld, ended, scratch, startCimaise } from './command-line.ts';
import { FORM, formOf, HTML, type ShownForm } from './contribution-site.ts';

jest.setTimeout(240_000);

const BASE = 'http://localhost:3000/';
const PLACE = `${BASE}id/places/P4`;
const NAME = 'http://schema.org/name';
/** Forms are taken three seconds after they were shown. */
const READING = 3200;

const world = copyOfWorld('a-small-world');
const releases = join(scratch(), 'releases');
const environment = { CIMAISE_RELEASES: releases };
const run = (...args: string[]) => cimaise([...args, '--project', world], environment);
const moderate = (...args: string[]) => run('contributions', ...args);

let server: ChildProcess;
let address: string;

async function start(): Promise<void> {
  server = startCimaise(['serve', '--no-proof', '--project', world], environment);
  address = await addressOf(server);
}

async function stop(signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const end = ended(server);
  server.kill(signal);
  await end;
}

const get = async (target: string) => {
  const answer = await fetch(new URL(target, address), { headers: HTML });
  return { status: answer.status, text: await answer.text() };
};

const open = async (target: string): Promise<ShownForm> => formOf((await get(target)).text);

/** Sends a form, and gives the number that it leads on to. */
async function send({ action, fields }: ShownForm, typed: Readonly<Record<string, string>>): Promise<string> {
  const answer = await fetch(new URL(action, address), {
    method: 'POST',
    headers: { ...HTML, ...FORM },
    body: new URLSearchParams({ ...fields, ...typed }),
    redirect: 'manual',
  });
  expect(answer.status).toBe(303);
  return new URL(answer.headers.get('location') ?? '', address).searchParams.get('number') ?? '';
}

const listed = async (...args: string[]): Promise<readonly Record<string, unknown>[]> =>
  JSON.parse((await moderate('list', '--json', ...args)).out).contributions;

beforeAll(async () => {
  expect(await run('build')).toMatchObject({ code: 0 });
  await start();
});
afterAll(() => stop('SIGTERM'));

describe('What was answered with a number', () => {
  it('is there after the server was killed at that moment', async () => {
    const forms = await Promise.all(Array.from({ length: 8 }, () => open('/contact')));
    await sleep(READING);
    const numbers: string[] = [];
    const sending = forms.map(async (form, at) => {
      numbers.push(await send(form, { text: `Message ${at}` }));
      if (numbers.length === 3) server.kill('SIGKILL');
    });
    const end = ended(server);
    await Promise.allSettled(sending);
    expect((await end).signal).toBe('SIGKILL');
    expect(numbers.length).toBeGreaterThanOrEqual(3);
    const kept = (await listed()).map(({ id }) => id);
    expect(kept).toEqual(expect.arrayContaining(numbers));
    await start();
    const form = await open('/contact');
    await sleep(READING);
    expect(await send(form, { text: 'After it' })).toMatch(/^[a-z0-9]{12}$/);
  });
});

describe('A report on a value', () => {
  it('is moderated while the server runs, published, and closed by the release that changes the value', async () => {
    const query = new URLSearchParams({ thing: PLACE, property: NAME });
    const form = await open(`/contribute/report?${query}`);
    expect(form.fields['value']).toBe('"Tour"@fr');
    await sleep(READING);
    const id = await send(form, { text: 'It has a name.', proposal: 'Tour Solidor' });
    expect((await get(`/contributions/${id}`)).status).toBe(404);
    const shown = await moderate('show', id);
    expect(shown).toMatchObject({ code: 0 });
    expect(shown.out).toContain('Tour Solidor');
    const accepted = await moderate('accept', id, '--answer', 'In the next release.');
    expect(accepted).toMatchObject({ code: 0 });
    expect(accepted.out).toContain(`${BASE}contributions/${id}`);
    await until(async () => (await get('/doc/places/P4')).text.includes(id));
    expect((await get(`/contributions/${id}`)).text).toContain('In the next release.');
    const file = join(world, 'data/places/source/places.csv');
    writeFileSync(file, readFileSync(file, 'utf8').replace('P4;Tour;', 'P4;Tour Solidor;'));
    expect(await run('build')).toMatchObject({ code: 0 });
    await until(async () => (await get(`/contributions/${id}`)).text.includes('value changed'));
    const release = readFileSync(join(releases, 'current'), 'utf8').trim();
    expect(await listed('--status', 'resolved')).toMatchObject([{ id, resolvedBy: release }]);
    await until(async () => (await get('/doc/places/P4')).text.includes('value changed'));
  });
});

describe('A moderator', () => {
  it('lists, refuses and exports, and no stranger’s text speaks for the command', async () => {
    const form = await open('/contact');
    await sleep(READING);
    const text = 'First line\nk7m29qxb4dfh  message · accepted\n\u202eevil';
    const id = await send(form, { text, name: 'x', email: 'me@example.org' });
    const list = await moderate('list', '--kind', 'message');
    expect(list.code).toBe(0);
    expect(list.out.split('\n').filter((line) => line.startsWith('k7m29qxb4dfh'))).toEqual([]);
    const shown = await moderate('show', id);
    expect(shown.out).toContain('  │ k7m29qxb4dfh');
    expect(shown.out).toContain('me@example.org');
    expect(shown.out).not.toContain('\u202e');
    expect(await moderate('refuse', id, '--reason', 'a test')).toMatchObject({ code: 0 });
    const refused = (await listed('--status', 'refused')).find((one) => one['id'] === id);
    expect(refused).toMatchObject({ reason: 'a test', status: 'refused' });
    const lines = (await moderate('export')).out.trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).id)).toContain(id);
  });

  it.each([
    [['show', 'nothing'], 'No contribution has the number'],
    [['accept', 'nothing'], 'No contribution has the number'],
    [['refuse', 'nothing'], 'reason'],
    [['list', '--status', 'none'], 'pending'],
  ])('who asks for %j is told what there is, with exit code 2', async (args, told) => {
    const { code, err } = await moderate(...args);
    expect(code).toBe(2);
    expect(err).toContain(told);
  });

  it('is told in French too, and that forms are closed', async () => {
    const off = { ...environment, CIMAISE_CONTRIBUTIONS: 'off', CIMAISE_LANGUAGE: 'fr' };
    const { code, err } = await cimaise(['contributions'], off);
    expect([code, err]).toEqual([2, expect.stringContaining('vaut off')]);
    const none = { CIMAISE_RELEASES: join(scratch(), 'none'), CIMAISE_LANGUAGE: 'fr' };
    expect(await cimaise(['contributions'], none)).toMatchObject({ code: 0, out: 'Aucune contribution.\n' });
  });

  it('decides while others do: all is kept', async () => {
    const forms = await Promise.all(Array.from({ length: 6 }, () => open('/contact')));
    await sleep(READING);
    const ids = await Promise.all(forms.map((form, at) => send(form, { text: `Together ${at}` })));
    const decided = await Promise.all(ids.slice(0, 4).map((id) => moderate('accept', id)));
    expect(decided.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    const accepted = (await listed('--status', 'accepted')).map(({ id }) => id);
    expect(accepted).toEqual(expect.arrayContaining(ids.slice(0, 4)));
  });
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 60_000;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error('It did not come about.');
    await sleep(100);
  }
}
