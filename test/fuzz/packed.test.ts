import { spawnSync } from 'node:child_process';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pack } from 'tar-stream';
import yazl from 'yazl';
import { createOutcomes } from './outcomes.ts';

let outcomes: Awaited<ReturnType<typeof createOutcomes>>;
beforeAll(async () => {
  outcomes = await createOutcomes();
});
afterAll(() => outcomes.remove());

const TABLE = Buffer.from('a,b\n1,"é"\n2,œ\n3,\n');
/** With fewer bytes than this nothing tells how a file is packed. */
const LONGEST_MAGIC = 6;
/** Letters by the million, as a table of one column. */
const SWELLING = Buffer.alloc(80 * 1024 * 1024, `${'a'.repeat((1 << 16) - 1)}\n`);

async function tar(content: Buffer): Promise<Buffer> {
  const archive = pack();
  archive.entry({ name: 'table.csv' }, content);
  archive.finalize();
  return buffer(Readable.from(archive));
}

function zip(content: Buffer): Promise<Buffer> {
  const archive = new yazl.ZipFile();
  archive.addBuffer(content, 'table.csv');
  archive.end();
  return buffer(archive.outputStream as Readable);
}

const hasXz = spawnSync('xz', ['--version']).status === 0;
const xz = (content: Buffer): Buffer =>
  spawnSync('xz', ['-0', '-c'], { input: content, maxBuffer: 1 << 28 }).stdout;

const PACKERS: readonly (readonly [string, (content: Buffer) => Promise<Buffer>])[] = [
  ['gzip', async (content) => gzipSync(content)],
  ['zip', zip],
  ['tar.gz', async (content) => gzipSync(await tar(content))],
  ...(hasXz ? ([['tar.xz', async (content: Buffer) => xz(await tar(content))]] as const) : []),
];

describe.each(PACKERS)('A damaged %s', (_, packed) => {
  it('is refused or read whole wherever it is cut', async () => {
    const bytes = await packed(TABLE);
    for (let end = LONGEST_MAGIC; end < bytes.length; end++) {
      const found = await outcomes.of('csv', bytes.subarray(0, end));
      // What is cut may be padding behind the file; never are records lost without a word.
      expect(found.records ?? 3).toBe(3);
    }
  });

  it('is refused or read when any of its bytes change', async () => {
    const bytes = await packed(TABLE);
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const damaged = Buffer.from(bytes);
        const place = at % damaged.length;
        damaged[place] = (damaged[place] ?? 0) ^ change;
        await outcomes.of('csv', damaged);
      }),
      { numRuns: 80 },
    );
  });

  it('is refused as a bomb when it swells past all measure', async () => {
    const found = await outcomes.of('csv', await packed(SWELLING));
    expect(found.refused).toContain('more than 300 times its size');
  });
});

describe('A zip that lies', () => {
  /** Sizes of the unpacked file, in the entry's header and in the table of contents. */
  async function claiming(size: number): Promise<Buffer> {
    const bytes = await zip(Buffer.from(`a,b\n${'1,2\n'.repeat(1_000)}`));
    const central = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    bytes.writeUInt32LE(size, central + 24);
    return bytes;
  }

  it.each([0, 8, 1 << 30])('about the size of its file (%i bytes) is refused', async (size) => {
    expect(await outcomes.of('csv', await claiming(size))).toHaveProperty('refused');
  });
});
