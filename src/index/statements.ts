import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** Below this, compressing costs more than it saves. */
const LEAST_BYTES_TO_COMPRESS = 1024;

/**
 * Packs the N-Triples lines of one subject: the subject is left out, and long texts are compressed (zstd).
 * A text stands for itself, bytes are compressed.
 */
export function packed(subject: string, lines: readonly string[]): string | Uint8Array {
  const text = lines.map((line) => line.slice(subject.length + 3, -2)).join('\n');
  return text.length < LEAST_BYTES_TO_COMPRESS ? text : zstdCompressSync(text);
}

/** The lines that were packed. */
export function unpacked(subject: string, statements: string | Uint8Array): string[] {
  const text = typeof statements === 'string' ? statements : zstdDecompressSync(statements).toString('utf8');
  return text.split('\n').map((rest) => `<${subject}> ${rest} .`);
}
