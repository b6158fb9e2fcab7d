import type { ColumnKind } from '../model/index.ts';
import type { FoundColumn } from './column-profile.ts';
import { departmentOf } from './french-places.ts';
import type { RowSample } from './row-sample.ts';

/** Degrees, latitude first. */
export type Degrees = readonly [latitude: number, longitude: number];

/** A record of the sample, with what else than its coordinates tells where it is. */
export interface PlacedRow {
  readonly row: number;
  readonly cell: (column: number) => string | undefined;
  /** The middle of its département. */
  readonly department: Degrees | undefined;
}

/** By what a record's département is told, the surest first. */
const TELLING: readonly ColumnKind[] = ['insee-commune', 'post-code', 'insee-department', 'department-name'];

/** Records of the sample with the middles of their départements. */
export function placedRows(columns: readonly FoundColumn[], sample: RowSample): readonly PlacedRow[] {
  const telling = TELLING.flatMap((kind) => columns.filter(({ profile }) => profile.kind.value === kind)).map(
    ({ profile }) => profile.position,
  );
  return sample.rows().map(([row, cells]) => ({
    row,
    cell: (column) => cells[column]?.trim(),
    department: telling.map((at) => middleOf(cells[at])).find((one) => one !== undefined),
  }));
}

function middleOf(cell: string | undefined): Degrees | undefined {
  const [, , latitude, longitude] = (cell === undefined ? undefined : departmentOf(cell)) ?? [];
  return latitude === undefined || longitude === undefined ? undefined : [latitude, longitude];
}

/** Kilometres between two points, well enough for near and far. */
export function kilometres([a, b]: Degrees, [c, d]: Degrees): number {
  const x = (d - b) * Math.cos(((a + c) / 2) * (Math.PI / 180));
  return 111.2 * Math.hypot(c - a, x);
}

/**
 * Nothing of a département is farther from its middle; lands overseas are larger, though less than two zones of a
 * projection lie apart, and islands are scattered.
 */
const REACH = 130;
const FAR_REACH = 450;
const SCATTERED_REACH = 2500;

const reachOf = ([latitude, longitude]: Degrees): number =>
  latitude > 30 ? REACH : longitude < -130 || latitude < -40 ? SCATTERED_REACH : FAR_REACH;

export const isNear = (point: Degrees, middle: Degrees): boolean =>
  kilometres(point, middle) <= reachOf(middle);
