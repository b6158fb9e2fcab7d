import type {
  QuadStore,
  ServiceEndpoint,
  SparqlAnswer,
  SparqlQuestion,
  StoreFigures,
  ThingSearch,
} from '../model/index.ts';
import { originalPlaces } from './edited-text.ts';
import { SERVICE_LIMITS, type ServiceLimits } from './limits.ts';
import { readServices, type ServiceQuery } from './read-services.ts';
import { notAllowed, VARIABLE_ENDPOINT } from './refusals.ts';
import { type ServiceThread, startServiceThread } from './remote/service-thread.ts';
import { ServiceThreads } from './remote/service-threads.ts';
import { NO_SEARCH } from './search-refusals.ts';
import { parseSearch } from './search-request.ts';
import { searchedGroup } from './search-service.ts';
import { ServiceAsker } from './service-asker.ts';
import type { ServicePattern } from './service-patterns.ts';
import { resolveServices } from './service-resolver.ts';
import { nothingKnown, tableGroup } from './term-table.ts';
import { innerPatterns, visibleVariables } from './variables.ts';

export interface ServiceOptions {
  /** Base IRI of the release: `<base>search` is answered by the index. */
  readonly base: string;
  readonly search?: ThingSearch | undefined;
  /** The endpoints that may be asked. */
  readonly services: readonly ServiceEndpoint[];
  readonly limits: ServiceLimits;
  /** Starts what asks endpoints. Default: a worker thread. */
  readonly start?: () => ServiceThread;
  readonly log?: (event: string, details?: Readonly<Record<string, unknown>>) => void;
}

/** The SERVICE that stands for the index. */
export const searchService = (base: string): string => `${base}search`;

/**
 * A store that understands SERVICE (SPARQL 1.1 Federated Query): search in the index, and the declared endpoints. The
 * store underneath answers the query in which each SERVICE has been replaced by what it found.
 */
export function withServices(store: QuadStore, options: ServiceOptions): QuadStore {
  return new FederatedStore(store, options);
}

type Outcome = SparqlAnswer | undefined;

class FederatedStore implements QuadStore {
  readonly #store: QuadStore;
  readonly #options: Required<Pick<ServiceOptions, 'base' | 'log'>> & Pick<ServiceOptions, 'search'>;
  readonly #limits: Required<ServiceLimits>;
  readonly #endpoints: ReadonlyMap<string, ServiceEndpoint>;
  readonly #threads: ServiceThreads;

  constructor(store: QuadStore, options: ServiceOptions) {
    this.#store = store;
    this.#options = { log: () => {}, ...options };
    this.#limits = { ...SERVICE_LIMITS, ...options.limits };
    this.#endpoints = new Map(options.services.map((one) => [one.endpoint, one]));
    const { start = startServiceThread } = options;
    this.#threads = new ServiceThreads({ ...this.#limits, start });
  }

