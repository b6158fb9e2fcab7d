import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';

const BLOCK = 512;
/** The longest name and the largest size (in octal digits) that a header has room for. */
const NAME_BYTES = 100;
const SIZE_DIGITS = 11;

/**
 * A tar archive (POSIX ustar) of one file, as pieces.
 * @param name of the entry; one of more than 100 bytes becomes `data`
 * @param moment the entry's date
 */
export async function* tarOf(path: string, name: string, moment: Date): AsyncGenerator<Uint8Array> {
  const { size } = await stat(path);
  yield header(name, size, moment);
  yield* createReadStream(path);
  yield Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);
  yield Buffer.alloc(2 * BLOCK);
}

function header(name: string, size: number, moment: Date): Uint8Array {
  const block = Buffer.alloc(BLOCK);
  block.write(Buffer.byteLength(name) > NAME_BYTES ? 'data' : name, 0);
  block.write('0000644\u00000000000\u00000000000\u0000', 100, 'latin1');
  block.set(sizeField(size), 124);
  block.write(octal(Math.floor(moment.getTime() / 1000), SIZE_DIGITS), 136);
  // The sum counts its own field as spaces.
  block.write(' '.repeat(8), 148);
  block.write('0', 156);
  block.write('ustar\u000000', 257, 'latin1');
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${octal(sum, 6)}\u0000 `, 148, 'latin1');
  return block;
}

const octal = (value: number, digits: number): string => value.toString(8).padStart(digits, '0');

/** Octal digits, or from 8 GiB on the binary number that every tar since GNU's reads. */
function sizeField(size: number): Uint8Array {
  const field = Buffer.alloc(SIZE_DIGITS + 1);
  if (size < 8 ** SIZE_DIGITS) field.write(octal(size, SIZE_DIGITS));
  else {
    field.writeBigUInt64BE(BigInt(size), 4);
    field[0] = 0x80;
  }
  return field;
}
