import type { Withdrawal } from '../../model/index.ts';
import { inChunks } from '../dataset/stars.ts';
import { byCodeUnits, type Pair, sideBySide } from '../side-by-side.ts';
import type { LedgerEntry } from './entry.ts';
import type { PresentThing } from './present.ts';

/** What is known of a part of the ledger when a release is made; all in the order of the IRIs. */
export interface LedgerMerge {
  readonly before: AsyncIterable<LedgerEntry> | Iterable<LedgerEntry>;
  readonly present: AsyncIterable<PresentThing> | Iterable<PresentThing>;
  /** ISO 8601: when the release is made. */
  readonly createdAt: string;
  /** What becomes of an IRI that is not described any more. */
  readonly vanished: (entry: LedgerEntry) => LedgerEntry;
}

/** The ledger with this release: every IRI of before stays in it, whatever became of it. */
export async function* mergeLedger({
  before,
  present,
  createdAt,
  vanished,
}: LedgerMerge): AsyncGenerator<LedgerEntry> {
  for await (const { left: entry, right: thing } of pairsByIri(before, present)) {
    if (thing) yield published(entry, thing, createdAt);
    else if (entry) yield vanished(entry);
  }
}

interface Named {
  readonly iri: string;
}

/** Two series in the order of their IRIs, each IRI once in each. */
export async function* pairsByIri<L extends Named, R extends Named>(
  left: AsyncIterable<L> | Iterable<L>,
  right: AsyncIterable<R> | Iterable<R>,
): AsyncGenerator<Pair<L, R>> {
  const order = (one: L, other: R): number => byCodeUnits(one.iri, other.iri);
  for await (const pairs of sideBySide(inChunks(left, SOME), inChunks(right, SOME), order)) yield* pairs;
}

/** Entries read ahead. */
const SOME = 1024;

function published(
  entry: LedgerEntry | undefined,
  { iri, hash }: PresentThing,
  createdAt: string,
): LedgerEntry {
  if (entry?.status === 'published' && entry.hash === hash) return entry;
  return { iri, hash, first: entry?.first ?? createdAt, changed: createdAt, status: 'published' };
}

/** An IRI that is gone, for a reason; the same entry where that was so before. */
export function withdrawn(
  entry: LedgerEntry,
  withdrawal: Omit<Withdrawal, 'iri'>,
  createdAt: string,
): LedgerEntry {
  const status = withdrawal.replacedBy === undefined ? 'withdrawn' : 'replaced';
  if (entry.status === status && isSame(entry.withdrawal, withdrawal)) return entry;
  const { iri, hash, first } = entry;
  return { iri, hash, first, changed: createdAt, status, withdrawal };
}

const isSame = (one: LedgerEntry['withdrawal'], other: Omit<Withdrawal, 'iri'>): boolean =>
  one?.date === other.date &&
  one.replacedBy === other.replacedBy &&
  one.reason.fr === other.reason.fr &&
  one.reason.en === other.reason.en;
