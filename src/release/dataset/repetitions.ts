import type { FaultExample, FaultGroup } from '../../model/index.ts';

const EXAMPLES = 5;

/** Identifiers that are met again: their number, and those that were met first. */
export class Repetitions {
  #count = 0;
  #examples: readonly { readonly order: string; readonly example: FaultExample }[] = [];

  /** @param order sorts as the records do; they may be told in any order */
  add(order: string, example: FaultExample): void {
    this.#count++;
    const last = this.#examples[EXAMPLES - 1];
    if (last !== undefined && last.order < order) return;
    this.#examples = [...this.#examples, { order, example }]
      .sort((one, other) => (one.order < other.order ? -1 : 1))
      .slice(0, EXAMPLES);
  }

  /** @param file the source as a person would type it */
  groups(file: string): readonly FaultGroup[] {
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
        examples: this.#examples.map(({ example }) => example),
      },
    ];
  }
}
