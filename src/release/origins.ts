import { type FaultExample, type FaultGroup, type Origin, withoutFragment } from '../model/index.ts';

const EXAMPLES = 5;

/** Where the things of a dataset come from: the first record that speaks of each, and identifiers met again. */
export class Origins {
  readonly #first = new Map<string, { readonly row: number; readonly line: number }>();
  readonly #again: FaultExample[] = [];
  #count = 0;

  add({ subject, row, line, identifies }: Origin): void {
    const thing = withoutFragment(subject);
    const known = this.#first.get(thing);
    if (known === undefined) this.#first.set(thing, { row, line });
    else if (identifies && known.row !== row && subject === thing) this.#repeated(thing, row, line);
  }

  of(thing: string): { readonly row: number; readonly line: number } | undefined {
    return this.#first.get(thing);
  }

  /** Records that bear an identifier that another bears already: what they say is said of one thing. */
  repeated(file: string): readonly FaultGroup[] {
    if (this.#count === 0) return [];
    return [
      {
        code: 'repeated-identifier',
        message: {
          fr: 'L’identifiant est déjà celui d’un autre enregistrement : les deux n’ont fait qu’une chose.',
          en: 'Another record bears this identifier already: the two have become one thing.',
        },
        place: { file },
        count: this.#count,
        examples: this.#again,
      },
    ];
  }

  #repeated(thing: string, row: number, line: number): void {
    this.#count++;
    if (this.#again.length < EXAMPLES) this.#again.push({ row, line, column: '', value: thing });
  }
}
