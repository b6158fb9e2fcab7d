import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from '@jest/globals';
import {
  BEGINNING,
  createCommonReader,
  createWordReader,
  fillCommonWords,
} from '../../../../src/index/finder/common-words.ts';
import { FINDER_TABLES, LABEL_MARK } from '../../../../src/index/finder/finder-tables.ts';
import { random } from '../../../bench/museum-catalogue.ts';

const SIZE = 300;
const LEAST = 40;
const VOCABULARY = [
  'musee',
  'mur',
  'muret',
  'chat',
  'chateau',
  'chatelain',
  'eté',
  '𝒜b',
  `${LABEL_MARK}mur`,
  'x'.repeat(60),
];

function fullText(): DatabaseSync {
  const database = new DatabaseSync(':memory:');
  database.exec(FINDER_TABLES);
  const insert = database.prepare('INSERT INTO found_words (rowid, words) VALUES (?, ?)');
  const next = random(5);
  for (let number = 1; number <= SIZE; number++)
    insert.run(number, VOCABULARY.filter((_, at) => next() < 1 / (1 + at)).join(' '));
  fillCommonWords(database, SIZE, LEAST);
  return database;
}

describe('Common words', () => {
  const database = fullText();
  const read = createWordReader(database, SIZE);
  const common = createCommonReader(database);
  const kept = database.prepare('SELECT word FROM common_words').all() as { word: string }[];

  it('are kept with the members that the full text has', () => {
    expect(kept.length).toBeGreaterThan(5);
    for (const { word } of kept) expect(common(word)).toEqual(read(word));
  });

  it('have all words and beginnings that so many things have', () => {
    const beginnings = VOCABULARY.flatMap((word) =>
      Array.from({ length: Math.min(24, word.length) }, (_, at) => word.slice(0, at + 1) + BEGINNING),
    ).filter((one) => one.length > 3 + (one.startsWith(LABEL_MARK) ? -1 : 0));
    const count = (word: string): number =>
      read(word).reduce((sum, bits) => sum + bits.toString(2).replaceAll('0', '').length, 0);
    const most = [...VOCABULARY, ...beginnings].filter((word) => count(word) >= LEAST);
    const names = new Set(kept.map(({ word }) => word));
    expect(most.filter((word) => !names.has(word))).toEqual([]);
  });
});
