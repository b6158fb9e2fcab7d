import { Buffer } from 'node:buffer';
import { type FileHandle, open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';

/**
 * Where the seal stands: SQLite's `application_id` (https://www.sqlite.org/fileformat.html#the_database_header), four octets
 * that mean nothing to it.
 */
const PLACE = 68;
const LENGTH = 4;
/** Octets read at once: a third of a millisecond, so that whoever is served meanwhile waits for nothing. */
const CHUNK = 1 << 20;

/** Writes the check sum of a file that is whole into it, and flushes it. No file is sealed by chance. */
export async function sealFile(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    const { sum } = await sumOf(handle);
    const seal = Buffer.alloc(LENGTH);
    seal.writeUInt32BE(sum);
    await handle.write(seal, 0, LENGTH, PLACE);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Whether each octet of a file is as it was sealed: SQLite looks at no content, so a flipped bit in a text would be published.
 * @throws what the file system throws
 */
export async function isSealed(file: string): Promise<boolean> {
  const handle = await open(file, 'r');
  try {
    const { sum, seal } = await sumOf(handle);
    return sum === seal;
  } finally {
    await handle.close();
  }
}

/** CRC-32 of a file as it is without its seal, never 0; and the seal. */
async function sumOf(handle: FileHandle): Promise<{ readonly sum: number; readonly seal: number }> {
  const room = Buffer.allocUnsafe(CHUNK);
  let sum = 0;
  let seal = 0;
  for (let at = 0; ; ) {
    const { bytesRead } = await handle.read(room, 0, CHUNK, at);
    if (bytesRead === 0) return { sum: sum === 0 ? 1 : sum, seal };
    if (at === 0 && bytesRead >= PLACE + LENGTH) {
      seal = room.readUInt32BE(PLACE);
      room.fill(0, PLACE, PLACE + LENGTH);
    }
    sum = crc32(room.subarray(0, bytesRead), sum);
    at += bytesRead;
  }
}
