import type { Bilingual } from '../model/index.ts';
import { catalogueJsonLd } from './dataset-json-ld.ts';
import { datasetEntry, figures } from './dataset-list.ts';
import { type PageFrame, page, releaseDay } from './frame.ts';
import { html } from './html.ts';
import { anchor } from './links.ts';
import type { DatasetOverview } from './overview.ts';
import { jsonLdBlock } from './schema-org.ts';
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

/** The list of datasets; also the catalogue for people. */
export function datasetsPage(
  frame: PageFrame,
  { datasets }: { datasets: readonly DatasetOverview[] },
): string {
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
${figures(totals(datasets, frame), frame)}
${datasets.length === 0 ? html`<p>${DATASETS.none[language]}</p>` : html`<ol class="hits">${datasets.map((one) => datasetEntry(one, frame))}</ol>`}</div>
<aside><section class="cartel"><h2>${DATASETS.catalogue[language]}</h2><p>${DATASETS.catalogueSays[language]}</p><p class="iri">${frame.base}catalogue</p>
<ul class="formats">${CATALOGUE_FORMATS.map(([name, , path]) => html`<li>${anchor(path, name)}</li>`)}</ul><p class="small soft">${version}</p></section></aside></div>`,
  });
}

function totals(datasets: readonly DatasetOverview[], { language, release }: PageFrame) {
  const things = datasets.reduce((sum, { released }) => sum + released.things, 0);
  const entry = (count: number, one: Bilingual, many: Bilingual) => ({
    count: numberText(count, language),
    noun: agreed(count, one, many, language).toLocaleLowerCase(language),
  });
  return [
    entry(datasets.length, DATASET.kind, FRAME.datasets),
    entry(things, DATASET.thing, DATASET.things),
    entry(release.statements, DATASET.statement, DATASET.statements),
  ];
}
