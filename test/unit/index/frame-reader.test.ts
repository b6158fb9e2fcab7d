import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FrameReader } from '../../../src/index/frame-reader.ts';

const dictionary = Buffer.from('<http://schema.org/name> "Musée"@fr\n'.repeat(50));
const params = { [constants.ZSTD_c_checksumFlag]: 1 };
const pack = (text: string): Buffer => zstdCompressSync(text, { dictionary, params });
const outcome = (read: () => Buffer): string => {
  try {
    return `read: ${read().toString()}`;
  } catch (error) {
    return `refused: ${(error as Error).message}`;
  }
};

describe('A reader of frames', () => {
  it('says of every frame, damaged or not, what Node’s function says, whatever came before', () => {
    const reader = new FrameReader(dictionary);
    const frames = fc.tuple(
      fc.string({ maxLength: 500 }),
      fc.nat(),
      fc.constantFrom('whole', 'flipped', 'cut'),
    );
    fc.assert(
      fc.property(frames, ([text, at, fate]) => {
        const frame = pack(`${text} museum`);
        if (fate === 'flipped') frame[at % frame.length] = (frame[at % frame.length] ?? 0) ^ 4;
        const given = fate === 'cut' ? frame.subarray(0, at % frame.length) : frame;
        expect(outcome(() => reader.unpack(given))).toBe(
          outcome(() => zstdDecompressSync(given, { dictionary })),
        );
      }),
    );
  });

  it('unpacks what is larger than its room', () => {
    const text = 'Musée '.repeat(50_000);
    const reader = new FrameReader(dictionary);
    expect(reader.unpack(pack(text)).toString()).toBe(text);
    expect(reader.unpack(pack('small')).toString()).toBe('small');
  });
});
