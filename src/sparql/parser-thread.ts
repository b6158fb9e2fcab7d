import { Worker } from 'node:worker_threads';
import type { Parsed, ToParse } from './parse-worker.ts';

/** A thread that parses one text at a time. It keeps no process alive. */
export class ParserThread {
  readonly #thread: Worker;
  readonly #built: Promise<unknown>;
  #answer: (parsed: Parsed | undefined) => void = () => {};

  constructor() {
    const file = import.meta.url.endsWith('.ts') ? './parse-worker.ts' : './parse-worker.js';
    this.#thread = new Worker(new URL(file, import.meta.url));
    this.#built = this.#next();
    this.#thread.on('message', (parsed: Parsed) => this.#answer(parsed));
    this.#thread.on('error', () => this.#answer(undefined));
    this.#thread.on('exit', () => this.#answer(undefined));
    this.#thread.unref();
  }

  /** What the grammar says; undefined when that takes more than the milliseconds given: the thread is then of no use. */
  async parse(asked: ToParse, milliseconds: number): Promise<Parsed | undefined> {
    await this.#built;
    const parsed = this.#next();
    const timer = setTimeout(() => this.#answer(undefined), milliseconds);
    this.#thread.postMessage(asked);
    return parsed.finally(() => clearTimeout(timer));
  }

  #next(): Promise<Parsed | undefined> {
    return new Promise((resolve) => {
      this.#answer = resolve;
    });
  }

  async stop(): Promise<void> {
    await this.#thread.terminate();
  }
}
