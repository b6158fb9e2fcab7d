import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { PreviewSession } from '../../../src/preview/session/session.ts';
import { temporaryFolders } from '../release/folders.ts';
import { EditedWorld, EMPTY_RUN, FakeRuns, sessionOn } from './small-world.ts';

const folder = temporaryFolders();
const MAPPING = 'data/places/mapping.yml';
const CSV = 'data/places/source/places.csv';
const SHAPE = 'shapes/places.ttl';

describe('A session', () => {
  let open: PreviewSession | undefined;
  afterEach(() => open?.close());

  async function begun(change: (world: EditedWorld) => void = () => undefined) {
    const world = new EditedWorld(folder());
    change(world);
    const runs = new FakeRuns();
    const session = sessionOn(world, runs);
    open = session;
    session.changed([]);
    await session.settled();
    const follow = async (...paths: readonly string[]) => {
      session.changed(paths);
      await session.settled();
      return session.state;
    };
    return { world, runs, session, follow };
  }

  const names = ({ state }: PreviewSession) => state.preview?.records.map(({ name }) => name);

  it('begins with nothing, then has its records and lets the whole file be read', async () => {
    const fresh = sessionOn(new EditedWorld(folder()), new FakeRuns());
    expect(fresh.state).toMatchObject({ kind: 'starting', version: 0 });
    await fresh.close();
    const { session, runs } = await begun();
    expect(session.state).toMatchObject({ kind: 'fresh', complaints: [], whole: { kind: 'running' } });
    expect(names(session)).toEqual(['Château d’If', 'Église Saint-Pierre', 'Le "Vieux" pont', 'Tour']);
    expect(runs.tell).toHaveLength(1);
  });

  it('follows the mapping, the shape and the file, each with a version of its own', async () => {
    const { world, session, follow } = await begun();
    const versions = [session.state.version];
    await follow(world.edit(MAPPING, 'schema:name, $(name), fr', 'schema:name, $(name), en'));
    expect(session.state.preview?.records[0]?.turtle).toContain('"Château d’If"@en');
    versions.push(session.state.version);
    await follow(world.edit(SHAPE, 'sh:maxInclusive 90.0', 'sh:maxInclusive 47.0'));
    expect(session.state.preview?.records[3]?.cells[3]?.faults).toHaveLength(1);
    versions.push(session.state.version);
    await follow(world.edit(CSV, 'P4;Tour', 'P4;Beffroi'));
    expect(names(session)?.[3]).toBe('Beffroi');
    versions.push(session.state.version);
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
  });

  it('follows what is added to the file, and what is taken away', async () => {
    const { world, session, follow } = await begun();
    await follow(world.write(CSV, `${world.read(CSV)}P5;Phare;castle;48.0;-4.0\n`));
    expect(names(session)).toHaveLength(5);
    expect(session.state.preview?.total).toBe(5);
    await follow(world.write(CSV, 'Identifiant;name;kind;lat;lon\nP1;Seul;castle;1;2\n'));
    expect(names(session)).toEqual(['Seul']);
    expect(session.state.preview?.total).toBe(1);
  });

  it('keeps the last good preview where a declaration is broken, and says where; and goes on when it is mended', async () => {
    const { world, session, follow } = await begun();
    const good = session.state.preview;
    const text = world.read(MAPPING);
    const broken = await follow(world.edit(MAPPING, '- [a, schema:Place]', '- [a, schema:Place'));
    expect(broken).toMatchObject({ kind: 'stale', whole: { kind: 'waiting' } });
    expect(broken.preview).toBe(good);
    expect(broken.complaints[0]?.place).toMatchObject({ file: MAPPING, line: expect.any(Number) });
    const mended = await follow(world.write(MAPPING, text));
    expect(mended).toMatchObject({ kind: 'fresh', complaints: [], whole: { kind: 'running' } });
  });

  it.each([
    ['shape', SHAPE, 'sh:targetClass', 'sh:targetClass ['],
    ['dataset.yml', 'data/places/dataset.yml', 'title:', 'titel:'],
    ['table', CSV, 'Identifiant;name', 'Ident;nom'],
  ])('keeps the last good preview where the %s is broken', async (_, path, find, put) => {
    const { world, session, follow } = await begun();
    const good = session.state.preview;
    const { kind, preview, complaints } = await follow(world.edit(path, find, put));
    expect([kind, preview]).toEqual(['stale', good]);
    expect(complaints.length).toBeGreaterThan(0);
    for (const { found, remedy } of complaints)
      expect([found.fr, found.en, remedy.fr, remedy.en].every((one) => one !== '')).toBe(true);
  });

  it('has nothing to show where it begins with a broken file, and shows it once it is mended', async () => {
    const { world, session, follow } = await begun(
      (one) => void one.edit(MAPPING, 'mappings:', 'mappings: ['),
    );
    expect(session.state.kind).toBe('broken');
    expect(session.state.preview).toBeUndefined();
    await follow(world.edit(MAPPING, 'mappings: [', 'mappings:'));
    expect(session.state).toMatchObject({ kind: 'fresh', complaints: [] });
  });

  it('says that its dataset is gone, and takes it up again when it is back', async () => {
    const { world, session, follow } = await begun();
    const text = world.read('data/places/dataset.yml');
    rmSync(join(world.root, 'data/places/dataset.yml'));
    expect(await follow('data/places/dataset.yml')).toMatchObject({ kind: 'stale' });
    await follow(world.write('data/places/dataset.yml', text));
    expect(session.state).toMatchObject({ kind: 'fresh', complaints: [] });
  });

  it('takes what changes while it works together, and comes to what was saved last', async () => {
    const { world, session, runs } = await begun();
    const seen: string[] = [];
    session.subscribe(() => seen.push(session.state.preview?.records[0]?.name ?? ''));
    for (const name of ['Un', 'Deux', 'Trois', 'Quatre', 'Cinq'])
      session.changed([world.write(CSV, `Identifiant;name;kind;lat;lon\nP1;${name};castle;1;2\n`)]);
    await session.settled();
    expect(names(session)).toEqual(['Cinq']);
    expect(new Set(seen).size).toBeLessThan(5);
    // One run for the beginning, and one for the five savings.
    expect(runs.tell).toHaveLength(2);
  });

  it('ends the run of what was saved before, and keeps its figures until others are there', async () => {
    const { world, session, runs, follow } = await begun();
    runs.tell[0]?.({ kind: 'done', run: EMPTY_RUN });
    await session.settled();
    expect(session.state.whole).toMatchObject({ kind: 'done', run: EMPTY_RUN });
    await follow(world.edit(CSV, 'Tour', 'Beffroi'));
    expect(runs.cancelled).toBe(1);
    expect(session.state.whole).toMatchObject({ kind: 'running', before: EMPTY_RUN });
    runs.tell[1]?.({ kind: 'failed', reason: { fr: 'mémoire', en: 'memory' } });
    expect(session.state.whole).toMatchObject({ kind: 'failed', before: EMPTY_RUN });
  });

  it('shows what only the whole file could tell on its cell, and says when it is corrected', async () => {
    const { world, session, runs, follow } = await begun();
    const message = { fr: 'Cet identifiant est répété.', en: 'This identifier is repeated.' };
    const fault = { column: 'Identifiant', severity: 'violation' as const, message, remedy: message };
    runs.tell[0]?.({ kind: 'done', run: { ...EMPTY_RUN, rows: [{ row: 3, fault }] } });
    await session.settled();
    const first = () => session.state.preview?.records[0];
    expect([first()?.row, first()?.reasons[0]?.kind]).toEqual([3, 'faulty']);
    expect(first()?.cells[0]?.faults).toEqual([fault]);
    await follow(world.edit(MAPPING, 'fr~lang', 'en~lang'));
    runs.tell[1]?.({ kind: 'done', run: EMPTY_RUN });
    await session.settled();
    expect([first()?.row, first()?.reasons[0]?.sentence.en]).toEqual([
      3,
      'Is not at fault any more: This identifier is repeated.',
    ]);
    expect(first()?.cells[0]?.faults).toEqual([]);
  });

  it('goes on where the run over the whole file cannot be started, and says so', async () => {
    const world = new EditedWorld(folder());
    const runs = new FakeRuns();
    const unforeseen: unknown[] = [];
    const full = Object.assign(new Error('ENOSPC: no space left on device, mkdtemp'), { code: 'ENOSPC' });
    let isFull = true;
    const session = sessionOn(world, runs, {
      unforeseen: (error) => unforeseen.push(error),
      startRun: async (...given) => {
        if (isFull) throw full;
        return runs.start(...given);
      },
    });
    open = session;
    session.changed([]);
    await session.settled();
    expect(session.state).toMatchObject({ kind: 'fresh', whole: { kind: 'failed' } });
    const { whole } = session.state;
    expect(whole.kind === 'failed' && whole.reason.fr).toContain('ENOSPC');
    expect(unforeseen).toEqual([full]);
    isFull = false;
    session.changed([world.edit(CSV, 'Tour', 'Beffroi')]);
    await session.settled();
    expect(session.state.whole).toMatchObject({ kind: 'running' });
    expect(names(session)?.[3]).toBe('Beffroi');
  });

  it('tells nobody any more once it is closed, and starts nothing', async () => {
    const { world, session, runs } = await begun();
    let told = 0;
    session.subscribe(() => told++);
    await session.close();
    session.changed([world.edit(CSV, 'Tour', 'Beffroi')]);
    await session.settled();
    expect([told, runs.tell.length, runs.cancelled]).toEqual([0, 1, 1]);
  });
});
