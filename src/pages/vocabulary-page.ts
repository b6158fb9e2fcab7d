import type { Dataset, TreeConcept } from '../model/index.ts';
import { type ConceptBranch, conceptTree } from './concept-tree.ts';
import { figures } from './dataset-list.ts';
import { crumbs, type PageFrame, page, pageAddress } from './frame.ts';
import { type Html, html } from './html.ts';
import { pageLink } from './links.ts';
import { filled } from './texts/table.ts';
import { VOCABULARY } from './texts/vocabulary-texts.ts';
import { agreed, numberText } from './typography.ts';

/** What the page of a vocabulary is made of. */
export interface VocabularyContent {
  readonly dataset: Dataset;
  /** Concepts in it, and those that none is above. */
  readonly concepts: number;
  readonly tops: number;
  /** The part of the tree that is shown. */
  readonly branches: readonly ConceptBranch[];
  /** Concepts of the first level that is shown, on all pages. */
  readonly total: number;
  /** The concept whose branch is shown, and those above it, the widest first. */
  readonly concept?: TreeConcept;
  readonly above?: readonly Pick<TreeConcept, 'iri' | 'label'>[];
  /** Root-relative address of the next page. */
  readonly next?: string;
}

/** The tree of a vocabulary, or a branch of it, with the things under each concept. */
export function vocabularyPage(frame: PageFrame, content: VocabularyContent): string {
  const { language } = frame;
  const { dataset, concept } = content;
  const title = dataset.title[language];
  const here = `/vocabulary/${dataset.slug}`;
  const way = [
    { path: '/vocabularies', text: VOCABULARY.title[language] },
    ...(concept ? [{ path: here, text: title }] : []),
    ...(content.above ?? []).map(({ iri, label }) => ({
      path: `${here}?concept=${encodeURIComponent(iri)}`,
      text: label,
    })),
  ];
  return page(frame, {
    title: [concept?.label, title, VOCABULARY.kind[language]]
      .filter((part) => part !== undefined)
      .join(' · '),
    description: dataset.description[language],
    section: '/vocabularies',
    main: html`${crumbs(frame, way, concept?.label ?? title)}
<div class="thing"><article><header><p class="kind">${concept ? title : VOCABULARY.kind[language]}</p><h1>${concept?.label ?? title}</h1>
${!concept && html`<p class="lead">${dataset.description[language]}</p>`}</header>
${!concept && figures(counts(content, frame), frame)}
${tree(content, frame)}</article>
<aside>${waysCartel(content, frame)}</aside></div>`,
  });
}

function counts({ concepts, tops }: VocabularyContent, { language }: PageFrame) {
  const entry = (
    count: number,
    one: (typeof VOCABULARY)['concept'],
    many: (typeof VOCABULARY)['concept'],
  ) => ({
    count: numberText(count, language),
    noun: agreed(count, one, many, language),
  });
  return [
    entry(concepts, VOCABULARY.concept, VOCABULARY.concepts),
    entry(tops, VOCABULARY.top, VOCABULARY.tops),
  ];
}

function tree({ dataset, branches, total, next }: VocabularyContent, frame: PageFrame): Html {
  const { language } = frame;
  const rest = { shown: numberText(branches.length, language), count: numberText(total, language) };
  return html`<section><h2>${VOCABULARY.tree[language]}</h2><p class="soft small">${VOCABULARY.counts[language]}</p>
${conceptTree(branches, dataset.slug, frame)}
${branches.length < total && html`<p class="pages"><span class="soft">${filled(VOCABULARY.rest, language, rest)}</span> ${next !== undefined && html`<a rel="next" href="${pageAddress(frame, next)}">${VOCABULARY.next[language]}</a>`}</p>`}</section>`;
}

function waysCartel({ dataset, concept }: VocabularyContent, frame: PageFrame): Html {
  const { language } = frame;
  const iri = concept?.iri ?? `${frame.base}dataset/${dataset.slug}`;
  return html`<section class="cartel"><h2>${VOCABULARY.kind[language]}</h2><p class="iri">${iri}</p><ul>
<li>${pageLink(frame, `/dataset/${dataset.slug}`, VOCABULARY.datasetPage[language])}</li>
<li>${pageLink(frame, `/search?dataset=${dataset.slug}`, VOCABULARY.search[language])}</li>
<li>${pageLink(frame, `/reconcile/${dataset.slug}`, VOCABULARY.reconcile[language])}</li></ul></section>`;
}
