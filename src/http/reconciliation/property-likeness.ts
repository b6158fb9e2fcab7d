import { expandedIri } from '../expanded-iri.ts';
import type { AskedProperty } from './asked.ts';
import type { Naming } from './naming.ts';
import type { SaidStatement } from './said-values.ts';
import { type ValueReading, valueLikeness } from './value-likeness.ts';

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

/** Statements of one property of a thing that are compared. */
const MOST_VALUES = 50;

/** Those statements of a thing that a property is meant by. */
export const meantBy = (
  isMeant: (property: string) => boolean,
  said: readonly SaidStatement[],
): readonly SaidStatement[] => said.filter(({ property }) => isMeant(property)).slice(0, MOST_VALUES);

/**
 * How well what a thing has of a property agrees with what is asked, from 0 to 1.
 * @returns undefined where the thing has nothing of it: that tells nothing
 */
export function propertyLikeness(
  { values, quantifier }: AskedProperty,
  own: readonly SaidStatement[],
  reading: ValueReading,
): number | undefined {
  if (own.length === 0 || values.length === 0) return undefined;
  const best = (asked: AskedProperty['values'][number]): number =>
    Math.max(...own.map((statement) => valueLikeness(asked, statement, reading)));
  const likes = values.map(best);
  if (quantifier === 'all') return Math.min(...likes);
  return quantifier === 'none' ? 1 - Math.max(...likes) : Math.max(...likes);
}
