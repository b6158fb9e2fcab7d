import type { ChildProcess } from 'node:child_process';
import { appendFileSync, chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { addressOf, cimaise, copyOfWorld, ended, scratch, startCimaise } from './command-line.ts';

jest.setTimeout(180_000);

const COUNT = `query=${encodeURIComponent('SELECT (COUNT(*) AS ?n) { ?place a <http://schema.org/Place> }')}`;
/** Some seconds of work for one worker, far from the deadline. */
const LONG = `query=${encodeURIComponent(
  'SELECT (COUNT(*) AS ?n) { SELECT ?a { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } LIMIT 6000000 }',
)}`;

const world = copyOfWorld('a-small-world');
const releases = join(scratch(), 'releases');
const environment = { CIMAISE_RELEASES: releases, CIMAISE_QUERY_TIMEOUT: '60000' };
const run = (...args: string[]) => cimaise([...args, '--project', world], environment);
const addPlace = (id: string): void =>
  appendFileSync(join(world, 'data/places/source/places.csv'), `${id};Lieu ${id};castle;48.1;2.1\n`);
const current = (): string => readFileSync(join(releases, 'current'), 'utf8').trim();

let server: ChildProcess;
let address: string;

beforeAll(async () => {
  expect(await run('build')).toMatchObject({ code: 0 });
  server = startCimaise(['serve', '--project', world], environment);
  address = await addressOf(server);
});

afterAll(async () => {
  if (server.exitCode !== null) return;
  const end = ended(server);
  server.kill('SIGTERM');
  expect(await end).toMatchObject({ code: 0 });
});

const asked = async (target: string) => {
  const response = await fetch(new URL(target, address), { headers: { accept: 'text/csv, */*;q=0.1' } });
  const text = await response.text();
  return { status: response.status, release: response.headers.get('cimaise-release') ?? '', text };
};
const until = async (release: string): Promise<void> => {
  while ((await asked('/health/ready')).release !== release) await sleep(50);
};

describe('A server whose release changes', () => {
  it('answers every request whole, from one release or the other, and ends on the new one', async () => {
    const before = current();
    const answers: Awaited<ReturnType<typeof asked>>[] = [];
    let isOver = false;
    const asking = ['/', `/sparql?${COUNT}`, '/datasets', '/dataset/places.nt'].map(async (target) => {
      while (!isOver) answers.push({ ...(await asked(target)), text: target });
    });
    const counts = new Map<string, Set<string>>();
    const counting = (async () => {
      while (!isOver) {
        const { release, text } = await asked(`/sparql?${COUNT}`);
        counts.set(release, (counts.get(release) ?? new Set()).add(text));
      }
    })();
    addPlace('P5');
    expect(await run('build')).toMatchObject({ code: 0 });
    const after = current();
    await until(after);
    await sleep(300);
    isOver = true;
    await Promise.all([...asking, counting]);
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    expect(new Set(answers.map(({ release }) => release))).toEqual(new Set([before, after]));
    // Each release has its own count, always the same.
    expect([...counts.keys()].sort()).toEqual([before, after].sort());
    for (const found of counts.values()) expect(found.size).toBe(1);
    expect(counts.get(before)).not.toEqual(counts.get(after));
  });

  it('finishes on the old one what was asked there, and goes back when the pointer goes back', async () => {
    const last = current();
    const first = `${last.split('.')[0]}.1`;
    let isOver = false;
    const long = asked(`/sparql?${LONG}`).finally(() => {
      isOver = true;
    });
    await sleep(100);
    writeFileSync(join(releases, 'current'), `${first}\n`);
    await until(first);
    expect(isOver).toBe(false);
    expect(await asked(`/sparql?${COUNT}`)).toMatchObject({ status: 200, release: first });
    expect(await long).toMatchObject({ status: 200, release: last });
    writeFileSync(join(releases, 'current'), `${last}\n`);
    await until(last);
  });

  it('stays where it is when the pointer names what cannot be served, and says so', async () => {
    const last = current();
    let said = '';
    server.stderr?.on('data', (text) => {
      said += text;
    });
    writeFileSync(join(releases, 'current'), '1999-01-01.1\n');
    while (!said.includes('SIGHUP')) await sleep(50);
    expect(await asked(`/sparql?${COUNT}`)).toMatchObject({ status: 200, release: last });
    writeFileSync(join(releases, 'current'), `${last}\n`);
  });

  it('stays where it is when the pointer names a release of which one bit is another', async () => {
    const last = current();
    addPlace('P6');
    expect(await run('build')).toMatchObject({ code: 0 });
    const next = current();
    await until(next);
    const dump = join(releases, last, 'datasets/places.nq.gz');
    const bytes = readFileSync(dump);
    chmodSync(dump, 0o644);
    writeFileSync(dump, bytes.with(30, (bytes[30] ?? 0) ^ 1));
    let said = '';
    server.stderr?.on('data', (text) => {
      said += text;
    });
    writeFileSync(join(releases, 'current'), `${last}\n`);
    while (!said.includes('SIGHUP')) await sleep(50);
    expect(said).toContain(`Release ${last} is damaged: datasets/places.nq.gz.`);
    expect(await asked(`/sparql?${COUNT}`)).toMatchObject({ status: 200, release: next });
    writeFileSync(join(releases, 'current'), `${next}\n`);
    writeFileSync(dump, bytes);
  });

  it('opens the release again on SIGHUP, with the declarations as they are now', async () => {
    const query = join(world, 'queries/examples/places/newly.rq');
    const title = 'Une question toute neuve';
    const text = `# @title.fr ${title}\n# @title.en A new question\n# @question.fr Quoi ?\n# @question.en What?\nSELECT * { ?s ?p ?o } LIMIT 1\n`;
    writeFileSync(query, text);
    server.kill('SIGHUP');
    const page = async () =>
      (await fetch(new URL('/sparql', address), { headers: { accept: 'text/html' } })).text();
    while (!(await page()).includes(title)) await sleep(50);
    expect(await asked(`/sparql?${COUNT}`)).toMatchObject({ status: 200, release: current() });
  });
});
