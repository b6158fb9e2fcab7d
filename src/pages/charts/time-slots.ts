import type { ChartCategory } from './chart-table.ts';

/** Most places on an axis of periods that are filled. */
const MOST_SLOTS = 80;

/**
 * Periods by their years (`1840`, `1850–1899`) with the ones between them that have no row, as places without a name's
 * value: two columns stand side by side only where their periods do. Other names come back as they are.
 */
export function withGaps(categories: readonly ChartCategory[]): readonly ChartCategory[] {
  const spans = categories.map(({ name }) => spanOf(name));
  if (spans.length < 2 || !spans.every((one) => one !== undefined)) return categories;
  const [first] = spans as [Span, ...Span[]];
  const steps = spans.slice(1).map(({ start }, at) => start - (spans[at]?.start ?? 0));
  const step = steps.reduce(divisor, first.length > 1 ? first.length : 0);
  const last = spans.at(-1)?.start ?? 0;
  const count = (last - first.start) / step + 1;
  const isRegular = steps.every((one) => one > 0) && spans.every(({ length }) => length === first.length);
  if (!isRegular || !(count > categories.length) || count > MOST_SLOTS) return categories;
  const known = new Map(spans.map(({ start }, at) => [start, categories[at]]));
  return Array.from({ length: count }, (_, at) => {
    const start = first.start + at * step;
    return known.get(start) ?? { name: nameOf({ start, length: first.length }), values: [] };
  });
}

interface Span {
  readonly start: number;
  /** Years; 1 for a name that is one year. */
  readonly length: number;
}

function spanOf(name: string): Span | undefined {
  const [, start, end] = /^(\d{1,4})(?:[–-](\d{1,4}))?$/.exec(name.trim()) ?? [];
  if (start === undefined) return undefined;
  const length = end === undefined ? 1 : Number(end) - Number(start) + 1;
  return length >= 1 ? { start: Number(start), length } : undefined;
}

const nameOf = ({ start, length }: Span): string =>
  length === 1 ? String(start) : `${start}–${start + length - 1}`;

const divisor = (a: number, b: number): number => (b === 0 ? Math.abs(a) : divisor(b, a % b));
