import type { ServiceEndpoint } from '../model/index.ts';
import type { SyntaxNode } from '../sparql/index.ts';
import type { QueryFrame } from './local-bindings.ts';
import { tooManyRequests } from './refusals.ts';
import { ServiceFailure, type ServiceQuestion, type ServiceReply } from './remote/messages.ts';
import { type ResultTerm, rowText, type TermTable } from './term-table.ts';
import { innerPatterns, visibleVariables } from './variables.ts';

/** Sends one request; never rejects. */
export type AskService = (question: ServiceQuestion) => Promise<ServiceReply>;

/** What an endpoint is asked by a query. */
export interface AskedPattern {
  readonly endpoint: ServiceEndpoint;
  readonly node: SyntaxNode;
  /** What stands between the braces; never a subquery alone. */
  readonly body: string;
  /** Values of variables that solutions have to fit; absent: none are known. */
  readonly bindings: TermTable | undefined;
}

export interface AskerOptions {
  readonly ask: AskService;
  readonly base: string;
  readonly frame: QueryFrame;
  readonly requests: number;
  readonly rows: number;
  readonly block: number;
  readonly few: number;
}

/** The query needs more requests than one query may make: no fault of the endpoint. */
export class TooManyRequests extends ServiceFailure {}

/** Asks the endpoints of one query, in as few requests as are needed, and not more than are allowed. */
export class ServiceAsker {
  readonly #options: AskerOptions;
  #requests = 0;

  constructor(options: AskerOptions) {
    this.#options = options;
  }

  get requests(): number {
    return this.#requests;
  }

  /** All solutions that fit the bindings. @throws ServiceFailure */
  async solutions(asked: AskedPattern): Promise<TermTable> {
    const variables = [...visibleVariables(innerPatterns(asked.node))].sort();
    const { rows } = this.#options;
    const { bindings } = asked;
    if (bindings === undefined) return { variables, rows: await this.#request(asked, { variables, rows }) };
    if (bindings.rows.length > this.#options.block) {
      const few = await this.#few(asked, variables);
      if (few) return { variables, rows: few };
    }
    return { variables, rows: await this.#inBlocks(asked, variables, bindings) };
  }

  /** All solutions, if the endpoint says quickly that they are few: then what is joined needs no sending. */
  async #few(asked: AskedPattern, variables: readonly string[]): Promise<TermTable['rows'] | undefined> {
    const rows = this.#options.few + 1;
    const found = await this.#request(asked, { variables, rows, tail: `LIMIT ${rows}` }).catch(
      () => undefined,
    );
    return found && found.length < rows ? found : undefined;
  }

  async #inBlocks(
    asked: AskedPattern,
    variables: readonly string[],
    bindings: TermTable,
  ): Promise<TermTable['rows']> {
    const { block, requests } = this.#options;
    if (Math.ceil(bindings.rows.length / block) > requests - this.#requests)
      throw new TooManyRequests(tooManyRequests(requests));
    const found: TermTable['rows'][number][] = [];
    for (let at = 0; at < bindings.rows.length; at += block) {
      const some = { ...bindings, rows: bindings.rows.slice(at, at + block) };
      const rows = this.#options.rows - found.length;
      found.push(...(await this.#request(asked, { variables, rows, head: valuesOf(some) })));
    }
    return found;
  }

  async #request(asked: AskedPattern, parts: RequestParts): Promise<TermTable['rows']> {
    const { ask, requests, base, frame } = this.#options;
    if (this.#requests >= requests) throw new TooManyRequests(tooManyRequests(requests));
    this.#requests += 1;
    const text = requestText(asked, parts, { base, frame });
    const { variables, rows } = parts;
    const names = variables.length > 0 ? variables : [SOLUTION];
    const reply = await ask({ endpoint: asked.endpoint, text, variables: names, rows, from: base });
    if (reply.kind === 'failed') throw new ServiceFailure(reply.reason);
    const named = reply.rows.map((row) => row.map((term) => this.#withoutBlank(term)));
    return variables.length > 0 ? named : named.map(() => []);
  }

  /** A blank node has no name in the query that joins it: it gets an IRI of its own (RDF 1.1 section 3.5). */
  #withoutBlank(term: ResultTerm | undefined): ResultTerm | undefined {
    if (term?.type !== 'bnode') return term;
    const label = `${this.#requests}-${encodeURIComponent(term.value)}`;
    return { type: 'uri', value: new URL(`/.well-known/genid/${label}`, this.#options.base).href };
  }
}

interface RequestParts {
  readonly variables: readonly string[];
  readonly rows: number;
  readonly head?: string;
  readonly tail?: string;
}

/** Stands for a solution of a pattern without variables. */
const SOLUTION = 'solution';

function requestText(
  { body }: AskedPattern,
  { variables, head = '', tail = '' }: RequestParts,
  { base, frame }: Pick<AskerOptions, 'base' | 'frame'>,
): string {
  const selected =
    variables.length > 0 ? variables.map((name) => `?${name}`).join(' ') : `(1 AS ?${SOLUTION})`;
  return `BASE <${base}>\n${frame.prologue}\nSELECT ${selected} WHERE {\n${head}\n${body}\n} ${tail}`.trimEnd();
}

function valuesOf({ variables, rows }: TermTable): string {
  const names = variables.map((name) => `?${name}`).join(' ');
  return `VALUES (${names}) { ${rows.map(rowText).join(' ')} }`;
}
