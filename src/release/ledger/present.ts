import { hash } from 'node:crypto';
import { sortLines } from '../dataset/sort-lines.ts';
import { inChunks, starsOf } from '../dataset/stars.ts';
import type { LedgerPart } from './part.ts';

/** A thing that is described, and the hash of all that is said of it. */
export interface PresentThing {
  readonly iri: string;
  readonly hash: string;
}

/** A dump of a dataset or of the terms, and the part of the ledger that it belongs to. */
export interface PresentDump {
  readonly part: LedgerPart;
  readonly lines: AsyncIterable<readonly string[]>;
  readonly sha256?: string;
  /** Where lines are sorted that do not fit in memory. */
  readonly folder: string;
}

/** Everything that a dump publishes in the order of the IRIs: the dataset itself, which is what its dump is, and its things. */
export async function* presentIn({ part, lines, sha256, folder }: PresentDump): AsyncGenerator<PresentThing> {
  if (part.dataset !== undefined && sha256 !== undefined)
    yield { iri: part.dataset, hash: sha256.slice(0, DIGITS) };
  yield* presentThings(lines, { space: part.space, folder });
}

export interface PresentOptions {
  /** What the IRIs of the things begin with; others are left out. */
  readonly space: string;
  /** Where lines are sorted that do not fit in memory. */
  readonly folder: string;
}

/** Hexadecimal digits of a hash. */
const DIGITS = 32;
/** Stars put into one text for sorting. */
const BATCH = 2048;

/**
 * The things of a sorted dump in the order of their IRIs. The statements of a thing's hash IRIs count as its own; in
 * the dump others stand between them, so stars are hashed one by one and brought together by sorting.
 */
export async function* presentThings(
  lines: AsyncIterable<readonly string[]>,
  { space, folder }: PresentOptions,
): AsyncGenerator<PresentThing> {
  let iri: string | undefined;
  let hashes: string[] = [];
  for await (const batch of sortLines(hashedStars(lines, space), { folder })) {
    for (const line of batch) {
      const [of = '', found = ''] = line.split('\t');
      if (iri !== undefined && of !== iri) {
        yield { iri, hash: together(hashes) };
        hashes = [];
      }
      iri = of;
      hashes.push(found);
    }
  }
  if (iri !== undefined) yield { iri, hash: together(hashes) };
}

/** Texts of lines `thing TAB hash of a star`. */
async function* hashedStars(lines: AsyncIterable<readonly string[]>, space: string): AsyncGenerator<string> {
  for await (const stars of inChunks(starsOf(lines), BATCH)) {
    const own = stars.filter(({ iri }) => iri.startsWith(space));
    yield own.map(({ iri, lines }) => `${iri}\t${digits(lines.join('\n'))}\n`).join('');
  }
}

const together = (hashes: readonly string[]): string =>
  hashes.length === 1 ? (hashes[0] ?? '') : digits(hashes.join('\n'));

/** SHA-256, its first 128 bits. */
const digits = (text: string): string => hash('sha256', text, 'hex').slice(0, DIGITS);
