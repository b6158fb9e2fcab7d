import { type RDF, rdf } from '../rdf/index.ts';
import { type Fragment, type Html, html, interspersed } from './html.ts';
import { identifierLinks } from './identifier-links.ts';
import { languagesOf } from './languages-of.ts';
import { anchor, iriLink, type Reading, termLabel, termTitle } from './links.ts';
import { type LiteralReading, literalFragment, plain } from './literals.ts';
import type { ThingStatement } from './origin-addresses.ts';
import type { OriginWriter } from './origins.ts';
import { BOUNDS, boundedSpan } from './said-times.ts';
import { isIn, isPartOf, LABELS, literalsOf, preferred, type Sheet, type Statements } from './sheet.ts';
import { filled } from './texts/table.ts';
import { THING } from './texts/thing-texts.ts';
import { spanText } from './time-spans.ts';
import { numberText } from './typography.ts';

/** What it takes to write a sheet's statements as a catalogue entry. */
export interface EntryReading extends Reading, LiteralReading {
  readonly sheet: Sheet;
  /** Whether a statement is shown elsewhere on the page. */
  readonly isElsewhere: (subject: string, property: string, value: RDF.Term) => boolean;
  /** Says of values where they come from; absent: nothing is said. */
  readonly origins?: OriginWriter | undefined;
  /** IRI of the register that the thing's own identifiers are from. */
  readonly register?: string | undefined;
}

/** A property and its values that are shown. */
interface Row {
  readonly property: string;
  readonly values: readonly RDF.Term[];
}

/** Beyond so many values of one property, the page shows the first and says where all are. */
export const MOST_VALUES = 40;
const DEEPEST = 4;

/**
 * A subject's statements as a list: properties in the order of the application profile, hash IRIs of the thing in
 * place. `way` holds the subjects that this one is nested in.
 */
export function entry(subject: string, reading: EntryReading, way: readonly string[] = []): Html | undefined {
  const rows = rowsOf(subject, reading, way);
  const dates = datesOf(subject, reading);
  if (rows.length === 0 && dates === undefined) return undefined;
  return html`<dl class="says">${dates && html`<div><dt>${THING.dates[reading.frame.language]}</dt><dd>${dates} ${whence(boundsOf(subject, reading), reading)}</dd></div>`}${rows.map(
    (row) =>
      html`<div><dt>${rowTitle(row.property, reading)}</dt><dd>${valuesOf(subject, row, reading, [...way, subject])}</dd></div>`,
  )}</dl>`;
}

/** Hash IRIs that nothing of the thing leads to: they are written after it. */
export function looseParts({ sheet }: EntryReading): readonly string[] {
  return [...sheet.subjects.keys()].filter(
    (subject) => subject !== sheet.iri && !sheet.reachedBy.has(subject),
  );
}

function rowsOf(subject: string, reading: EntryReading, way: readonly string[]): readonly Row[] {
  const statements: Statements = reading.sheet.subjects.get(subject) ?? new Map();
  const dated = datesOf(subject, reading) !== undefined;
  const isShown = (property: string) => (value: RDF.Term) =>
    !(dated && BOUNDS.has(property)) &&
    !reading.isElsewhere(subject, property, value) &&
    !isHollow(value, reading, [...way, subject]);
  return [...statements]
    .map(([property, values]) => ({ property, values: values.filter(isShown(property)) }))
    .filter(({ values }) => values.length > 0)
    .sort((a, b) => byOrder(a.property, b.property, reading));
}

/** Types last; then the profile's order; then the alphabet. */
function byOrder(a: string, b: string, reading: EntryReading): number {
  if (a === rdf.type || b === rdf.type) return Number(a === rdf.type) - Number(b === rdf.type);
  const [first, second] = [reading.terms.order(a), reading.terms.order(b)];
  if (first !== second) return first < second ? -1 : 1;
  return termLabel(a, reading).localeCompare(termLabel(b, reading), reading.frame.language);
}

/** Whether a part of the thing has nothing left to show: its coordinates, say, are on the map. */
function isHollow(value: RDF.Term, reading: EntryReading, way: readonly string[]): boolean {
  if (!isNested(value, reading, way) || datesOf(value.value, reading) !== undefined) return false;
  return rowsOf(value.value, reading, way).every(({ property }) => property === rdf.type);
}

const isNested = (value: RDF.Term, { sheet }: EntryReading, way: readonly string[]): boolean =>
  isPartOf(sheet.iri, value) &&
  sheet.subjects.has(value.value) &&
  !way.includes(value.value) &&
  way.length < DEEPEST;

const rowTitle = (property: string, reading: EntryReading): string =>
  property === rdf.type ? THING.nature[reading.frame.language] : termTitle(property, reading);

const whence = (statements: readonly ThingStatement[], { origins }: EntryReading): Fragment =>
  origins?.details(statements);

