import { LRUCache } from 'lru-cache';
import type { RememberedAnswer } from './answer-cache.ts';

/** Entity tags of pages by all that decides them, within so many characters. */
export type PageTags = LRUCache<string, string>;

const CHARACTERS = 1 << 20;
/** What an entry takes beside its key. */
const ENTRY = 200;

export const createPageTags = (): PageTags =>
  new LRUCache({ maxSize: CHARACTERS, sizeCalculation: (_tag, key) => ENTRY + key.length });

/** A page that was made once need not be made again, for whomever it is. */
export interface PageMemory {
  known(): RememberedAnswer | undefined;
  remember(etag: string): void;
}
