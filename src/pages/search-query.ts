import { type ChosenFacets, datasetIri } from '../model/index.ts';
import { compactIri, edtf, escapeLiteral, iriText, PREFIXES, search } from '../rdf/index.ts';
import type { PageFrame } from './frame.ts';
import { queryAddress } from './links.ts';
import type { SearchState } from './search-address.ts';
import { SEARCH } from './texts/search-texts.ts';
import { filled } from './texts/table.ts';
import { numberText } from './typography.ts';

/** Things of one answer at most: as many as `SERVICE <…search>` tells, and as files of results have. */
const MOST_ROWS = 10_000;

/** Whether the query gives only a part of what was found: the page says so. */
export const isQueryPartial = (total: number): boolean => total > MOST_ROWS;

/** The search as a question of the editor, with labels of what it gives. @param total things found */
export const questionAddress = (frame: PageFrame, state: SearchState, total: number): string =>
  `${queryAddress(frame, searchQuery(state, frame, total))}&labels=${frame.language}`;

/**
 * A SPARQL query that gives the things of a search: the same words, the same choices. It gives all of them, or says in its
 * first line that it gives a part; the endpoint refuses what passes its own limits, it never cuts.
 */
export function searchQuery({ text, chosen }: SearchState, { base, language }: PageFrame, total = 0): string {
  const isPartial = isQueryPartial(total);
  const words = text === undefined ? [] : [named(text, base, isPartial)];
  const asked = [...words, ...facetPatterns(chosen, base)];
  const patterns = [...(asked.length === 0 ? ['?thing a ?type .'] : asked), hasAddress(base)];
  const order = text === undefined ? '?thing' : 'DESC(?score) ?thing';
  const note = { shown: numberText(MOST_ROWS, language), count: numberText(total, language) };
  return [
    ...(isPartial ? [`# ${filled(SEARCH.partialQuery, language, note)}`] : []),
    ...prefixLines(patterns),
    `SELECT DISTINCT ?thing${text === undefined ? '' : ' ?score'}`,
    'WHERE {',
    ...patterns.map((pattern) => pattern.replace(/^/gm, '  ')),
    '}',
    `ORDER BY ${order}`,
    ...(isPartial ? [`LIMIT ${MOST_ROWS}`] : []),
    '',
  ].join('\n');
}

const KNOWN: Readonly<Record<string, string>> = {
  ...PREFIXES,
  edtf: edtf.namespace,
  search: search.namespace,
};

const prefixLines = (patterns: readonly string[]): readonly string[] =>
  Object.entries(KNOWN)
    .filter(([prefix]) => patterns.some((pattern) => new RegExp(`(?<![\\w:/#])${prefix}:`).test(pattern)))
    .map(([prefix, namespace]) => `PREFIX ${prefix}: <${namespace}>`);

const named = (text: string, base: string, isPartial: boolean): string =>
  `SERVICE <${base}search> { ?thing search:said "${escapeLiteral(text)}" ; search:score ?score${isPartial ? ` ; search:limit ${MOST_ROWS}` : ''} }`;

function facetPatterns(chosen: ChosenFacets, base: string): readonly string[] {
  const of = (facet: keyof ChosenFacets, pattern: (value: string) => string) =>
    (chosen[facet] ?? []).map((value) => pattern(value));
  return [
    ...of('type', (type) => `?thing a ${nameOf(type)} .`),
    ...of('dataset', (slug) => `GRAPH ${iriText(datasetIri(base, slug))} { ?thing a ?kind }`),
    ...of('place', (area) => `?thing ${WHERE} ${iriText(area)} .`),
    ...of('concept', about),
    ...of('period', during),
  ];
}

function nameOf(iri: string): string {
  const compact = compactIri(iri);
  return compact.startsWith('<') ? iriText(iri) : compact;
}

/** Things have addresses; parts of their documents and what others publish are not looked for. */
const hasAddress = (base: string): string =>
  `FILTER(STRSTARTS(STR(?thing), "${escapeLiteral(base)}id/") && !CONTAINS(STR(?thing), "#"))`;

/** Where a thing lies, or what it is kept in, and the areas above. */
const WHERE =
  '(schema:location|crm:P55_has_current_location|crm:P50_has_current_keeper)?/(schema:containedInPlace|crm:P89_falls_within|geo:sfWithin)+';

/** A thing, or what a part of it says. */
const partOfThing = (patterns: readonly string[]): string =>
  `{ SELECT DISTINCT (IRI(REPLACE(STR(?part), "#.*$", "")) AS ?thing) WHERE {\n${patterns.map((one) => `  ${one}`).join('\n')}\n} }`;

/** What a thing links to, or what is below that; links that order concepts are not about them. */
const about = (concept: string): string =>
  partOfThing([
    `?about skos:broader* ${iriText(concept)} . ?part ?says ?about .`,
    'FILTER(!STRSTARTS(STR(?says), STR(skos:)))',
  ]);

/** Years said of a thing that overlap the century: between bounds, or a date (EDTF, which may be open at an end). */
function during(value: string): string {
  const century = Number(value);
  const last = century > 0 ? century * 100 : (century + 1) * 100;
  const year = (text: string, digit: number) =>
    `xsd:integer(REPLACE(REPLACE(${text}, "X", "${digit}"), "^Y?(-?[0-9]{4,}).*$", "$1"))`;
  return partOfThing([
    '{ ?part crm:P82a_begin_of_the_begin ?from OPTIONAL { ?part crm:P82b_end_of_the_end ?to } }',
    'UNION { ?part crm:P82b_end_of_the_end ?to }',
    'UNION { ?part ?dated ?from FILTER(DATATYPE(?from) IN (xsd:gYear, edtf:EDTF)',
    '    && ?dated NOT IN (crm:P82a_begin_of_the_begin, crm:P82b_end_of_the_end)) }',
    'BIND(STR(COALESCE(?from, ?to)) AS ?first) BIND(STR(COALESCE(?to, ?from)) AS ?last)',
    'BIND(IF(CONTAINS(?first, "/"), STRBEFORE(?first, "/"), ?first) AS ?start)',
    'BIND(IF(CONTAINS(?last, "/"), STRAFTER(?last, "/"), ?last) AS ?end)',
    `BIND(${year('?start', 0)} AS ?begins) BIND(${year('?end', 9)} AS ?ends)`,
    `FILTER(COALESCE(?begins, ?ends) <= ${last} && COALESCE(?ends, ?begins) >= ${last - 99})`,
  ]);
}
