import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Fault, type ReleaseFile, type ReleaseManifest } from '../../../src/model/index.ts';
import {
  beginDraft,
  currentRelease,
  currentReleaseId,
  listReleases,
  nextReleaseId,
  pointAt,
  readRelease,
} from '../../../src/release/releases.ts';
import { writeJson, writeLines } from '../../../src/release/written-file.ts';
import { temporaryFolders } from './folders.ts';

const newFolder = temporaryFolders();
const DAY = new Date('2026-03-09T23:59:59Z');

function manifestOf(id: string, files: readonly ReleaseFile[] = []): ReleaseManifest {
  const base = 'http://localhost:3000/';
  return {
    id,
    createdAt: DAY.toISOString(),
    base,
    toolVersion: '0',
    datasets: [],
    graphs: [],
    statements: 0,
    files,
  };
}

/** A folder with a release of one file, published. */
async function published(id = '2026-03-09.1') {
  const releases = newFolder();
  const draft = await beginDraft(releases);
  const file = await writeLines(draft.folder, 'datasets/x.nq.gz', [['a', 'b']]);
  await writeJson(draft.folder, 'manifest.json', manifestOf(id, [file]));
  return { releases, file: join(releases, id, 'datasets/x.nq.gz'), release: await draft.publish(id) };
}

function withReleases(...ids: readonly string[]): string {
  const releases = newFolder();
  for (const id of ids) mkdirSync(join(releases, id));
  return releases;
}

describe('The next release', () => {
  it.each([
    [[], '2026-03-09.1'],
    [['2026-03-08.7'], '2026-03-09.1'],
    [['2026-03-09.1', '2026-03-09.2'], '2026-03-09.3'],
    [['2026-03-09.9', '2026-03-09.10', '2026-03-09.2'], '2026-03-09.11'],
    [['2026-03-09.4', '.draft-x', '2026-03-09', 'current', '2026-03-09.4.bak'], '2026-03-09.5'],
  ])('after %j is %s', async (ids, expected) => {
    expect(await nextReleaseId(withReleases(...ids), DAY)).toBe(expected);
  });

  it('is the first where there is no folder yet', async () => {
    expect(await nextReleaseId(join(newFolder(), 'none'), DAY)).toBe('2026-03-09.1');
  });
});

describe('The list of releases', () => {
  it('goes from the oldest to the newest, by number and not by text', async () => {
    const releases = withReleases('2026-03-09.10', '2026-03-09.9', '2025-12-31.2', '.cache', 'notes');
    expect(await listReleases(releases)).toEqual(['2025-12-31.2', '2026-03-09.9', '2026-03-09.10']);
  });
});

describe('The current release', () => {
  it('is the one published last', async () => {
    const { releases, release } = await published();
    expect(await currentReleaseId(releases)).toBe('2026-03-09.1');
    expect(await currentRelease(releases)).toEqual(release);
    expect(release.manifest.files.map(({ path }) => path)).toEqual(['datasets/x.nq.gz']);
  });

  it('is none where nothing points', async () => {
    expect(await currentRelease(newFolder())).toBeUndefined();
  });

  it.each([[''], ['../elsewhere\n'], ['nonsense\n']])('is refused where the pointer is %j', async (text) => {
    const releases = newFolder();
    writeFileSync(join(releases, 'current'), text);
    await expect(currentRelease(releases)).rejects.toThrow('names no release');
  });

  it.each([
    [
      'its folder is gone',
      ({ releases }: { releases: string }) => rmSync(join(releases, '2026-03-09.1'), { recursive: true }),
    ],
    [
      'its manifest is gone',
      ({ releases }: { releases: string }) => rmSync(join(releases, '2026-03-09.1/manifest.json')),
    ],
    [
      'its manifest is cut',
      ({ releases }: { releases: string }) =>
        writeFileSync(join(releases, '2026-03-09.1/manifest.json'), '{'),
    ],
    ['a file is gone', ({ file }: { file: string }) => rmSync(file)],
    [
      'a file is shorter',
      ({ file }: { file: string }) => writeFileSync(file, readFileSync(file).subarray(1)),
    ],
  ])('is damaged when %s, which a fault says with its remedy', async (_, damage) => {
    const made = await published();
    damage(made);
    const fault = await currentRelease(made.releases).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(Fault);
    expect((fault as Fault).explanation.en).toMatch(/^Release 2026-03-09\.1 is damaged: /);
    expect((fault as Fault).remedy.fr).toContain('cimaise build --force');
  });

  it('moves back by its pointer', async () => {
    const { releases } = await published();
    mkdirSync(join(releases, '2026-03-09.2'));
    await pointAt(releases, '2026-03-09.2');
    expect(await currentReleaseId(releases)).toBe('2026-03-09.2');
    await pointAt(releases, '2026-03-09.1');
    expect(await currentReleaseId(releases)).toBe('2026-03-09.1');
    expect(readdirSync(releases).sort()).toEqual(['2026-03-09.1', '2026-03-09.2', 'current']);
  });

  it('never moves to what is not there', async () => {
    const { releases } = await published();
    await expect(pointAt(releases, '2026-03-10.1')).rejects.toThrow('2026-03-10.1');
    expect(await currentReleaseId(releases)).toBe('2026-03-09.1');
  });
});

describe('A draft', () => {
  it('is seen by nobody until it is published', async () => {
    const { releases } = await published();
    const draft = await beginDraft(releases);
    writeFileSync(join(draft.folder, 'manifest.json'), JSON.stringify(manifestOf('2026-03-09.2')));
    expect(await listReleases(releases)).toEqual(['2026-03-09.1']);
    await draft.publish('2026-03-09.2');
    expect(await listReleases(releases)).toEqual(['2026-03-09.1', '2026-03-09.2']);
    expect((await readRelease(releases, '2026-03-09.1')).manifest.id).toBe('2026-03-09.1');
  });

  it('that is discarded leaves nothing', async () => {
    const releases = newFolder();
    const draft = await beginDraft(releases);
    writeFileSync(join(draft.folder, 'x'), 'x');
    await draft.discard();
    expect(readdirSync(releases)).toEqual([]);
  });

  it('that a killed build left is removed by the next one', async () => {
    const releases = newFolder();
    const left = await beginDraft(releases);
    writeFileSync(join(left.folder, 'x'), 'x');
    const { folder } = await beginDraft(releases);
    expect(readdirSync(releases).map((name) => join(releases, name))).toEqual([folder]);
  });

  it('never replaces a release', async () => {
    const { releases, file } = await published();
    const draft = await beginDraft(releases);
    writeFileSync(join(draft.folder, 'manifest.json'), JSON.stringify(manifestOf('2026-03-09.1')));
    await expect(draft.publish('2026-03-09.1')).rejects.toThrow();
    expect(readFileSync(file).length).toBeGreaterThan(0);
    expect(await currentReleaseId(releases)).toBe('2026-03-09.1');
  });
});
