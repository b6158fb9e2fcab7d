import { type ParsedQuery, parseQuery } from './parse-query.ts';
import type { Parsed, ToParse } from './parse-worker.ts';
import { ParserThread } from './parser-thread.ts';
import { type ReadQuery, readQuery } from './read-query.ts';
import type { TooComplex } from './syntax-error.ts';
import { type ParsedTree, parseTree } from './syntax-tree.ts';

/** Parses texts of strangers without holding up the thread that answers. */
export interface QueryParser {
  /** As `parseQuery`; `overloaded` when too many texts wait already. */
  parse(text: string): Promise<ParsedQuery | { readonly kind: 'overloaded' }>;
  /** As `readQuery`; `overloaded` when too many texts wait already. */
  read(text: string, typeProperty: string): Promise<ReadQuery | { readonly kind: 'overloaded' }>;
  /** As `parseTree`, with the place of each node; `overloaded` when too many texts wait already. */
  locate(text: string): Promise<ParsedTree | { readonly kind: 'overloaded' }>;
}

export interface QueryParserOptions {
  /** Base IRI of relative IRIs. */
  readonly base: string;
  /** Longest text parsed in the calling thread, in UTF-16 code units. Default 500: at most some milliseconds. */
  readonly shortest?: number;
  /** Most milliseconds that a text may take. Default 2000. */
  readonly milliseconds?: number;
  /** Most texts waiting. Default 64. */
  readonly queue?: number;
}

/** After so many milliseconds without a text a thread is given up. */
const IDLE = 600_000;

/** Longest of the texts that people write, in UTF-16 code units: parsed in some tenths of a second at most. */
const ORDINARY = 8_000;

/**
 * A parser that reads short texts at once and long ones in a thread of its own, one after the other. Most texts of 100,000
 * characters take a second, some nested ones four, and a name of as many letters would take minutes: what passes its time
 * is refused as too complex, and its thread is ended.
 */
export function createQueryParser({
  base,
  shortest = 500,
  milliseconds = 2000,
  queue = 64,
}: QueryParserOptions): QueryParser {
  // Texts of strange length wait for each other, and keep no others waiting.
  const lanes = { ordinary: new Turns(milliseconds), strange: new Turns(milliseconds) };
  // Words are read at every pause of somebody who types: what is to be answered does not wait for that.
  const readings = new Turns(milliseconds);
  const laneOf = ({ length }: string): Turns => (length <= ORDINARY ? lanes.ordinary : lanes.strange);
  const inTurn = async (turns: Turns, asked: ToParse) => {
    if (turns.waiting >= queue) return { kind: 'overloaded' } as const;
    return (await turns.take(asked)) ?? tooSlow(milliseconds);
  };
  return {
    parse: async (text) => {
      if (text.length <= shortest) return parseQuery(text, { base });
      return (await inTurn(laneOf(text), { text, base })) as ParsedQuery | { readonly kind: 'overloaded' };
    },
    read: async (text, typeProperty) => {
      if (text.length <= shortest) return readQuery(text, { base, typeProperty });
      return (await inTurn(readings, { text, base, typeProperty })) as
        | ReadQuery
        | { readonly kind: 'overloaded' };
    },
    locate: async (text) => {
      if (text.length <= shortest) return parseTree(text, { base, located: true });
      return (await inTurn(laneOf(text), { text, base, located: true })) as
        | ParsedTree
        | { readonly kind: 'overloaded' };
    },
  };
}

/** One text at a time; the thread is started for the first and replaced after one that took too long. */
class Turns {
  waiting = 0;
  readonly #milliseconds: number;
  #last: Promise<unknown> = Promise.resolve();
  #thread: ParserThread | undefined;
  #idle: NodeJS.Timeout | undefined;

  constructor(milliseconds: number) {
    this.#milliseconds = milliseconds;
  }

  take(asked: ToParse): Promise<Parsed | undefined> {
    this.waiting += 1;
    const turn = this.#last.then(() => this.#parse(asked));
    const done = () => {
      this.waiting -= 1;
    };
    this.#last = turn.then(done, done);
    return turn;
  }

  async #parse(asked: ToParse): Promise<Parsed | undefined> {
    clearTimeout(this.#idle);
    this.#thread ??= new ParserThread();
    const parsed = await this.#thread.parse(asked, this.#milliseconds);
    if (parsed === undefined) await this.#giveUp();
    else this.#idle = setTimeout(() => void this.#giveUp(), IDLE).unref();
    return parsed;
  }

  async #giveUp(): Promise<void> {
    const thread = this.#thread;
    this.#thread = undefined;
    await thread?.stop();
  }
}

const tooSlow = (milliseconds: number): TooComplex => ({
  kind: 'too-complex',
  reason: `The query could not be parsed within ${milliseconds / 1000} s.`,
  inFrench: `La requête n’a pas pu être analysée en ${(milliseconds / 1000).toLocaleString('fr')} s.`,
});
