import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { loadProject, type Project } from '../../src/declarations/index.ts';
import { createApp } from '../../src/http/index.ts';
import { buildIndex, openIndex } from '../../src/index/index.ts';
import type { QuadStore, Release, ResourceIndex, Withdrawal } from '../../src/model/index.ts';
import { type BuildOutcome, build } from '../../src/release/index.ts';
import { describeShared, SHARED } from '../shared.ts';
import { REPOSITORY, scratch } from './command-line.ts';
import { NO_TERMS } from './fixture-release.ts';
import { type Loopback, listen } from './loopback.ts';

jest.setTimeout(600_000);

const BASE = 'http://localhost:3000/';
const TABLE = 'data/musees/withdrawn.csv';
const real = (file: string): string => join(SHARED, 'data/real', file);

/** Shapes of these three datasets, and of all. */
const SHAPES = [
  ...['commun', 'lieux', 'musees', 'liens-lieux', 'unicite', 'concepts', 'territoires', 'liens-concepts'],
  ...['dataset-description', 'catalogue'],
].map((name) => `shapes/${name}.ttl`);

/** The shipped museums, and what they look up, as a project that can be changed. */
function projectOfMuseums(): string {
  const root = join(scratch(), 'project');
  mkdirSync(join(root, 'data'), { recursive: true });
  for (const path of ['data/musees', 'data/departements', 'data/regions', 'ontologies', ...SHAPES])
    cpSync(join(REPOSITORY, path), join(root, path), { recursive: true });
  return root;
}

/**
 * The ministry's file of 2024 lacks no museum of that of 2020: to lose some, they are given other numbers, as happens
 * where a museum moves or two become one.
 */
const RENUMBERED = ['M0004', 'M0005', 'M0008', 'M0012'];
const renumbered = (table: string): string =>
  RENUMBERED.reduce((text, ref) => text.replace(`\n${ref};`, `\n${ref.replace('M0', 'M8')};`), table);

/** A file of museums made of a text. */
function written(text: string): string {
  const path = join(scratch(), 'museofile.csv');
  writeFileSync(path, text);
  return path;
}

/** What became of IRIs, from the lines of the ledger, as the index will know it. */
function withdrawalsIn({ folder, manifest }: Release): ReadonlyMap<string, Withdrawal> {
  const lines = gunzipSync(readFileSync(join(folder, manifest.ledger?.path ?? '')))
    .toString()
    .split('\n');
  const gone = lines
    .map((line) => line.split('\t'))
    .filter(([, , , , status]) => /^(replaced|withdrawn)$/.test(status ?? ''));
  return new Map(
    gone.map(([iri = '', , , , , date = '', replacedBy, fr = '', en = '']) => [
      iri,
      { iri, date, ...(replacedBy ? { replacedBy } : {}), reason: { fr, en } },
    ]),
  );
}

const linesOf = ({ folder }: Release, slug: string): readonly string[] =>
  gunzipSync(readFileSync(join(folder, `datasets/${slug}.nq.gz`)))
    .toString()
    .split('\n')
    .filter((line) => line !== '');

