import { Buffer } from 'node:buffer';
import type { QueryEngine } from '@comunica/query-sparql';
import type { ResultTerm } from '../term-table.ts';
import { ServiceFailure, type ServiceQuestion, type ServiceReply } from './messages.ts';
import type { RemoteFetch, RemoteRequest } from './remote-fetch.ts';
import { resultRows } from './result-rows.ts';

type Solutions = Extract<ServiceReply, { kind: 'solutions' }>;
type Bindings = Awaited<ReturnType<Awaited<ReturnType<QueryEngine['queryBindings']>>['toArray']>>[number];
type Term = NonNullable<ReturnType<Bindings['get']>>;

const RESULTS = 'application/sparql-results+json';

/**
 * Asks an endpoint by Comunica. The query has been planned: it goes out once, as it is; what the engine would ask besides
 * (a description of the service, counts to plan joins) is answered here. @throws ServiceFailure
 */
export async function askEndpoint(
  engine: QueryEngine,
  remote: RemoteFetch,
  { endpoint, text, variables, rows: most, from }: ServiceQuestion,
): Promise<Solutions> {
  // The engine does not hear of failures: it would slow down what it asks of that host next, whoever wants it.
  let failure: unknown;
  const fetch = async (input: unknown, init: RequestInit = {}): Promise<Response> => {
    const asked = requestOf(input, init, from);
    if (queryOf(asked) !== text) return answered(NO_SOLUTION);
    try {
      const body = await remote(asked, endpoint);
      checkRows(body, variables, most);
      return answered(body);
    } catch (error) {
      failure = error;
      return answered(NO_SOLUTION);
    }
  };
  const source = { type: 'sparql', value: endpoint.endpoint } as const;
  const options = { sources: [source], fetch: fetch as typeof globalThis.fetch };
  const stream = await engine.queryBindings(text, options as Parameters<QueryEngine['queryBindings']>[1]);
  const solutions = await stream.toArray();
  if (failure !== undefined) throw failure;
  return {
    kind: 'solutions',
    rows: solutions.map((one) => variables.map((name) => termOf(one.get(name)))),
  };
}

function requestOf(input: unknown, { method, headers, body }: RequestInit, from: string): RemoteRequest {
  return {
    url: String(input),
    method: method === 'POST' ? 'POST' : 'GET',
    headers: { ...Object.fromEntries(new Headers(headers)), 'user-agent': `Cimaise (+${from})` },
    ...(body !== undefined && body !== null && { body: String(body) }),
  };
}

const queryOf = ({ url, body }: RemoteRequest): string | null =>
  (body === undefined ? new URL(url).searchParams : new URLSearchParams(body)).get('query');

const NO_SOLUTION = Buffer.from('{"head":{"vars":[]},"results":{"bindings":[]}}');

const answered = (body: Uint8Array): Response =>
  new Response(new Uint8Array(body), { headers: { 'content-type': RESULTS } });

function checkRows(body: Uint8Array, variables: readonly string[], most: number): void {
  const rows = resultRows(utf8(body), variables);
  if (rows === undefined) throw NO_RESULT;
  if (rows.length > most) throw tooMany(most);
}

function utf8(body: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw NO_RESULT;
  }
}

function termOf(term: Term | undefined): ResultTerm | undefined {
  switch (term?.termType) {
    case undefined:
      return undefined;
    case 'NamedNode':
      return { type: 'uri', value: term.value };
    case 'BlankNode':
      return { type: 'bnode', value: term.value };
    case 'Literal':
      return term.language === ''
        ? { type: 'literal', value: term.value, datatype: term.datatype.value }
        : { type: 'literal', value: term.value, 'xml:lang': term.language };
    default:
      throw NO_RESULT;
  }
}

const NO_RESULT = new ServiceFailure({
  fr: 'Sa réponse n’est pas un résultat SPARQL entier pour les variables demandées.',
  en: 'Its answer is no whole SPARQL result for the variables that were asked.',
});

const tooMany = (most: number): ServiceFailure =>
  new ServiceFailure({
    fr: `Sa réponse compte plus de ${most} solutions : précisez ce qui lui est demandé.`,
    en: `Its answer has more than ${most} solutions: narrow what it is asked.`,
  });
