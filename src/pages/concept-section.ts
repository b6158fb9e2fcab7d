import type { IncomingLinks, TreeConcept } from '../model/index.ts';
import { skos } from '../rdf/index.ts';
import { branchAddress, conceptLink, conceptMap, conceptSearch } from './concept-tree.ts';
import { type PageFrame, pageAddress } from './frame.ts';
import { type Fragment, type Html, html } from './html.ts';
import { filled } from './texts/table.ts';
import { VOCABULARY } from './texts/vocabulary-texts.ts';
import { counted, numberText } from './typography.ts';

/** Where a concept stands. */
export interface ConceptPlace {
  readonly concept: TreeConcept;
  /** Slug of the vocabulary that it is in. */
  readonly vocabulary: string;
  /** One way up, the widest first. */
  readonly above: readonly Pick<TreeConcept, 'iri' | 'label'>[];
  /** The first of those right below it. */
  readonly narrower: readonly TreeConcept[];
}

/** What is above and below a concept, and the things under it. */
export function conceptSection(place: ConceptPlace, frame: PageFrame): Html {
  const { language } = frame;
  const { concept, vocabulary, above, narrower } = place;
  const inTree =
    concept.narrower > 0
      ? branchAddress(frame, vocabulary, concept.iri)
      : pageAddress(frame, `/vocabulary/${vocabulary}`);
  const more = concept.narrower - narrower.length;
  const rows: readonly (readonly [string, Fragment])[] = [
    [VOCABULARY.broader[language], above.length > 0 && lineage(above, frame)],
    [
      VOCABULARY.narrower[language],
      narrower.length > 0 &&
        html`<ul class="run">${narrower.map((one) => html`<li>${conceptLink(one, frame)}${one.things > 0 && html` <span class="soft number">${numberText(one.things, language)}</span>`}</li>`)}${more > 0 && html`<li><a href="${inTree}">${filled(VOCABULARY.all, language, { count: numberText(concept.narrower, language) })}</a></li>`}</ul>`,
    ],
    [VOCABULARY.under[language], under(concept, frame)],
  ];
  return html`<section class="concept"><h2>${VOCABULARY.tree[language]}</h2><dl class="says">${rows
    .filter(([, value]) => value !== false)
    .map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
<p class="small"><a href="${inTree}">${VOCABULARY.inTree[language]}</a></p></section>`;
}

const lineage = (above: ConceptPlace['above'], frame: PageFrame): Html =>
  html`<ol class="lineage">${above.map((one) => html`<li>${conceptLink(one, frame)}</li>`)}</ol>`;

function under({ iri, things }: TreeConcept, frame: PageFrame): Fragment {
  const { language } = frame;
  if (things === 0) return VOCABULARY.nothingUnder[language];
  const count = counted(things, VOCABULARY.thing, VOCABULARY.things, language);
  return html`${filled(VOCABULARY.underText, language, { count })}<br><a href="${conceptSearch(frame, iri)}">${VOCABULARY.list[language]}</a> · <a href="${conceptMap(frame, iri)}">${VOCABULARY.onMap[language]}</a>`;
}

/** Links to a concept but those by which its tree is made: these the section tells. */
export const linksBesideTree = (links: readonly IncomingLinks[]): readonly IncomingLinks[] =>
  links.filter(({ property }) => property !== skos.broader && property !== skos.narrower);
