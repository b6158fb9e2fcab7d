import {
  type Bilingual,
  type ContributionKind,
  isValueName,
  type ReportedStatement,
  spaced,
  type Terms,
} from '../model/index.ts';
import { parseLines } from '../rdf/index.ts';
import { scriptAddress } from './assets.ts';
import { type ContributionField, FIELDS, type FieldName, TRAP } from './contribution-fields.ts';
import { crumbs, type PageFrame, page, pageAddress } from './frame.ts';
import { type Fragment, type Html, html } from './html.ts';
import { iriLink, type Reading, termTitle } from './links.ts';
import { literalFragment, plain } from './literals.ts';
import { paragraphs } from './paragraphs.ts';
import { FORM, FORMS } from './texts/contribution-texts.ts';
import { filled } from './texts/table.ts';
import { numberText, shortened } from './typography.ts';

/** What a form is about, as the release has it. */
export interface ContributionSubject {
  readonly iri: string;
  readonly isDataset: boolean;
  /** As it stands in the release; absent: the whole thing. */
  readonly statement?: ReportedStatement;
  /** Whether a statement was asked for that the release does not hold. */
  readonly isStatementGone?: boolean;
}

/** What is wrong with what was sent; without a field, with the whole. */
export interface FormFault {
  readonly field?: FieldName | typeof TRAP;
  readonly text: Bilingual;
}

/** What the page of a form is made of. */
export interface ContributionFormContent {
  readonly kind: ContributionKind;
  /** Root-relative address that takes the form. */
  readonly action: string;
  /** Absent: no form is taken. */
  readonly seal?: string;
  readonly subject?: ContributionSubject;
  /** Names and values that say what it is about. */
  readonly hidden: readonly (readonly [name: string, value: string])[];
  readonly values: Readonly<Partial<Record<FieldName | typeof TRAP, string>>>;
  readonly faults: readonly FormFault[];
  readonly terms: Terms;
  readonly label: (iri: string) => string | undefined;
  /** What the publisher says on the page of contact. */
  readonly introduction?: Bilingual;
}

export const contributionStyle = (): Html =>
  html`<link rel="stylesheet" href="${scriptAddress('site', 'contributions.css')}">\n`;

/** A form for readers: what it is about, what is to be written, what becomes of it. */
export function contributionFormPage(frame: PageFrame, content: ContributionFormContent): string {
  const { language } = frame;
  const { kind, subject, faults, introduction } = content;
  const texts = FORMS[kind];
  const reading: Reading = { frame, terms: content.terms, label: content.label };
  const title = texts.title[language];
  return page(frame, {
    title: faults.length > 0 ? `${FORM.faults[language]} · ${title}` : title,
    description: texts.lead[language],
    head: contributionStyle(),
    main: html`${subject && way(subject, reading, title)}
<div class="thing contribute"><article><header><h1>${title}</h1>
<p class="lead">${texts.lead[language]}</p>${faults.length > 0 && summary(faults, frame)}</header>
${introduction && paragraphs(introduction[language])}
${subject && subjectFacts(subject, reading)}
${content.seal === undefined ? html`<p>${FORM.closed[language]}</p>` : form(frame, content, content.seal)}</article>
<aside>${content.seal !== undefined && cartels(kind, frame)}</aside></div>`,
  });
}

function way(subject: ContributionSubject, { frame, label }: Reading, here: string): Html {
  const path = `/${subject.iri.slice(frame.base.length)}`;
  return crumbs(frame, [{ path, text: shortened(label(subject.iri) ?? path, 80) }], here);
}

/** What is wrong, first on the page, each with a link to its field. */
function summary(faults: readonly FormFault[], { language }: PageFrame): Html {
  return html`<div class="faults" role="alert" tabindex="-1" id="faults"><h2>${FORM.faults[language]}</h2><ul>${faults.map(
    ({ field, text }) =>
      html`<li>${field === undefined ? spaced(text[language], language) : html`<a href="#${field}">${spaced(text[language], language)}</a>`}</li>`,
  )}</ul><p class="soft">${FORM.nothingLost[language]}</p></div>`;
}

/** The statement in words, from the release. */
function subjectFacts(
  { iri, isDataset, statement, isStatementGone }: ContributionSubject,
  reading: Reading,
): Html {
  const { frame } = reading;
  const { language } = frame;
  const whole = isDataset ? FORM.wholeDataset : FORM.whole;
  return html`${isStatementGone && html`<p class="message">${filled(FORM.gone, language, { id: frame.release.id })}</p>`}
<dl class="says reported"><div><dt>${FORM.about[language]}</dt><dd>${iriLink(iri, reading)}${!statement && html`<span class="note">${whole[language]}</span>`}</dd></div>
${statement && html`<div><dt>${termTitle(statement.property, reading)}</dt><dd>${statementValue(statement, reading)}</dd></div>`}</dl>
<p class="soft small">${filled(FORM.inRelease, language, { id: frame.release.id })}</p>`;
}

