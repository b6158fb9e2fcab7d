/** How a file's text becomes bytes. */
export interface TextEncoding {
  /** What a file begins with. */
  readonly mark: Uint8Array;
  readonly bytes: (text: string) => Uint8Array;
}

/** Writes a character that the encoding does not have, by its code point, as the syntax of the file can. */
export type Escape = (codePoint: number) => string;

/** What messages name of what can be written: every encoding of one byte a character besides. */
export const SOME_ENCODINGS: readonly string[] = ['utf-8', 'utf-16', 'windows-1252', 'iso-8859-15'];

const WIDE = /^(utf|gbk|gb18030|big5|euc|iso-2022|shift_jis|replacement|x-user)/;

/**
 * The encoding of a label of the WHATWG Encoding Standard, as far as it can be written: UTF-8, UTF-16 (little-endian
 * with a byte order mark) and those of one byte a character.
 */
export function textEncoding(label: string, escaped: Escape): TextEncoding | undefined {
  if (label === 'utf-8') return { mark: Buffer.of(), bytes: (text) => Buffer.from(text, 'utf8') };
  if (label === 'utf-16')
    return { mark: Buffer.of(0xff, 0xfe), bytes: (text) => Buffer.from(text, 'utf16le') };
  const byteOf = bytesOfCharacters(label);
  return byteOf && { mark: Buffer.of(), bytes: (text) => narrow(text, byteOf, escaped) };
}

/** Character → byte, undefined where the encoding is not one of one byte a character. */
function bytesOfCharacters(label: string): ReadonlyMap<string, number> | undefined {
  const decoder = decoderOf(label);
  if (decoder === undefined || WIDE.test(decoder.encoding)) return undefined;
  const characters = decoder.decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return new Map([...characters].map((character, byte) => [character, byte]));
}

function decoderOf(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label);
  } catch {
    return undefined;
  }
}

function narrow(text: string, byteOf: ReadonlyMap<string, number>, escaped: Escape): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const byte = character === '\uFFFD' ? undefined : byteOf.get(character);
    if (byte !== undefined) bytes.push(byte);
    else for (const one of escaped(character.codePointAt(0) ?? 0)) bytes.push(one.charCodeAt(0));
  }
  return Uint8Array.from(bytes);
}
