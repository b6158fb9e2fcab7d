import type { Bilingual, Partition, ReleasedDataset } from '../model/index.ts';
import { type Html, html } from './html.ts';
import { pageLink, type Reading } from './links.ts';
import { termLink } from './term-facts.ts';
import { DATASET } from './texts/dataset-texts.ts';
import { MODEL } from './texts/model-texts.ts';
import { filled } from './texts/table.ts';
import { numberText } from './typography.ts';

const MOST_TERMS = 40;

/** The classes and properties that a dataset uses, the most frequent first; nothing where they were not counted. */
export function modelSection({ statistics }: ReleasedDataset, reading: Reading): Html | undefined {
  if (!statistics || statistics.properties.length === 0) return undefined;
  const { frame } = reading;
  const { language } = frame;
  return html`<section><h2>${DATASET.model[language]}</h2><p>${DATASET.modelLead[language]} ${pageLink(frame, '/model', DATASET.allModel[language])}.</p>
<div class="columns">${termList(MODEL.classes, statistics.classes, reading)}${termList(MODEL.properties, statistics.properties, reading)}</div></section>`;
}

function termList(title: Bilingual, terms: readonly Partition[], reading: Reading): Html {
  const { language } = reading.frame;
  const more = terms.length - MOST_TERMS;
  return html`<div><h3>${title[language]}</h3><ul class="uses">${terms
    .slice(0, MOST_TERMS)
    .map(
      ({ iri, count }) =>
        html`<li><span>${termLink(iri, reading)}</span> <span class="number soft">${numberText(count, language)}</span></li>`,
    )}${more > 0 && html`<li class="soft">${filled(DATASET.moreTerms, language, { count: numberText(more, language) })}</li>`}</ul></div>`;
}