const thingsOf = (release: Release): ReadonlySet<string> =>
  new Set(linesOf(release, 'musees').map((line) => line.slice(1, line.indexOf('>')).replace(/#.*/, '')));

describeShared('data/real')('Three releases of the museums, of 2020, of 2024 and corrected', () => {
  const releases = scratch();
  let root: string;
  let project: Project;
  let first: Release;
  let refused: BuildOutcome;
  let second: Release;
  let third: Release;
  let server: Loopback;
  const closing: (() => Promise<void> | void)[] = [];

  const buildFrom = async (museums: string): Promise<BuildOutcome> => {
    const loaded = await loadProject({ root, base: BASE, sources: new Map([['musees', museums]]) });
    if (loaded.kind === 'refused') throw new Error(JSON.stringify(loaded.complaints));
    project = loaded.project;
    return build({ project, releases, toolVersion: 'test' });
  };

  const released = (outcome: BuildOutcome): Release => {
    if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.complaints));
    return outcome.release;
  };

  beforeAll(async () => {
    root = projectOfMuseums();
    first = released(await buildFrom(real('museofile-2020.csv')));
    const of2024 = renumbered(readFileSync(real('museofile-2024.csv'), 'utf8'));
    refused = await buildFrom(written(of2024));
    if (refused.kind !== 'refused') throw new Error(refused.kind);
    const proposed = readFileSync(join(refused.reports ?? '', 'musees.withdrawn.csv'), 'utf8');
    writeFileSync(join(root, TABLE), proposed.replace('M0004,,', 'M0004,M8004,'));
    second = released(await buildFrom(written(of2024)));
    third = released(await buildFrom(written(of2024.replace('3 place du Château', '5 place du Château'))));
    server = await serve(third);
  });

  afterAll(async () => {
    for (const close of closing) await close();
  });

  async function serve(release: Release): Promise<Loopback> {
    const file = join(scratch(), 'index.sqlite');
    const dumps = release.manifest.datasets.map(({ slug, dump }) => ({
      dataset: slug,
      path: join(release.folder, dump.path),
    }));
    await buildIndex({ dumps, base: BASE, file });
    const opened = openIndex(file);
    if (opened.kind !== 'open') throw new Error(opened.kind);
    const withdrawals = withdrawalsIn(release);
    const index = {
      describe: (iri: string) => opened.index.describe(iri),
      label: () => undefined,
      withdrawal: (iri: string) => withdrawals.get(iri),
    } as unknown as ResourceIndex;
    const store = {} as QuadStore;
    const listening = await listen(
      createApp({ release, store, index, terms: NO_TERMS, datasets: project.datasets, queries: [] }),
    );
    closing.push(
      () => listening.close(),
      () => opened.index.close(),
    );
    return listening;
  }

  it('the second is refused while nobody says what became of the museums that are gone', () => {
    if (refused.kind !== 'refused') throw new Error(refused.kind);
    expect(refused.complaints.map(({ place }) => place.file)).toEqual([TABLE]);
    const [{ found, remedy } = { found: { en: '' }, remedy: { en: '' } }] = refused.complaints;
    expect(found.en).toBe(
      `${RENUMBERED.length} published URIs would disappear from “musees”: ${RENUMBERED.join(', ')}.`,
    );
    for (const ref of RENUMBERED) expect(remedy.en).toContain(`\nid/musees/${ref},,`);
  });

  it('the rows that the refusal proposes are enough', () => {
    const gone = withdrawalsIn(second);
    expect([...gone.keys()].sort()).toEqual(RENUMBERED.map((ref) => `${BASE}id/musees/${ref}`));
    expect(gone.get(`${BASE}id/musees/M0004`)?.replacedBy).toBe(`${BASE}id/musees/M8004`);
    const withdrawn = second.manifest.graphs.find(({ iri }) => iri === `${BASE}ledger`);
    expect(withdrawn?.statements).toBeGreaterThan(0);
  });

  it('every URI of the first is known to the third, since the first', () => {
    const ledger = gunzipSync(readFileSync(join(third.folder, 'ledger.tsv.gz')))
      .toString()
      .split('\n');
    const firsts = new Map(ledger.map((line) => line.split('\t')).map(([iri, , since]) => [iri, since]));
    const own = [...thingsOf(first)].filter((iri) => iri.startsWith(`${BASE}id/`));
    expect(own.filter((iri) => firsts.get(iri) !== first.manifest.createdAt)).toEqual([]);
  });

  it('the correction changed one museum', () => {
    const ledger = gunzipSync(readFileSync(join(third.folder, 'datasets/musees.ledger.tsv.gz')))
      .toString()
      .trim()
      .split('\n');
    const changed = ledger
      .map((line) => line.split('\t'))
      .filter(([, , , at]) => at === third.manifest.createdAt);
    expect(changed.map(([iri]) => iri)).toEqual([`${BASE}dataset/musees`, `${BASE}id/musees/M0003`]);
  });

  it('every URI of the first still answers: 303, 301 or 410, never 404', async () => {
    const counts = new Map<number | undefined, number>();
    const wrong: string[] = [];
    for (const iri of thingsOf(first)) {
      if (!iri.startsWith(`${BASE}id/`)) continue;
      const { status } = await server.ask(`/${iri.slice(BASE.length)}`, {});
      counts.set(status, (counts.get(status) ?? 0) + 1);
      if (status !== 303 && status !== 301 && status !== 410) wrong.push(`${status} ${iri}`);
    }
    expect(wrong).toEqual([]);
    expect([...counts.keys()].sort()).toEqual([301, 303, 410]);
    expect((await server.ask('/id/musees/M0004', {})).headers.location).toBe('/id/musees/M8004');
    expect((await server.ask('/id/musees/M8004', {})).status).toBe(303);
    expect((await server.ask('/id/musees/M0005', {})).status).toBe(410);
  });
});
