import type { Bilingual } from './language.ts';

/**
 * What came of a check. `not-applicable`: the server promises nothing of the kind. `not-reached`: it could not be carried
 * out (no answer in time, more than is read, something it needs was not there).
 */
export type ProofVerdict = 'passed' | 'failed' | 'not-applicable' | 'not-reached';

export const PROOF_VERDICTS: readonly ProofVerdict[] = ['passed', 'failed', 'not-applicable', 'not-reached'];

export const PROOF_GROUPS = ['discovery', 'dumps', 'things', 'endpoint', 'examples', 'catalogue'] as const;

/** What checks are about. */
export type ProofGroup = (typeof PROOF_GROUPS)[number];

/** One thing that was asked of a server, and what came. */
export interface ProofCheck {
  /** `dump-digest`: the same from run to run and from server to server. */
  readonly name: string;
  readonly group: ProofGroup;
  readonly title: Bilingual;
  /** IRI or address of what it is about, where it is about one thing. */
  readonly subject?: string;
  /** Method and address, as a person would type them. */
  readonly asked: string;
  readonly expected: Bilingual;
  readonly found: Bilingual;
  readonly verdict: ProofVerdict;
  readonly milliseconds: number;
}

/** A proof of publication: everything that was asked of a server from outside. */
export interface ProofReport {
  /** The address that was asked; ends in `/`. */
  readonly address: string;
  /** Base of the IRIs that this address answers for: `<base>x` was asked as `<address>x`. */
  readonly base: string;
  /** As the server names it (`Cimaise-Release`), where it does. */
  readonly release?: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly milliseconds: number;
  /** The sample that another run draws with the same seed is the same, as long as the data are. */
  readonly seed: string;
  /** Most IRIs that were drawn. */
  readonly sample: number;
  readonly counts: Readonly<Record<ProofVerdict, number>>;
  readonly checks: readonly ProofCheck[];
}

/** Where the proof of a served release stands: both absent where none is made. */
export interface ProofState {
  /** Checks made so far, while one is under way. */
  readonly underWay?: number;
  /** The last one that was finished. */
  readonly report?: ProofReport;
}
