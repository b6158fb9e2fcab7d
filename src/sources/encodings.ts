import { isAscii, isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';

/** Turns bytes into text piece by piece; a letter cut by the end of a piece waits for the next. */
export interface Decoder {
  /** The text of the next bytes, undefined where they are not of the encoding. */
  decode(bytes: Uint8Array): string | undefined;
  /** What the end of the file still gives, undefined where it cuts a letter. */
  end(): string | undefined;
}

/**
 * How many bytes a part of a text took in its file. Undefined for encodings in which text does not tell (gbk,
 * shift_jis, …).
 */
export type ByteCount = (text: string, from: number, to: number) => number;

/** The encoding's own name (`latin1` → `windows-1252`); `utf-16` is told by its byte order mark. */
export function encodingOf(label: string, firstBytes: Uint8Array): string {
  if (/^\s*utf-?16\s*$/i.test(label)) return firstBytes[0] === 0xfe ? 'utf-16be' : 'utf-16le';
  return new TextDecoder(label).encoding;
}

export const createDecoder = (encoding: string): Decoder =>
  encoding === 'utf-8' ? new Utf8Decoder() : new OtherDecoder(encoding);

export function byteCountOf(encoding: string): ByteCount | undefined {
  if (encoding === 'utf-8') return (text, from, to) => Buffer.byteLength(text.slice(from, to));
  if (encoding.startsWith('utf-16')) return (_, from, to) => 2 * (to - from);
  return MULTI_BYTE.has(encoding) ? undefined : (_, from, to) => to - from;
}

const MULTI_BYTE: ReadonlySet<string> = new Set([
  'gbk',
  'gb18030',
  'big5',
  'euc-jp',
  'iso-2022-jp',
  'shift_jis',
  'euc-kr',
]);

/** UTF-8 by Node's vectorised checks: several times as fast as a streaming TextDecoder. */
class Utf8Decoder implements Decoder {
  #rest: Buffer = Buffer.alloc(0);

  decode(bytes: Uint8Array): string | undefined {
    const piece = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const whole = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece]);
    if (isAscii(whole)) {
      this.#rest = Buffer.alloc(0);
      return whole.toString('latin1');
    }
    const end = lastWholeLetter(whole);
    this.#rest = Buffer.from(whole.subarray(end));
    return isUtf8(whole.subarray(0, end)) ? whole.toString('utf8', 0, end) : undefined;
  }

  end(): string | undefined {
    return this.#rest.length === 0 ? '' : undefined;
  }
}

/** Where a letter begins that the end of the bytes cuts, or their end. */
export function lastWholeLetter(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

class OtherDecoder implements Decoder {
  readonly #decoder: TextDecoder;

  constructor(encoding: string) {
    this.#decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  }

  decode(bytes: Uint8Array): string | undefined {
    return attempt(() => this.#decoder.decode(bytes, { stream: true }));
  }

  end(): string | undefined {
    return attempt(() => this.#decoder.decode());
  }
}

function attempt(decode: () => string): string | undefined {
  try {
    return decode();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
    return undefined;
  }
}
