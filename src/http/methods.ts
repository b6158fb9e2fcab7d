import type { Request, Response } from 'express';
import { problem } from './problem.ts';

/** Answers a request, or throws a problem. */
export type Handler = (request: Request, response: Response) => void | Promise<void>;

/** What a resource does; `QUERY` is a GET whose query is in the body (draft-ietf-httpbis-safe-method-w-body). */
export interface Methods {
  readonly GET: Handler;
  readonly POST?: Handler;
  readonly QUERY?: Handler;
  /** Headers of the answer to OPTIONS. */
  readonly options?: Readonly<Record<string, string>>;
}

/** The methods of a resource. HEAD is answered by GET, OPTIONS by the list, all else by 405. */
export function resource(methods: Methods): Handler {
  const { POST, QUERY, options = {} } = methods;
  const allow = ['GET', 'HEAD', ...(POST ? ['POST'] : []), ...(QUERY ? ['QUERY'] : []), 'OPTIONS'].join(', ');
  return async (request, response) => {
    if (request.method === 'OPTIONS') {
      for (const [name, value] of Object.entries(options)) response.setHeader(name, value);
      response.setHeader('Allow', allow);
      response.status(204).end();
      return;
    }
    const handler = handlerFor(request.method, methods);
    if (!handler) throw notAllowed(request.method, allow);
    await handler(request, response);
  };
}

function handlerFor(method: string, { GET, POST, QUERY }: Methods): Handler | undefined {
  if (method === 'GET' || method === 'HEAD') return GET;
  if (method === 'POST') return POST;
  return method === 'QUERY' ? QUERY : undefined;
}

const notAllowed = (method: string, allow: string) =>
  problem(
    'method-not-allowed',
    {
      fr: `La méthode ${method} n’est pas permise ici ; celles qui le sont : ${allow}.`,
      en: `The method ${method} is not allowed here; these are: ${allow}.`,
    },
    { headers: { Allow: allow } },
  );
