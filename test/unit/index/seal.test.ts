import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildIndex, openIndex, openWholeIndex } from '../../../src/index/index.ts';
import { BASE, id, line, SCHEMA, writeDumps } from './dumps.ts';

const NAME = 'Musée du Louvre';
const MUSEUM = id('musees', 'louvre');
const content = { musees: [line(MUSEUM, `${SCHEMA}name`, `"${NAME}"@fr`)] };

describe('An index that was damaged since it was made', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cimaise-seal-'));
  const file = join(folder, 'index.sqlite');
  const damaged = join(folder, 'damaged.sqlite');
  let whole: Buffer;

  beforeAll(async () => {
    await buildIndex({ dumps: await writeDumps(folder, content), base: BASE, file });
    whole = await readFile(file);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const openDamaged = async (octets: Uint8Array) => {
    await writeFile(damaged, octets);
    const opened = await openWholeIndex(damaged);
    if (opened.kind === 'open') opened.index.close();
    return opened.kind;
  };

  it('is told from one that is whole, or missing', async () => {
    expect(await openDamaged(whole)).toBe('open');
    expect(await openWholeIndex(join(folder, 'none'))).toEqual({ kind: 'missing' });
    expect(await openWholeIndex(folder)).toMatchObject({ kind: 'corrupt' });
  });

  it('is corrupt whichever octet was flipped', async () => {
    const places = fc.tuple(fc.nat({ max: whole.length - 1 }), fc.integer({ min: 1, max: 255 }));
    await fc.assert(
      fc.asyncProperty(places, async ([at, difference]) => {
        const octets = Buffer.from(whole);
        octets[at] = (octets[at] ?? 0) ^ difference;
        expect(await openDamaged(octets)).toBe('corrupt');
      }),
      { examples: [[[68, 1]], [[0, 1]], [[whole.length - 1, 128]]] },
    );
  });

  it('is corrupt wherever it was cut, and where something was added', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length - 1 }), async (length) => {
        expect(await openDamaged(whole.subarray(0, length))).toBe('corrupt');
      }),
      { examples: [[0], [70], [4096]], numRuns: 30 },
    );
    expect(await openDamaged(Buffer.concat([whole, Buffer.alloc(4096)]))).toBe('corrupt');
    expect(await openDamaged(Buffer.alloc(whole.length))).toBe('corrupt');
  });

  it('may open without complaint and tell another name: that is why each octet is read', async () => {
    const told: unknown[] = [];
    for (let at = whole.indexOf(NAME); at >= 0; at = whole.indexOf(NAME, at + 1)) {
      const octets = Buffer.from(whole);
      octets.write('W', at);
      expect(await openDamaged(octets)).toBe('corrupt');
      const opened = openIndex(damaged);
      if (opened.kind !== 'open') continue;
      told.push(opened.index.label(MUSEUM, 'fr'));
      opened.index.close();
    }
    expect(told).toContain('Wusée du Louvre');
  });
});
