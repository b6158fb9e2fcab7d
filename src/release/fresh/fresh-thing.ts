import { nearest } from '../../documents/index.ts';
import { type Origin, thingSpace, withoutFragment } from '../../model/index.ts';
import { lineSubjectIri, parseLines } from '../../rdf/index.ts';
import type { DatasetToMap, MappedChunk } from '../dataset/mapped-text.ts';
import { freshChunks } from './fresh-lines.ts';

/** What a dataset's source says now of one thing. */
export interface FreshThing {
  /** Sorted distinct N-Quads lines: the thing, its hash IRIs, and the nodes without name of its own below it. */
  readonly lines: readonly string[];
  /** The records that speak of it, each once. */
  readonly origins: readonly Pick<Origin, 'file' | 'row' | 'line'>[];
}

/** Finds a thing by mapping its dataset's source from end to end; things that no release has are found too. */
export async function findFreshThing(mapping: DatasetToMap, iri: string): Promise<FreshThing | undefined> {
  const nodes = `${mapping.base}.well-known/genid/${mapping.checked.dataset.slug}/`;
  const collector = new ThingCollector(withoutFragment(iri), nodes);
  for await (const chunk of freshChunks(mapping)) collector.read(chunk);
  return collector.thing();
}

class ThingCollector {
  readonly #thing: string;
  readonly #nodes: string;
  readonly #wanted: Set<string>;
  readonly #lines = new Set<string>();
  readonly #origins = new Map<string, Pick<Origin, 'file' | 'row' | 'line'>>();

  constructor(thing: string, nodes: string) {
    this.#thing = thing;
    this.#nodes = nodes;
    this.#wanted = new Set([thing]);
  }

  read({ text, origins }: MappedChunk): void {
    // Origins may come a little after what they are of.
    for (const { subject, file, row, line } of origins)
      if (withoutFragment(subject) === this.#thing) this.#origins.set(`${file} ${row}`, { file, row, line });
    if (![...this.#wanted].some((node) => text.includes(node))) return;
    const lines = text.split('\n').filter((line) => line !== '');
    for (let before = -1; before !== this.#lines.size; ) {
      before = this.#lines.size;
      for (const line of lines) if (this.#isWanted(line)) this.#take(line);
    }
  }

  #isWanted(line: string): boolean {
    return this.#wanted.has(withoutFragment(lineSubjectIri(line))) && !this.#lines.has(line);
  }

  #take(line: string): void {
    this.#lines.add(line);
    for (const { object } of parseLines([line]))
      if (object.value.startsWith(this.#nodes)) this.#wanted.add(object.value);
  }

  thing(): FreshThing | undefined {
    if (this.#lines.size === 0) return undefined;
    return { lines: [...this.#lines].sort(), origins: [...this.#origins.values()] };
  }
}

const MOST_NEAR = 3;

/** Things of a dataset whose identifiers are like one that it does not have, the nearest first; three at most. */
export async function nearThings(mapping: DatasetToMap, iri: string): Promise<readonly string[]> {
  const space = thingSpace(mapping.base, mapping.checked.dataset.slug);
  const wanted = withoutFragment(iri).slice(space.length);
  const known = new Set<string>();
  for await (const { origins } of freshChunks(mapping)) {
    const identifiers = origins
      .map(({ subject }) => withoutFragment(subject))
      .filter((thing) => thing.startsWith(space))
      .map((thing) => thing.slice(space.length));
    for (const near of nearestOf(wanted, identifiers)) known.add(near);
  }
  return nearestOf(wanted, known).map((identifier) => space + identifier);
}

function nearestOf(wanted: string, identifiers: Iterable<string>): readonly string[] {
  const left = new Set(identifiers);
  const found: string[] = [];
  while (found.length < MOST_NEAR) {
    const near = nearest(wanted, left);
    if (near === undefined) break;
    found.push(near);
    left.delete(near);
  }
  return found;
}
