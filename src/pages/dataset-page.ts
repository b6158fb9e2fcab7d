import type { Bilingual, PlacedThing, StoredQuery, Terms } from '../model/index.ts';
import type { ChartsSection } from './charts/charts-section.ts';
import { citationSection } from './dataset-citation.ts';
import { dumpCartel } from './dataset-dumps.ts';
import { datasetFacts } from './dataset-facts.ts';
import { datasetJsonLd } from './dataset-json-ld.ts';
import { exampleList, figures } from './dataset-list.ts';
import { modelSection } from './dataset-model.ts';
import { type TableContent, tableSection } from './dataset-table.ts';
import { type DatasetVersion, versionsSection } from './dataset-versions.ts';
import { crumbs, type PageFrame, page } from './frame.ts';
import { placesFigure } from './home-page.ts';
import { type Html, html } from './html.ts';
import { anchor, pageLink } from './links.ts';
import type { DatasetOverview } from './overview.ts';
import { qualitySection } from './quality.ts';
import { jsonLdBlock } from './schema-org.ts';
import { DATASET } from './texts/dataset-texts.ts';
import { FRAME } from './texts/frame-texts.ts';
import { filled } from './texts/table.ts';
import { agreed, numberText } from './typography.ts';

/** What the page of a dataset is made of. */
export interface DatasetContent extends DatasetOverview {
  readonly table: TableContent;
  readonly places: readonly PlacedThing[];
  readonly examples: readonly StoredQuery[];
  readonly terms: Terms;
  readonly label: (iri: string) => string | undefined;
  readonly charts?: ChartsSection | undefined;
  /** Kept releases, the latest first. */
  readonly versions: readonly DatasetVersion[];
  /** Concepts, where it is a vocabulary. */
  readonly concepts?: number;
  /** What readers sent about it, and the ways to send more. */
  readonly contributions?: Html | undefined;
}

/** The page of a dataset: what it is, how much, its table, where its things are, what it follows, files, questions. */
export function datasetPage(frame: PageFrame, content: DatasetContent): string {
  const { language } = frame;
  const { dataset, examples, released } = content;
  const title = dataset.title[language];
  const reading = { frame, terms: content.terms, label: content.label };
  const sections: readonly PageSection[] = [
    ['liste', DATASET.list, tableSection(dataset, content.table, reading)],
    ['charts', DATASET.charts, content.charts?.section],
    ['model', DATASET.model, modelSection(released, reading)],
    ['quality', DATASET.qualityShort, qualitySection(released, frame)],
    ['versions', DATASET.versions, versionsSection(content.versions, frame)],
    ['cite', DATASET.cite, citationSection(content, frame)],
    ['questions', DATASET.examples, exampleSection(examples, frame)],
    ['contributions', DATASET.contributions, content.contributions],
  ];
  const present = sections.filter(([, , section]) => section !== undefined);
  return page(frame, {
    title: `${title} · ${DATASET.kind[language]}`,
    description: dataset.description[language],
    section: '/datasets',
    head: html`${content.charts?.head}${jsonLdBlock(datasetJsonLd(frame, content))}`,
    main: html`${crumbs(frame, [{ path: '/datasets', text: FRAME.datasets[language] }], title)}
<div class="thing"><article><header><p class="kind">${DATASET.kind[language]}</p><h1>${title}</h1><p class="lead">${dataset.description[language]}</p></header>
${figures(counts(content, frame), frame)}
<nav class="onpage" aria-label="${DATASET.onPage[language]}"><ul>${present.map(([id, name]) => html`<li><a href="#${id}">${name[language]}</a></li>`)}</ul></nav>
${datasetFacts(dataset, frame)}
${dumpCartel(content, frame)}</article>
<aside>${addressCartel(content, frame)}
${mapFigure(content, frame)}</aside></div>
${present.map(([id, , section]) => html`<div class="part" id="${id}">${section}</div>`)}`,
  });
}

/** A part of the page: its anchor, its name in the list of parts, and what it holds where there is something. */
type PageSection = readonly [id: string, name: Bilingual, section: Html | undefined];

function mapFigure({ dataset, places }: DatasetContent, frame: PageFrame): Html | undefined {
  if (places.length === 0) return undefined;
  const title = dataset.title[frame.language];
  return html`${placesFigure(frame, places, filled(DATASET.map, frame.language, { title }))}
<p class="small">${pageLink(frame, `/map?dataset=${dataset.slug}`, DATASET.openMap[frame.language])}</p>`;
}

function exampleSection(examples: readonly StoredQuery[], frame: PageFrame): Html | undefined {
  if (examples.length === 0) return undefined;
  return html`<section><h2>${DATASET.examples[frame.language]}</h2>${exampleList(examples, frame)}</section>`;
}

function counts({ released }: DatasetOverview, { language }: PageFrame) {
  const entry = (count: number, one: Bilingual, many: Bilingual) => ({
    count: numberText(count, language),
    noun: agreed(count, one, many, language),
  });
  return [
    entry(released.things, DATASET.publishedThing, DATASET.publishedThings),
    entry(released.statements, DATASET.statement, DATASET.statements),
    entry(released.records, DATASET.record, DATASET.records),
    entry(released.quarantined, DATASET.leftOut, DATASET.leftOuts),
  ];
}

function addressCartel({ dataset, concepts }: DatasetContent, frame: PageFrame): Html {
  const { base, language } = frame;
  const formats = [
    ['Turtle', '/catalogue.ttl'],
    ['JSON-LD', '/catalogue.jsonld'],
    ['RDF/XML', '/catalogue.rdf'],
  ] as const;
  return html`<section class="cartel"><h2>${DATASET.address[language]}</h2><p class="iri">${base}dataset/${dataset.slug}</p>
<p class="small soft">${DATASET.described[language]}</p><ul class="formats">${formats.map(([name, path]) => html`<li>${anchor(path, name)}</li>`)}</ul>
${concepts !== undefined && html`<p>${pageLink(frame, `/vocabulary/${dataset.slug}`, DATASET.asTree[language])}</p>`}${frame.hasSearch && html`<p>${pageLink(frame, `/reconcile/${dataset.slug}`, DATASET.reconcile[language])}</p>`}</section>`;
}
