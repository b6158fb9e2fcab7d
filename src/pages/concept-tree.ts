import { pathOfIri, type TreeConcept } from '../model/index.ts';
import { type PageFrame, pageAddress } from './frame.ts';
import { type Html, html } from './html.ts';
import { anchor, pageLink } from './links.ts';
import { mapAddress } from './map-address.ts';
import { searchAddress } from './search-address.ts';
import { filled } from './texts/table.ts';
import { VOCABULARY } from './texts/vocabulary-texts.ts';
import { counted, numberText, shortened, withoutDirectionControls } from './typography.ts';

/** A concept with those of its narrower ones that are shown. */
export interface ConceptBranch {
  readonly concept: TreeConcept;
  readonly narrower: readonly ConceptBranch[];
  /** Whether its branch is open from the start. */
  readonly isOpen?: boolean;
}

/** Where the branch of a concept is shown: the tree of its vocabulary, from it on. */
export const branchAddress = (frame: PageFrame, slug: string, iri: string): string =>
  pageAddress(frame, `/vocabulary/${slug}?concept=${encodeURIComponent(iri)}`);

/**
 * Concepts one below the other: branches fold without a script, and those that are not here are an address.
 * @param slug of the vocabulary
 */
export function conceptTree(branches: readonly ConceptBranch[], slug: string, frame: PageFrame): Html {
  return html`<ul class="tree">${branches.map((branch) => branchItem(branch, slug, frame))}</ul>`;
}

function branchItem({ concept, narrower, isOpen }: ConceptBranch, slug: string, frame: PageFrame): Html {
  return html`<li><p class="term">${conceptLink(concept, frame)}${thingCount(concept, frame)}</p>${
    concept.narrower > 0 && narrowerOf(concept, { narrower, isOpen }, slug, frame)
  }</li>`;
}

function narrowerOf(
  concept: TreeConcept,
  { narrower, isOpen }: { narrower: readonly ConceptBranch[]; isOpen: boolean | undefined },
  slug: string,
  frame: PageFrame,
): Html {
  const { language } = frame;
  const text = filled(VOCABULARY.narrowerCount, language, { count: numberText(concept.narrower, language) });
  if (narrower.length === 0)
    return html`<p class="unfold"><a href="${branchAddress(frame, slug, concept.iri)}">${text}<span class="unseen"> : ${shortened(concept.label, 80)}</span></a></p>`;
  return html`<details${isOpen ? html` open` : ''}><summary>${text}<span class="unseen"> : ${shortened(concept.label, 80)}</span></summary>${conceptTree(narrower, slug, frame)}</details>`;
}

/** The concept by its name. */
export function conceptLink({ iri, label }: Pick<TreeConcept, 'iri' | 'label'>, frame: PageFrame): Html {
  const path = pathOfIri(iri, frame.base);
  const name = html`<bdi>${withoutDirectionControls(shortened(label, 120))}</bdi>`;
  return path === undefined ? anchor(iri, name) : pageLink(frame, path, name);
}

/** How many things are under it, which leads to them. */
function thingCount({ iri, things }: TreeConcept, frame: PageFrame): Html | undefined {
  const { language } = frame;
  if (things === 0) return undefined;
  const noun = counted(things, VOCABULARY.thing, VOCABULARY.things, language);
  return html` <a class="count" href="${conceptSearch(frame, iri)}" title="${noun}">${numberText(things, language)}<span class="unseen"> ${noun.replace(/^\S+\s/, '')}</span></a>`;
}

/** The things under a concept, as a search. */
export const conceptSearch = (frame: PageFrame, iri: string): string =>
  pageAddress(frame, searchAddress({ chosen: { concept: [iri] } }, frame.base));

/** The same on a map. */
export const conceptMap = (frame: PageFrame, iri: string): string =>
  pageAddress(frame, mapAddress(frame, { chosen: { concept: [iri] } }));
