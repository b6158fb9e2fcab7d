import { nearest } from '../documents/index.ts';
import type { Bilingual, Usage } from '../model/index.ts';
import { LANGUAGES } from '../model/index.ts';
import { NAMESPACE_TWINS } from '../rdf/index.ts';

/** A term that the data have, with what is known of it. */
export interface KnownTerm extends Usage {
  readonly label: Bilingual | undefined;
}

/** A term that was probably meant, and how it was found. */
export interface MeantTerm {
  readonly term: KnownTerm;
  readonly isTwin: boolean;
}

/** Classes or properties of the data, to be found by what is like them. */
export interface KnownTerms {
  readonly isEmpty: boolean;
  has(iri: string): boolean;
  meant(iri: string): MeantTerm | undefined;
}

/** Terms beyond this number, the least used, are not looked at for suggestions. */
const MOST_COMPARED = 5000;

/** @param label of a term where an ontology has one */
export function knownTerms(
  usages: readonly Usage[],
  label: (iri: string) => Bilingual | undefined,
): KnownTerms {
  const terms = new Map(usages.map((one) => [one.iri, { ...one, label: label(one.iri) }]));
  const compared = [...terms.values()].toSorted((a, b) => b.count - a.count).slice(0, MOST_COMPARED);
  const byName = firstByKey(compared, ({ iri }) => [localName(iri)]);
  const byLabel = firstByKey(compared, ({ label }) => (label ? LANGUAGES.map((one) => label[one]) : []));
  const like = (name: string, known: ReadonlyMap<string, KnownTerm>) => {
    const found = name === '' ? undefined : (known.get(name) ?? known.get(nearest(name, known.keys()) ?? ''));
    return found && { term: found, isTwin: false };
  };
  const within = (iri: string) => {
    const namespace = namespaceOf(iri);
    const same = compared.filter((one) => namespaceOf(one.iri) === namespace);
    return like(
      localName(iri),
      firstByKey(same, (one) => [localName(one.iri)]),
    );
  };
  return {
    isEmpty: terms.size === 0,
    has: (iri) => terms.has(iri),
    meant(iri) {
      const twin = twinsOf(iri).find((one) => terms.has(one));
      if (twin !== undefined) return { term: terms.get(twin) as KnownTerm, isTwin: true };
      const name = localName(iri);
      const exact = byName.get(name) ?? byLabel.get(name);
      if (exact) return { term: exact, isTwin: false };
      return within(iri) ?? like(name, byName) ?? like(name, byLabel);
    },
  };
}

/** The same term in each namespace that is confused with its own; `https` for `http` and the reverse among them. */
function twinsOf(iri: string): readonly string[] {
  const scheme = iri.startsWith('https:') ? iri.replace(/^https/, 'http') : iri.replace(/^http:/, 'https:');
  const pairs = NAMESPACE_TWINS.flatMap(([a, b]) => [
    [a, b],
    [b, a],
  ]);
  const known = pairs.flatMap(([from = '', to = '']) =>
    iri.startsWith(from) ? [to + iri.slice(from.length)] : [],
  );
  return [scheme, ...known];
}

/** The most used term of each key comes first, and stays. */
function firstByKey(
  terms: readonly KnownTerm[],
  keysOf: (term: KnownTerm) => readonly string[],
): ReadonlyMap<string, KnownTerm> {
  const found = new Map<string, KnownTerm>();
  for (const term of terms) for (const key of keysOf(term)) if (!found.has(key)) found.set(key, term);
  return found;
}

export const localName = (iri: string): string => /[^/#:]*$/.exec(iri)?.[0] ?? '';

const namespaceOf = (iri: string): string => iri.slice(0, iri.length - localName(iri).length);
