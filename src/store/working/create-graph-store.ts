import { Worker } from 'node:worker_threads';
import { Fault, type GraphAnswer, type GraphStore } from '../../model/index.ts';
import { firstOf } from '../pool/race.ts';
import { withBlankNodeIris } from './blank-node-iris.ts';
import type { GraphReply, GraphTask, GraphWorkerData } from './graph-store-messages.ts';
import { rowsOf } from './result-rows.ts';
import { wholeLines } from './whole-lines.ts';

/** What questions to a graph store may cost. */
export interface GraphStoreLimits {
  /** Of one question. */
  readonly milliseconds?: number;
  /** Of all questions together. */
  readonly totalMilliseconds?: number;
  readonly rows?: number;
  /** UTF-16 code units of the text of one answer. */
  readonly answerUnits?: number;
}

const LIMITS: Required<GraphStoreLimits> = {
  milliseconds: 60_000,
  totalMilliseconds: 600_000,
  rows: 2_000_000,
  answerUnits: 256 << 20,
};

/**
 * An empty graph store: Oxigraph in a thread of its own, which is ended where a question passes its time. The thread
 * does not keep the process alive; `close` ends it at once.
 */
export const createGraphStore = (limits: GraphStoreLimits = {}): GraphStore =>
  new WorkingStore({ ...LIMITS, ...limits });

class WorkingStore implements GraphStore {
  readonly #limits: Required<GraphStoreLimits>;
  readonly #thread: Worker;
  /** Tasks are answered one at a time, in the order in which they were given. */
  #last: Promise<unknown> = Promise.resolve();
  #gone: string | undefined;
  #spent = 0;

  constructor(limits: Required<GraphStoreLimits>) {
    this.#limits = limits;
    const file = import.meta.url.endsWith('.ts') ? './graph-worker.ts' : './graph-worker.js';
    const workerData: GraphWorkerData = { answerUnits: limits.answerUnits };
    this.#thread = new Worker(new URL(file, import.meta.url), { workerData, stderr: true });
    // What WebAssembly prints when it traps is told by the reply.
    this.#thread.stderr.resume();
    this.#thread.unref();
    this.#thread.once('error', (error) => this.#end(String(error)));
    this.#thread.once('exit', (code) => this.#end(`exit code ${code}`));
  }

  async load(nquads: AsyncIterable<string | Uint8Array>): Promise<number> {
    let held = 0;
    for await (const lines of wholeLines(nquads))
      held = statementsOf(await this.#ask({ kind: 'load', nquads: withBlankNodeIris(lines) }));
    return held;
  }

  async remove(lines: readonly string[]): Promise<void> {
    if (lines.length === 0) return;
    statementsOf(await this.#ask({ kind: 'remove', nquads: withBlankNodeIris(lines.join('\n')) }));
  }

  async select(query: string): Promise<GraphAnswer> {
    const { milliseconds, totalMilliseconds, rows } = this.#limits;
    const limit = Math.max(0, Math.min(milliseconds, totalMilliseconds - this.#spent));
    const started = performance.now();
    const reply = await this.#ask({ kind: 'select', query }, limit);
    this.#spent += performance.now() - started;
    if (reply === 'late') return { kind: 'timed-out', limitMilliseconds: Math.round(limit) };
    if (reply.kind === 'selected') return rowsOf(reply.body, rows);
    if (reply.kind === 'too-large') return { kind: 'too-large', limitRows: rows };
    const kind = reply.kind === 'refused' ? 'malformed' : 'failed';
    return { kind, reason: 'reason' in reply ? reply.reason : '' };
  }

  async close(): Promise<void> {
    this.#end('closed');
    await this.#thread.terminate();
  }

  #ask(task: GraphTask): Promise<GraphReply>;
  #ask(task: GraphTask, deadline: number): Promise<GraphReply | 'late'>;
  #ask(task: GraphTask, deadline?: number): Promise<GraphReply | 'late'> {
    const reply = this.#last.then(() => this.#replyTo(task, deadline));
    this.#last = reply;
    return reply;
  }

  async #replyTo(task: GraphTask, deadline: number | undefined): Promise<GraphReply | 'late'> {
    if (this.#gone !== undefined) return { kind: 'failed', reason: this.#gone };
    const { promise, resolve } = Promise.withResolvers<GraphReply>();
    const gone = (): void => resolve({ kind: 'failed', reason: this.#gone ?? 'ended' });
    this.#thread.once('message', resolve).once('exit', gone);
    // While it works the thread is waited for: nothing else may keep the process alive.
    this.#thread.ref();
    this.#thread.postMessage(task);
    const first = deadline === undefined ? await promise : await firstOf(promise, { deadline });
    this.#thread.unref();
    this.#thread.off('message', resolve).off('exit', gone);
    if (typeof first !== 'string') return this.#kept(first);
    this.#end('timed out');
    await this.#thread.terminate();
    return 'late';
  }

  /** After a trap the instance answers nothing more. */
  #kept(reply: GraphReply): GraphReply {
    if (reply.kind === 'failed') {
      this.#end(reply.reason);
      void this.#thread.terminate();
    }
    return reply;
  }

  #end(why: string): void {
    this.#gone ??= why;
  }
}

function statementsOf(reply: GraphReply): number {
  if (reply.kind === 'held') return reply.statements;
  const reason = 'reason' in reply ? reply.reason : reply.kind;
  throw new Fault(
    {
      fr: `Les données n’ont pas pu être chargées dans l’entrepôt de travail : ${reason}.`,
      en: `The data could not be loaded into the working store: ${reason}.`,
    },
    {
      fr: 'Vérifiez la syntaxe des IRI et des littéraux des données, et la mémoire disponible.',
      en: 'Check the syntax of IRIs and literals of the data, and the available memory.',
    },
  );
}
