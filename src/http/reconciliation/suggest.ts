import { foldedWords } from '../../index/index.ts';
import { compactIri } from '../../rdf/index.ts';
import { entityId } from './entity-ids.ts';
import type { Reconciling } from './reconcile-query.ts';
import { entityDescription, reconcileQuery } from './reconcile-query.ts';
import { type Counted, chosenIn } from './scope.ts';
import { looksLikeIdentifier } from './score.ts';
import { thingFacts } from './thing-facts.ts';

/** Suggestions of one answer, and how far `cursor` goes. */
const PAGE = 12;
const MOST_SKIPPED = 88;

/** What is asked of a suggest service (0.2 section 6.2). */
export interface AskedSuggestion {
  readonly prefix: string;
  /** Suggestions to skip. */
  readonly cursor: number;
  /** IRI of a class: only what belongs to it. */
  readonly type?: string;
}

/** Entities whose names begin so or have a word that does; what has the text for its identifier comes first. */
export function suggestEntities({ prefix, cursor, type }: AskedSuggestion, reconciling: Reconciling) {
  const { context, scope, naming } = reconciling;
  const { language } = naming;
  const { base } = context.release.manifest;
  const chosen = chosenIn(scope, type);
  const skipped = Math.min(cursor, MOST_SKIPPED);
  const named = context.finder.suggest(prefix, { language, limit: skipped + PAGE, chosen });
  const iris = new Set([...identified(prefix, reconciling), ...named.map(({ iri }) => iri)]);
  return [...iris].slice(skipped, skipped + PAGE).flatMap((iri) => {
    const description = context.index.describe(iri);
    if (!description) return [];
    const facts = thingFacts(description, naming);
    return [
      {
        id: entityId(iri, base),
        name: facts.label,
        description: entityDescription(facts, reconciling),
        notable: facts.types.map((id) => ({ id, name: naming.term(id) })),
      },
    ];
  });
}

function identified(prefix: string, reconciling: Reconciling): readonly string[] {
  if (!looksLikeIdentifier(prefix) && !/[:/]/.test(prefix)) return [];
  const query = { text: prefix, types: [], areTypesWished: false, limit: 5, properties: [] };
  return reconcileQuery(query, reconciling)
    .filter(({ features }) => features.some(({ id, value }) => id === 'identifier' && value === true))
    .map(({ iri }) => iri);
}

/** Classes or properties whose name, local name, prefixed name or IRI begins so, the most frequent first. */
export function suggestTerms(
  known: readonly Counted[],
  { prefix, cursor }: AskedSuggestion,
  { naming }: Pick<Reconciling, 'naming'>,
) {
  const start = foldedWords(prefix).join(' ');
  return known
    .map(({ iri }) => ({
      iri,
      name: naming.term(iri),
      order: orderOf(iri, naming.term(iri), { prefix, start }),
    }))
    .filter(({ order }) => order !== undefined)
    .sort((one, other) => (one.order ?? 0) - (other.order ?? 0))
    .slice(Math.min(cursor, known.length))
    .slice(0, PAGE)
    .map(({ iri, name }) => ({ id: iri, name, description: shortName(iri) }));
}

/** 0 for a name that begins so, 1 for a word or local name that does; undefined for what does not. */
function orderOf(
  iri: string,
  name: string,
  { prefix, start }: { readonly prefix: string; readonly start: string },
): number | undefined {
  if (prefix.trim() === '') return 0;
  const words = foldedWords(name).join(' ');
  if (start !== '' && words.startsWith(start)) return 0;
  if (start !== '' && ` ${words}`.includes(` ${start}`)) return 1;
  const asked = prefix.trim().toLowerCase();
  const names = [iri, compactIri(iri), /[^/#]*$/.exec(iri)?.[0] ?? iri];
  return names.some((one) => one.toLowerCase().startsWith(asked)) ? 1 : undefined;
}

export const shortName = (iri: string): string => compactIri(iri).replace(/^<(.*)>$/, '$1');
