import type { PlaceGuess } from '../model/index.ts';
import { isInFrance } from './french-places.ts';
import type { PlaceCandidate } from './place-candidates.ts';
import { type Degrees, isNear, kilometres, type PlacedRow } from './place-rows.ts';
import { degreesOf } from './readings.ts';
import { numberOf } from './value-forms.ts';

/** One way of reading coordinates, tried on the sample. */
export interface PlaceTrial {
  readonly reference: PlaceGuess['reference'];
  /** Which system a record is in, as its own cell says it. */
  readonly toldBy?: number;
  /** Records that have both numbers. */
  readonly tried: number;
  /** Of these, those that are where the record says, or in France where it says nothing. */
  readonly right: number;
  /** By what that was judged. */
  readonly by: 'point' | 'department' | 'france' | 'range';
  /** Kilometres to the other coordinates of the record, at the median. */
  readonly distance: number;
  readonly wrongRows: readonly { readonly row: number; readonly value: string }[];
}

/** Where a record surely is, by coordinates already understood. */
export type KnownPoint = (row: PlacedRow) => Degrees | undefined;

type Reader = (pair: readonly [string, string], row: PlacedRow) => Degrees | undefined;

const ORDERS = ['lat-long', 'long-lat'] as const;

/** Both orders of degrees. */
export const degreeTrials = (candidate: PlaceCandidate, rows: readonly PlacedRow[]): PlaceTrial[] =>
  ORDERS.map((order) => {
    const read: Reader = ([a, b]) => inOrder(order, numberOf(a), numberOf(b));
    return { reference: { kind: 'wgs84' as const, order }, ...judged(candidate, rows, read, undefined) };
  });

/** Degrees that can be, in an order; 0,0 is nowhere. */
export function inOrder(order: 'lat-long' | 'long-lat', a: number, b: number): Degrees | undefined {
  const [latitude, longitude] = order === 'lat-long' ? [a, b] : [b, a];
  const possible = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && !(a === 0 && b === 0);
  return possible ? [latitude, longitude] : undefined;
}

/** The projections of French data: of the metropolis old and new, and of the overseas lands. */
const PROJECTIONS = [
  ...[2154, 27572, 3942, 3943, 3944, 3945, 3946, 3947, 3948, 3949, 3950, 27561, 27562, 27563, 27564],
  ...[
    27571, 27573, 27574, 2975, 5490, 2972, 4471, 32620, 32622, 32740, 32738, 3163, 32630, 32631, 32632, 3857,
  ],
];

/** Rows on which all projections are tried. */
const FEW = 60;

/** All projections, then those that some records bear out on all of them; and the one that a column names. */
export function projectionTrials(
  candidate: PlaceCandidate,
  rows: readonly PlacedRow[],
  known: KnownPoint | undefined,
): PlaceTrial[] {
  const paired = rows.filter((row) => candidate.pair(row) !== undefined);
  const few = paired.filter((_, at) => at % Math.max(1, Math.floor(paired.length / FEW)) === 0);
  const trial = (epsg: number, some: readonly PlacedRow[]): PlaceTrial => ({
    reference: { kind: 'projected', epsg },
    ...judged(candidate, some, ([x, y]) => degreesOf(x, y, String(epsg)), known),
  });
  return PROJECTIONS.map((epsg) => trial(epsg, few))
    .filter(({ right }) => right > 0)
    .sort((a, b) => b.right - a.right || a.distance - b.distance)
    .slice(0, 4)
    .map(({ reference }) => trial(reference.kind === 'projected' ? reference.epsg : 0, paired));
}

/** The system that a column names record by record. */
export const toldTrial = (
  candidate: PlaceCandidate,
  rows: readonly PlacedRow[],
  column: number,
  known: KnownPoint | undefined,
): Omit<PlaceTrial, 'reference'> => ({
  toldBy: column,
  ...judged(candidate, rows, ([x, y], row) => degreesOf(x, y, row.cell(column) ?? ''), known),
});

function judged(
  candidate: PlaceCandidate,
  rows: readonly PlacedRow[],
  read: Reader,
  known: KnownPoint | undefined,
): Omit<PlaceTrial, 'reference' | 'toldBy'> {
  const paired = rows.filter((row) => candidate.pair(row) !== undefined);
  const points = paired.map((row) => ({ row, point: pointOf(candidate, row, read), known: known?.(row) }));
  const by = judgedBy(points);
  const right = points.filter(({ row, point, known: there }) => isRight(by, point, there ?? row.department));
  const distances = points
    .flatMap(({ point, known: there }) => (point && there ? [kilometres(point, there)] : []))
    .sort((a, b) => a - b);
  const rights = new Set(right.map(({ row }) => row.row));
  return {
    tried: paired.length,
    right: right.length,
    by,
    distance: distances[Math.floor(distances.length / 2)] ?? 0,
    wrongRows: paired
      .filter(({ row }) => !rights.has(row))
      .map((row) => ({ row: row.row, value: candidate.pair(row)?.join(candidate.separator ?? ' / ') ?? '' })),
  };
}

function pointOf(candidate: PlaceCandidate, row: PlacedRow, read: Reader): Degrees | undefined {
  const pair = candidate.pair(row);
  return pair && read(pair, row);
}

interface Tried {
  readonly row: PlacedRow;
  readonly point: Degrees | undefined;
  readonly known: Degrees | undefined;
}

function judgedBy(points: readonly Tried[]): PlaceTrial['by'] {
  const share = (holds: (one: Tried) => boolean) => points.filter(holds).length / Math.max(1, points.length);
  if (share(({ known }) => known !== undefined) > 0.5) return 'point';
  if (share(({ row }) => row.department !== undefined) > 0.5) return 'department';
  return share(({ point }) => point !== undefined && isInFrance(...point)) > 0.5 ? 'france' : 'range';
}

/** Two coordinates of one record are a kilometre apart at most, whatever the systems. */
const SAME_PLACE = 1;

function isRight(by: PlaceTrial['by'], point: Degrees | undefined, there: Degrees | undefined): boolean {
  if (point === undefined) return false;
  if (by === 'point') return there === undefined || kilometres(point, there) <= SAME_PLACE;
  if (by === 'department' && there !== undefined) return isNear(point, there);
  return by === 'range' || isInFrance(...point);
}