/** What the dates of a subject are read from. */
function boundsOf(subject: string, { sheet }: EntryReading): readonly ThingStatement[] {
  const statements = sheet.subjects.get(subject) ?? new Map<string, readonly RDF.Term[]>();
  return [...BOUNDS].flatMap((property) =>
    (statements.get(property) ?? []).map((value) => ({ subject, property, value })),
  );
}

/** The years between a subject's bounds, in words: one line instead of two. */
function datesOf(subject: string, { sheet, frame }: EntryReading): string | undefined {
  const span = boundedSpan(sheet.subjects.get(subject) ?? new Map());
  return span && spanText(span, frame.language);
}

function valuesOf(
  subject: string,
  { property, values }: Row,
  reading: EntryReading,
  way: readonly string[],
): Fragment {
  const { language } = reading.frame;
  const all = reading.sheet.subjects.get(subject)?.get(property) ?? values;
  // Where the reader's own text stands at the top of the page, the others are no less in another language.
  const isApart = (value: RDF.Term) =>
    isForeign(value, language) && !all.every((one) => isForeign(one, language));
  const own = values.filter((value) => !isApart(value));
  const foreign = values.filter(isApart);
  const said = (some: readonly RDF.Term[]): readonly ThingStatement[] =>
    some.slice(0, MOST_VALUES).map((value) => ({ subject, property, value }));
  const others = foreign.slice(0, MOST_VALUES);
  return [
    own.length > 0 && ownValues(said(own), reading, way),
    own.length > MOST_VALUES && moreNote(own.length, reading),
    others.length > 0 && otherLanguages(others, reading, whence(said(others), reading)),
  ];
}

/** Where the values come from is said once of all, or of each. */
function ownValues(
  statements: readonly ThingStatement[],
  reading: EntryReading,
  way: readonly string[],
): Fragment {
  const shown = (statement: ThingStatement) =>
    html`${shownValue(statement.value, reading, way)}${identifierLinks(statement, reading)}`;
  const [first, ...others] = statements;
  // Of a part in place, what stands in it says so; that it is a part, the top of the page does.
  if (first && others.length === 0)
    return isNested(first.value, reading, way)
      ? shown(first)
      : html`${shown(first)} ${whence([first], reading)}`;
  if (reading.origins?.isOne(statements) ?? true)
    return html`<ul>${statements.map((one) => html`<li>${shown(one)}</li>`)}</ul>${whence(statements, reading)}`;
  return html`<ul>${statements.map((one) => html`<li>${shown(one)} ${whence([one], reading)}</li>`)}</ul>`;
}

const isForeign = (value: RDF.Term, language: string): boolean =>
  value.termType === 'Literal' && value.language !== '' && !isIn(value, language);

function shownValue(value: RDF.Term, reading: EntryReading, way: readonly string[]): Fragment {
  if (value.termType === 'Literal') return literalFragment(value, reading);
  if (value.termType !== 'NamedNode') return plain(value.value);
  if (isNested(value, reading, way)) return part(value.value, reading, way);
  return iriLink(value.value, reading);
}

/** A part of the thing in place; one that is only named or dated is its name and its dates, in one line. */
function part(subject: string, reading: EntryReading, way: readonly string[]): Fragment {
  const rows = rowsOf(subject, reading, way);
  if (!rows.every(({ property }) => property === rdf.type || LABELS.includes(property))) {
    return entry(subject, reading, way);
  }
  const name = preferred(
    literalsOf(reading.sheet.subjects.get(subject) ?? new Map(), LABELS),
    reading.frame.language,
  );
  const dates = datesOf(subject, reading);
  const said = dates !== undefined && name?.value.includes(dates);
  const line = interspersed([name && literalFragment(name, reading), !said && dates], ' · ');
  return html`${line} ${whence(statementsOf(subject, reading), reading)}`;
}

/** All that is said of a subject. */
const statementsOf = (subject: string, { sheet }: EntryReading): readonly ThingStatement[] =>
  [...(sheet.subjects.get(subject) ?? [])].flatMap(([property, values]) =>
    values.map((value) => ({ subject, property, value })),
  );

function otherLanguages(values: readonly RDF.Term[], reading: EntryReading, origin: Fragment): Html {
  return html`<details class="fold"><summary>${languagesOf(values, reading.frame.language)}</summary><ul>${values.map(
    (value) => html`<li>${shownValue(value, reading, [])}</li>`,
  )}</ul>${origin}</details>`;
}

function moreNote(count: number, { frame, turtle }: EntryReading): Html {
  const numbers = {
    shown: numberText(MOST_VALUES, frame.language),
    count: numberText(count, frame.language),
  };
  return html`<p class="note">${filled(THING.moreValues, frame.language, numbers)}${anchor(turtle, 'Turtle')}.</p>`;
}
