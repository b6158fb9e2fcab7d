import { LRUCache } from 'lru-cache';
import type { ChosenFacets, ResourceFinder } from '../../model/index.ts';
import type { AppContext } from '../context.ts';

/** Which things a service reconciles with, and in which version of the protocol it speaks. */
export interface Scope {
  /** Slug of the dataset; absent: all things. */
  readonly slug?: string | undefined;
  readonly version: '0.2' | '1.0-draft';
}

/** What reconciling needs, of an application that has a search. */
export interface ReconciliationContext extends AppContext {
  readonly finder: ResourceFinder;
}

/** A class or property with how many things have it. */
export interface Counted {
  readonly iri: string;
  readonly count: number;
}

export const chosenIn = ({ slug }: Scope, type?: string): ChosenFacets => ({
  ...(slug !== undefined && { dataset: [slug] }),
  ...(type !== undefined && { type: [type] }),
});

/** Root-relative address of a service. */
export const serviceAddress = ({ slug, version }: Scope): string =>
  ['/reconcile', version === '0.2' ? undefined : version, slug].filter((one) => one !== undefined).join('/');

/** Slugs of the datasets of a scope. */
export const slugsIn = ({ slug }: Scope, { release }: AppContext): readonly string[] =>
  slug === undefined ? release.manifest.datasets.map((one) => one.slug) : [slug];

/** Things of each dataset whose properties are looked at. */
const SAMPLE = 40;
const MOST_CLASSES = 100;
const MOST_REMEMBERED = 200;

/** What is remembered of scopes while a release is served. */
export interface KnownTerms {
  /** Classes of the things, the most frequent first. */
  classes(scope: Scope): readonly Counted[];
  /** Properties of a sample of the things (of a class), their hash IRIs included, the most frequent first. */
  properties(scope: Scope, type?: string): readonly Counted[];
}

export function createKnownTerms(
  context: ReconciliationContext,
  propertiesOf: (iris: readonly string[]) => readonly Counted[],
): KnownTerms {
  const known = new LRUCache<string, readonly Counted[]>({ max: MOST_REMEMBERED });
  const remembered = (key: string, make: () => readonly Counted[]): readonly Counted[] => {
    const before = known.get(key);
    if (before) return before;
    const made = make();
    known.set(key, made);
    return made;
  };
  return {
    classes: (scope) => remembered(`classes ${scope.slug ?? ''}`, () => classesIn(context, scope)),
    properties: (scope, type) =>
      remembered(`properties ${scope.slug ?? ''} ${type ?? ''}`, () =>
        propertiesOf(slugsIn(scope, context).flatMap((slug) => sampled(context, { ...scope, slug }, type))),
      ),
  };
}

function classesIn({ finder }: ReconciliationContext, scope: Scope): readonly Counted[] {
  const question = { chosen: chosenIn(scope), language: 'fr' as const };
  const { facets } = finder.find(question, { offset: 0, limit: 0, facetValues: MOST_CLASSES });
  return (facets.find(({ facet }) => facet === 'type')?.values ?? []).map(({ value, count }) => ({
    iri: value,
    count,
  }));
}

const sampled = ({ finder }: ReconciliationContext, scope: Scope, type: string | undefined) =>
  finder.iris({ chosen: chosenIn(scope, type), language: 'fr' }, SAMPLE);
