import { Buffer } from 'node:buffer';
import type { Request } from 'express';
import type { Language } from '../../model/index.ts';
import { isIri } from '../../rdf/index.ts';
import { type Form, parseForm, searchOf, valuesOf } from '../form.ts';
import { problem } from '../problem.ts';

/** A request of the SPARQL 1.1 Protocol, read (https://www.w3.org/TR/sparql11-protocol/). */
export interface SparqlRequest {
  readonly query: string | undefined;
  readonly defaultGraphs: readonly string[];
  readonly namedGraphs: readonly string[];
  /** Value of `?format=`. */
  readonly format: string | undefined;
  /** Value of `?labels=`: the language of the labels beside IRIs. */
  readonly labels: Language | undefined;
  /** What the Graph Store Protocol asks for: a graph's IRI, or the default graph. */
  readonly graph: { readonly iri: string | undefined } | undefined;
}

/** The whole release is asked: no graphs are chosen. */
export const NO_PROTOCOL: SparqlRequest = {
  query: undefined,
  defaultGraphs: [],
  namedGraphs: [],
  format: undefined,
  labels: undefined,
  graph: undefined,
};

/** Largest body read: a query of 100,000 characters, every one percent-encoded as in a form. */
export const BODY_BYTES = 1 << 20;

const QUERY_TYPE = 'application/sparql-query';
const UPDATE_TYPE = 'application/sparql-update';
const FORM_TYPE = 'application/x-www-form-urlencoded';

/** Types of a body that holds a query: the value of `Accept-Query` and `Accept-Post`. */
export const QUERY_TYPES = `${QUERY_TYPE}, ${FORM_TYPE}`;

/** Reads GET, QUERY and both POSTs; throws problems for updates, repeated queries, wrong types, broken encodings. */
export function readSparqlRequest(request: Request): SparqlRequest {
  const inAddress = formOf(searchOf(request.originalUrl));
  const hasBody = request.method === 'POST' || request.method === 'QUERY';
  const graph = graphOf(inAddress);
  if (graph && request.method === 'POST') throw readOnly();
  const { form, queries } = hasBody ? bodyOf(request) : { form: [], queries: [] };
  const all = [...inAddress, ...form];
  if (valuesOf(all, 'update').length > 0) throw readOnly();
  const found = [...valuesOf(all, 'query'), ...queries];
  if (found.length > 1) throw repeated(found.length);
  if (graph && (found.length > 0 || hasBody)) throw queryAndGraph();
  return {
    query: found[0],
    defaultGraphs: graphsOf(all, 'default-graph-uri'),
    namedGraphs: graphsOf(all, 'named-graph-uri'),
    format: valuesOf(all, 'format').find((value) => value !== ''),
    labels: labelsOf(all),
    graph,
  };
}

/** Whether the address names a graph: of the Graph Store Protocol, whose writing operations are refused. */
export const namesGraph = (request: Request): boolean =>
  graphOf(formOf(searchOf(request.originalUrl))) !== undefined;

/** `?graph=<iri>` or `?default` (https://www.w3.org/TR/sparql11-http-rdf-update/#indirect-graph-identification). */
function graphOf(form: Form): { readonly iri: string | undefined } | undefined {
  const graphs = graphsOf(form, 'graph');
  const defaults = valuesOf(form, 'default');
  if (graphs.length + defaults.length > 1) throw severalGraphs();
  if (defaults.length === 1) return { iri: undefined };
  return graphs.length === 1 ? { iri: graphs[0] } : undefined;
}

function labelsOf(form: Form): Language | undefined {
  const asked = valuesOf(form, 'labels').filter((value) => value !== '');
  if (asked.length === 0) return undefined;
  const [language] = asked;
  if (asked.length === 1 && (language === 'fr' || language === 'en')) return language;
  throw wrongLabels(asked.join(', '));
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

const severalGraphs = () =>
  problem('bad-request', {
    fr: 'La demande nomme plusieurs graphes ; il en faut un seul : ?graph=<iri> ou ?default.',
    en: 'The request names several graphs; there must be one: ?graph=<iri> or ?default.',
  });

const queryAndGraph = () =>
  problem('bad-request', {
    fr: 'La demande contient une requête et nomme aussi un graphe à lire (?graph= ou ?default) ; l’un exclut l’autre. Pour interroger un graphe : default-graph-uri=.',
    en: 'The request holds a query and also names a graph to read (?graph= or ?default); one excludes the other. To query one graph: default-graph-uri=.',
  });

const wrongLabels = (found: string) =>
  problem('bad-request', {
    fr: `Le paramètre labels vaut « ${found} » ; il accepte fr ou en, une fois.`,
    en: `The parameter labels is “${found}”; it takes fr or en, once.`,
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
    { headers: { 'Accept-Post': QUERY_TYPES, 'Accept-Query': QUERY_TYPES } },
  );
