import { withoutFragment } from '../../model/index.ts';
import { coordinateOf } from '../../rdf/index.ts';

/**
 * Counts things that have a place of their own, or whose hash IRIs have one. Subjects come in the order of the dump,
 * where `<x#a>` stands before `<x>` with other subjects between: what begins with x. So the things that have been counted
 * and may come again are beginnings of the present subject, and few.
 */
export class PlaceCount {
  #count = 0;
  readonly #counted: string[] = [];
  #axes = new Set<string>();

  get count(): number {
    return this.#count;
  }

  /** @param object N-Triples text */
  see(predicate: string, object: string): void {
    const said = coordinateOf(predicate, object);
    if (said) this.#axes.add(`${said.pair} ${said.axis}`);
  }

  /** Told after the last statement of each subject. */
  end(subject: string): void {
    if (this.#axes.size === 0) return;
    const isPlace = ['wgs', 'schema'].some(
      (pair) => this.#has(pair, 'latitude') && this.#has(pair, 'longitude'),
    );
    this.#axes = new Set();
    if (isPlace) this.#countOnce(withoutFragment(subject), subject);
  }

  #has(pair: string, axis: string): boolean {
    return this.#axes.has(`${pair} ${axis}`);
  }

  #countOnce(thing: string, subject: string): void {
    while (this.#counted.length > 0 && !subject.startsWith(this.#counted.at(-1) as string))
      this.#counted.pop();
    if (this.#counted.includes(thing)) return;
    this.#counted.push(thing);
    this.#count += 1;
  }
}
