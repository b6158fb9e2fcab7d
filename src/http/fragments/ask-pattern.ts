import type { Response } from 'express';
import { namedNode, quad, type RDF, termText } from '../../rdf/index.ts';
import type { ServedContext } from '../serving.ts';
import { askStore, checkQuery, textOf } from '../sparql/ask-store.ts';
import { JSON_RESULTS } from '../sparql/formats.ts';
import { NO_PROTOCOL } from '../sparql/request.ts';
import { type ResultTable, tableOfJson } from '../sparql/result-text.ts';
import { type FragmentPage, PAGE_SIZE } from './page.ts';
import type { AskedFragment, TriplePattern } from './pattern.ts';
import { termOfResult } from './result-term.ts';

/** Statements asked for at once, a whole number of pages: a reader goes on to the next, and sorting is what costs. */
const BLOCK = 20 * PAGE_SIZE;

/**
 * A page of the statements that match a pattern whose subject is open, by the store, within the limits of a client.
 * Undefined when the client has left.
 */
export async function askPattern(
  context: ServedContext,
  response: Response,
  { pattern, page }: AskedFragment,
): Promise<FragmentPage | undefined> {
  const first = (page - 1) * PAGE_SIZE;
  const start = Math.floor(first / BLOCK) * BLOCK;
  const total = await answered(context, response, countQuery(pattern));
  const rows = total && (await answered(context, response, rowsQuery(pattern, start)));
  if (!total || !rows) return undefined;
  const count = Number(total.rows[0]?.['count']?.value ?? 0);
  const here = rows.rows.slice(first - start, first - start + PAGE_SIZE);
  return {
    statements: here.map((row) => statementOf(pattern, row)),
    total: count,
    hasNext: count > first + PAGE_SIZE,
  };
}

/** The answer to a query, remembered like those of the endpoint. */
async function answered(
  context: ServedContext,
  response: Response,
  text: string,
): Promise<ResultTable | undefined> {
  const { fragments } = context.serving;
  const known = fragments.get(text);
  if (known) return known;
  const query = await checkQuery(context, text, response);
  const answer = await askStore(context, response, query, NO_PROTOCOL, JSON_RESULTS);
  const table = answer && tableOfJson(await textOf(answer.body, context));
  if (table) fragments.set(text, table);
  return table;
}

const countQuery = (pattern: TriplePattern): string =>
  `SELECT (COUNT(*) AS ?count) { SELECT DISTINCT ${variablesOf(pattern)} { ${patternText(pattern)} } }`;

/** Sorted by what tells any two statements apart. */
function rowsQuery(pattern: TriplePattern, offset: number): string {
  const objectOrder = pattern.object ? '' : ' STR(?o) LANG(?o) STR(DATATYPE(?o))';
  const order = `${pattern.predicate ? '' : ' STR(?p)'} STR(?s)${objectOrder}`;
  return `SELECT DISTINCT ${variablesOf(pattern)} { ${patternText(pattern)} } ORDER BY${order} OFFSET ${offset} LIMIT ${BLOCK}`;
}

const variablesOf = ({ predicate, object }: TriplePattern): string =>
  ['?s', ...(predicate ? [] : ['?p']), ...(object ? [] : ['?o'])].join(' ');

const patternText = ({ predicate, object }: TriplePattern): string =>
  `?s ${predicate ? termText(predicate) : '?p'} ${object ? termText(object) : '?o'}`;

function statementOf(
  { predicate, object }: TriplePattern,
  { s, p, o }: ResultTable['rows'][number],
): RDF.Quad {
  return quad(
    namedNode(String(s?.value)),
    predicate ?? namedNode(String(p?.value)),
    object ?? termOfResult(o),
  );
}
