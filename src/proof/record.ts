import { type Bilingual, PROOF_VERDICTS, type ProofCheck, type ProofVerdict } from '../model/index.ts';
import { CHECKS, type CheckName } from './checks.ts';
import { Breach, type Outcome, Unanswered } from './outcomes.ts';

/** What a check is about. */
export interface Claim {
  readonly name: CheckName;
  readonly subject?: string;
  readonly asked: string;
}

/** Keeps what came of every check. */
export class ProofRecord {
  readonly checks: ProofCheck[] = [];
  readonly #tell: (check: ProofCheck) => void;

  constructor(tell: (check: ProofCheck) => void = () => {}) {
    this.#tell = tell;
  }

  /** Makes a check and keeps it. What it throws that is no answer of a server is a fault of ours, and goes on. */
  async check(claim: Claim, act: () => Outcome | Promise<Outcome>): Promise<ProofVerdict> {
    const started = performance.now();
    const { verdict, found } = await outcomeOf(act);
    const { group, title, expected } = CHECKS[claim.name];
    const milliseconds = Math.round(performance.now() - started);
    const check: ProofCheck = { ...claim, group, title, expected, found, verdict, milliseconds };
    this.checks.push(check);
    this.#tell(check);
    return verdict;
  }

  /** Tells checks that something they need kept from being made. */
  async missed(names: readonly CheckName[], about: Omit<Claim, 'name'>, reason: Bilingual): Promise<void> {
    for (const name of names)
      await this.check({ name, ...about }, () => {
        throw new Unanswered(reason);
      });
  }

  counts(): Readonly<Record<ProofVerdict, number>> {
    const count = (verdict: ProofVerdict) => this.checks.filter((one) => one.verdict === verdict).length;
    return Object.fromEntries(PROOF_VERDICTS.map((one) => [one, count(one)])) as Record<ProofVerdict, number>;
  }
}

interface Told {
  readonly verdict: ProofVerdict;
  readonly found: Bilingual;
}

async function outcomeOf(act: () => Outcome | Promise<Outcome>): Promise<Told> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Unanswered) return { verdict: 'not-reached', found: error.reason };
    if (error instanceof Breach) return { verdict: 'failed', found: error.reason };
    throw error;
  }
}
