import { Buffer } from 'node:buffer';
import type { Request } from 'express';
import { isIri } from '../rdf/index.ts';
import { type Form, parseForm, valuesOf } from './form.ts';
import { problem } from './problem.ts';

/** A request of the SPARQL 1.1 Protocol, read (https://www.w3.org/TR/sparql11-protocol/). */
export interface SparqlRequest {
  readonly query: string | undefined;
  readonly defaultGraphs: readonly string[];
  readonly namedGraphs: readonly string[];
  /** Value of `?format=`. */
  readonly format: string | undefined;
}

/** Largest body read: a query of 100,000 characters, every one percent-encoded as in a form. */
export const BODY_BYTES = 1 << 20;

const QUERY_TYPE = 'application/sparql-query';
const UPDATE_TYPE = 'application/sparql-update';
const FORM_TYPE = 'application/x-www-form-urlencoded';

/** Reads GET and both POSTs; throws problems for updates, repeated queries, wrong types and broken encodings. */
export function readSparqlRequest(request: Request): SparqlRequest {
  const inAddress = formOf(request.originalUrl.split('?').slice(1).join('?'));
  const { form, queries } = request.method === 'POST' ? bodyOf(request) : { form: [], queries: [] };
  const all = [...inAddress, ...form];
  if (valuesOf(all, 'update').length > 0) throw readOnly();
  const found = [...valuesOf(all, 'query'), ...queries];
  if (found.length > 1) throw repeated(found.length);
  return {
    query: found[0],
    defaultGraphs: graphsOf(all, 'default-graph-uri'),
    namedGraphs: graphsOf(all, 'named-graph-uri'),
    format: valuesOf(all, 'format').find((value) => value !== ''),
  };
}

function bodyOf(request: Request): { form: Form; queries: readonly string[] } {
  const [mediaType = '', ...parameters] = (request.headers['content-type'] ?? '')
    .split(';')
    .map((part) => part.trim().toLowerCase());
  if (mediaType === UPDATE_TYPE) throw readOnly();
  if (mediaType !== FORM_TYPE && mediaType !== QUERY_TYPE) throw wrongType(mediaType);
  const charset = parameters.find((one) => one.startsWith('charset='))?.slice('charset='.length);
  if (charset !== undefined && charset.replaceAll('"', '') !== 'utf-8') throw wrongType(`charset=${charset}`);
  const text = textOf(request.body);
  return mediaType === QUERY_TYPE ? { form: [], queries: [text] } : { form: formOf(text), queries: [] };
}

function textOf(body: unknown): string {
  try {
    const octets = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
    return new TextDecoder('utf-8', { fatal: true }).decode(octets);
  } catch {
    // TextDecoder: not UTF-8
    throw broken();
  }
}

function formOf(text: string): Form {
  const form = parseForm(text);
  if (!form) throw broken();
  return form;
}

function graphsOf(form: Form, name: string): readonly string[] {
  const graphs = valuesOf(form, name);
  const wrong = graphs.find((one) => !isIri(one));
  if (wrong === undefined) return graphs;
  throw problem('bad-request', {
    fr: `Le paramètre ${name} vaut « ${wrong} », qui n’est pas un IRI absolu.`,
    en: `The parameter ${name} is “${wrong}”, which is not an absolute IRI.`,
  });
}

export const readOnly = () =>
  problem('read-only', {
    fr: 'Ce point d’accès répond à des requêtes ; il n’accepte pas de mise à jour. Les données changent par une nouvelle version publiée.',
    en: 'This endpoint answers queries; it takes no updates. The data change by a new release.',
  });

const repeated = (count: number) =>
  problem('query-repeated', {
    fr: `La demande contient ${count} requêtes ; il en faut exactement une.`,
    en: `The request holds ${count} queries; there must be exactly one.`,
  });

const broken = () =>
  problem('bad-request', {
    fr: 'La demande contient un codage en pourcentage ou des octets qui ne sont pas de l’UTF-8.',
    en: 'The request holds percent-encodings or octets that are not UTF-8.',
  });

const wrongType = (found: string) =>
  problem(
    'unsupported-media-type',
    {
      fr: `Le corps est annoncé comme « ${found} » ; sont acceptés ${QUERY_TYPE} et ${FORM_TYPE}, en UTF-8.`,
      en: `The body is announced as “${found}”; ${QUERY_TYPE} and ${FORM_TYPE} are accepted, in UTF-8.`,
    },
    { headers: { 'Accept-Post': `${QUERY_TYPE}, ${FORM_TYPE}` } },
  );
