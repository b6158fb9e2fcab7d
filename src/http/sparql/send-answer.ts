import type { Request, Response } from 'express';
import { placeVariables } from '../../pages/index.ts';
import { featuresText } from '../api/api-texts.ts';
import { PackedText } from '../packed-text.ts';
import { problem } from '../problem.ts';
import { entityTag, MINUTE } from '../reply.ts';
import { sendPacked, type WholeAnswer } from '../send-packed.ts';
import type { ServedContext } from '../serving.ts';
import { type Answered, askStore, checkQuery, textOf } from './ask-store.ts';
import { dataFormat, GEO_JSON, isWritten, JSON_RESULTS, N_TRIPLES, type SparqlFormat } from './formats.ts';
import { graphText } from './graph-text.ts';
import { isHeld } from './held.ts';
import { withLabels } from './labels.ts';
import type { SparqlRequest } from './request.ts';
import { type ResultTable, tableOfJson, tableText } from './result-text.ts';
import { sendParts } from './send-parts.ts';

/** A request whose query is there. */
export type AskedQuery = SparqlRequest & { readonly query: string };

/** Answers a query in the format asked for: from memory, or from the store. */
export async function sendAnswer(
  context: ServedContext,
  request: Request,
  response: Response,
  asked: AskedQuery,
): Promise<void> {
  const { serving } = context;
  const query = await checkQuery(context, asked.query, response);
  const format = dataFormat(request, response, query.kind, asked.format);
  // Columns of labels stand beside columns: graphs and verdicts have none.
  const labels = query.kind === 'select' ? asked.labels : undefined;
  const etag = query.isVolatile ? undefined : answerTag(context, { ...asked, labels }, format);
  response.setHeader('Cache-Control', etag === undefined ? 'no-store' : MINUTE);
  if (etag !== undefined) {
    if (isHeld(request, response, etag)) return;
    const remembered = serving.answers.get(etag);
    if (remembered) {
      response.setHeader('Server-Timing', 'cache');
      return sendWhole(context, response, remembered);
    }
  }
  const answer = await askStore(context, response, query, asked, labels ? JSON_RESULTS : format.stored);
  if (!answer) return;
  if (typeof answer.body !== 'string' && labels === undefined && isWritten(format) && tellsEnd(request))
    return sendAsItComes(context, response, { answer, format, etag });
  const text = await written(context, answer, { ...asked, labels }, format);
  const whole =
    etag === undefined
      ? { etag, mediaType: format.mediaType, text: new PackedText(text) }
      : serving.answers.put(etag, format.mediaType, text);
  return sendWhole(context, response, whole);
}

/** HTTP/1.0 knows an answer that broke off from a whole one by its length alone. */
const tellsEnd = ({ httpVersion }: Request): boolean => httpVersion !== '1.0';

/** JSON and XML under their general names are the same text; graphs, and tables with labels, are written anew. */
async function written(
  context: ServedContext,
  { body }: Answered,
  { labels: language }: SparqlRequest,
  { stored, mediaType }: SparqlFormat,
): Promise<string> {
  const text = await textOf(body, context);
  if (stored === N_TRIPLES) return graphText(text, mediaType);
  if (language === undefined && mediaType !== GEO_JSON) return text;
  if (text.length > LONGEST_READ) throw tooLargeToRead();
  const { index, release } = context;
  const table = tableOfJson(text);
  if (!table) return text;
  const labelled =
    language === undefined
      ? table
      : await withLabels(table, { index, base: release.manifest.base, language });
  return mediaType === GEO_JSON ? geoJsonOf(labelled) : tableText(labelled, mediaType);
}

/** In characters of SPARQL JSON: some tenths of a second to read. */
const LONGEST_READ = 16 << 20;

/** Rows on a map; where no column tells of places, there is none to draw. */
function geoJsonOf(table: ResultTable): string {
  const place = placeVariables(table);
  if (!place && table.rows.length > 0) throw withoutPlaces();
  return featuresText(table, table.variables, place);
}

const withoutPlaces = () =>
  problem('not-acceptable', {
    fr: 'Rien dans cette réponse ne dit où sont les choses. Pour du GeoJSON, demandez deux colonnes nommées latitude et longitude, ou une colonne de texte WKT (geo:wktLiteral).',
    en: 'Nothing in this result says where things are. For GeoJSON, select two columns named latitude and longitude, or one of well-known text (geo:wktLiteral).',
  });

/** The same query on the same release in the same format has the same answer. */
function answerTag(
  { release: { manifest } }: ServedContext,
  { query, defaultGraphs, namedGraphs, labels }: AskedQuery,
  { mediaType }: SparqlFormat,
): string {
  const version = [manifest.id, manifest.createdAt, manifest.toolVersion];
  return entityTag(...version, mediaType, query, JSON.stringify([defaultGraphs, namedGraphs, labels ?? '']));
}

/** A whole answer, from the store or from memory. */
function sendWhole({ serving }: ServedContext, response: Response, answer: WholeAnswer): Promise<void> {
  response.setHeader('Result-Status', 'complete');
  const { answers, quick } = serving;
  return sendPacked(response, answer, { answers, quick, differing: { 'server-timing': 'cache' } });
}

interface Coming {
  readonly answer: Answered;
  readonly format: SparqlFormat;
  readonly etag: string | undefined;
}

/** An answer that comes in parts, passed on as it comes, and remembered where it is whole and not too large. */
async function sendAsItComes(
  { serving }: ServedContext,
  response: Response,
  { answer, format: { mediaType }, etag }: Coming,
): Promise<void> {
  if (typeof answer.body === 'string') return;
  const whole = await sendParts(response, {
    parts: answer.body,
    mediaType,
    headers: etag === undefined ? {} : { ETag: etag },
    kept: etag === undefined ? 0 : serving.answers.largest,
  });
  if (whole && etag !== undefined) serving.answers.put(etag, mediaType, whole);
}

const tooLargeToRead = () =>
  problem(
    'result-too-large',
    {
      fr: 'La réponse est trop grande pour qu’on y ajoute des libellés ou qu’on l’écrive en GeoJSON. Ajoutez LIMIT, ou demandez-la en JSON ou en CSV, sans libellés.',
      en: 'The result is too large for labels to be added, or to be written as GeoJSON. Add a LIMIT, or ask for JSON or CSV without labels.',
    },
    { members: { limitBytes: LONGEST_READ, dumps: '/datasets' } },
  );
