import { pathOfIri } from '../model/index.ts';
import { compactIri, literal, namedNode, xsd } from '../rdf/index.ts';
import { type PageFrame, pageAddress } from './frame.ts';
import { type Fragment, type Html, html, interspersed } from './html.ts';
import { anchor, pageLink } from './links.ts';
import { literalFragment, plain } from './literals.ts';
import { placesOfRows } from './sparql-places.ts';
import type { SparqlResult, SparqlTable, SparqlTerm } from './sparql-result.ts';
import { filled } from './texts/table.ts';
import { SPARQL } from './texts/thing-texts.ts';
import { counted, numberText, shortened } from './typography.ts';

const MOST_ROWS = 200;
const LONGEST_GRAPH = 60_000;

/** Formats to take an answer away in: the value of `format=` and the name. */
export const TABLE_FORMATS = [
  ['csv', 'CSV'],
  ['tsv', 'TSV'],
  ['json', 'JSON'],
  ['xml', 'XML'],
] as const;
export const GRAPH_FORMATS = [
  ['ttl', 'Turtle'],
  ['jsonld', 'JSON-LD'],
  ['rdf', 'RDF/XML'],
  ['nt', 'N-Triples'],
] as const;

/** The answer to a query: a table, a verdict, a graph, or why there is none. */
export function sparqlAnswer(result: SparqlResult, query: string, frame: PageFrame): Html {
  const { language } = frame;
  if (result.kind === 'problem')
    return html`<section class="answer problem" role="alert"><h2>${SPARQL.problem[language]}</h2><p class="message"><bdi>${shortened(result.message, 2000)}</bdi></p></section>`;
  return html`<section class="answer"><h2>${SPARQL.answer[language]}</h2>${body(result, query, frame)}</section>`;
}

function body(result: Exclude<SparqlResult, { kind: 'problem' }>, query: string, frame: PageFrame): Fragment {
  const { language } = frame;
  if (result.kind === 'verdict')
    return html`<p class="verdict">${(result.value ? SPARQL.yes : SPARQL.no)[language]}</p>`;
  if (result.kind === 'table') return table(result, query, frame);
  return html`<p class="soft">${SPARQL.takeAway[language]} ${takeAway(GRAPH_FORMATS, query, frame)}</p><pre class="graph" tabindex="0">${shortened(result.text, LONGEST_GRAPH)}</pre>`;
}

function table({ variables, rows }: SparqlTable, query: string, frame: PageFrame): Fragment {
  const { language } = frame;
  if (rows.length === 0) return html`<p>${SPARQL.noRow[language]}</p>`;
  const shown = rows.slice(0, MOST_ROWS);
  const numbers = new Set(variables.filter((name) => shown.every((row) => isNumber(row[name]))));
  const numeric = (name: string) => numbers.has(name) && html` class="number"`;
  const total = counted(rows.length, SPARQL.row, SPARQL.rows, language);
  const note =
    rows.length > shown.length
      ? filled(SPARQL.shownRows, language, { shown: numberText(shown.length, language) })
      : SPARQL.takeAway[language];
  return html`<p class="soft">${total}. ${note} ${takeAway(TABLE_FORMATS, query, frame)}</p>
<div class="wide" tabindex="0" role="region" aria-label="${SPARQL.answer[language]}"><table><thead><tr>${variables.map(
    (name) => html`<th scope="col"${numeric(name)}>${name}</th>`,
  )}</tr></thead>
<tbody>${shown.map((row) => html`<tr>${variables.map((name) => html`<td${numeric(name)}>${cell(row[name], frame)}</td>`)}</tr>\n`)}</tbody></table></div>
${placesOfRows({ kind: 'table', variables, rows }, query, frame)}`;
}

const NUMERIC: ReadonlySet<string> = new Set([xsd.integer, xsd.decimal, xsd.double, xsd.nonNegativeInteger]);

const isNumber = (term: SparqlTerm | undefined): boolean =>
  term === undefined || (term.datatype !== undefined && NUMERIC.has(term.datatype));

function takeAway(
  formats: readonly (readonly [string, string])[],
  query: string,
  frame: PageFrame,
): Fragment {
  const links = formats.map(([value, name]) =>
    anchor(pageAddress(frame, `/sparql?query=${encodeURIComponent(query)}&format=${value}`), name),
  );
  return interspersed(links, ', ');
}

function cell(term: SparqlTerm | undefined, frame: PageFrame): Fragment {
  if (term === undefined) return undefined;
  if (term.type === 'uri') return iriCell(term.value, frame);
  if (term.type === 'bnode') return plain(`_:${term.value}`);
  const lang = term['xml:lang'];
  const value = lang
    ? literal(term.value, lang)
    : literal(term.value, term.datatype ? namedNode(term.datatype) : undefined);
  return literalFragment(value, { frame });
}

function iriCell(iri: string, frame: PageFrame): Html {
  const path = pathOfIri(iri, frame.base);
  if (path !== undefined) return pageLink(frame, path, shortened(path.slice(1), 90));
  const compact = compactIri(iri);
  return anchor(iri, shortened(compact.startsWith('<') ? iri : compact, 90));
}
