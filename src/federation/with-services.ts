import type {
  QuadStore,
  ServiceEndpoint,
  SparqlAnswer,
  SparqlQuestion,
  StoreFigures,
  ThingSearch,
} from '../model/index.ts';
import { createQueryParser, type QueryParser } from '../sparql/index.ts';
import { originalPlaces } from './edited-text.ts';
import { SERVICE_LIMITS, type ServiceLimits } from './limits.ts';
import { readServices, type ServiceQuery } from './read-services.ts';
import type { ServiceReply } from './remote/messages.ts';
import { type ServiceThread, startServiceThread } from './remote/service-thread.ts';
import { ServiceThreads } from './remote/service-threads.ts';
import { type AskService, ServiceAsker } from './service-asker.ts';
import { resolveServices } from './service-resolver.ts';
import { settleService } from './settle-service.ts';

export interface ServiceOptions {
  /** Base IRI of the release: `<base>search` is answered by the index. */
  readonly base: string;
  readonly search?: ThingSearch | undefined;
  /** The endpoints that may be asked. */
  readonly services: readonly ServiceEndpoint[];
  readonly limits: ServiceLimits;
  /** Parses queries with SERVICE. Default: one of its own. */
  readonly parser?: QueryParser;
  /** Starts what asks endpoints. Default: a worker thread. */
  readonly start?: () => ServiceThread;
  readonly log?: (event: string, details?: Readonly<Record<string, unknown>>) => void;
}

/**
 * A store that understands SERVICE (SPARQL 1.1 Federated Query): search in the index, and the declared endpoints. The
 * store underneath answers the query in which each SERVICE has been replaced by what it found.
 */
export function withServices(store: QuadStore, options: ServiceOptions): QuadStore {
  return new FederatedStore(store, options);
}

class FederatedStore implements QuadStore {
  readonly #store: QuadStore;
  readonly #options: Required<Pick<ServiceOptions, 'base' | 'log'>> & Pick<ServiceOptions, 'search'>;
  readonly #limits: Required<ServiceLimits>;
  readonly #endpoints: ReadonlyMap<string, ServiceEndpoint>;
  readonly #threads: ServiceThreads;
  readonly #parser: QueryParser;

  constructor(store: QuadStore, options: ServiceOptions) {
    this.#store = store;
    this.#options = { log: () => {}, ...options };
    this.#limits = { ...SERVICE_LIMITS, ...options.limits };
    this.#endpoints = new Map(options.services.map((one) => [one.endpoint, one]));
    const { start = startServiceThread, parser = createQueryParser({ base: options.base }) } = options;
    this.#parser = parser;
    this.#threads = new ServiceThreads({ ...this.#limits, start });
  }

  async answer(question: SparqlQuestion): Promise<SparqlAnswer> {
    if (!question.services?.length) return this.#store.answer(question);
    const started = performance.now();
    const read = await readServices(question.text, { base: this.#options.base, parser: this.#parser });
    if (read.kind === 'overloaded') return { kind: 'overloaded', retryAfterSeconds: 2 };
    if (read.kind === 'malformed') return read;
    if (read.kind === 'refused') return { kind: 'service-refused', reason: read.reason };
    const { query } = read;
    const settling = { ...this.#options, endpoints: this.#endpoints };
    const refusal = query.services.map((one) => settleService(one, query, settling)).find((one) => one);
    if (refusal) return refusal;
    const isDone = query.services.every(({ start }) => query.edited.isReplaced(start));
    const answer = await (isDone ? this.#asked(question, query) : this.#federated(question, query));
    return answer.kind === 'answered' ? { ...answer, milliseconds: performance.now() - started } : answer;
  }

  /** Asks the store for the query as it has become. */
  async #asked(question: SparqlQuestion, { edited }: ServiceQuery): Promise<SparqlAnswer> {
    const { services: _replaced, limitPlace: place, ...rest } = question;
    const text = edited.slice();
    const moved = place?.text === edited.original && {
      limitPlace: { ...place, text, from: edited.newOffset(place.from), to: edited.newOffset(place.to) },
    };
    const answer = await this.#store.answer({ ...rest, ...moved, text });
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
    const ask: AskService = async (asked) => (signal.aborted ? STOPPED : turn.thread.ask(asked));
    const asker = this.#asker(query, ask);
    try {
      const work = this.#resolved({ ...question, signal }, query, asker);
      const answer = await Promise.race([work, aborted(signal)]);
      return answer === undefined || answer.kind === 'abandoned' ? stopped() : answer;
    } finally {
      this.#options.log('services asked', { requests: asker.requests });
      if (signal.aborted) void this.#threads.recall(turn.thread);
      else this.#threads.giveBack(turn.thread);
    }
  }

  #asker(query: ServiceQuery, ask: AskService): ServiceAsker {
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

function aborted(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    else signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
}

/** Nobody hears it: the query has ended. */
const STOPPED: ServiceReply = { kind: 'failed', reason: { fr: 'Interrompu.', en: 'Stopped.' } };
