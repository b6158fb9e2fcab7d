import { same } from '../model/index.ts';
import { failed, figures, notApplicable, type Outcome, passed } from './outcomes.ts';
import { cameText } from './read-graph.ts';
import type { ProofRecord } from './record.ts';
import { mediaTypeOf, type Site } from './site.ts';
import { busy } from './web-faults.ts';

/** A query with an address, as `/api` lists it. */
interface ListedQuery {
  readonly href: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly required?: boolean;
    readonly example?: string;
  }[];
}

const MOST_QUERIES = 200;

/** The queries that `/api` lists, each with the examples of what it requires. */
export async function proveApi(site: Site, record: ProofRecord): Promise<void> {
  const url = `${site.base}api`;
  let queries: readonly ListedQuery[] = [];
  await record.check({ name: 'api-list', asked: `GET ${url}` }, async () => {
    const list = await site.ask(url, { headers: { accept: 'application/json' } });
    const isList = list.status === 200 && mediaTypeOf(list) === 'application/json';
    queries = isList ? listedQueries(list.text).slice(0, MOST_QUERIES) : [];
    return queries.length > 0 ? passed(figures(queries.length)) : notApplicable(same(cameText(list)));
  });
  for (const query of queries) {
    const { href } = new URL(addressOf(query), site.address);
    await record.check({ name: 'api-query', asked: `GET ${href}` }, () => asked(site, href));
  }
}

async function asked(site: Site, url: string): Promise<Outcome> {
  const answer = await site.ask(url, { headers: { accept: 'application/json' } });
  if (answer.status === 503 || answer.status === 429) throw busy(answer.status);
  const status = answer.headers['result-status'] ?? 'complete';
  const isWhole = answer.status === 200 && status === 'complete' && isJson(answer.text);
  return isWhole ? passed(same(cameText(answer))) : failed(same(`${cameText(answer)} ${status}`));
}

function addressOf({ href, parameters = [] }: ListedQuery): string {
  const required = parameters.flatMap(({ name, required, example }) =>
    required === true && example !== undefined ? [[name, example]] : [],
  );
  return required.length === 0 ? href : `${href}?${new URLSearchParams(required)}`;
}

/** Those of a document that has the form of the list; others have none. */
function listedQueries(text: string): readonly ListedQuery[] {
  if (!isJson(text)) return [];
  const { queries } = (JSON.parse(text) ?? {}) as { readonly queries?: unknown };
  return Array.isArray(queries) ? queries.filter((one): one is ListedQuery => isListed(one)) : [];
}

const isListed = (one: unknown): boolean => {
  const { href, parameters = [] } = (one ?? {}) as { readonly href?: unknown; readonly parameters?: unknown };
  return typeof href === 'string' && href.startsWith('/api/') && Array.isArray(parameters);
};

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
