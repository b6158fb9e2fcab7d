import type { ReconciliationQuery } from './asked.ts';
import { entityId } from './entity-ids.ts';
import type { Naming } from './naming.ts';
import { retrieve } from './retrieve.ts';
import type { ReconciliationContext, Scope } from './scope.ts';
import { type Feature, type Scored, scorer } from './score.ts';
import { thingFacts } from './thing-facts.ts';

/** A thing that a query may mean (0.2 section 4.2: reconciliation candidate). */
export interface Candidate {
  readonly id: string;
  readonly iri: string;
  readonly name: string;
  readonly description: string;
  readonly type: readonly { readonly id: string; readonly name: string }[];
  readonly score: number;
  readonly features: readonly Feature[];
  readonly match: boolean;
}

/** What queries are answered from. */
export interface Reconciling {
  readonly context: ReconciliationContext;
  readonly scope: Scope;
  readonly naming: Naming;
}

/** The best is a match only where the next is that far behind, of 100. */
const CLEAR = 2;
/** What is less like is no candidate. */
const LEAST = 40;

/** Candidates of one query, the best first. */
export function reconcileQuery(query: ReconciliationQuery, reconciling: Reconciling): readonly Candidate[] {
  const scored = ranked(query, reconciling);
  const wished = scored.filter(({ facts }) => isOfTypes(facts.types, query.types));
  if (wished.length > 0 || !query.areTypesWished || query.types.length === 0)
    return told(wished, query, reconciling);
  return told(ranked({ ...query, types: [] }, reconciling, query.types), query, reconciling);
}

const isOfTypes = (own: readonly string[], wished: readonly string[]): boolean =>
  wished.length === 0 || own.some((one) => wished.includes(one));

function ranked(
  query: ReconciliationQuery,
  { context, scope, naming }: Reconciling,
  wished: readonly string[] = query.types,
): readonly Scored[] {
  const { base } = context.release.manifest;
  const score = scorer({ ...query, types: wished }, { base, naming });
  return retrieve(query, { context, scope, language: naming.language })
    .flatMap((iri) => context.index.describe(iri) ?? [])
    .map((description) => score(thingFacts(description, naming)))
    .filter((one) => one.isAdmitted && one.score >= LEAST)
    .sort((one, other) => other.score - one.score || (one.facts.iri < other.facts.iri ? -1 : 1));
}

function told(
  scored: readonly Scored[],
  { limit }: ReconciliationQuery,
  { context, naming, scope }: Reconciling,
): readonly Candidate[] {
  const [first, second] = scored;
  const isClear = first !== undefined && (second === undefined || first.score - second.score >= CLEAR);
  const { base } = context.release.manifest;
  return scored.slice(0, limit).map(({ facts, score, features, isSure }, at) => ({
    id: entityId(facts.iri, base),
    iri: facts.iri,
    name: facts.label,
    description: entityDescription(facts, { naming, scope }),
    type: facts.types.map((id) => ({ id, name: naming.term(id) })),
    score,
    features,
    match: at === 0 && isClear && isSure,
  }));
}

/** Kind, place, years, and among everything the dataset: what tells namesakes apart. */
export function entityDescription(
  facts: Scored['facts'],
  { naming, scope }: Pick<Reconciling, 'naming' | 'scope'>,
): string {
  const [type] = facts.types;
  const { years, places, dataset } = facts;
  return [
    type === undefined ? undefined : naming.term(type),
    places.slice(0, 2).join(', ') || undefined,
    years && (years[0] === years[1] ? String(years[0]) : `${years[0]}–${years[1]}`),
    scope.slug === undefined ? naming.dataset(dataset) : undefined,
  ]
    .filter((one) => one !== undefined)
    .join(' · ')
    .slice(0, 300);
}
