import { Buffer } from 'node:buffer';

/** The same text by itself: a cell is a slice of a piece of the file, and would keep all of it. */
export function copied(cell: string): string {
  if (cell.length < SLICED) return cell;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all characters of one byte are meant
  const encoding = /^[\u0000-\u00ff]*$/.test(cell) ? 'latin1' : 'utf16le';
  return Buffer.from(cell, encoding).toString(encoding);
}

/** Shorter texts are no slices in V8, but copies. */
const SLICED = 13;
