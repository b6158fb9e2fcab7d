import type { FoundResource } from '../../model/index.ts';
import { datasetTitle, type SearchReading, termTitle } from '../../pages/index.ts';
import { csvRow, harmless } from '../../release/index.ts';
import { textOf } from './search-json.ts';

/** Header → cell of a thing. */
const COLUMNS: readonly (readonly [
  name: string,
  cell: (thing: FoundResource, reading: SearchReading) => string,
])[] = [
  ['iri', ({ iri }) => iri],
  ['label', ({ label }) => textOf(label)],
  ['type', ({ type = '' }) => type],
  ['type_label', ({ type }, reading) => (type === undefined ? '' : termTitle(type, reading))],
  ['dataset', ({ dataset }) => dataset],
  ['dataset_title', ({ dataset }, reading) => datasetTitle(dataset, reading)],
  ['areas', ({ areas }, { label }) => areas.map((area) => label(area) ?? area).join(' | ')],
  ['begin', ({ years }) => String(years?.[0] ?? '')],
  ['end', ({ years }) => String(years?.[1] ?? '')],
  ['latitude', ({ place }) => String(place?.latitude ?? '')],
  ['longitude', ({ place }) => String(place?.longitude ?? '')],
];

/** Columns of numbers: a minus in them begins no formula. */
const NUMBERS: ReadonlySet<string> = new Set(['begin', 'end', 'latitude', 'longitude']);

export const csvHeader = (): string =>
  csvRow(
    COLUMNS.map(([name]) => name),
    ',',
  );

/** A thing as a row of CSV (RFC 4180); texts that a spreadsheet would take for a formula have an apostrophe before them. */
export const csvThing = (thing: FoundResource, reading: SearchReading): string =>
  csvRow(
    COLUMNS.map(([name, cell]) => {
      const text = cell(thing, reading);
      return NUMBERS.has(name) ? text : harmless(text);
    }),
    ',',
  );
