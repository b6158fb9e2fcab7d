import { setImmediate as breath } from 'node:timers/promises';
import {
  isMeant,
  isValueName,
  type OpenReport,
  type ReportedStatement,
  type ReportSettlement,
  type ResourceIndex,
} from '../model/index.ts';

/** A release that is served. */
export interface SettlingRelease {
  readonly id: string;
  readonly base: string;
  /** Slugs of its datasets. */
  readonly datasets: readonly string[];
  readonly index: Pick<ResourceIndex, 'describe'>;
  /** Ends the work: the index is about to be closed. */
  readonly signal?: AbortSignal;
}

/** Reports that are looked at before others get their turn: a few milliseconds. */
const SLICE = 50;

/**
 * Marks as resolved every report whose statement a release does not make any more, or whose thing or dataset it does not
 * have. Reports come in the order of what they are about, so that each thing is read once.
 * @returns how many it resolved
 */
export async function settleReports(
  book: ReportSettlement,
  { id, signal, ...release }: SettlingRelease,
): Promise<number> {
  let resolved = 0;
  let last: OpenReport | undefined;
  const stands = standing(release);
  while (signal?.aborted !== true) {
    const reports = book.openReports(last, SLICE);
    last = reports.at(-1);
    if (!last) break;
    const settled = reports.filter((report) => !stands(report)).map((report) => report.id);
    if (settled.length > 0) book.resolve(settled, id);
    resolved += settled.length;
    await breath();
  }
  return resolved;
}

/** Whether what a report is about is still so. */
function standing({ base, datasets, index }: Omit<SettlingRelease, 'id' | 'signal'>) {
  let known: { about: string; lines: ReadonlySet<string> | undefined } | undefined;
  return ({ about, statement }: OpenReport): boolean => {
    // A dataset, or one of its pages: its quality, its changes.
    const [slug] = about.startsWith(`${base}dataset/`)
      ? about.slice(`${base}dataset/`.length).split('/')
      : [];
    if (slug !== undefined) return datasets.includes(slug);
    if (known?.about !== about) {
      const lines = index.describe(about)?.lines;
      known = { about, lines: lines && new Set(lines) };
    }
    if (!known.lines) return false;
    return !statement || isSaid(known.lines, statement);
  };
}

function isSaid(lines: ReadonlySet<string>, { subject, property, value }: ReportedStatement): boolean {
  const start = `<${subject}> <${property}> `;
  if (value !== undefined && !isValueName(value)) return lines.has(`${start}${value} .`);
  return [...lines]
    .filter((line) => line.startsWith(start))
    .some((line) => value === undefined || isMeant(line.slice(start.length, -' .'.length), value));
}
