import type { Request, RequestHandler, Response } from 'express';
import { problem } from './problem.ts';

/** Answers a request, or throws a problem. */
export type Handler = (request: Request, response: Response) => void | Promise<void>;

/** The methods of a resource. HEAD is answered by GET, OPTIONS by the list, all else by 405. */
export function resource(handlers: { readonly GET: Handler; readonly POST?: Handler }): RequestHandler {
  const allow = ['GET', 'HEAD', ...(handlers.POST ? ['POST'] : []), 'OPTIONS'].join(', ');
  return async (request, response) => {
    if (request.method === 'OPTIONS') {
      response.setHeader('Allow', allow);
      response.status(204).end();
      return;
    }
    const handler = handlerFor(request.method, handlers);
    if (!handler) throw notAllowed(request.method, allow);
    await handler(request, response);
  };
}

function handlerFor(
  method: string,
  { GET, POST }: { readonly GET: Handler; readonly POST?: Handler },
): Handler | undefined {
  if (method === 'GET' || method === 'HEAD') return GET;
  return method === 'POST' ? POST : undefined;
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
