import { type Dataset, pathOfIri, type ResourceDescription } from '../model/index.ts';
import { geo, type RDF, rdf } from '../rdf/index.ts';
import { ELSEWHERE } from './cartels.ts';
import { pageAddress } from './frame.ts';
import { type Fragment, type Html, html, interspersed } from './html.ts';
import { anchor, iriLink, pageLink, type Reading, termTitle } from './links.ts';
import { literalFragment } from './literals.ts';
import { COORDINATE_PROPERTIES } from './said-places.ts';
import { boundedSpan } from './said-times.ts';
import {
  isIn,
  isPartOf,
  LABELS,
  literalsOf,
  ownStatements,
  preferred,
  readSheet,
  type Sheet,
} from './sheet.ts';
import { DATASET } from './texts/dataset-texts.ts';
import { filled } from './texts/table.ts';
import { spanText } from './time-spans.ts';
import { shortened, withoutDirectionControls } from './typography.ts';

/** A thing as a row. */
export interface TableRow {
  readonly label: string;
  readonly description: Pick<ResourceDescription, 'iri' | 'lines'>;
}

/** A page of the table of a dataset. */
export interface TableContent {
  /** Things that columns are chosen by: the same on every page. */
  readonly sample: readonly TableRow['description'][];
  readonly rows: readonly TableRow[];
  /** The IRI that the table continues after, where it is not the first page; and the one that the next page does. */
  readonly after?: string;
  readonly next?: string;
}

const MOST_COLUMNS = 6;
const MOST_VALUES = 3;
const LONGEST_VALUE = 60;
/** Characters of a cell, about. */
const LONGEST_CELL = 80;
/** Texts that are mostly longer make no column. */
const LONGEST_COLUMN = 160;

/** The things of a dataset, a row each, with what is most often said of them. */
export function tableSection(dataset: Dataset, table: TableContent, reading: Reading): Html {
  const { frame } = reading;
  const { language } = frame;
  const here = `/dataset/${dataset.slug}`;
  const title = filled(DATASET.tableOf, language, { title: dataset.title[language] });
  // The things of the first page are those that columns are chosen by.
  const read = new Map(table.sample.map((description) => [description, readSheet(description)]));
  const sheetOf = ({ description }: TableRow) => read.get(description) ?? readSheet(description);
  const columns = chosenColumns([...read.values()], reading);
  const next = table.next && pageAddress(frame, `${here}?after=${encodeURIComponent(table.next)}#liste`);
  const ways = [
    pageLink(frame, `/search?dataset=${dataset.slug}`, DATASET.searchIn[language]),
    anchor(`${here}/table.csv`, DATASET.wholeTable[language]),
  ];
  return html`<section><h2>${DATASET.list[language]}</h2><p>${interspersed(ways, ' · ')}</p>
${
  table.rows.length === 0
    ? html`<p class="soft">${DATASET.empty[language]}</p>`
    : html`<div class="wide" tabindex="0" role="region" aria-label="${title}"><table class="data">
<thead><tr><th scope="col">${DATASET.name[language]}</th>${columns.map((property) => html`<th scope="col">${termTitle(property, reading)}</th>`)}</tr></thead>
<tbody>${table.rows.map((row) => tableRow(row, sheetOf(row), { columns, reading }))}</tbody></table></div>`
}
${(table.after !== undefined || next) && html`<p class="pages">${table.after !== undefined && pageLink(frame, `${here}#liste`, DATASET.first[language])} ${next && html`<a rel="next" href="${next}">${DATASET.next[language]}</a>`}</p>`}</section>`;
}

interface RowReading {
  readonly columns: readonly string[];
  readonly reading: Reading;
}

function tableRow({ label, description }: TableRow, sheet: Sheet, { columns, reading }: RowReading): Html {
  const { frame } = reading;
  const path = pathOfIri(description.iri, frame.base);
  const name = html`<bdi>${withoutDirectionControls(shortened(label, 120))}</bdi>`;
  const named = path === undefined ? anchor(description.iri, name) : pageLink(frame, path, name);
  return html`<tr><th scope="row">${named}</th>${columns.map((property) => html`<td>${cell(sheet, property, reading)}</td>`)}</tr>`;
}

/** What most things say, shortly: not their names, their places, their addresses elsewhere, nor what all say alike. */
function chosenColumns(sheets: readonly Sheet[], { terms, frame }: Reading): readonly string[] {
  const said = new Map<string, RDF.Term[][]>();
  for (const sheet of sheets)
    for (const [property, values] of ownStatements(sheet)) {
      const known = said.get(property);
      if (known) known.push([...values]);
      else said.set(property, [[...values]]);
    }
  const names = sheets.map((sheet) => literalsOf(ownStatements(sheet), LABELS)[0]?.value.toLowerCase() ?? '');
  return [...said]
    .filter(([property, all]) => isTelling(property, all, sheets.length, frame.base))
    .filter(([, all]) => !isPartOfNames(all, names))
    .map(([property, all]) => ({ property, worth: all.length * worthOf(all.flat(), frame.base) }))
    .sort((a, b) => b.worth - a.worth || terms.order(a.property) - terms.order(b.property))
    .slice(0, MOST_COLUMNS)
    .map(({ property }) => property)
    .sort((a, b) => terms.order(a) - terms.order(b));
}

