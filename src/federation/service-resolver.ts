import type { Bilingual, QuadStore, ServiceEndpoint, SparqlAnswer, SparqlQuestion } from '../model/index.ts';
import { nodesOf } from '../sparql/index.ts';
import { type JoinContext, joinContext } from './join-context.ts';
import { localBindings } from './local-bindings.ts';
import type { ServiceQuery } from './read-services.ts';
import { unwritable } from './refusals.ts';
import { ServiceFailure } from './remote/messages.ts';
import { type AskedPattern, type ServiceAsker, TooManyRequests } from './service-asker.ts';
import type { ServicePattern } from './service-patterns.ts';
import { nothingKnown, type TermTable, tableGroup } from './term-table.ts';
import { innerPatterns, kindOf, visibleVariables } from './variables.ts';

export interface ResolverOptions {
  readonly store: QuadStore;
  readonly question: SparqlQuestion;
  readonly query: ServiceQuery;
  readonly endpoints: ReadonlyMap<string, ServiceEndpoint>;
  readonly asker: ServiceAsker;
  /** Most values of variables that are sent along with requests. */
  readonly bindings: number;
  readonly onFailure: (endpoint: string, failure: ServiceFailure) => void;
}

/**
 * Puts what the endpoints know in the place of each SERVICE, one after the other, so that what one has said narrows what
 * the next is asked. Undefined when all are in place; else the answer to the whole query.
 */
export async function resolveServices(options: ResolverOptions): Promise<SparqlAnswer | undefined> {
  const { edited, services } = options.query;
  const waiting = new Set(services.filter(({ start }) => !edited.isReplaced(start)));
  while (waiting.size > 0) {
    const [service, context] = nextOf(waiting, options);
    waiting.delete(service);
    const outcome = await resolve(service, context, options);
    if (outcome) return outcome;
  }
  return undefined;
}

/** What is narrowed by the rest of the query comes first; then what says most about what it wants. */
function nextOf(
  waiting: ReadonlySet<ServicePattern>,
  { query: { edited } }: ResolverOptions,
): readonly [ServicePattern, JoinContext] {
  const ranked = [...waiting].map((service) => {
    const context = joinContext(service, edited);
    return {
      service,
      context,
      rank: context.shared.length > 0 ? Number.POSITIVE_INFINITY : constantsOf(service),
    };
  });
  const first = ranked.reduce((best, one) => (one.rank > best.rank ? one : best));
  return [first.service, first.context];
}

const constantsOf = ({ node }: ServicePattern): number =>
  [...nodesOf(innerPatterns(node))].filter(
    ({ type, subType }) => type === 'term' && (subType === 'namedNode' || subType === 'literal'),
  ).length;

async function resolve(
  service: ServicePattern,
  context: JoinContext,
  options: ResolverOptions,
): Promise<SparqlAnswer | undefined> {
  const { store, question, query, endpoints, bindings: most } = options;
  const endpoint = endpoints.get(service.iri ?? '');
  if (!endpoint) throw new Error(`No row for ${service.iri}.`);
  let bindings: TermTable | undefined;
  if (context.shared.length > 0) {
    const wanted = { store, question, frame: query.frame, variables: context.shared, most };
    const local = await localBindings(context.text, wanted);
    if (local.kind === 'unanswered') return local.answer;
    if (local.kind === 'bindings') bindings = local.table;
  }
  const { node, start, end } = service;
  const asked = { endpoint, node, body: bodyOf(service, query), bindings };
  const found = await solutions(asked, service, options);
  if ('kind' in found) return found;
  query.edited.replace(start, end, tableGroup(found, context.isTried));
  return undefined;
}

/** A subquery needs its own braces beside other patterns. */
function bodyOf({ node, body }: ServicePattern, { edited }: ServiceQuery): string {
  const text = edited.original.slice(body.start, body.end);
  return innerPatterns(node).some((one) => kindOf(one) === 'query') ? `{${text}\n}` : text;
}

async function solutions(
  asked: AskedPattern,
  { isSilent, node }: ServicePattern,
  { asker, onFailure }: ResolverOptions,
): Promise<TermTable | SparqlAnswer> {
  const { endpoint, title } = asked.endpoint;
  try {
    const table = await asker.solutions(asked);
    // Writing them tells whether they can be written.
    tableGroup(table);
    return table;
  } catch (error) {
    if (error instanceof TooManyRequests) return { kind: 'service-refused', reason: error.reason };
    const failure = error instanceof RangeError ? new ServiceFailure(unwritable(error.message)) : error;
    if (!(failure instanceof ServiceFailure)) throw error;
    onFailure(endpoint, failure);
    if (isSilent) return nothingKnown([...visibleVariables(innerPatterns(node))]);
    return { kind: 'service-failed', endpoint, reason: named(endpoint, title, failure) };
  }
}

const named = (endpoint: string, title: Bilingual | undefined, { reason }: ServiceFailure): Bilingual => ({
  fr: `Le point d’accès ${title ? `${title.fr} (${endpoint})` : endpoint} n’a pas donné de réponse entière. ${reason.fr}`,
  en: `The endpoint ${title ? `${title.en} (${endpoint})` : endpoint} gave no whole answer. ${reason.en}`,
});
