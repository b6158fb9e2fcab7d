import type { ServiceEndpoint, SparqlAnswer, ThingSearch } from '../model/index.ts';
import type { ServiceQuery } from './read-services.ts';
import { notAllowed, VARIABLE_ENDPOINT } from './refusals.ts';
import { NO_SEARCH } from './search-refusals.ts';
import { parseSearch } from './search-request.ts';
import { searchedGroup } from './search-service.ts';
import type { ServicePattern } from './service-patterns.ts';
import { nothingKnown, tableGroup } from './term-table.ts';
import { innerPatterns, visibleVariables } from './variables.ts';

export interface SettlingOptions {
  readonly base: string;
  readonly search?: ThingSearch | undefined;
  readonly endpoints: ReadonlyMap<string, ServiceEndpoint>;
  readonly log: (event: string, details?: Readonly<Record<string, unknown>>) => void;
}

/** The SERVICE that stands for the index. */
export const searchService = (base: string): string => `${base}search`;

/**
 * What can be said of a SERVICE without asking anybody: a search is put in its place, and one SILENT that is not allowed.
 * Undefined where nothing speaks against going on; else the answer to the whole query.
 */
export function settleService(
  service: ServicePattern,
  query: ServiceQuery,
  options: SettlingOptions,
): SparqlAnswer | undefined {
  const { iri, isSilent } = service;
  const { base, endpoints } = options;
  if (iri === searchService(base)) return settleSearch(service, query, options);
  if (iri !== undefined && endpoints.has(iri)) return undefined;
  if (isSilent) return put(service, query);
  return {
    kind: 'service-refused',
    reason: iri === undefined ? VARIABLE_ENDPOINT : notAllowed(iri, base),
  };
}

function settleSearch(
  service: ServicePattern,
  query: ServiceQuery,
  { base, search, log }: SettlingOptions,
): SparqlAnswer | undefined {
  const parsed = parseSearch(service.node, query.iri, query.edited);
  if (parsed.kind === 'refused') return { kind: 'search-refused', reason: parsed.reason };
  if (!search) return service.isSilent ? put(service, query) : { kind: 'service-refused', reason: NO_SEARCH };
  try {
    const found = searchedGroup(parsed.request, search);
    if (found.kind === 'refused') return { kind: 'search-refused', reason: found.reason };
    query.edited.replace(service.start, service.end, found.group);
    return undefined;
  } catch (error) {
    log('search failed', { reason: String(error) });
    if (service.isSilent) return put(service, query);
    return { kind: 'service-failed', endpoint: searchService(base), reason: SEARCH_FAILED };
  }
}

/** Puts one solution that binds nothing in the place of a SERVICE SILENT. */
function put({ node, start, end }: ServicePattern, { edited }: ServiceQuery): undefined {
  edited.replace(start, end, tableGroup(nothingKnown([...visibleVariables(innerPatterns(node))])));
}

const SEARCH_FAILED = {
  fr: 'La recherche n’a pas répondu ; réessayez un peu plus tard.',
  en: 'The search did not answer; try again a little later.',
};
