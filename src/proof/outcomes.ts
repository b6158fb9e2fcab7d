import { type Bilingual, same } from '../model/index.ts';

/** What a check comes to. */
export interface Outcome {
  readonly verdict: 'passed' | 'failed' | 'not-applicable';
  readonly found: Bilingual;
}

export const passed = (found: Bilingual): Outcome => ({ verdict: 'passed', found });
export const failed = (found: Bilingual): Outcome => ({ verdict: 'failed', found });
export const notApplicable = (found: Bilingual): Outcome => ({ verdict: 'not-applicable', found });

/** Why a check came to no outcome of its own. */
export abstract class NoOutcome extends Error {
  readonly reason: Bilingual;

  constructor(reason: Bilingual) {
    super(reason.en);
    this.name = new.target.name;
    this.reason = reason;
  }
}

/** No answer that could be judged: the check that waited for it was not reached. */
export class Unanswered extends NoOutcome {}

/** An answer that no server may give: the check that asked for it failed. */
export class Breach extends NoOutcome {}

/** A count in both languages. */
export const figures = (count: number): Bilingual => ({
  fr: count.toLocaleString('fr'),
  en: count.toLocaleString('en'),
});

/** Most members of a list that are named. */
const NAMED = 5;

/** The first members of a list, and how many more there are. */
export function listed(items: readonly string[]): Bilingual {
  const named = items.slice(0, NAMED).join(', ');
  const more = figures(items.length - NAMED);
  if (items.length <= NAMED) return same(named);
  return { fr: `${named} et ${more.fr} de plus`, en: `${named} and ${more.en} more` };
}
