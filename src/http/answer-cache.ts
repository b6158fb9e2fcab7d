import { LRUCache } from 'lru-cache';
import { PackedText } from './packed-text.ts';

/** An answer that can be given again. */
export interface RememberedAnswer {
  /** A strong entity tag in quotes: of an answer to a query, the hash of query, dataset, release, format and labels. */
  readonly etag: string;
  readonly mediaType: string;
  readonly text: PackedText;
}

/** Answers of one release by their entity tags, the latest used kept, within so many octets. */
export interface AnswerCache {
  get(etag: string): RememberedAnswer | undefined;
  /** The same, without being counted. */
  peek(etag: string): RememberedAnswer | undefined;
  /** Remembers an answer that is not too large, and gives it. */
  put(etag: string, mediaType: string, text: string | Uint8Array): RememberedAnswer;
  /** To be called when an answer has been packed: what is packed counts too. */
  weighAgain(etag: string): void;
  /** Largest answer that is remembered, in octets; 0: none is. */
  readonly largest: number;
  figures(): AnswerCacheFigures;
}

export interface AnswerCacheFigures {
  readonly hits: number;
  readonly misses: number;
  readonly answers: number;
  readonly bytes: number;
}

/** Of all octets, those that one answer may take. */
const SHARE = 4;
/** What an entry takes beside its text, in octets. */
const ENTRY = 500;

/** @param bytes most octets remembered; 0: nothing is */
export function createAnswerCache(bytes: number): AnswerCache {
  const largest = Math.floor(bytes / SHARE);
  const answers = new LRUCache<string, RememberedAnswer>({
    maxSize: Math.max(1, bytes),
    maxEntrySize: Math.max(1, largest),
    sizeCalculation: ({ text }) => ENTRY + text.bytes,
  });
  let hits = 0;
  let misses = 0;
  return {
    largest,
    get: (etag) => {
      const found = answers.get(etag);
      if (found) hits += 1;
      else misses += 1;
      return found;
    },
    peek: (etag) => answers.peek(etag),
    put: (etag, mediaType, text) => {
      const octets = typeof text === 'string' ? text : Buffer.from(text);
      const answer = { etag, mediaType, text: new PackedText(octets) };
      answers.set(etag, answer);
      return answer;
    },
    weighAgain: (etag) => {
      const answer = answers.peek(etag);
      // The cache asks for the size of a value that is new to it.
      if (answer) answers.set(etag, { ...answer });
    },
    figures: () => ({ hits, misses, answers: answers.size, bytes: answers.calculatedSize }),
  };
}
