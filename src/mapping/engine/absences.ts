import type { AbsenceGroup, Place } from '../../model/index.ts';

/** Why a term was not produced although nothing was wrong. */
export type AbsenceReason = AbsenceGroup['reason'];

/** One counter: compiled rules hold it and count. */
export interface Absence {
  count: number;
}

/** Counts what gave no term without being a fault: what is not said is explained, too. */
export class Absences {
  readonly #counters: (Absence & Omit<AbsenceGroup, 'count'>)[] = [];

  /** @param column what the term reads; empty where it reads nothing */
  counter(reason: AbsenceReason, place: Place, column: string): Absence {
    const counter = { reason, place, column, count: 0 };
    this.#counters.push(counter);
    return counter;
  }

  /** The counts as they are, to come back to. */
  mark(): () => void {
    const before = this.#counters.map(({ count }) => count);
    return () => {
      for (const [at, counter] of this.#counters.entries()) counter.count = before[at] ?? 0;
    };
  }

  groups(): readonly AbsenceGroup[] {
    const counted = this.#counters.filter(({ count }) => count > 0);
    const groups = Map.groupBy(
      counted,
      ({ reason, place, column }) => `${reason} ${place.file} ${place.line}:${place.column} ${column}`,
    );
    return [...groups.values()].flatMap(([first, ...more]) =>
      first === undefined
        ? []
        : [{ ...first, count: more.reduce((sum, one) => sum + one.count, first.count) }],
    );
  }
}
