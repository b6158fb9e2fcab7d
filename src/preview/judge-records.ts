import { type Origin, type ResourceStar, withoutFragment } from '../model/index.ts';
import { lineSubjectIri } from '../rdf/index.ts';
import { type CheckedDataset, locateIn, type ThingOrigins } from '../release/index.ts';
import { type CellFault, shapeFault } from './cell-faults.ts';
import type { MappedRecord } from './map-records.ts';
import type { RecordWindow } from './read-window.ts';

interface Judging {
  readonly checked: CheckedDataset;
  readonly window: RecordWindow;
  readonly base: string;
}

/** What shapes find in the things of records, by their own statements: faults by row, each at the cell to correct. */
export async function judgeRecords(
  mapped: readonly MappedRecord[],
  { checked: { mapping, shapes }, window, base }: Judging,
): Promise<ReadonlyMap<number, readonly CellFault[]>> {
  const results = await shapes.own.validate(starsOf(mapped));
  const { header, records } = window;
  const located = locateIn(results, {
    ...{ mapping, base, records, origins: originsOf(mapped) },
    ...(header && { header }),
  });
  const faults = new Map<number, CellFault[]>();
  for (const result of located) {
    if (result.row === undefined) continue;
    faults.set(result.row, [...(faults.get(result.row) ?? []), shapeFault(result)]);
  }
  return faults;
}

/** As a build has them: one for each subject, known by its thing. */
function starsOf(mapped: readonly MappedRecord[]): readonly ResourceStar[] {
  const lines = [...new Set(mapped.flatMap((one) => one.lines))].sort();
  return [...Map.groupBy(lines, lineSubjectIri)].map(([subject, own]) => ({
    iri: withoutFragment(subject),
    lines: own,
  }));
}

function originsOf(mapped: readonly MappedRecord[]): ThingOrigins {
  const known = new Map<string, Origin[]>();
  for (const { origins } of mapped)
    for (const origin of origins) {
      const thing = withoutFragment(origin.subject);
      const before = known.get(thing);
      if (!before) known.set(thing, [origin]);
      else if (before.every(({ row }) => row !== origin.row)) before.push(origin);
    }
  return {
    of: (thing) => known.get(thing)?.[0],
    furtherRows: (thing) =>
      known
        .get(thing)
        ?.slice(1)
        .map(({ row }) => row) ?? [],
  };
}
