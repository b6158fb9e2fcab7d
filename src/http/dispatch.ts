import type { RequestListener } from 'node:http';
import type { ErrorRequestHandler, Express, Request, RequestHandler, Response } from 'express';
import type { Handler } from './methods.ts';

/** How requests come to those who answer them. */
export interface Dispatched {
  /** What is done to every request, in this order. */
  readonly steps: readonly RequestHandler[];
  /** By path, in this order. */
  readonly routes: readonly (readonly [path: RegExp, handler: Handler])[];
  /** Answers all else. Requests and responses have its methods throughout. */
  readonly app: Express;
  readonly failed: ErrorRequestHandler;
}

/**
 * Takes each request through the steps, then to the route of its path. Express's router would wrap every step and look at
 * every route one by one, which costs as much as half of a document.
 */
export function dispatch({ steps, routes, app, failed }: Dispatched): RequestListener {
  const answer = async (request: Request, response: Response): Promise<void> => {
    const { path } = request;
    const route = routes.find(([pattern]) => pattern.test(path));
    if (route) await route[1](request, response);
    else app(request, response);
  };
  const take = (request: Request, response: Response): void => {
    const fail = (error: unknown): void => void failed(error, request, response, () => undefined);
    const from = (at: number): void => {
      const step = steps[at];
      if (step) step(request, response, (error) => (error === undefined ? from(at + 1) : fail(error)));
      else answer(request, response).catch(fail);
    };
    try {
      from(0);
    } catch (error) {
      fail(error);
    }
  };
  return (given, answering) => {
    const request: Request = Object.setPrototypeOf(given, app.request);
    const response: Response = Object.setPrototypeOf(answering, app.response);
    request.res = response;
    request.originalUrl = request.url;
    take(request, response);
  };
}