  async answer(question: SparqlQuestion): Promise<SparqlAnswer> {
    if (!question.services?.length) return this.#store.answer(question);
    const started = performance.now();
    const read = readServices(question.text, this.#options.base);
    if (read.kind === 'malformed') return read;
    if (read.kind === 'refused') return { kind: 'service-refused', reason: read.reason };
    const { query } = read;
    const refusal = query.services.map((service) => this.#withoutAsking(service, query)).find((one) => one);
    if (refusal) return refusal;
    const isDone = query.services.every(({ start }) => query.edited.isReplaced(start));
    const answer = await (isDone ? this.#asked(question, query) : this.#federated(question, query));
    return answer.kind === 'answered' ? { ...answer, milliseconds: performance.now() - started } : answer;
  }

  /** What can be said of a SERVICE without asking anybody: search, refusals. */
  #withoutAsking(service: ServicePattern, query: ServiceQuery): Outcome {
    const { iri, isSilent } = service;
    const { base } = this.#options;
    if (iri === searchService(base)) return this.#search(service, query);
    if (iri !== undefined && this.#endpoints.has(iri)) return undefined;
    if (isSilent) return put(service, query);
    const reason = iri === undefined ? VARIABLE_ENDPOINT : notAllowed(iri, base);
    return { kind: 'service-refused', reason };
  }

  #search(service: ServicePattern, query: ServiceQuery): Outcome {
    const { search, base, log } = this.#options;
    const parsed = parseSearch(service.node, query.iri, query.edited);
    if (parsed.kind === 'refused') return { kind: 'service-refused', reason: parsed.reason };
    if (!search)
      return service.isSilent ? put(service, query) : { kind: 'service-refused', reason: NO_SEARCH };
    try {
      const found = searchedGroup(parsed.request, search);
      if (found.kind === 'refused') return { kind: 'service-refused', reason: found.reason };
      query.edited.replace(service.start, service.end, found.group);
      return undefined;
    } catch (error) {
      log('search failed', { reason: String(error) });
      if (service.isSilent) return put(service, query);
      return { kind: 'service-failed', endpoint: searchService(base), reason: SEARCH_FAILED };
    }
  }

  /** Asks the store for the query as it has become. */
  async #asked(question: SparqlQuestion, { edited }: ServiceQuery): Promise<SparqlAnswer> {
    const { services: _replaced, ...rest } = question;
    const answer = await this.#store.answer({ ...rest, text: edited.slice() });
    return answer.kind === 'malformed'
      ? { ...answer, reason: originalPlaces(answer.reason, edited) }
      : answer;
  }

  /** Asks the endpoints in a thread, then the store; everything ends at the deadline, or when the asker leaves. */
  async #federated(question: SparqlQuestion, query: ServiceQuery): Promise<SparqlAnswer> {
    const { milliseconds } = this.#limits;
    const deadline = AbortSignal.timeout(milliseconds);
    const signal = AbortSignal.any([deadline, ...(question.signal ? [question.signal] : [])]);
    const stopped = (): SparqlAnswer =>
      question.signal?.aborted
        ? { kind: 'abandoned' }
        : { kind: 'timed-out', limitMilliseconds: milliseconds };
    const turn = await this.#threads.take(signal);
    if (turn.kind === 'aborted') return stopped();
    if (turn.kind === 'full')
      return { kind: 'overloaded', retryAfterSeconds: Math.ceil(milliseconds / 1000) };
    const asker = this.#asker(query, (asked) => turn.thread.ask(asked));
    try {
      const work = this.#resolved({ ...question, signal }, query, asker);
      const answer = await Promise.race([work, aborted(signal)]);
      return answer === undefined || answer.kind === 'abandoned' ? stopped() : answer;
    } finally {
      this.#options.log('services asked', { requests: asker.requests });
      if (signal.aborted) this.#threads.end(turn.thread);
      else this.#threads.giveBack(turn.thread);
    }
  }

  #asker(query: ServiceQuery, ask: ConstructorParameters<typeof ServiceAsker>[0]['ask']): ServiceAsker {
    return new ServiceAsker({ ...this.#limits, ask, base: this.#options.base, frame: query.frame });
  }

  async #resolved(question: SparqlQuestion, query: ServiceQuery, asker: ServiceAsker): Promise<SparqlAnswer> {
    const { block, requests } = this.#limits;
    const outcome = await resolveServices({
      store: this.#store,
      question,
      query,
      endpoints: this.#endpoints,
      asker,
      bindings: block * requests,
      onFailure: (endpoint, { message }) =>
        this.#options.log('service failed', { endpoint, reason: message }),
    });
    return outcome ?? this.#asked(question, query);
  }

  isReady(): boolean {
    return this.#store.isReady();
  }

  ready(): Promise<void> {
    return this.#store.ready();
  }

  size(): number {
    return this.#store.size();
  }

  figures(): StoreFigures {
    return this.#store.figures();
  }

  async close(): Promise<void> {
    await this.#threads.close();
    await this.#store.close();
  }
}

/** Puts one solution that binds nothing in the place of a SERVICE SILENT. */
function put({ node, start, end }: ServicePattern, { edited }: ServiceQuery): undefined {
  edited.replace(start, end, tableGroup(nothingKnown([...visibleVariables(innerPatterns(node))])));
}

function aborted(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    else signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
}

const SEARCH_FAILED = {
  fr: 'La recherche n’a pas répondu ; réessayez un peu plus tard.',
  en: 'The search did not answer; try again a little later.',
};
