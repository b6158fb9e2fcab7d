import type { Request, Response } from 'express';
import { nearest } from '../../documents/index.ts';
import type { ApiQuery } from '../../model/index.ts';
import { apiPage } from '../../pages/index.ts';
import { API_FORMATS, type ApiFormat, apiFormat, formatsOf } from '../api/api-formats.ts';
import { askedQuery } from '../api/api-request.ts';
import { iriPathOf } from '../canonical-address.ts';
import { searchOf } from '../form.ts';
import { frameOf } from '../frame.ts';
import type { Handler } from '../methods.ts';
import { alternateLinks, languageOf, negotiate } from '../negotiation.ts';
import { SERVICE_DESC } from '../openapi/service-desc.ts';
import { type Alternate, type HttpProblem, notFound, problem } from '../problem.ts';
import { entityTag, MINUTE, reply } from '../reply.ts';
import type { ServedContext } from '../serving.ts';
import { askStore, type CheckedQuery, checkQuery, textOf } from '../sparql/ask-store.ts';
import { isHeld } from '../sparql/held.ts';
import { NO_PROTOCOL } from '../sparql/request.ts';

const ADDRESS = /^\/api\/([^./]+)(?:\.([a-z]+))?$/;

/** `/api`: the list of queries; `/api/<name>`, with an extension or without: the rows of one. */
export const api =
  (context: ServedContext): Handler =>
  async (request, response) => {
    const path = iriPathOf(request);
    if (path === '/api') return sendList(context, request, response);
    const [, name = '', extension] = ADDRESS.exec(path) ?? [];
    const queries = context.apiQueries ?? [];
    const query = queries.find((one) => one.name === name);
    if (!query) throw noQuery(name, queries);
    if (extension !== undefined && !API_FORMATS.some((one) => one.extension === extension)) throw notFound();
    return sendRows(context, request, response, { query, extension });
  };

async function sendRows(
  context: ServedContext,
  request: Request,
  response: Response,
  { query, extension }: { readonly query: ApiQuery; readonly extension: string | undefined },
): Promise<void> {
  const text = askedQuery(query, request, context.release.manifest.base);
  const { columns } = query;
  const alternates = alternatesOf(request, query);
  const format = apiFormat(request, response, { columns, extension, alternates });
  const others = alternates.filter(({ mediaType }) => mediaType !== format.mediaType);
  const own = alternates.find(({ mediaType }) => mediaType === format.mediaType);
  if (extension === undefined && own) response.setHeader('Content-Location', own.path);
  response.setHeader('Link', [alternateLinks(others), SERVICE_DESC].join(', '));
  const checked = await checkQuery(context, text, response);
  const etag = checked.isVolatile ? undefined : tagOf(context, text, format);
  response.setHeader('Cache-Control', etag === undefined ? 'no-store' : MINUTE);
  if (etag !== undefined && isHeld(request, response, etag)) return;
  const body = await rowsOf(context, response, { checked, etag, format, query });
  if (body === undefined) return;
  response.setHeader('Result-Status', 'complete');
  const cacheControl = etag === undefined ? 'no-store' : MINUTE;
  reply(response, { body, mediaType: format.mediaType, etag: etag ?? false, cacheControl });
}

interface Asked {
  readonly checked: CheckedQuery;
  readonly etag: string | undefined;
  readonly format: ApiFormat;
  readonly query: ApiQuery;
}

/** What is sent: from memory, or from the store; undefined when the client has left. */
async function rowsOf(
  context: ServedContext,
  response: Response,
  { checked, etag, format, query }: Asked,
): Promise<string | undefined> {
  const { answers } = context.serving;
  const remembered = etag === undefined ? undefined : answers.get(etag);
  if (remembered) {
    response.setHeader('Server-Timing', 'cache');
    return remembered.text.plain.toString('utf8');
  }
  const answer = await askStore(context, response, checked, NO_PROTOCOL, format.stored);
  if (!answer) return undefined;
  const stored = await textOf(answer.body, context);
  const body = format.written ? format.written(stored, query.columns) : stored;
  if (etag !== undefined) answers.put(etag, format.mediaType, body);
  return body;
}

/** The same query on the same release in the same format has the same rows. */
function tagOf({ release: { manifest } }: ServedContext, text: string, { mediaType }: ApiFormat): string {
  return entityTag('api', manifest.id, manifest.createdAt, manifest.toolVersion, mediaType, text);
}

/** Addresses that a Link header can hold; a longer one has its formats listed without. */
const LONGEST_LINKED = 1000;

function alternatesOf({ originalUrl }: Request, { name, columns }: ApiQuery): readonly Alternate[] {
  if (originalUrl.length > LONGEST_LINKED) return [];
  const search = searchOf(originalUrl);
  return formatsOf(columns).map((format) => ({
    path: `/api/${name}.${format.extension}${search ? `?${search}` : ''}`,
    mediaType: format.mediaType,
    name: format.name,
  }));
}

const LISTS = [{ mediaType: 'application/json' }, { mediaType: 'text/html' }] as const;

/** The list of queries: a page for people, JSON for programs. */
function sendList(context: ServedContext, request: Request, response: Response): void {
  const { mediaType } = negotiate(request, response, LISTS, []);
  response.setHeader('Link', SERVICE_DESC);
  const queries = context.apiQueries ?? [];
  const listed = queries.map((query) => ({ query, formats: formatsOf(query.columns) }));
  const body =
    mediaType === 'text/html'
      ? apiPage(frameOf(context, request), { queries: listed })
      : listText(listed, languageOf(request));
  reply(response, { body, mediaType, lastModified: context.release.manifest.createdAt });
}

type Listed = { readonly query: ApiQuery; readonly formats: readonly ApiFormat[] };

function listText(listed: readonly Listed[], language: 'fr' | 'en'): string {
  const queries = listed.map(({ query: { name, title, question, parameters, columns }, formats }) => ({
    name,
    title: title[language],
    question: question[language],
    href: `/api/${name}`,
    formats: formats.map(({ extension, mediaType }) => ({ href: `/api/${name}.${extension}`, mediaType })),
    parameters: parameters.map((one) => ({
      name: one.name,
      type: one.type,
      description: one.description[language],
      required: one.isRequired,
      default: one.default,
      example: one.example,
    })),
    columns,
  }));
  return `${JSON.stringify({ queries, description: '/openapi.json' }, null, 2)}\n`;
}

function noQuery(name: string, queries: readonly ApiQuery[]): HttpProblem {
  const near = nearest(
    name,
    queries.map((one) => one.name),
  );
  if (near === undefined) return notFound();
  return problem(
    'not-found',
    {
      fr: `Aucune question ne s’appelle ainsi. Vouliez-vous dire /api/${near} ?`,
      en: `No query is called so. Did you mean /api/${near}?`,
    },
    { alternates: [{ path: `/api/${near}`, mediaType: 'application/json', name: near }] },
  );
}
