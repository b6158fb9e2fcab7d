import type { ShapeReport, ShapeResult } from '../../model/index.ts';
import { detached } from '../../rdf/index.ts';
import { ResultTally } from '../../validation/index.ts';
import { lastingResult } from './lasting-result.ts';

/** Results told one by one in reports; all are counted. */
const MOST_TOLD = 100_000;

/** What shapes found in one dataset, in both passes. A thing with a violation is quarantined and stays it. */
export class Verdicts {
  /** Things met. */
  things = 0;
  /** Nodes that shapes name and the dataset does not describe. */
  absent: readonly string[] = [];
  /** Things that are not what they were in the release before; undefined where there is none to compare with. */
  changed: ReadonlySet<string> | undefined;
  readonly #own = new ResultTally();
  readonly #told: ShapeResult[] = [];
  readonly #beyond = new Map<string, ShapeResult[]>();
  #sets: readonly ShapeResult[] = [];
  #violations = 0;
  readonly #quarantine = new Map<string, ShapeResult[]>();

  /** What things say of themselves. */
  addOwn(results: readonly ShapeResult[]): void {
    for (const result of results) {
      this.#own.add(result);
      if (result.severity === 'violation') this.#setApart(result);
      else if (this.#told.length < MOST_TOLD) this.#told.push(lastingResult(result));
    }
  }

  /**
   * What is found with others in sight.
   * @returns the things that fall
   */
  addBeyond(results: readonly ShapeResult[]): ReadonlySet<string> {
    for (const result of results) {
      const known = this.#beyond.get(result.thing);
      if (known) known.push(result);
      else this.#beyond.set(result.thing, [result]);
    }
    return this.#fallen(results);
  }

  /**
   * The same, in place of what was found of these things before.
   * @returns the things that fall
   */
  replaceBeyond(things: readonly string[], results: readonly ShapeResult[]): ReadonlySet<string> {
    for (const thing of things) this.#beyond.delete(thing);
    return this.addBeyond(results);
  }

  /**
   * What queries over everything found, in place of what they found before.
   * @returns the things that fall
   */
  setSets(results: readonly ShapeResult[]): ReadonlySet<string> {
    const lasting = this.#sets.filter(({ thing }) => this.#quarantine.has(thing));
    this.#sets = [...lasting, ...results.filter(({ thing }) => !this.#quarantine.has(thing))];
    return this.#fallen(results);
  }

  isQuarantined(thing: string): boolean {
    return this.#quarantine.has(thing);
  }

  /** The things that are left out, with their violations: none of those past the hundred thousandth. */
  get quarantine(): ReadonlyMap<string, readonly ShapeResult[]> {
    return this.#quarantine;
  }

  /** Results one by one, violations first, as many as may be told. */
  get results(): readonly ShapeResult[] {
    const others = [...this.#told, ...this.beyond, ...this.#sets];
    const violations = [...this.#quarantine.values()].flat();
    return [...violations, ...others.filter(({ severity }) => severity !== 'violation')].slice(0, MOST_TOLD);
  }

  /** What queries over everything found. */
  get sets(): readonly ShapeResult[] {
    return this.#sets;
  }

  /** What was found with others in sight, in the order of the things. */
  get beyond(): readonly ShapeResult[] {
    const byThing = [...this.#beyond].sort(([one], [other]) => (one < other ? -1 : 1));
    return byThing.flatMap(([, results]) => results);
  }

  report(judged: ReadonlyMap<string, number>): ShapeReport {
    const beyond = new ResultTally();
    for (const result of [...this.beyond, ...this.#sets]) beyond.add(result);
    return {
      things: this.things,
      quarantined: this.#quarantine.size,
      judged: Object.fromEntries([...judged].sort()),
      groups: ResultTally.together([this.#own, beyond]),
    };
  }

  #fallen(results: readonly ShapeResult[]): ReadonlySet<string> {
    const news = results.filter(
      ({ severity, thing }) => severity === 'violation' && !this.#quarantine.has(thing),
    );
    for (const result of news) this.#setApart(result);
    return new Set(news.map(({ thing }) => thing));
  }

  #setApart(result: ShapeResult): void {
    const known = this.#quarantine.get(result.thing) ?? [];
    if (known.length === 0) this.#quarantine.set(detached(result.thing), known);
    if (this.#violations++ < MOST_TOLD) known.push(lastingResult(result));
  }
}
