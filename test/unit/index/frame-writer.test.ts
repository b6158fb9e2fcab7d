import { hash } from 'node:crypto';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FrameWriter } from '../../../src/index/frame-writer.ts';

const dictionary = Buffer.from('<http://schema.org/name> "Musée"@fr\n'.repeat(50));
const params = { [constants.ZSTD_c_compressionLevel]: 3, [constants.ZSTD_c_checksumFlag]: 1 };

describe('A writer of frames', () => {
  it('packs every text as Node’s function does, whatever came before', () => {
    const writer = new FrameWriter(dictionary);
    fc.assert(
      fc.property(fc.string({ maxLength: 3000 }), (text) => {
        expect(Buffer.from(writer.pack(text))).toEqual(zstdCompressSync(text, { dictionary, params }));
      }),
    );
  });

  it('packs what has no room, and the next one after it', () => {
    const writer = new FrameWriter(dictionary);
    const noise = Array.from({ length: 4000 }, (_, at) => hash('sha256', String(at))).join('');
    expect(zstdCompressSync(noise).length).toBeGreaterThan(64 << 10);
    const texts = ['small', noise, 'small again'];
    for (const text of texts)
      expect(zstdDecompressSync(writer.pack(text), { dictionary }).toString()).toBe(text);
  });
});
