import type { Bilingual } from '../model/index.ts';
import { catalogueJsonLd } from './dataset-json-ld.ts';
import { datasetEntry, figures } from './dataset-list.ts';
import { type PageFrame, page, pageAddress, releaseDay } from './frame.ts';
import { type Html, html } from './html.ts';
import { anchor } from './links.ts';
import type { DatasetOverview } from './overview.ts';
import { jsonLdBlock } from './schema-org.ts';
import { pageNumbers } from './search-paging.ts';
import { DATASET, DATASETS } from './texts/dataset-texts.ts';
import { FRAME } from './texts/frame-texts.ts';
import { filled } from './texts/table.ts';
import { agreed, numberText } from './typography.ts';

/** The formats of the catalogue, at their own addresses. */
const CATALOGUE_FORMATS = [
  ['Turtle', 'text/turtle', '/catalogue.ttl'],
  ['JSON-LD', 'application/ld+json', '/catalogue.jsonld'],
  ['RDF/XML', 'application/rdf+xml', '/catalogue.rdf'],
] as const;

/** A page of the list of datasets. */
export interface DatasetsContent {
  readonly datasets: readonly DatasetOverview[];
  /** How much there is on all pages; absent: what is on this one. */
  readonly all?: { readonly datasets: number; readonly things: number };
  /** Which page it is, from 1, and which the last; absent: the only one. */
  readonly number?: number;
  readonly last?: number;
}

/** The list of datasets, page by page where there are many; also the catalogue for people. */
export function datasetsPage(frame: PageFrame, content: DatasetsContent): string {
  const { datasets } = content;
  const { language, release } = frame;
  const version = filled(FRAME.release, language, { id: release.id, date: releaseDay(frame) });
  return page(frame, {
    title: FRAME.datasets[language],
    description: DATASETS.lead[language],
    section: '/datasets',
    head: html`${CATALOGUE_FORMATS.map(
      ([name, type, path]) => html`<link rel="alternate" type="${type}" title="${name}" href="${path}">\n`,
    )}${jsonLdBlock(catalogueJsonLd(frame, datasets))}`,
    main: html`<div class="thing"><div><h1>${FRAME.datasets[language]}</h1><p class="lead">${DATASETS.lead[language]}</p>
${figures(totals(content, frame), frame)}
${datasets.length === 0 ? html`<p>${DATASETS.none[language]}</p>` : html`<ol class="hits">${datasets.map((one) => datasetEntry(one, frame))}</ol>`}
${paging(content, frame)}</div>
<aside><section class="cartel"><h2>${DATASETS.catalogue[language]}</h2><p>${DATASETS.catalogueSays[language]}</p><p class="iri">${frame.base}catalogue</p>
<ul class="formats">${CATALOGUE_FORMATS.map(([name, , path]) => html`<li>${anchor(path, name)}</li>`)}</ul><p class="small soft">${version}</p></section></aside></div>`,
  });
}

function paging({ number = 1, last = 1 }: DatasetsContent, frame: PageFrame): Html | false {
  const { language } = frame;
  const address = (to: number) => pageAddress(frame, to === 1 ? '/datasets' : `/datasets?page=${to}`);
  const item = (to: number | undefined) => {
    if (to === undefined) return html`<span aria-hidden="true">…</span>`;
    const text = numberText(to, language);
    return to === number
      ? html`<strong aria-current="page">${text}</strong>`
      : html`<a href="${address(to)}">${text}</a>`;
  };
  return (
    last > 1 &&
    html`<nav class="paging" aria-label="${DATASETS.pages[language]}">${number > 1 && html`<a href="${address(number - 1)}" rel="prev">${DATASETS.previous[language]}</a>`}
<ul>${pageNumbers(number, last).map((one) => html`<li>${item(one)}</li>`)}</ul>
${number < last && html`<a href="${address(number + 1)}" rel="next">${DATASETS.next[language]}</a>`}</nav>`
  );
}

function totals({ datasets, all }: DatasetsContent, { language, release }: PageFrame) {
  const things = all?.things ?? datasets.reduce((sum, { released }) => sum + released.things, 0);
  const entry = (count: number, one: Bilingual, many: Bilingual) => ({
    count: numberText(count, language),
    noun: agreed(count, one, many, language).toLocaleLowerCase(language),
  });
  return [
    entry(all?.datasets ?? datasets.length, DATASET.kind, FRAME.datasets),
    entry(things, DATASET.thing, DATASET.things),
    entry(release.statements, DATASET.statement, DATASET.statements),
  ];
}
