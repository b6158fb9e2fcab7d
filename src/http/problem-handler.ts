import type { NextFunction, Request, Response } from 'express';
import { problemPage } from '../pages/index.ts';
import { cimaise } from '../rdf/index.ts';
import type { AppContext } from './context.ts';
import { frameOf } from './frame.ts';
import { languageOf, preferred, varies } from './negotiation.ts';
import { type HttpProblem, type ProblemCode, problemOf } from './problem.ts';
import { reply } from './reply.ts';

const PROBLEM_TYPES = [
  { mediaType: 'application/problem+json' },
  { mediaType: 'application/json' },
  { mediaType: 'text/html' },
] as const;

/** What the operator is to know of: faults of this program, and of the store behind it. */
const NOTED: ReadonlyMap<ProblemCode, string> = new Map([
  ['unavailable', 'request failed'],
  ['query-failed', 'query failed'],
]);

/** Headers that a handler may have set for the answer it did not give. */
const OF_THE_ANSWER = [
  'ETag',
  'Content-Encoding',
  'Last-Modified',
  'Content-Location',
  'Content-Profile',
  'Link',
  'Repr-Digest',
  'Content-Disposition',
];

/** The one place where errors become answers: a page, or problem details (RFC 9457). */
export const problemHandler =
  (context: AppContext) =>
  // Express knows handlers of errors by their four parameters.
  (error: unknown, request: Request, response: Response, _next: NextFunction): void => {
    if (response.destroyed) return; // The client has left: there is nobody to be told, and nothing went wrong.
    const found = problemOf(error);
    noteProblem(context, request, found);
    // Too late for another answer: the connection is broken, so that nobody takes a part for the whole.
    if (response.headersSent) {
      response.destroy();
      return;
    }
    for (const name of OF_THE_ANSWER) response.removeHeader(name);
    for (const [name, value] of Object.entries(found.extras.headers ?? {})) response.setHeader(name, value);
    varies(response);
    const mediaType =
      preferred(request.headers.accept, PROBLEM_TYPES)?.mediaType ?? 'application/problem+json';
    const body = mediaType === 'text/html' ? pageOf(context, request, found) : documentOf(request, found);
    reply(response, { body, mediaType, status: found.status, cacheControl: 'no-cache' });
  };

/** Notes a problem in the log where it is ours. */
export function noteProblem({ log }: AppContext, request: Request, found: HttpProblem): void {
  const event = NOTED.get(found.code);
  if (event !== undefined) log?.(event, failure(request, found));
}

const pageOf = (
  context: AppContext,
  request: Request,
  { status, title, detail, extras }: HttpProblem,
): string =>
  problemPage(frameOf(context, request), {
    status,
    title,
    explanation: detail,
    ...(extras.alternates && { alternates: extras.alternates }),
  });

function documentOf(request: Request, { status, code, title, detail, extras }: HttpProblem): string {
  const language = languageOf(request);
  return `${JSON.stringify(
    {
      type: `${cimaise.namespace}problem:${code}`,
      title: title[language],
      status,
      detail: detail[language],
      code,
      ...extras.members,
      ...(extras.alternates && { alternates: extras.alternates.map(alternateOf) }),
    },
    null,
    2,
  )}\n`;
}

const alternateOf = ({ path, mediaType, name }: { path: string; mediaType: string; name: string }) => ({
  href: path,
  type: mediaType,
  title: name,
});

/** `err` is what makes a line of the log an error, with its stack. */
function failure(request: Request, found: HttpProblem): Readonly<Record<string, unknown>> {
  return { method: request.method, url: request.originalUrl, err: found.cause ?? found };
}
