import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pack } from 'tar-stream';
import yazl from 'yazl';
import type { Compression } from '../../../src/model/index.ts';
import { createSourceFolder, readAll, refusal, sourceOf } from './files.ts';

let files: Awaited<ReturnType<typeof createSourceFolder>>;
beforeAll(async () => {
  files = await createSourceFolder();
});
afterAll(() => files.remove());

const TABLE = `ref,nom\n${Array.from({ length: 4_000 }, (_, index) => `${index},é${index}\n`).join('')}`;

async function tar(entries: Readonly<Record<string, string>>): Promise<Buffer> {
  const archive = pack();
  for (const [name, content] of Object.entries(entries)) archive.entry({ name }, content);
  archive.finalize();
  return buffer(Readable.from(archive));
}

function zip(entries: Readonly<Record<string, string>>): Promise<Buffer> {
  const archive = new yazl.ZipFile();
  for (const [name, content] of Object.entries(entries)) archive.addBuffer(Buffer.from(content), name);
  archive.end();
  return buffer(archive.outputStream as Readable);
}

const hasXz = spawnSync('xz', ['--version']).status === 0;
const xz = (bytes: Uint8Array) => spawnSync('xz', ['-c'], { input: bytes, maxBuffer: 1 << 28 }).stdout;

const PACKERS: Readonly<Record<string, (entries: Readonly<Record<string, string>>) => Promise<Buffer>>> = {
  zip,
  'tar.gz': async (entries) => gzipSync(await tar(entries)),
  ...(hasXz ? { 'tar.xz': async (entries: Readonly<Record<string, string>>) => xz(await tar(entries)) } : {}),
};

const sourceFrom = async (bytes: Uint8Array, compression?: Compression) =>
  sourceOf({ path: await files.write(bytes), ...(compression ? { compression } : {}) });

describe('A packed source', () => {
  it.each([undefined, 'gzip' as const])('is read from gzip, declared as %s', async (compression) => {
    const { rows, offsets } = await readAll(await sourceFrom(gzipSync(TABLE), compression), ['nom']);
    expect(rows).toHaveLength(4_000);
    expect(rows.at(-1)?.values).toEqual([['é3999']]);
    expect(offsets.at(-1)).toBe(Buffer.byteLength(TABLE) - Buffer.byteLength('3999,é3999\n'));
  });

  it.each(Object.entries(PACKERS))('is read from %s, declared or not', async (compression, packed) => {
    const bytes = await packed({ '__MACOSX/._x': 'no', 'table.csv': TABLE });
    const declared = await readAll(await sourceFrom(bytes, compression as Compression), ['nom']);
    const found = await readAll(await sourceFrom(bytes), ['nom']);
    expect(declared.rows).toHaveLength(4_000);
    expect(found).toEqual(declared);
  });

  it.each(Object.entries(PACKERS))(
    'is refused as %s of several files, which are listed',
    async (_, packed) => {
      const [complaint] = await refusal(
        readAll(await sourceFrom(await packed({ 'a.csv': TABLE, 'b.csv': 'x' })), []),
      );
      expect(complaint?.found.fr).toBe('L’archive contient plusieurs fichiers : a.csv, b.csv.');
    },
  );

  it.each(Object.entries(PACKERS))('is refused as %s of no file', async (_, packed) => {
    const [complaint] = await refusal(readAll(await sourceFrom(await packed({ '.DS_Store': 'x' })), []));
    expect(complaint?.found.en).toBe('The archive holds no file.');
  });

  it.each([
    ['gzip', async () => gzipSync(TABLE)],
    ...Object.entries(PACKERS).map(([name, packed]) => [name, () => packed({ 'a.csv': TABLE })] as const),
  ])('is refused as %s that is cut', async (_, packed) => {
    const bytes = await packed();
    const cut = bytes.subarray(0, Math.floor(bytes.length * 0.6));
    const [complaint] = await refusal(readAll(await sourceFrom(cut), []));
    expect(complaint?.found.fr).toContain('ne se décompresse pas');
  });

  it('is told to be a workbook where it is one', async () => {
    const book = { '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' };
    const [complaint] = await refusal(readAll(await sourceFrom(await zip(book)), []));
    expect(complaint?.remedy.en).toBe('It is a workbook (Excel): save the sheet that is meant as CSV UTF-8.');
  });

  it.each(['gzip', 'zip', 'tar.gz', 'tar.xz'] as const)(
    'is refused as %s that it is not',
    async (compression) => {
      const [complaint] = await refusal(readAll(await sourceFrom(Buffer.from(TABLE), compression), []));
      expect(complaint?.found.en).toContain(`cannot be unpacked (${compression}:`);
    },
  );

  it('is refused as a decompression bomb', async () => {
    const bomb = gzipSync(Buffer.alloc(80 * 1024 * 1024, `a,${'b'.repeat(1 << 16)}\n`), { level: 9 });
    const [complaint] = await refusal(readAll(await sourceFrom(bomb), []));
    expect(complaint?.found.en).toContain('more than 300 times its size');
  });

  it('is not unpacked where it is declared not to be', async () => {
    const bytes = gzipSync(TABLE);
    await expect(refusal(readAll(await sourceFrom(bytes, 'none'), []))).resolves.toHaveLength(1);
    expect(await readFile(await files.write(bytes))).toEqual(bytes);
  });
});
