import type { Explanation, ExplanationWords } from '../validation/index.ts';

/** An explanation, and what is told beside it. */
export interface Answer extends Omit<ExplanationWords, 'language'> {
  readonly explanation: Explanation;
  /** Further members of the JSON form. */
  readonly facts?: object;
}
