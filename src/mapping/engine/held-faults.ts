import type { Place } from '../../model/index.ts';

/** What receives faults, and knows how many there were. */
export interface FaultNotes {
  readonly noted: number;
  note(code: string, place: Place, column: string, value: string): void;
}

/** Faults of which it is not known yet whether they matter. */
export class HeldFaults implements FaultNotes {
  #held: Parameters<FaultNotes['note']>[] = [];

  get noted(): number {
    return this.#held.length;
  }

  note(...fault: Parameters<FaultNotes['note']>): void {
    this.#held.push(fault);
  }

  /** They matter: they are told in their order. */
  tell(faults: FaultNotes): void {
    const held = this.#held;
    this.#held = [];
    for (const fault of held) faults.note(...fault);
  }

  /** They do not. */
  forget(): void {
    if (this.#held.length > 0) this.#held = [];
  }
}

/** Where nothing is ever a fault. */
export const NO_FAULTS: FaultNotes = { noted: 0, note: () => undefined };
