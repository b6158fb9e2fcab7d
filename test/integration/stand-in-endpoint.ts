import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { namedNode, Store } from 'oxigraph';

export type Operation = 'query' | 'update' | 'data';

/** A request, as a test may wish to spoil it. */
export interface Seen {
  readonly operation: Operation;
  readonly body: string;
  readonly headers: IncomingMessage['headers'];
  /** Counted from 1, for each operation. */
  readonly number: number;
}

/** What is done in place of an answer; `done then …` after the request was carried out. */
export type Mischief =
  | { readonly kind: 'status'; readonly status: number; readonly text?: string; readonly headers?: object }
  | { readonly kind: 'break' }
  | { readonly kind: 'done-then-break' }
  | { readonly kind: 'cut'; readonly after: number }
  | { readonly kind: 'type'; readonly contentType: string }
  | { readonly kind: 'headers'; readonly headers: object }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'silence' }
  | { readonly kind: 'flood'; readonly chunk: string; readonly chunks: number };

/** A SPARQL 1.1 server over an Oxigraph in memory: query, update and Graph Store Protocol. */
export interface StandInEndpoint {
  readonly store: Store;
  readonly seen: readonly Seen[];
  readonly addresses: { readonly query: string; readonly update: string; readonly data: string };
  /** Decides for each request whether it is spoilt. */
  spoil(mischief: (seen: Seen) => Mischief | undefined): void;
  /** Connections that were closed before their answer was sent. */
  abandoned(): number;
  close(): Promise<void>;
}

export async function startStandInEndpoint(): Promise<StandInEndpoint> {
  const store = new Store();
  const seen: Seen[] = [];
  let mischief: (seen: Seen) => Mischief | undefined = () => undefined;
  let abandoned = 0;
  const server = createServer(async (request, response) => {
    response.once('close', () => {
      if (!response.writableFinished) abandoned += 1;
    });
    let body = '';
    request.setEncoding('utf8');
    for await (const chunk of request) body += chunk;
    const operation = (request.url ?? '').slice(1).split('?')[0] as Operation;
    const number = seen.filter((one) => one.operation === operation).length + 1;
    const one = { operation, body, headers: request.headers, number };
    seen.push(one);
    await answer(store, { request, response, body, operation }, mischief(one));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    store,
    seen,
    addresses: { query: `${at}/query`, update: `${at}/update`, data: `${at}/data` },
    spoil: (wanted) => {
      mischief = wanted;
    },
    abandoned: () => abandoned,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly body: string;
  readonly operation: Operation;
}

async function answer(store: Store, exchange: Exchange, mischief: Mischief | undefined): Promise<void> {
  const { request, response, body, operation } = exchange;
  switch (mischief?.kind) {
    case 'silence':
      return;
    case 'break':
      request.socket.destroy();
      return;
    case 'status':
      response.writeHead(mischief.status, { ...mischief.headers }).end(mischief.text ?? '');
      return;
    case 'text':
      response.writeHead(200, { 'content-type': request.headers.accept ?? '' }).end(mischief.text);
      return;
    case 'flood':
      await flood(exchange, mischief.chunk, mischief.chunks);
      return;
  }
  try {
    const accept = request.headers.accept ?? '';
    const text = operation === 'query' ? ask(store, body, accept) : change(store, exchange);
    if (mischief?.kind === 'done-then-break') request.socket.destroy();
    else if (mischief?.kind === 'cut') {
      response.writeHead(200, { 'content-type': accept });
      response.write(text.slice(0, mischief.after), () => request.socket.destroy());
    } else {
      const contentType = mischief?.kind === 'type' ? mischief.contentType : `${accept}; charset=utf-8`;
      const more = mischief?.kind === 'headers' ? mischief.headers : {};
      response.writeHead(200, { 'content-type': contentType, ...more }).end(text);
    }
  } catch (error) {
    response.writeHead(400).end((error as Error).message);
  }
}

async function flood({ request, response }: Exchange, chunk: string, chunks: number): Promise<void> {
  response.writeHead(200, { 'content-type': request.headers.accept ?? '' });
  for (let sent = 0; sent < chunks && !response.destroyed; sent += 1) {
    if (!response.write(chunk))
      await new Promise((resolve) => response.once('drain', resolve).once('close', resolve));
  }
  response.end();
}

function ask(store: Store, body: string, accept: string): string {
  const form = new URLSearchParams(body);
  const graphs = (name: string) => form.getAll(name).map((iri) => namedNode(iri));
  const isGiven = form.has('default-graph-uri') || form.has('named-graph-uri');
  return store.query(form.get('query') ?? '', {
    results_format: accept,
    ...(isGiven && { default_graph: graphs('default-graph-uri'), named_graphs: graphs('named-graph-uri') }),
  }) as string;
}

function change(store: Store, { request, body, operation }: Exchange): string {
  if (operation === 'update') store.update(body);
  else {
    const graph = new URL(request.url ?? '', 'http://x/').searchParams.get('graph') ?? '';
    store.load(body, { format: 'application/n-triples', to_graph_name: namedNode(graph) });
  }
  return '';
}
