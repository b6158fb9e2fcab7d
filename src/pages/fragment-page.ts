import type { RDF } from '../rdf/index.ts';
import { type PageFrame, page } from './frame.ts';
import { type Fragment, type Html, html } from './html.ts';
import { iriLink, type Reading, termTitle } from './links.ts';
import { literalFragment, plain } from './literals.ts';
import { FRAGMENTS } from './texts/stream-texts.ts';
import { filled } from './texts/table.ts';
import { counted, numberText, shortened } from './typography.ts';

const POSITIONS = ['subject', 'predicate', 'object'] as const;

/** A page of the statements that follow a pattern. */
export interface FragmentContent extends Omit<Reading, 'frame'> {
  /** What was asked for, as it was written. */
  readonly asked: Readonly<Partial<Record<(typeof POSITIONS)[number], string>>>;
  readonly statements: readonly RDF.Quad[];
  readonly total: number;
  /** From 1 on. */
  readonly page: number;
  /** Root-relative addresses of the pages around, and of the same page as data. */
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
}

/** The statements of a page are cut short for people: programs read them whole. */
const LONGEST = 300;

/** A page of a triple pattern fragment for people: the form by which another is found, how many there are, a table. */
export function fragmentPage(frame: PageFrame, content: FragmentContent): string {
  const { language } = frame;
  const { total, previous, next } = content;
  const found = counted(total, FRAGMENTS.statement, FRAGMENTS.statements, language);
  const number = filled(FRAGMENTS.page, language, { page: numberText(content.page, language) });
  const link = (to: string | undefined, relation: 'prev' | 'next', text: string) =>
    to !== undefined && html`<a rel="${relation}" href="${to}">${text}</a> `;
  return page(frame, {
    title: FRAGMENTS.title[language],
    description: FRAGMENTS.lead[language],
    section: '/sparql',
    head: html`<meta name="robots" content="noindex, follow">
`,
    main: html`<h1>${FRAGMENTS.title[language]}</h1><p class="lead">${FRAGMENTS.lead[language]}</p>
${form(frame, content)}
<section><h2>${found}<span class="soft small"> ${number}</span></h2>${content.statements.length > 0 && table(frame, content)}
<p class="pages">${link(previous, 'prev', FRAGMENTS.previous[language])}${link(next, 'next', FRAGMENTS.next[language])}</p></section>`,
  });
}

function form({ language, languageChosen }: PageFrame, { asked }: FragmentContent): Html {
  return html`<form class="query" action="/fragments" method="get">${languageChosen && html`<input type="hidden" name="lang" value="${language}">`}
${POSITIONS.map((name) => html`<div class="ask field"><label for="${name}">${FRAGMENTS[name][language]}</label><input id="${name}" name="${name}" value="${asked[name] ?? ''}" autocomplete="off" spellcheck="false"></div>`)}
<div class="ask"><button>${FRAGMENTS.ask[language]}</button></div></form>`;
}

function table(frame: PageFrame, { statements, terms, label }: FragmentContent): Html {
  const reading: Reading = { frame, terms, label };
  const title = FRAGMENTS.title[frame.language];
  return html`<div class="wide" tabindex="0" role="region" aria-label="${title}"><table class="stacked"><thead><tr>${POSITIONS.map((name) => html`<th scope="col">${FRAGMENTS[name][frame.language].replace(/ \(.*/, '')}</th>`)}</tr></thead>
<tbody>${statements.map(
    ({ subject, predicate, object }) =>
      html`<tr><td>${iriLink(subject.value, reading)}</td><td>${termTitle(predicate.value, reading)}</td><td>${valueCell(object, reading)}</td></tr>\n`,
  )}</tbody></table></div>`;
}

function valueCell(term: RDF.Term, reading: Reading): Fragment {
  if (term.termType === 'NamedNode') return iriLink(term.value, reading);
  if (term.termType !== 'Literal' || term.value.length > LONGEST)
    return plain(shortened(term.value, LONGEST));
  return literalFragment(term, reading);
}
