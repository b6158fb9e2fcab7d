import type { DeclaredWithdrawals } from './declared.ts';
import type { LedgerEntry } from './entry.ts';
import type { LedgerPart } from './part.ts';

/** URIs that a complaint names one by one. */
export const MOST_NAMED = 10;

/** Entries of a kind: how many, and the first of them. */
export interface Counted {
  count: number;
  readonly first: LedgerEntry[];
}

/** What is odd about a part of the ledger with this release, found while it is written. */
export class LedgerSurvey {
  readonly part: LedgerPart;
  readonly declared: DeclaredWithdrawals;
  /** Gone, and nobody said why. */
  readonly missing: Counted = { count: 0, first: [] };
  /** Declared as gone, and described. */
  readonly alive: LedgerEntry[] = [];
  /** Target → what it replaces. */
  readonly targets = new Map<string, Counted>();
  entries = 0;
  readonly #unseen: Set<string>;

  constructor(part: LedgerPart, declared: DeclaredWithdrawals) {
    this.part = part;
    this.declared = declared;
    this.#unseen = new Set(declared.rows.keys());
  }

  async *watch(entries: AsyncIterable<LedgerEntry>): AsyncGenerator<LedgerEntry> {
    for await (const entry of entries) {
      this.#see(entry);
      yield entry;
    }
  }

  /** IRIs of rows that no release knows. */
  get unknown(): readonly string[] {
    return [...this.#unseen];
  }

  #see(entry: LedgerEntry): void {
    const { iri, status, withdrawal } = entry;
    this.entries++;
    if (status === 'missing') note(this.missing, entry);
    if (this.#unseen.delete(iri) && status === 'published') this.alive.push(entry);
    const { replacedBy } = withdrawal ?? {};
    if (replacedBy === undefined) return;
    const sources = this.targets.get(replacedBy) ?? { count: 0, first: [] };
    note(sources, entry);
    this.targets.set(replacedBy, sources);
  }
}

function note(counted: Counted, entry: LedgerEntry): void {
  counted.count++;
  if (counted.first.length < MOST_NAMED) counted.first.push(entry);
}
