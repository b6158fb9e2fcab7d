import { appendFileSync, chmodSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { Fault } from '../../../../src/model/index.ts';
import { assertIntact, verifyRelease } from '../../../../src/release/kept/verify-release.ts';
import { readRelease } from '../../../../src/release/releases.ts';
import { sha256OfFile } from '../../../../src/release/written-file.ts';
import { temporaryFolders } from '../folders.ts';
import { lineOf, publishRelease, thing } from './kept-releases.ts';

const newFolder = temporaryFolders();
const ID = '2026-03-09.1';
const DUMP = 'datasets/x.nq.gz';

async function aRelease() {
  const releases = newFolder();
  const release = await publishRelease(releases, ID, {
    x: [lineOf(thing('1'), 'un'), lineOf(thing('2'), 'deux')],
  });
  return { releases, release, at: (path: string) => join(release.folder, path) };
}

type At = (path: string) => string;

function flip(path: string, at = -10): void {
  const bytes = readFileSync(path);
  const index = at < 0 ? bytes.length + at : at;
  bytes[index] = (bytes[index] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

/** Puts other bytes in place of a dump, and makes manifest and sums say so: only the count is wrong then. */
async function rewrite(at: At, bytes: Buffer): Promise<void> {
  const before = readFileSync(at('manifest.json'), 'utf8');
  const { sha256, bytes: size } = JSON.parse(before).files[0];
  writeFileSync(at(DUMP), bytes);
  const now = await sha256OfFile(at(DUMP));
  writeFileSync(
    at('manifest.json'),
    before.replaceAll(sha256, now).replaceAll(`: ${size},`, `: ${bytes.length},`),
  );
  const manifest = await sha256OfFile(at('manifest.json'));
  writeFileSync(at('SHA256SUMS'), `${now}  ${DUMP}\n${manifest}  manifest.json\n`);
}

/** Another manifest, and no sums to tell. */
function writeManifest(at: At, text: string): void {
  writeFileSync(at('manifest.json'), text);
  writeFileSync(at('SHA256SUMS'), '');
}

const HARM: readonly (readonly [string, (at: At) => void | Promise<void>, string, string])[] = [
  ['a flipped byte of a dump', (at) => flip(at(DUMP)), DUMP, 'content has changed'],
  [
    'a flipped byte of the manifest',
    (at) => flip(at('manifest.json'), 40),
    'manifest.json',
    'content has changed',
  ],
  ['a dump that is cut', (at) => writeFileSync(at(DUMP), 'cut'), DUMP, 'has 3 bytes'],
  ['a dump that is gone', (at) => rmSync(at(DUMP)), DUMP, 'missing'],
  ['no manifest', (at) => rmSync(at('manifest.json')), 'manifest.json', 'missing'],
  ['no sums', (at) => rmSync(at('SHA256SUMS')), 'SHA256SUMS', 'missing'],
  ['a manifest that is no JSON', (at) => writeManifest(at, '{'), 'manifest.json', 'cannot be read'],
  ['a manifest of another kind', (at) => writeManifest(at, '{"id":1}'), 'manifest.json', 'cannot be read'],
  [
    'a file too many',
    (at) => writeFileSync(at('datasets/y.nq.gz'), ''),
    'datasets/y.nq.gz',
    'not of this release',
  ],
  ['a file that is hidden', (at) => writeFileSync(at('.y'), ''), '.y', 'not of this release'],
  ['a sum that is gone', (at) => writeFileSync(at('SHA256SUMS'), ''), DUMP, 'SHA256SUMS does not name it'],
  [
    'sums of other files',
    (at) => appendFileSync(at('SHA256SUMS'), `${'0'.repeat(64)}  more\n`),
    'more',
    'missing',
  ],
  [
    'a path that leads out',
    (at) => appendFileSync(at('SHA256SUMS'), `${'0'.repeat(64)}  ../../x\n`),
    '../../x',
    'leads out',
  ],
  [
    'fewer statements than are counted',
    (at) => rewrite(at, gzipSync('<a> <b> <c> .\n')),
    DUMP,
    'has 1 lines; the manifest says 2',
  ],
  ['a dump that is not packed', (at) => rewrite(at, Buffer.from('text')), DUMP, 'cannot be read'],
];

describe('A release', () => {
  it('that nobody touched is whole, read-only or not', async () => {
    const { releases, at } = await aRelease();
    for (const path of [DUMP, 'manifest.json']) chmodSync(at(path), 0o444);
    const verdict = await verifyRelease(releases, ID);
    expect(verdict).toMatchObject({ id: ID, faults: [], files: 3 });
    expect(verdict.bytes).toBeGreaterThan(100);
  });

  it.each(HARM)('with %s is not whole: the file is named', async (_, harm, file, words) => {
    const { releases, at } = await aRelease();
    await harm(at);
    const { faults } = await verifyRelease(releases, ID);
    const found = faults.find((one) => one.file === file);
    expect(found?.found.en).toContain(words);
    expect(found?.found.fr).not.toBe(found?.found.en);
  });

  it('under the name of another is told', async () => {
    const { releases } = await aRelease();
    renameSync(join(releases, ID), join(releases, '2026-03-09.2'));
    const { faults } = await verifyRelease(releases, '2026-03-09.2');
    expect(faults.map(({ found }) => found.en)).toEqual([`The manifest is that of release ${ID}.`]);
  });

  it('that is not there at all has neither manifest nor sums', async () => {
    const { faults } = await verifyRelease(newFolder(), ID);
    expect(faults.map(({ file }) => file)).toEqual(['SHA256SUMS', 'manifest.json']);
  });
});

describe('Every single byte of a release', () => {
  it('is watched over: whichever is flipped, a server refuses it', async () => {
    const { releases, release, at } = await aRelease();
    await assertIntact(release);
    for (const path of [DUMP, 'manifest.json', 'SHA256SUMS']) {
      const { length } = readFileSync(at(path));
      for (let byte = 0; byte < length; byte += 7) {
        flip(at(path), byte);
        const refused = await assertIntact(release).catch((error: unknown) => error);
        expect([path, byte, refused]).toEqual([path, byte, expect.any(Fault)]);
        flip(at(path), byte);
      }
    }
    await assertIntact(await readRelease(releases, ID));
  });

  it('and the refusal names the file and the ways out', async () => {
    const { release, at } = await aRelease();
    flip(at(DUMP));
    await expect(assertIntact(release)).rejects.toMatchObject({
      explanation: { en: expect.stringContaining(`Release ${ID} is damaged: ${DUMP}.`) },
      remedy: { en: expect.stringMatching(/releases rollback.*build --force/) },
    });
  });
});
