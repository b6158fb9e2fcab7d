import type { AnswerBody, QuadStore, SparqlAnswer, SparqlQuestion, StoreFigures } from '../../model/index.ts';
import { asked } from '../pool/asked.ts';
import { NO_SERVICE } from '../pool/no-service.ts';
import type { StoreLimits } from '../pool/store-limits.ts';
import { WaitingLine } from '../pool/waiting-line.ts';
import { basedQuery } from '../remote/based-query.ts';
import { boundedBody, Excess } from '../remote/bounded-body.ts';
import { answerBody } from './answer-body.ts';
import { askedGraphs } from './asked-graphs.ts';
import { BOOLEAN_TYPE, booleanOf, booleanText } from './boolean-answer.ts';
import { overloaded, refusalOf } from './refusal.ts';
import type { Server } from './server.ts';

export interface EndpointStoreParts {
  readonly server: Server;
  readonly base: string;
  /** Every published graph. */
  readonly graphs: readonly { readonly iri: string; readonly statements: number }[];
  readonly limits: StoreLimits;
  /** Queries under way at once. */
  readonly places: number;
  /** Resolves when the server holds the release. */
  readonly loading: Promise<void>;
  /** Ends the loading. */
  readonly stop: () => void;
}

/** Why an exchange was ended by us. */
type Ending = 'timed-out' | 'abandoned' | 'closed';

/**
 * A quad store on a SPARQL server elsewhere. It cannot be ended, only left: a deadline, or an asker who leaves, closes the
 * connection, on which good servers stop.
 */
export class EndpointStore implements QuadStore {
  readonly #parts: EndpointStoreParts;
  readonly #published: ReadonlySet<string>;
  readonly #line: WaitingLine<'place'>;
  readonly #closing = new AbortController();
  #busy = 0;
  #isLoaded = false;

  constructor(parts: EndpointStoreParts) {
    this.#parts = parts;
    this.#published = new Set(parts.graphs.map(({ iri }) => iri));
    this.#line = new WaitingLine(parts.limits.queue);
    parts.loading.then(
      () => {
        this.#isLoaded = true;
      },
      // `ready()` tells
      () => {},
    );
  }

  async answer(question: SparqlQuestion): Promise<SparqlAnswer> {
    if (this.#closing.signal.aborted) return { kind: 'failed', reason: 'The store is closed.' };
    if (question.services?.length) return { kind: 'service-refused', reason: NO_SERVICE };
    if (question.signal?.aborted) return { kind: 'abandoned' };
    const { milliseconds } = this.#parts.limits;
    const deadline = performance.now() + milliseconds;
    const turn = await this.#turn(question.signal);
    if (turn === 'abandoned') return { kind: 'abandoned' };
    if (turn !== 'turn') return overloaded(this.#parts.limits);
    return this.#ask(question, deadline);
  }

  isReady(): boolean {
    return this.#isLoaded && !this.#closing.signal.aborted;
  }

  ready(): Promise<void> {
    return this.#parts.loading;
  }

  size(): number {
    return this.#isLoaded ? this.#parts.graphs.reduce((sum, { statements }) => sum + statements, 0) : 0;
  }

  figures(): StoreFigures {
    const { places: workers } = this.#parts;
    return { workers, busy: this.#busy, waiting: this.#line.length, slow: 0, replaced: 0 };
  }

  async close(): Promise<void> {
    this.#closing.abort('closed' satisfies Ending);
    this.#line.close();
    this.#parts.stop();
    await this.#parts.loading.catch(() => undefined);
  }

  async #turn(signal: AbortSignal | undefined): Promise<'turn' | 'full' | 'expired' | 'abandoned'> {
    if (this.#busy < this.#parts.places) {
      this.#busy += 1;
      return 'turn';
    }
    return (await this.#line.wait(this.#parts.limits.milliseconds / 2, signal)).kind;
  }

  #leave(): void {
    if (!this.#line.offer('place', 'first')) this.#busy -= 1;
  }

  /** Asks until a deadline, a moment of `performance.now()`; the place is held until the last part is read. */
  async #ask(question: SparqlQuestion, deadline: number): Promise<SparqlAnswer> {
    const started = performance.now();
    const { server, base } = this.#parts;
    const { signal, end } = endings(question.signal, deadline, this.#closing.signal);
    let isOver = false;
    const leave = (): void => {
      if (isOver) return;
      isOver = true;
      end();
      this.#leave();
    };
    try {
      const dataset = askedGraphs(question, this.#published, base);
      const mediaType = question.kind === 'ask' ? BOOLEAN_TYPE : question.mediaType;
      const text = basedQuery(asked(question, this.#parts.limits.resultRows).text, base);
      const received = await server.query({ text, mediaType, ...dataset }, signal);
      const refusal = await refusalOf(received, mediaType, this.#parts.limits);
      if (refusal) {
        leave();
        return refusal;
      }
      const { resultBytes: bytes, resultRows: rows } = this.#parts.limits;
      const body = await answerBody(boundedBody(received.body, { mediaType, bytes, rows }), leave);
      return answered(question, body, performance.now() - started);
    } catch (error) {
      const outcome = this.#failed(error, signal);
      leave();
      return outcome;
    }
  }

  #failed(error: unknown, signal: AbortSignal): SparqlAnswer {
    const { milliseconds, resultBytes, resultRows } = this.#parts.limits;
    if (error instanceof Excess) {
      const limit = error.unit === 'bytes' ? resultBytes : resultRows;
      return { kind: 'too-large', unit: error.unit, limit };
    }
    if (signal.aborted && signal.reason === 'timed-out')
      return { kind: 'timed-out', limitMilliseconds: milliseconds };
    if (signal.aborted && signal.reason === 'abandoned') return { kind: 'abandoned' };
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}

function answered({ kind, mediaType }: SparqlQuestion, body: AnswerBody, milliseconds: number): SparqlAnswer {
  if (kind !== 'ask') return { kind: 'answered', body, mediaType, milliseconds };
  const value = typeof body === 'string' ? booleanOf(body) : undefined;
  if (value === undefined) return { kind: 'failed', reason: 'answered ASK by something else' };
  return { kind: 'answered', body: booleanText(value, mediaType), mediaType, milliseconds };
}

/** One signal for everything that ends an exchange, with the reason; `end` also closes a connection still open. */
function endings(
  asker: AbortSignal | undefined,
  deadline: number,
  closing: AbortSignal,
): { readonly signal: AbortSignal; readonly end: () => void } {
  const controller = new AbortController();
  const abort = (ending: Ending) => () => controller.abort(ending);
  const left = abort('abandoned');
  const closed = abort('closed');
  const timer = setTimeout(abort('timed-out'), deadline - performance.now());
  asker?.addEventListener('abort', left, { once: true });
  closing.addEventListener('abort', closed, { once: true });
  if (asker?.aborted) left();
  return {
    signal: controller.signal,
    end: () => {
      clearTimeout(timer);
      asker?.removeEventListener('abort', left);
      closing.removeEventListener('abort', closed);
      // A whole answer has closed its connection, or kept it for the next; one that was left is broken off.
      controller.abort('closed' satisfies Ending);
    },
  };
}
