import { Buffer } from 'node:buffer';
import { exchange, type Received } from '../remote/exchange.ts';

/** Addresses of a SPARQL 1.1 server, and who we are there. */
export interface ServerAddresses {
  /** SPARQL Protocol, query operation. */
  readonly query: string;
  /** SPARQL Protocol, update operation. */
  readonly update: string;
  /** Graph Store Protocol, indirect names; undefined: graphs are loaded by updates. */
  readonly data: string | undefined;
  readonly user: string | undefined;
  readonly password: string | undefined;
  /** Sent as `Authorization: Bearer`, before user and password. */
  readonly token: string | undefined;
}

/** The dataset of a query, as the protocol says it. */
export interface ProtocolDataset {
  readonly defaultGraphs: readonly string[];
  readonly namedGraphs: readonly string[];
}

/** A query with its dataset. */
export interface ServerQuery extends ProtocolDataset {
  readonly text: string;
  readonly mediaType: string;
}

/** A SPARQL 1.1 server: its three operations, each one exchange. */
export interface Server {
  query(asked: ServerQuery, signal: AbortSignal): Promise<Received>;
  update(text: string, signal: AbortSignal): Promise<Received>;
  /** Adds N-Triples to a graph; undefined where the server has no address for it. */
  readonly add: ((graph: string, triples: string, signal: AbortSignal) => Promise<Received>) | undefined;
}

const FORM = 'application/x-www-form-urlencoded';

/** https://www.w3.org/TR/sparql11-protocol/ and https://www.w3.org/TR/sparql11-http-rdf-update/ */
export function createServer(addresses: ServerAddresses): Server {
  const { query, update, data } = addresses;
  const identity = authorization(addresses);
  const post = (address: string, signal: AbortSignal, sent: Sent): Promise<Received> =>
    exchange(address, {
      method: 'POST',
      headers: { ...identity, 'content-type': sent.contentType, accept: sent.accept ?? '*/*' },
      body: sent.body,
      signal,
      isAlone: sent.isAlone ?? false,
    });
  return {
    query: (asked, signal) =>
      post(query, signal, { contentType: FORM, body: formOf(asked), accept: asked.mediaType }),
    update: (text, signal) =>
      post(update, signal, {
        contentType: 'application/sparql-update; charset=utf-8',
        body: text,
        // A kept connection that breaks is tried again; the switch of a release may not be done twice.
        isAlone: true,
      }),
    add:
      data === undefined
        ? undefined
        : (graph, triples, signal) =>
            post(graphAddress(data, graph), signal, {
              contentType: 'application/n-triples; charset=utf-8',
              body: triples,
            }),
  };
}

interface Sent {
  readonly contentType: string;
  readonly body: string;
  readonly accept?: string;
  readonly isAlone?: boolean;
}

function formOf({ text, defaultGraphs, namedGraphs }: ServerQuery): string {
  const form = new URLSearchParams({ query: text });
  for (const iri of defaultGraphs) form.append('default-graph-uri', iri);
  for (const iri of namedGraphs) form.append('named-graph-uri', iri);
  return form.toString();
}

function graphAddress(data: string, graph: string): string {
  const address = new URL(data);
  address.searchParams.set('graph', graph);
  return address.href;
}

function authorization({ user, password, token }: ServerAddresses): Readonly<Record<string, string>> {
  if (token !== undefined) return { authorization: `Bearer ${token}` };
  if (user === undefined) return {};
  return { authorization: `Basic ${Buffer.from(`${user}:${password ?? ''}`).toString('base64')}` };
}
