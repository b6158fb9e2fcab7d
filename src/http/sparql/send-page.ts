import type { Request, Response } from 'express';
import { type SparqlResult, sparqlPage, sparqlResultOfJson } from '../../pages/index.ts';
import { frameOf } from '../frame.ts';
import { languageOf, varies } from '../negotiation.ts';
import { problemOf } from '../problem.ts';
import { noteProblem } from '../problem-handler.ts';
import { adviceOn } from '../query-adviser.ts';
import { MINUTE, reply } from '../reply.ts';
import type { ServedContext } from '../serving.ts';
import { askStore, type CheckedQuery, checkQuery, textOf } from './ask-store.ts';
import { isGraphKind, JSON_RESULTS, N_TRIPLES } from './formats.ts';
import { graphText } from './graph-text.ts';
import { withLabels } from './labels.ts';
import type { SparqlRequest } from './request.ts';
import { tableOfJson, tableText } from './result-text.ts';

interface Shown {
  readonly status: number;
  readonly result?: SparqlResult;
}

/** The query page: the form alone, or with the answer or the problem of the query in the address. */
export async function sendQueryPage(
  context: ServedContext,
  request: Request,
  response: Response,
  asked: SparqlRequest,
): Promise<void> {
  varies(response);
  const query = asked.query ?? '';
  const shown =
    query.trim() === '' ? { status: 200 } : await answered(context, request, response, asked, query);
  if (!shown) return;
  const { status, result } = shown;
  const frame = frameOf(context, request);
  const { queries: examples, datasets } = context;
  const all = query.trim() === '' ? [] : ((await adviceOn(context, query)) ?? []);
  const advice = all.filter(({ severity }) => severity === 'warning');
  const told = { examples, datasets, query, advice, isScripted: true };
  const body = sparqlPage(frame, { ...told, ...(result && { result }) });
  reply(response, { body, mediaType: 'text/html', status, cacheControl: result ? 'no-cache' : MINUTE });
}

/** The answer as the page shows it, problems included; undefined when the client has left. */
async function answered(
  context: ServedContext,
  request: Request,
  response: Response,
  asked: SparqlRequest,
  query: string,
): Promise<Shown | undefined> {
  try {
    const checked = await checkQuery(context, query, response);
    const result = await resultOf(context, response, checked, asked);
    return result && { status: 200, result };
  } catch (error) {
    const found = problemOf(error);
    const { status, detail, extras, code } = found;
    if (code === 'unavailable') throw error;
    noteProblem(context, request, found);
    for (const [name, value] of Object.entries(extras.headers ?? {})) response.setHeader(name, value);
    return { status, result: { kind: 'problem', message: detail[languageOf(request)] } };
  }
}

async function resultOf(
  context: ServedContext,
  response: Response,
  query: CheckedQuery,
  asked: SparqlRequest,
): Promise<SparqlResult | undefined> {
  const isGraph = isGraphKind(query.kind);
  const mediaType = isGraph ? N_TRIPLES : 'application/sparql-results+json';
  const answer = await askStore(context, response, query, asked, mediaType);
  if (!answer) return undefined;
  if (isGraph)
    return {
      kind: 'graph',
      text: await graphText(await textOf(answer.body, context), 'text/turtle'),
      mediaType: 'text/turtle',
    };
  const result = sparqlResultOfJson(await labelled(context, asked, await textOf(answer.body, context)));
  return result.kind === 'table' ? { ...result, milliseconds: answer.milliseconds } : result;
}

/** SPARQL JSON with the columns of labels that were asked for. */
async function labelled(
  { index, release }: ServedContext,
  { labels: language }: SparqlRequest,
  json: string,
): Promise<string> {
  if (language === undefined) return json;
  const table = tableOfJson(json);
  const source = { index, base: release.manifest.base, language };
  return table ? tableText(await withLabels(table, source), JSON_RESULTS) : json;
}
