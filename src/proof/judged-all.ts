import type { Bilingual } from '../model/index.ts';
import { Breach, failed, figures, notApplicable, type Outcome, passed, Unanswered } from './outcomes.ts';

/** Of one thing: all right, not offered, or what is wrong. */
export type Judged = 'right' | 'not-offered' | { readonly wrong: Bilingual };

/**
 * Judges several things and makes one outcome of it: failed where one is wrong, naming the first.
 * @throws Unanswered where none is wrong and one could not be asked
 */
export async function judgedAll(
  iris: readonly string[],
  judge: (iri: string) => Promise<Judged>,
): Promise<Outcome> {
  const wrong: { readonly iri: string; readonly why: Bilingual }[] = [];
  let right = 0;
  let unanswered: Unanswered | undefined;
  for (const iri of iris) {
    const judged = await answered(() => judge(iri));
    if (judged instanceof Unanswered) unanswered ??= judged;
    else if (judged === 'right') right += 1;
    else if (judged !== 'not-offered') wrong.push({ iri, why: judged.wrong });
  }
  const [first] = wrong;
  if (first) return failed(told(first, wrong.length, iris.length));
  if (unanswered) throw unanswered;
  return right > 0 ? passed(outOf(right, iris.length)) : notApplicable(NOT_OFFERED);
}

/** A breach is an answer; that none came is one of its own. */
async function answered(judge: () => Promise<Judged>): Promise<Judged | Unanswered> {
  try {
    return await judge();
  } catch (error) {
    if (error instanceof Unanswered) return error;
    if (error instanceof Breach) return { wrong: error.reason };
    throw error;
  }
}

const outOf = (right: number, all: number): Bilingual => ({
  fr: `${figures(right).fr} sur ${figures(all).fr}`,
  en: `${figures(right).en} of ${figures(all).en}`,
});

const told = (
  { iri, why }: { readonly iri: string; readonly why: Bilingual },
  wrong: number,
  all: number,
): Bilingual => ({
  fr: `${figures(wrong).fr} sur ${figures(all).fr} ; ${iri} : ${why.fr}`,
  en: `${figures(wrong).en} of ${figures(all).en}; ${iri}: ${why.en}`,
});

const NOT_OFFERED: Bilingual = { fr: 'rien de tel n’est offert', en: 'no such thing is offered' };
