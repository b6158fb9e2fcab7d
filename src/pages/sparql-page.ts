import type { Dataset, StoredQuery } from '../model/index.ts';
import { exampleList } from './dataset-list.ts';
import { type PageFrame, page } from './frame.ts';
import { type Html, html } from './html.ts';
import { portableQuery, queryInWords } from './portable-query.ts';
import { queryAdvice, type ShownAdvice } from './query-advice.ts';
import { GRAPH_FORMATS, sparqlAnswer, TABLE_FORMATS } from './sparql-answer.ts';
import { deskHead } from './sparql-desk.ts';
import type { SparqlResult } from './sparql-result.ts';
import { SPARQL } from './texts/thing-texts.ts';

/** What the query page is made of. */
export interface SparqlContent {
  readonly examples: readonly StoredQuery[];
  /** The text asked, or an empty one. */
  readonly query: string;
  readonly result?: SparqlResult;
  /** For the titles over the examples. */
  readonly datasets?: readonly Dataset[];
  /** What may be wrong with the text asked. */
  readonly advice?: readonly ShownAdvice[];
  /** Whether the page takes scripts: then it becomes a desk in browsers that run them. */
  readonly isScripted?: boolean;
}

/** The query page: a form that works without scripts, the answer, questions to start from. */
export function sparqlPage(frame: PageFrame, content: SparqlContent): string {
  const { language } = frame;
  const { query, result, examples, advice = [], isScripted = false } = content;
  return page(frame, {
    title: SPARQL.title[language],
    description: SPARQL.lead[language],
    section: '/sparql',
    head: isScripted && deskHead(frame),
    main: html`<h1>${SPARQL.title[language]}</h1><p class="lead">${SPARQL.lead[language]}</p>
${form(frame, query || firstQuestion(examples, frame))}
${advice.length > 0 && queryAdvice(advice, frame)}
${result && sparqlAnswer(result, query, frame)}
${examples.length > 0 && exampleSection(frame, content)}
<p class="small soft">${SPARQL.protocol[language]} <span class="iri">${frame.base}sparql</span></p>`,
  });
}

/** What the editor begins with: the first example. */
const firstQuestion = ([first]: readonly StoredQuery[], { language, base }: PageFrame): string =>
  first ? portableQuery(queryInWords(first, language), base) : '';

/** Tall enough for the text, within reason. */
const rowsOf = (text: string): number => Math.min(26, Math.max(9, text.split('\n').length + 1));

function form({ language, languageChosen }: PageFrame, query: string): Html {
  const options = (formats: readonly (readonly [string, string])[]) =>
    formats.map(([value, name]) => html`<option value="${value}">${name}</option>`);
  // A line feed that starts a textarea's text is dropped by HTML: one is put there to be dropped.
  return html`<form class="query" action="/sparql" method="get">
<label for="query">${SPARQL.question[language]}</label>
<textarea id="query" name="query" rows="${rowsOf(query)}" spellcheck="false" autocomplete="off" autocapitalize="off">
${query}</textarea>
${languageChosen && html`<input type="hidden" name="lang" value="${language}">`}
<div class="ask"><label for="format">${SPARQL.format[language]}</label>
<select id="format" name="format"><option value="html">${SPARQL.page[language]}</option><optgroup label="${SPARQL.forTables[language]}">${options(TABLE_FORMATS)}</optgroup><optgroup label="${SPARQL.forGraphs[language]}">${options(GRAPH_FORMATS)}</optgroup></select>
<button>${SPARQL.run[language]}</button></div></form>`;
}

function exampleSection(frame: PageFrame, { examples, datasets = [] }: SparqlContent): Html {
  const { language } = frame;
  const title = (slug: string) => datasets.find((one) => one.slug === slug)?.title[language];
  const groups = [...Map.groupBy(examples, ({ dataset }) => dataset)];
  return html`<section><h2>${SPARQL.examples[language]}</h2><dl class="says">${groups.map(
    ([slug, queries]) =>
      html`<div><dt>${title(slug) ?? (datasets.length > 0 ? SPARQL.general[language] : slug)}</dt><dd>${exampleList(queries, frame)}</dd></div>`,
  )}</dl></section>`;
}
