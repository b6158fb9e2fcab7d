import type { Dataset, TreeConcept } from '../model/index.ts';
import { conceptLink } from './concept-tree.ts';
import { type PageFrame, page } from './frame.ts';
import { type Html, html, interspersed } from './html.ts';
import { pageLink } from './links.ts';
import { filled } from './texts/table.ts';
import { VOCABULARY } from './texts/vocabulary-texts.ts';
import { counted, numberText, shortened } from './typography.ts';

/** A vocabulary in the list. */
export interface ListedVocabulary {
  readonly dataset: Dataset;
  readonly concepts: number;
  /** Its first concepts, and how many stand beside them. */
  readonly tops: readonly TreeConcept[];
  readonly total: number;
}

/** The vocabularies of the release. */
export function vocabulariesPage(
  frame: PageFrame,
  { vocabularies }: { readonly vocabularies: readonly ListedVocabulary[] },
): string {
  const { language } = frame;
  return page(frame, {
    title: VOCABULARY.title[language],
    description: VOCABULARY.lead[language],
    section: '/vocabularies',
    main: html`<h1>${VOCABULARY.title[language]}</h1><p class="lead">${VOCABULARY.lead[language]}</p>
${vocabularies.length === 0 ? html`<p>${VOCABULARY.none[language]}</p>` : html`<ol class="hits">${vocabularies.map((one) => entry(one, frame))}</ol>`}`,
  });
}

function entry({ dataset, concepts, tops, total }: ListedVocabulary, frame: PageFrame): Html {
  const { language } = frame;
  const path = `/vocabulary/${dataset.slug}`;
  const all = filled(VOCABULARY.all, language, { count: numberText(total, language) });
  const named = [
    ...tops.map((concept) => conceptLink(concept, frame)),
    total > tops.length && pageLink(frame, path, all),
  ];
  return html`<li><h2>${pageLink(frame, path, dataset.title[language])}</h2>
<p>${shortened(dataset.description[language], 280)}</p>
<p class="small soft">${counted(concepts, VOCABULARY.concept, VOCABULARY.concepts, language)} · ${interspersed(named, ', ')}</p></li>`;
}
