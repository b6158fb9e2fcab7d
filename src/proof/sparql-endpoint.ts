import { type EndpointDescription, readEndpoint } from './description.ts';
import { Breach } from './outcomes.ts';
import { mediaTypeOf, type Site } from './site.ts';
import type { WebAnswer } from './web-client.ts';
import { busy } from './web-faults.ts';

/** SPARQL 1.1 Query Results JSON, as far as it is looked at. */
export interface SparqlResult {
  readonly boolean?: boolean;
  readonly results?: { readonly bindings?: readonly Readonly<Record<string, { readonly value?: string }>>[] };
}

export const SPARQL_JSON = 'application/sparql-results+json';
const FORM = 'application/x-www-form-urlencoded';

/** An endpoint with the SPARQL 1.1 Protocol, and what it says of itself. */
export class SparqlEndpoint {
  readonly iri: string;
  readonly description: EndpointDescription;
  readonly #site: Site;

  constructor(site: Site, iri: string, description: EndpointDescription = readEndpoint([])) {
    this.#site = site;
    this.iri = iri;
    this.description = description;
  }

  /** Sends a form, as the protocol has it. @throws Unanswered, also where the server is busy */
  async post(field: 'query' | 'update', text: string, accept: string = SPARQL_JSON): Promise<WebAnswer> {
    const body = new URLSearchParams({ [field]: text }).toString();
    const headers = { accept, 'content-type': FORM, 'content-length': String(Buffer.byteLength(body)) };
    const answer = await this.#site.ask(this.iri, { method: 'POST', headers, body });
    if (answer.status === 503 || answer.status === 429) throw busy(answer.status);
    return answer;
  }

  /** Asks a query. @throws Breach for another answer than a SPARQL result in JSON, Unanswered */
  async ask(query: string): Promise<{ readonly answer: WebAnswer; readonly result: SparqlResult }> {
    const answer = await this.post('query', query);
    return { answer, result: resultOf(answer) };
  }

  /** The number that a query of one row and column gives. @throws Breach, Unanswered */
  async number(query: string): Promise<number> {
    const { answer, result } = await this.ask(query);
    const value = Object.values(result.results?.bindings?.[0] ?? {})[0]?.value;
    if (value === undefined || !/^\d+$/.test(value)) throw noResult(answer);
    return Number(value);
  }
}

/** @throws Breach */
export function resultOf(answer: WebAnswer): SparqlResult {
  const isJson = [SPARQL_JSON, 'application/json'].includes(mediaTypeOf(answer));
  if (answer.status !== 200 || !isJson) throw noResult(answer);
  try {
    const result: unknown = JSON.parse(answer.text);
    if (typeof result === 'object' && result !== null) return result;
  } catch {
    // Told below.
  }
  throw noResult(answer);
}

const noResult = (answer: WebAnswer): Breach => {
  const came = `${answer.status} ${mediaTypeOf(answer)}`;
  return new Breach({
    fr: `pas de résultat SPARQL en JSON (${came})`,
    en: `no SPARQL result in JSON (${came})`,
  });
};
