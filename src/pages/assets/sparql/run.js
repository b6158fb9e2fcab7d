// @ts-check
import { isLongQuery } from './address.js';

const RESULTS = 'application/sparql-results+json';
const GRAPH = 'text/turtle';
/** One line after another is quick to split and tells nobody's labels: graphs of many statements as they are. */
const ACCEPT = `${RESULTS}, ${GRAPH};q=0.9, application/problem+json;q=0.8`;

/**
 * Asks the endpoint. Resolves to the answer, or to the problem as the server tells it; rejects with AbortError when it is
 * stopped, and with TypeError where no server answers.
 * @param {string} query
 * @param {{ language: string, isSelect: boolean, signal: AbortSignal }} options
 */
export async function ask(query, { language, isSelect, signal }) {
  const form = new URLSearchParams({ query, lang: language, ...(isSelect ? { labels: language } : {}) });
  const isLong = isLongQuery(query);
  const began = performance.now();
  const response = isLong
    ? await fetch(`/sparql?lang=${language}`, {
        method: 'POST',
        body: form,
        headers: { accept: ACCEPT },
        signal,
      })
    : await fetch(`/sparql?${form}`, { headers: { accept: ACCEPT }, signal });
  const text = await response.text();
  const milliseconds = performance.now() - began;
  if (!response.ok) return { kind: 'problem', problem: problemOf(text, response.status) };
  const storeMilliseconds = Number(
    /store;dur=([\d.]+)/.exec(response.headers.get('server-timing') ?? '')?.[1],
  );
  return { ...read(text, response.headers.get('content-type') ?? ''), text, milliseconds, storeMilliseconds };
}

/**
 * Problem details (RFC 9457); anything else that a server in between may say, by its status.
 * @returns {{ title: string, detail: string, line?: number, column?: number }}
 */
function problemOf(text, status) {
  try {
    const { title, detail, line, column } = JSON.parse(text);
    return { title, detail, line, column };
  } catch {
    return { title: String(status), detail: text.slice(0, 500) };
  }
}

function read(text, contentType) {
  if (!contentType.startsWith(RESULTS)) return { kind: 'graph' };
  const { head, results, boolean } = JSON.parse(text);
  if (typeof boolean === 'boolean') return { kind: 'verdict', value: boolean };
  return { kind: 'table', variables: head.vars ?? [], rows: results.bindings };
}

/**
 * A table without the columns that only name what others hold: `xLabel`, which the server adds to `x`, becomes the label
 * of `x`, unless the query itself speaks of it.
 * @param {{ variables: string[], rows: Record<string, { type: string, value: string }>[] }} table
 * @param {string} query
 */
export function withLabels({ variables, rows }, query) {
  const isOwn = (name) => new RegExp(`[?$]${name}(?![\\w\\u00b7])`).test(query);
  const labelled = new Map(
    variables
      .filter((name) => variables.includes(`${name}Label`) && !isOwn(`${name}Label`))
      .map((name) => [name, `${name}Label`]),
  );
  const hidden = new Set(labelled.values());
  return {
    variables: variables.filter((name) => !hidden.has(name)),
    rows,
    /** The label of what a row has in a column. */
    label: (row, name) => row[labelled.get(name) ?? '']?.value,
  };
}
