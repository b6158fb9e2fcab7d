import { pathOfIri, type Terms } from '../model/index.ts';
import { figures } from './dataset-list.ts';
import { crumbs, type PageFrame, page } from './frame.ts';
import { html } from './html.ts';
import { anchor, pageLink, termTitle } from './links.ts';
import { paragraphs } from './paragraphs.ts';
import { shortName, type TermFacts, termRelations, termSections } from './term-facts.ts';
import { MODEL } from './texts/model-texts.ts';
import { agreed, numberText } from './typography.ts';

/** What the page of a class or property is made of. */
export interface TermContent {
  readonly facts: TermFacts;
  readonly terms: Terms;
  readonly label: (iri: string) => string | undefined;
  /** Whether its definition has an address here. */
  readonly isDefinedHere: boolean;
}

/** A class or property: what it means, and how the data use it. */
export function termPage(frame: PageFrame, { facts, terms, label, isDefinedHere }: TermContent): string {
  const { language } = frame;
  const { iri, kind, use } = facts;
  const reading = { frame, terms, label };
  const title = termTitle(iri, reading);
  const term = terms.find(iri);
  const comment = term?.comment?.[language];
  const noun = agreed(use.count, MODEL.subject, MODEL.subjects, language).toLocaleLowerCase(language);
  const path = isDefinedHere ? pathOfIri(iri, frame.base) : undefined;
  return page(frame, {
    title: `${title} · ${MODEL[kind][language]}`,
    ...(comment !== undefined && { description: comment }),
    section: '/datasets',
    main: html`${crumbs(frame, [{ path: '/model', text: MODEL.title[language] }], title)}
<div class="thing"><article><header><p class="kind">${MODEL[kind][language]}</p><h1>${title}</h1>
${comment !== undefined && html`<div class="lead">${paragraphs(comment)}</div>`}</header>
${figures(
  [
    { count: numberText(use.count, language), noun },
    {
      count: numberText(facts.datasets.length, language),
      noun: MODEL.datasets[language].toLocaleLowerCase(language),
    },
  ],
  frame,
)}
${termRelations(term, terms, frame)}
${termSections(facts, reading)}</article>
<aside><section class="cartel"><h2>${MODEL.identifier[language]}</h2><p class="iri">${iri}</p><p>${shortName(iri, frame)}</p>
<p>${path === undefined ? anchor(iri, MODEL.definition[language]) : pageLink(frame, path, MODEL.definedHere[language])}</p></section></aside></div>`,
  });
}
