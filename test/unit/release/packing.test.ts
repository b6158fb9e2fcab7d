import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { joinedCrc32 } from '../../../src/release/packing/crc32.ts';
import {
  joinGzip,
  joinZstandard,
  type PackedPart,
  repackAsZstandard,
} from '../../../src/release/packing/join-packed.ts';
import { TextPacker } from '../../../src/release/packing/text-packer.ts';
import { temporaryFolders } from './folders.ts';

const newFolder = temporaryFolders();
const FRAME = { head: '[\n', separator: ',\n', tail: '\n]\n' };

async function packed(folder: string, name: string, text: string) {
  const files = (['gz', 'zst'] as const).map((packing) => ({
    folder,
    path: `${name}.${packing}`,
    packing,
  }));
  const packer = new TextPacker(files, FRAME);
  // In pieces of any size, as dumps are written.
  for (const piece of text.split(/(?<=7\n)/)) await packer.write(piece);
  return packer.close();
}

const partOf = (folder: string, { path, body }: { path: string; body?: PackedPart['body'] }): PackedPart => ({
  path: join(folder, path),
  body: body as PackedPart['body'],
});

const LONG = Array.from({ length: 60_000 }, (_, index) => `œuvre ${index * 7919} 😀`).join('\n');
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  none: [],
  'one that says nothing': [''],
  'one that says nothing between others': ['a', '', 'b'],
  'several of more than one piece each': [LONG, 'é', LONG],
};

describe('A CRC-32', () => {
  it('of two texts after each other is told from theirs', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.uint8Array({ maxLength: 300 }), (one, other) => {
        const joined = joinedCrc32(crc32(one), crc32(other), other.length);
        expect(joined).toBe(crc32(Buffer.concat([one, other])));
      }),
    );
  });

  it('is told of a text longer than 4 GiB', () => {
    const bytes = 2 ** 32 + 5;
    const [half, rest] = [2 ** 31, 5];
    const zeros = (count: number): number => {
      if (count <= 1 << 20) return crc32(Buffer.alloc(count));
      const part = zeros(count / 2);
      return joinedCrc32(part, part, count / 2);
    };
    const twice = joinedCrc32(zeros(half), zeros(half), half);
    const whole = joinedCrc32(twice, zeros(rest), rest);
    expect(joinedCrc32(crc32('x'), whole, bytes)).toBe(
      joinedCrc32(joinedCrc32(crc32('x'), twice, 2 ** 32), zeros(rest), rest),
    );
  });
});

describe('A packed text', () => {
  it('is one member of gzip with its frame, and one frame of Zstandard without', async () => {
    const folder = newFolder();
    const [gz, zst] = await packed(folder, 'x', LONG);
    const bytes = readFileSync(join(folder, 'x.gz'));
    expect(gunzipSync(bytes).toString()).toBe(FRAME.head + LONG + FRAME.tail);
    expect(zstdDecompressSync(readFileSync(join(folder, 'x.zst'))).toString()).toBe(LONG);
    expect(gz).toMatchObject({
      path: 'x.gz',
      bytes: statSync(join(folder, 'x.gz')).size,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      body: { length: Buffer.byteLength(LONG), crc32: crc32(LONG) },
    });
    expect(zst?.body).toBeUndefined();
    // Browsers stop at the end of the first member: there is no second.
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    expect((await new Response(stream).text()).length).toBe(
      FRAME.head.length + LONG.length + FRAME.tail.length,
    );
  });

  it('that is given up leaves no file', async () => {
    const folder = newFolder();
    const packer = new TextPacker([{ folder, path: 'x.gz', packing: 'gz' }]);
    await packer.write(LONG);
    await packer.discard();
    expect(() => statSync(join(folder, 'x.gz'))).toThrow(/ENOENT/);
  });
});

describe('Packed texts', () => {
  it.each(Object.entries(TEXTS))('are joined as they are: %s', async (_, texts) => {
    const folder = newFolder();
    const parts: PackedPart[] = [];
    for (const [index, text] of texts.entries()) {
      const [gz] = await packed(folder, String(index), text);
      parts.push(partOf(folder, gz as NonNullable<typeof gz>));
    }
    const joined = await joinGzip(parts, FRAME, { folder, path: 'all.gz' });
    const bytes = readFileSync(join(folder, 'all.gz'));
    const expected = FRAME.head + texts.filter((text) => text !== '').join(FRAME.separator) + FRAME.tail;
    expect(gunzipSync(bytes).toString()).toBe(expected);
    expect(joined.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(execFileSync('gzip', ['-dc'], { input: bytes, maxBuffer: 1 << 26 }).toString()).toBe(expected);
  });

  it('are joined to one frame of Zstandard, which readers of one frame read whole', async () => {
    const folder = newFolder();
    await packed(folder, 'a', LONG);
    await packed(folder, 'b', 'é');
    const paths = ['a.zst', 'b.zst'].map((name) => join(folder, name));
    await joinZstandard(paths, { folder, path: 'all.zst' });
    const read = zstdDecompressSync(readFileSync(join(folder, 'all.zst'))).toString();
    expect(read).toBe(`${LONG}é`);
  });

  it('are packed in the same octets however they come', async () => {
    const folder = newFolder();
    const again = (path: string) => repackAsZstandard(join(folder, 'long.gz'), { folder, path });
    const [, soon] = await packed(folder, 'long', LONG);
    const slow = new TextPacker([{ folder, path: 'slow.zst', packing: 'zst' }]);
    for (const piece of LONG.split(/(?<=3\n)/)) await slow.write(piece);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const [late] = await slow.close();
    expect(late?.sha256).toBe(soon?.sha256);
    const found = [await again('one.zst'), ...(await Promise.all([again('two.zst'), again('three.zst')]))];
    expect(new Set(found.map(({ sha256 }) => sha256)).size).toBe(1);
  });

  it('cannot be joined where one is missing', async () => {
    const folder = newFolder();
    const body = { start: 10, bytes: 5, length: 5, crc32: 0 };
    const parts = [{ path: join(folder, 'none.gz'), body }];
    await expect(joinGzip(parts, FRAME, { folder, path: 'all.gz' })).rejects.toThrow(/ENOENT/);
    const zst = joinZstandard([join(folder, 'none.zst')], { folder, path: 'all.zst' });
    await expect(zst).rejects.toThrow(/ENOENT/);
  });
});
