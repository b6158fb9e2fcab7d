import { expandedIri } from '../expanded-iri.ts';
import type { AskedProperty } from './asked.ts';
import type { Naming } from './naming.ts';
import type { SaidStatement, SaidValue } from './said-values.ts';
import { valueLikeness } from './value-likeness.ts';

/** Values of one property of a thing that are compared. */
const MOST_VALUES = 50;

/** Whether a property, as a client names it, is one of the data: by IRI, prefixed name, local name or label. */
export function propertyTest(pid: string, base: string, naming: Naming): (property: string) => boolean {
  const iri = expandedIri(pid, base);
  const known = new Map<string, boolean>();
  const isMeant = (property: string): boolean =>
    property === iri ||
    (!/[:/]/.test(pid) &&
      (localName(property) === pid || naming.term(property).toLowerCase() === pid.trim().toLowerCase()));
  return (property) => {
    const answer = known.get(property) ?? isMeant(property);
    known.set(property, answer);
    return answer;
  };
}

const localName = (iri: string): string => /[^/#]*$/.exec(iri)?.[0] ?? iri;

/**
 * How well what a thing has of a property agrees with what is asked, from 0 to 1.
 * @returns undefined where the thing has nothing of it: that tells nothing
 */
export function propertyLikeness(
  { values, quantifier }: AskedProperty,
  said: readonly SaidStatement[],
  {
    isMeant,
    base,
    naming,
  }: {
    readonly isMeant: (property: string) => boolean;
    readonly base: string;
    readonly naming: Naming;
  },
): number | undefined {
  const own = said.filter(({ property }) => isMeant(property)).slice(0, MOST_VALUES);
  if (own.length === 0 || values.length === 0) return undefined;
  const best = (asked: AskedProperty['values'][number]): number =>
    Math.max(
      ...own.map(({ property, value }: { property: string; value: SaidValue }) =>
        valueLikeness(asked, value, { property, base, thing: naming.thing }),
      ),
    );
  const likes = values.map(best);
  if (quantifier === 'all') return Math.min(...likes);
  return quantifier === 'none' ? 1 - Math.max(...likes) : Math.max(...likes);
}
