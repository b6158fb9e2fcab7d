import {
  type Bilingual,
  type PlacedThing,
  pathOfIri,
  type StoredQuery,
  type ThingPage,
} from '../model/index.ts';
import { datasetFacts } from './dataset-facts.ts';
import { datasetJsonLd } from './dataset-json-ld.ts';
import { exampleList, figures } from './dataset-list.ts';
import { crumbs, type PageFrame, page, pageAddress } from './frame.ts';
import { placesFigure } from './home-page.ts';
import { type Html, html } from './html.ts';
import { anchor, pageLink } from './links.ts';
import type { DatasetOverview } from './overview.ts';
import { qualitySection } from './quality.ts';
import { jsonLdBlock } from './schema-org.ts';
import { DATASET } from './texts/dataset-texts.ts';
import { FRAME } from './texts/frame-texts.ts';
import { filled } from './texts/table.ts';
import { agreed, bytesText, numberText, shortened } from './typography.ts';

/** What the page of a dataset is made of. */
export interface DatasetContent extends DatasetOverview {
  readonly things: ThingPage;
  readonly places: readonly PlacedThing[];
  readonly examples: readonly StoredQuery[];
  /** The IRI that the list of things was asked to continue after, where it was. */
  readonly after?: string;
}

/** The page of a dataset: what it is, how much, the list of its things, where they are, files, questions. */
export function datasetPage(frame: PageFrame, content: DatasetContent): string {
  const { language } = frame;
  const { dataset, places, examples, released } = content;
  const title = dataset.title[language];
  return page(frame, {
    title: `${title} · ${DATASET.kind[language]}`,
    description: dataset.description[language],
    section: '/datasets',
    head: jsonLdBlock(datasetJsonLd(frame, content)),
    main: html`${crumbs(frame, [{ path: '/datasets', text: FRAME.datasets[language] }], title)}
<div class="thing"><article><header><p class="kind">${DATASET.kind[language]}</p><h1>${title}</h1><p class="lead">${dataset.description[language]}</p></header>
${figures(counts(content, frame), frame)}
${datasetFacts(dataset, frame)}
${examples.length > 0 && html`<section><h2>${DATASET.examples[language]}</h2>${exampleList(examples, frame)}</section>`}</article>
<aside>${addressCartel(content, frame)}
${dumpCartel(content, frame)}
${places.length > 0 && placesFigure(frame, places, filled(DATASET.map, language, { title }))}</aside></div>
${thingList(content, frame)}
${qualitySection(released, frame)}`,
  });
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

function thingList({ dataset, things, after }: DatasetContent, frame: PageFrame): Html {
  const { language } = frame;
  const here = `/dataset/${dataset.slug}`;
  const next = things.next && pageAddress(frame, `${here}?after=${encodeURIComponent(things.next)}#liste`);
  return html`<section id="liste"><h2>${DATASET.list[language]}</h2>
${things.things.length === 0 ? html`<p class="soft">${DATASET.empty[language]}</p>` : html`<ul class="things">${things.things.map(({ iri, label }) => html`<li>${thingLink(iri, label, frame)}</li>`)}</ul>`}
${(after !== undefined || next) && html`<p class="pages">${after !== undefined && pageLink(frame, `${here}#liste`, DATASET.first[language])} ${next && html`<a rel="next" href="${next}">${DATASET.next[language]}</a>`}</p>`}</section>`;
}

function thingLink(iri: string, label: string, frame: PageFrame): Html {
  const path = pathOfIri(iri, frame.base);
  const name = html`<bdi>${shortened(label, 200)}</bdi>`;
  return path === undefined ? anchor(iri, name) : pageLink(frame, path, name);
}

function addressCartel({ dataset }: DatasetOverview, { base, language }: PageFrame): Html {
  const formats = [
    ['Turtle', '/catalogue.ttl'],
    ['JSON-LD', '/catalogue.jsonld'],
    ['RDF/XML', '/catalogue.rdf'],
  ] as const;
  return html`<section class="cartel"><h2>${DATASET.address[language]}</h2><p class="iri">${base}dataset/${dataset.slug}</p>
<p class="small soft">${DATASET.described[language]}</p><ul class="formats">${formats.map(([name, path]) => html`<li>${anchor(path, name)}</li>`)}</ul></section>`;
}

function dumpCartel({ dataset, released }: DatasetOverview, { language }: PageFrame): Html {
  const { bytes, sha256 } = released.dump;
  return html`<section class="cartel"><h2>${DATASET.dump[language]}</h2><p>${anchor(`/dataset/${dataset.slug}.nq.gz`, DATASET.dumpLink[language])}<br><span class="small soft">N-Quads, gzip · ${bytesText(bytes, language)}</span></p>
<p class="small soft">${DATASET.checksum[language]}<br><code class="iri">${sha256}</code></p></section>`;
}
