import {
  type ChartAnswer,
  type ChartKind,
  LARGEST_VALUE,
  MOST_POINTS,
  MOST_SERIES,
  momentOfName,
  SMALLEST_VALUE,
} from '../../model/index.ts';
import { xsd } from '../../rdf/index.ts';

/** A text, or an IRI that has still to be labelled. */
export type RowText = { readonly text: string } | { readonly iri: string };

/** A row of a chart as it was answered. */
export interface ChartRow {
  /** The thing, or the name where none is told apart; `named`: what the query calls the thing. */
  readonly of: RowText;
  readonly named?: string;
  readonly series?: RowText;
  readonly value: number;
}

/** The rows of a chart, or why it cannot be drawn (in English: it stands in a file). */
export type ReadRows =
  | { readonly kind: 'rows'; readonly rows: readonly ChartRow[] }
  | Exclude<ChartAnswer, { kind: 'answered' }>;

/** A term of SPARQL JSON results, as much of it as is looked at. */
interface Term {
  readonly type: string;
  readonly value: unknown;
  readonly datatype?: string;
}

type Binding = Readonly<Record<string, Term>>;

/** Most characters of a name. */
const LONGEST = 200;

/** Reads SPARQL JSON results with the columns of a chart. */
export function readChartRows(json: string, kind: ChartKind): ReadRows {
  const { results } = JSON.parse(json) as { readonly results: { readonly bindings: readonly Binding[] } };
  const { bindings } = results;
  if (bindings.length > MOST_POINTS) return { kind: 'too-many', rows: bindings.length, most: MOST_POINTS };
  const rows: ChartRow[] = [];
  for (const [at, binding] of bindings.entries()) {
    const row = rowOf(binding);
    if (typeof row === 'string') return unfit(`row ${at + 1}: ${row}`);
    if (kind === 'line' && momentOf(row) === undefined) return unfit(`row ${at + 1}: its name is no year`);
    rows.push(row);
  }
  const series = new Set(rows.map(({ series: one }) => JSON.stringify(one ?? '')));
  if (series.size > MOST_SERIES) return unfit(`${series.size} series, at most ${MOST_SERIES}`);
  const keys = new Set(rows.map(({ of, series: one }) => JSON.stringify([of, one])));
  if (keys.size < rows.length) return unfit('two rows have the same name');
  return { kind: 'rows', rows };
}

const unfit = (reason: string) => ({ kind: 'failed', reason: `cannot be drawn: ${reason}` }) as const;

const momentOf = ({ of, named }: ChartRow): number | undefined =>
  momentOfName(named ?? ('text' in of ? of.text : ''));

/** What is wrong with a row, in words, where it is no row of a chart. */
function rowOf({ item, name, series, value }: Binding): ChartRow | string {
  const number = value && numberOf(value);
  if (number === undefined) return 'no number';
  if (Math.abs(number) > LARGEST_VALUE) return 'a number too large to be drawn';
  if (number !== 0 && Math.abs(number) < SMALLEST_VALUE) return 'a number too small to be drawn';
  const of = item ? textOf(item) : name && textOf(name);
  const named = name && textOf(name);
  const told = series && textOf(series);
  if (!of || (series && !told) || (name && !named)) return 'no name';
  return {
    of,
    ...(item && named && 'text' in named && { named: named.text }),
    ...(told && { series: told }),
    value: number,
  };
}

function textOf({ type, value }: Term): RowText | undefined {
  if (typeof value !== 'string' || type === 'bnode') return undefined;
  if (type === 'uri') return { iri: value };
  const text = value.trim().replaceAll(/\s+/g, ' ').toWellFormed();
  if (text === '') return undefined;
  return {
    text: text.length > LONGEST ? `${text.slice(0, LONGEST - 1).replace(/[\ud800-\udbff]$/, '')}…` : text,
  };
}

const NUMBERS: ReadonlySet<string> = new Set(
  ['integer', 'decimal', 'double', 'float', 'int', 'long', 'nonNegativeInteger'].map(
    (name) => xsd.namespace + name,
  ),
);

function numberOf({ type, value, datatype = '' }: Term): number | undefined {
  if (type === 'uri' || typeof value !== 'string' || !NUMBERS.has(datatype)) return undefined;
  const number = Number(value);
  return value.trim() !== '' && Number.isFinite(number) ? number : undefined;
}