/** Whether most of what is said stands in the names already. */
function isPartOfNames(all: readonly (readonly RDF.Term[])[], names: readonly string[]): boolean {
  const known = all.filter(([first]) =>
    names.some((name) => name.includes(first?.value.toLowerCase() ?? ' ')),
  );
  return known.length * 2 > all.length;
}

/** Links to other things tell more than words, words more than parts, which have to be told in short. */
function worthOf(values: readonly RDF.Term[], base: string): number {
  const links = values.filter(({ termType, value }) => termType === 'NamedNode' && value.startsWith(base));
  const parts = links.filter(({ value }) => value.includes('#'));
  if (parts.length * 2 > values.length) return 0.5;
  return links.length * 2 > values.length ? 1.5 : 1;
}

function isTelling(
  property: string,
  all: readonly (readonly RDF.Term[])[],
  things: number,
  base: string,
): boolean {
  if (SHOWN_OTHERWISE.has(property) || COORDINATE_PROPERTIES.has(property)) return false;
  const values = all.flat();
  if (things > 3 && new Set(values.map(({ value }) => value)).size === 1) return false;
  const long = values.filter(
    ({ termType, value }) => termType === 'Literal' && value.length > LONGEST_COLUMN,
  );
  const outside = values.filter(({ termType, value }) => termType === 'NamedNode' && !value.startsWith(base));
  return long.length * 2 < values.length && outside.length * 2 < values.length;
}

const SHOWN_OTHERWISE: ReadonlySet<string> = new Set([rdf.type, geo.hasGeometry, ...LABELS, ...ELSEWHERE]);

function cell(sheet: Sheet, property: string, reading: Reading): Fragment {
  const { language } = reading.frame;
  const all = ownStatements(sheet).get(property) ?? [];
  const own = all.filter((one) => one.termType !== 'Literal' || one.language === '' || isIn(one, language));
  const values = own.length > 0 ? own : all;
  const shown: Fragment[] = [];
  let length = 0;
  for (const value of values.slice(0, MOST_VALUES)) {
    if (length > LONGEST_CELL / 2) break;
    const fragment = cellValue(value, sheet, reading);
    shown.push(fragment);
    length += textLength(fragment);
  }
  const isCut = values.length > shown.length && !/…(?:<[^>]*>)*$/.test(String(shown.at(-1)));
  return [interspersed(shown, ', '), isCut && '…'];
}

/** Characters that a reader sees. */
const textLength = (fragment: Fragment): number =>
  fragment === undefined ? 0 : String(fragment).replaceAll(/<[^>]*>/g, '').length;

function cellValue(value: RDF.Term, sheet: Sheet, reading: Reading): Fragment {
  if (value.termType === 'Literal') return shortLiteral(value, reading);
  if (isPartOf(sheet.iri, value)) return partText(value.value, sheet, reading);
  return iriLink(value.value, reading);
}

function shortLiteral(literal: RDF.Literal, { frame }: Reading): Fragment {
  if (literal.value.length > LONGEST_VALUE)
    return html`<bdi>${shortened(literal.value, LONGEST_VALUE)}</bdi>`;
  return literalFragment(literal, { frame });
}

/** A part of the thing in a few words: its name, its years, or what it is said to be. */
function partText(part: string, sheet: Sheet, reading: Reading): Fragment {
  const statements = sheet.subjects.get(part) ?? new Map<string, readonly RDF.Term[]>();
  const name = preferred(literalsOf(statements, LABELS), reading.frame.language);
  if (name) return shortLiteral(name, reading);
  const span = boundedSpan(statements);
  if (span) return spanText(span, reading.frame.language);
  const values = [...statements]
    .filter(([property]) => property !== rdf.type)
    .flatMap(([, objects]) => objects);
  const literals = values.filter((one): one is RDF.Literal => one.termType === 'Literal');
  const words = literals.map((one) => one.value).filter((one) => one.length > 2);
  if (words.length > 0)
    return html`<bdi>${shortened(words.slice(0, MOST_VALUES).join(', '), LONGEST_VALUE)}</bdi>`;
  const [first] = values.filter((one) => !isPartOf(sheet.iri, one));
  return first ? iriLink(first.value, reading) : undefined;
}
