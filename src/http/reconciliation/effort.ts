import { tooHeavy } from './reconciliation-problems.ts';

/**
 * Pairs of letters that one query may have compared: a quarter of a second of the processor. What people ask stays a hundred
 * times below.
 */
const MOST_PAIRS = 100_000_000;

/** What comparing costs one query. */
export interface Effort {
  /**
   * To be told before two texts of so many letters are compared.
   * @throws HttpProblem 413 once it is too much: an answer is whole or refused
   */
  compare(letters: number, others: number): void;
}

export function createEffort(most = MOST_PAIRS): Effort {
  let spent = 0;
  return {
    compare(letters, others) {
      spent += letters * others;
      if (spent > most) throw tooHeavy();
    },
  };
}
