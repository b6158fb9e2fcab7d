import type { Bilingual, ClassUse, Dataset, PropertyUse, Term, Terms, Usage } from '../model/index.ts';
import { compactIri, rdf } from '../rdf/index.ts';
import { type PageFrame, pageAddress } from './frame.ts';
import { type Fragment, type Html, html, interspersed } from './html.ts';
import { anchor, iriLink, pageLink, queryAddress, type Reading, termLabel, termTitle } from './links.ts';
import { searchAddress } from './search-address.ts';
import { MODEL } from './texts/model-texts.ts';
import { numberText } from './typography.ts';

/** How much of a dataset uses a term. */
export interface DatasetUse {
  readonly dataset: Dataset;
  readonly count: number;
  readonly subjects: number;
}

/** A class or property as the data use it. */
export interface TermFacts {
  readonly iri: string;
  readonly kind: 'class' | 'property';
  readonly use: ClassUse | PropertyUse;
  /** Of a class, its properties; of a property, the classes whose subjects have it: the most frequent first. */
  readonly together: readonly Usage[];
  readonly datasets: readonly DatasetUse[];
}

/** Rows of a table of terms. */
const MOST_ROWS = 60;

/** The page of a class or property. */
export const termAddress = (iri: string): string => `/model?term=${encodeURIComponent(iri)}`;

/** A term by its label, with its short name. */
export function termLink(iri: string, reading: Pick<Reading, 'frame' | 'terms'>): Html {
  return html`${pageLink(reading.frame, termAddress(iri), termTitle(iri, reading))} ${shortName(iri, reading.frame)}`;
}

/** `schema:name`, `def:Hut`; nothing where there is no prefix. */
export function shortName(iri: string, { base }: PageFrame): Html | undefined {
  const own = `${base}def/`;
  const short = iri.startsWith(own) ? `def:${iri.slice(own.length)}` : compactIri(iri);
  return short.startsWith('<') ? undefined : html`<code class="soft">${short}</code>`;
}

/** How the data use a term: with what, in which datasets, by which things; parts of a page. */
export function termSections(facts: TermFacts, reading: Reading): readonly (Html | undefined)[] {
  const { language } = reading.frame;
  const title = facts.kind === 'class' ? MODEL.classUses : MODEL.propertyUses;
  return [
    facts.together.length > 0
      ? html`<section><h2>${title[language]}</h2>${usageTable(facts, title, reading)}<p class="soft small">${MODEL.part[language]}</p></section>`
      : undefined,
    facts.datasets.length > 0
      ? html`<section><h2>${MODEL.where[language]}</h2>${datasetTable(facts, reading)}</section>`
      : undefined,
    examples(facts, reading),
  ];
}

function usageTable({ kind, use, together }: TermFacts, title: Bilingual, reading: Reading): Html {
  const { language } = reading.frame;
  const first = kind === 'class' ? MODEL.property : MODEL.class;
  // Of a class, the share of its own subjects; of a property, the share of those that have it.
  const shares = together
    .slice(0, MOST_ROWS)
    .map(({ iri, count }) => ({ iri, count, share: count / use.count }));
  return html`<div class="wide" tabindex="0" role="region" aria-label="${title[language]}"><table>
<thead><tr><th scope="col">${first[language]}</th><th scope="col" class="number">${MODEL.subjects[language]}</th><th scope="col" class="number">${MODEL.share[language]}</th></tr></thead>
<tbody>${shares.map(
    ({ iri, count, share }) =>
      html`<tr><th scope="row">${termLink(iri, reading)}</th><td class="number">${numberText(count, language)}</td><td class="number">${percent(share, reading.frame)}</td></tr>`,
  )}</tbody></table></div>`;
}

/** Never 100 % where one is missing, nor 0 % where there is one. */
function percent(share: number, { language }: PageFrame): string {
  const whole = share >= 1 ? 100 : Math.min(99, Math.floor(share * 100));
  return `${whole === 0 ? '< 1' : whole}${language === 'fr' ? '\u202f' : ''}%`;
}

function datasetTable({ kind, datasets }: TermFacts, { frame }: Reading): Html {
  const { language } = frame;
  const counts = kind === 'class' ? [MODEL.subjects] : [MODEL.instances, MODEL.subjects];
  return html`<div class="wide" tabindex="0" role="region" aria-label="${MODEL.where[language]}"><table>
<thead><tr><th scope="col">${MODEL.dataset[language]}</th>${counts.map((one) => html`<th scope="col" class="number">${one[language]}</th>`)}</tr></thead>
<tbody>${datasets.map(
    ({ dataset, count, subjects }) =>
      html`<tr><th scope="row">${pageLink(frame, `/dataset/${dataset.slug}`, dataset.title[language])}</th>${kind === 'property' && html`<td class="number">${numberText(count, language)}</td>`}<td class="number">${numberText(subjects, language)}</td></tr>`,
  )}</tbody></table></div>`;
}

function examples({ iri, kind, use }: TermFacts, reading: Reading): Html {
  const { frame } = reading;
  const { language } = frame;
  const things = use.examples.filter((example) => example !== '');
  const query =
    kind === 'class'
      ? `SELECT ?thing\nWHERE { ?thing a <${iri}> }\nLIMIT 100`
      : `SELECT ?thing ?value\nWHERE { ?thing <${iri}> ?value }\nLIMIT 100`;
  const ways = [
    kind === 'class' &&
      iri !== rdf.type &&
      html`<a href="${pageAddress(frame, searchAddress({ chosen: { type: [iri] } }, frame.base))}">${MODEL.search[language]}</a>`,
    anchor(queryAddress(frame, query), MODEL.ask[language]),
  ];
  return html`<section><h2>${MODEL.examples[language]}</h2>${things.length > 0 && html`<ul class="plain">${things.map((one) => html`<li>${iriLink(one, reading)}</li>`)}</ul>`}<p>${interspersed(ways, ' · ')}</p></section>`;
}

/** What a vocabulary says of a term and others: kinds, subjects, values. */
export function termRelations(term: Term | undefined, terms: Terms, frame: PageFrame): Html | undefined {
  const { language } = frame;
  const reading = { frame, terms };
  const rows = [
    [MODEL.parents, term?.parents],
    [MODEL.domains, term?.domains],
    [MODEL.ranges, term?.ranges],
  ] as const;
  const said = rows.filter(([, iris]) => iris !== undefined && iris.length > 0);
  if (said.length === 0) return undefined;
  return html`<dl class="says">${said.map(
    ([name, iris = []]) =>
      html`<div><dt>${name[language]}</dt><dd>${interspersed(
        iris
          .slice(0, MOST_ROWS)
          .map((iri): Fragment => html`<span title="${iri}">${termLabel(iri, reading)}</span>`),
        ', ',
      )}</dd></div>`,
  )}</dl>`;
}
