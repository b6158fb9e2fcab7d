import { type RDF, rdf } from '../rdf/index.ts';
import { anchor, iriLink, type Reading, termLabel } from './links.ts';
import { type Fragment, type Html, html } from './html.ts';
import { type LiteralReading, literalFragment, plain } from './literals.ts';
import { isIn, isPartOf, type Sheet, type Statements } from './sheet.ts';
import { filled } from './texts/table.ts';
import { THING } from './texts/thing-texts.ts';
import { numberText } from './typography.ts';

/** What it takes to write a sheet's statements as a catalogue entry. */
export interface EntryReading extends Reading, LiteralReading {
  readonly sheet: Sheet;
  /** Whether a statement is shown elsewhere on the page. */
  readonly isElsewhere: (subject: string, property: string, value: RDF.Term) => boolean;
}

/** A property and its values that are shown. */
interface Row {
  readonly property: string;
  readonly values: readonly RDF.Term[];
}

/** Beyond so many values of one property, the page shows the first and says where all are. */
const MOST_VALUES = 40;
const DEEPEST = 4;

/**
 * A subject's statements as a list: properties in the order of the application profile, hash IRIs of the thing in
 * place. `way` holds the subjects that this one is nested in.
 */
export function entry(subject: string, reading: EntryReading, way: readonly string[] = []): Html | undefined {
  const rows = rowsOf(subject, reading, way);
  if (rows.length === 0) return undefined;
  return html`<dl class="says">${rows.map(
    (row) => html`<div><dt>${termTitle(row.property, reading)}</dt><dd>${valuesOf(row, reading, [...way, subject])}</dd></div>`,
  )}</dl>`;
}

/** Hash IRIs that nothing of the thing leads to: they are written after it. */
export function looseParts({ sheet }: EntryReading): readonly string[] {
  return [...sheet.subjects.keys()].filter((subject) => subject !== sheet.iri && !sheet.reachedBy.has(subject));
}

function rowsOf(subject: string, reading: EntryReading, way: readonly string[]): readonly Row[] {
  const statements: Statements = reading.sheet.subjects.get(subject) ?? new Map();
  const isShown = (property: string) => (value: RDF.Term) =>
    !reading.isElsewhere(subject, property, value) && !isHollow(value, reading, [...way, subject]);
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
  if (!isNested(value, reading, way)) return false;
  return rowsOf(value.value, reading, way).every(({ property }) => property === rdf.type);
}

const isNested = (value: RDF.Term, { sheet }: EntryReading, way: readonly string[]): boolean =>
  isPartOf(sheet.iri, value) &&
  sheet.subjects.has(value.value) &&
  !way.includes(value.value) &&
  way.length < DEEPEST;

const termTitle = (property: string, reading: EntryReading): string => {
  const label = property === rdf.type ? THING.nature[reading.frame.language] : termLabel(property, reading);
  return label.charAt(0).toLocaleUpperCase(reading.frame.language) + label.slice(1);
};

function valuesOf({ values }: Row, reading: EntryReading, way: readonly string[]): Fragment {
  const { own, foreign } = byLanguage(values, reading.frame.language);
  const shown = own.slice(0, MOST_VALUES).map((value) => valueOf(value, reading, way));
  return [
    shown.length === 1 ? shown[0] : html`<ul>${shown.map((value) => html`<li>${value}</li>`)}</ul>`,
    own.length > MOST_VALUES && moreNote(own.length, reading),
    foreign.length > 0 && otherLanguages(foreign.slice(0, MOST_VALUES), reading),
  ];
}

/** Values for this reader first; texts in other languages apart, unless there is nothing else. */
function byLanguage(values: readonly RDF.Term[], language: string) {
  const isForeign = (value: RDF.Term) =>
    value.termType === 'Literal' && value.language !== '' && !isIn(value, language);
  const own = values.filter((value) => !isForeign(value));
  return own.length === 0 ? { own: values, foreign: [] } : { own, foreign: values.filter(isForeign) };
}

function valueOf(value: RDF.Term, reading: EntryReading, way: readonly string[]): Fragment {
  if (value.termType === 'Literal') return literalFragment(value, reading);
  if (value.termType !== 'NamedNode') return plain(value.value);
  if (isNested(value, reading, way)) return entry(value.value, reading, way);
  return iriLink(value.value, reading);
}

function otherLanguages(values: readonly RDF.Term[], reading: EntryReading): Html {
  return html`<details class="fold"><summary>${THING.otherLanguages[reading.frame.language]}</summary><ul>${values.map(
    (value) => html`<li>${valueOf(value, reading, [])}</li>`,
  )}</ul></details>`;
}

function moreNote(count: number, { frame, turtle }: EntryReading): Html {
  const numbers = { shown: numberText(MOST_VALUES, frame.language), count: numberText(count, frame.language) };
  return html`<p class="note">${filled(THING.moreValues, frame.language, numbers)}${anchor(turtle, 'Turtle')}.</p>`;
}