/** The value of a statement as a thing's page shows it. */
export function statementValue({ subject, property, value }: ReportedStatement, reading: Reading): Fragment {
  if (value === undefined) return FORM.allValues[reading.frame.language];
  if (isValueName(value))
    return html`${FORM.longValue[reading.frame.language]} <code class="iri">${value}</code>`;
  const [quad] = parseLines([`<${subject}> <${property}> ${value} .`]);
  if (quad?.object.termType === 'Literal') return literalFragment(quad.object, reading);
  return quad?.object.termType === 'NamedNode' ? iriLink(quad.object.value, reading) : plain(value);
}

function form(frame: PageFrame, content: ContributionFormContent, seal: string): Html {
  const { language } = frame;
  const { kind, action, hidden } = content;
  return html`<form class="contribution" method="post" action="${pageAddress(frame, action)}" novalidate>
<input type="hidden" name="seal" value="${seal}">${hidden.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${FIELDS[kind].map((one) => field(one, content, frame))}
${trap(content, frame)}
<p><button>${FORMS[kind].send[language]}</button></p></form>`;
}

function field(
  { name, label, hint, isRequired, most, control }: ContributionField,
  { values, faults }: ContributionFormContent,
  { language }: PageFrame,
): Html {
  const fault = faults.find((one) => one.field === name);
  const count = numberText(most, language);
  const notes = [hint?.[language], control === 'area' && filled(FORM.most, language, { count })].filter(
    Boolean,
  );
  const described = [fault && `${name}-fault`, notes.length > 0 && `${name}-hint`].filter(Boolean).join(' ');
  const attributes = html` id="${name}" name="${name}" maxlength="${most}"${isRequired && html` required`}${fault && html` aria-invalid="true"`}${described !== '' && html` aria-describedby="${described}"`}${AUTOCOMPLETE[name] && html` autocomplete="${AUTOCOMPLETE[name]}"`}`;
  return html`<div class="field"><label for="${name}">${label[language]}${!isRequired && html` <span class="soft">(${FORM.optional[language]})</span>`}</label>
${notes.length > 0 && html`<p class="hint" id="${name}-hint">${notes.join(' ')}</p>`}${fault && html`<p class="fault" id="${name}-fault">${spaced(fault.text[language], language)}</p>`}${
  control === 'area'
    ? html`<textarea${attributes} rows="6" dir="auto">\n${values[name] ?? ''}</textarea>`
    : html`<input${attributes} type="${INPUT_TYPES[control]}" value="${values[name] ?? ''}"${control === 'line' && html` dir="auto"`}>`
}</div>`;
}

const INPUT_TYPES = { line: 'text', address: 'url', email: 'email' } as const;
const AUTOCOMPLETE: Readonly<Partial<Record<FieldName, string>>> = { name: 'name', email: 'email' };

/** Out of sight until it was filled: then a person, whose browser did so, can empty it. */
function trap({ values, faults }: ContributionFormContent, { language }: PageFrame): Html {
  const isFilled = faults.some(({ field: one }) => one === TRAP);
  return html`<div class="${isFilled ? 'field' : 'trap'}"${!isFilled && html` aria-hidden="true"`}><label for="${TRAP}">${FORM.trap[language]}</label>
<input id="${TRAP}" name="${TRAP}" value="${values[TRAP] ?? ''}" autocomplete="off"${!isFilled && html` tabindex="-1"`}></div>`;
}

function cartels(kind: ContributionKind, { language }: PageFrame): Html {
  const isMessage = kind === 'message';
  const kept = [
    FORM.privacyWhat,
    FORM.privacyEmail,
    isMessage ? FORM.privacyMessage : FORM.privacyPublished,
    FORM.privacyRight,
  ];
  const next = isMessage
    ? [FORM.nextNumber, FORM.nextRead, FORM.nextAnswer]
    : [FORM.nextNumber, FORM.nextRead, FORM.nextPublished, ...(kind === 'report' ? [FORM.nextResolved] : [])];
  return html`<section class="cartel"><h2>${FORM.next[language]}</h2><ol class="steps">${next.map((one) => html`<li>${one[language]}</li>`)}</ol></section>
<section class="cartel"><h2>${FORM.privacy[language]}</h2>${kept.map((one) => html`<p class="small">${one[language]}</p>`)}</section>`;
}
