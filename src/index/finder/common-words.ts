import type { DatabaseSync } from 'node:sqlite';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { LABEL_MARK } from './finder-tables.ts';
import { emptySet, type NumberSet } from './number-set.ts';

/**
 * Words, or beginnings of words, that so many things have, or one of twenty, are kept with their members: reading as many
 * from the full text takes some milliseconds, and the commonest would take a hundred times as long.
 */
const COMMON = 32_768;
const COMMON_SHARE = 1 / 20;
/** A shorter beginning is looked for in labels only. */
export const SHORTEST_BEGINNING = 3;
/** Longer beginnings are as rare as the words. */
const LONGEST_BEGINNING = 24;

/** Marks a beginning of words among the common words: no word ends so. */
export const BEGINNING = '*';

const PACKING = { params: { [constants.ZSTD_c_compressionLevel]: 1, [constants.ZSTD_c_checksumFlag]: 1 } };

/** As many things have a word that is common among so many. */
export const commonAmong = (size: number): number => Math.max(COMMON, size * COMMON_SHARE);

/** When the full text is there: keeps the members of words and beginnings that at least so many things have. */
export function fillCommonWords(database: DatabaseSync, size: number, least: number): void {
  if (size < least) return;
  const insert = database.prepare('INSERT INTO common_words VALUES (?, ?)');
  const members = createWordReader(database, size);
  for (const word of commonOnes(database, least)) {
    const set = members(word);
    insert.run(word, zstdCompressSync(new Uint8Array(set.buffer), PACKING));
  }
}

/** Reads members from the full text: of a word, or of a beginning that ends in `BEGINNING`. */
export function createWordReader(database: DatabaseSync, size: number): (word: string) => NumberSet {
  const read = database.prepare(
    'SELECT group_concat(rowid) AS members FROM found_words WHERE found_words MATCH ?',
  );
  return (word) => {
    const isBeginning = word.endsWith(BEGINNING);
    const expression = isBeginning ? `"${word.slice(0, -1)}" *` : `"${word}"`;
    const { members } = read.get(expression) as { members: string | null };
    return parseMembers(members ?? '', size);
  };
}

/** Rows are numbered from 1, things from 0. */
function parseMembers(text: string, size: number): NumberSet {
  const set = emptySet(size);
  let number = 0;
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : 44;
    if (code !== 44) number = number * 10 + code - 48;
    else if (number > 0) {
      number--;
      set[number >>> 5] = (set[number >>> 5] as number) | (1 << (number & 31));
      number = 0;
    }
  }
  return set;
}

export function createCommonReader(database: DatabaseSync): (word: string) => NumberSet | undefined {
  const read = database.prepare('SELECT members FROM common_words WHERE word = ?');
  return (word) => {
    const row = read.get(word) as { members: Uint8Array } | undefined;
    return row && new Uint32Array(new Uint8Array(zstdDecompressSync(row.members)).buffer);
  };
}

/**
 * Words and beginnings that are common, from the words in their order: beginnings that a word shares with the one before
 * stay open, so no more than one of each length is in memory.
 */
function commonOnes(database: DatabaseSync, least: number): readonly string[] {
  const read = database.prepare('SELECT term, doc FROM found_vocabulary');
  const common: string[] = [];
  const open: { text: string; sum: number }[] = [];
  const close = (term: string): void => {
    for (let last = open.at(-1); last && !term.startsWith(last.text); last = open.at(-1)) {
      if (last.sum >= least && isLookedFor(last.text)) common.push(last.text + BEGINNING);
      open.pop();
    }
  };
  for (const { term, doc } of read.iterate() as unknown as Iterable<{ term: string; doc: number }>) {
    close(term);
    const letters = term.slice(0, LONGEST_BEGINNING);
    while (open.length < letters.length) open.push({ text: letters.slice(0, open.length + 1), sum: 0 });
    for (const beginning of open) beginning.sum += doc;
    if (doc >= least) common.push(term);
  }
  close('');
  return common;
}

const isLookedFor = (beginning: string): boolean =>
  beginning.startsWith(LABEL_MARK) ? beginning.length > 1 : beginning.length >= SHORTEST_BEGINNING;
