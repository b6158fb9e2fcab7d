import { join } from 'node:path';
import { type Release, withoutFragment } from '../../model/index.ts';
import {
  lineSubjectIri,
  parseLines,
  type RDF,
  readQuadLines,
  termText,
  withoutGraph,
} from '../../rdf/index.ts';
import type { GraphReader } from '../../validation/index.ts';

/** Statements read of others for one question; beyond, the question is left half answered, and says so. */
const MOST_STATEMENTS = 200_000;

/**
 * A release's datasets as a reader of single nodes, without an index: what is asked and not yet known is noted and
 * answered by nothing; `load` reads the dumps once for all that was noted. Ask again until nothing is lacking.
 */
export class ReleasedGraph implements GraphReader {
  readonly #release: Release;
  readonly #subjects = new Map<string, RDF.Quad[]>();
  readonly #objects = new Map<string, RDF.Quad[]>();
  readonly #lackingSubjects = new Set<string>();
  readonly #lackingObjects = new Set<string>();
  #left = MOST_STATEMENTS;

  constructor(release: Release) {
    this.#release = release;
  }

  /** Whether something was asked that has to be loaded first. */
  get lacks(): boolean {
    return this.#lackingSubjects.size + this.#lackingObjects.size > 0;
  }

  /** Whether there was too much to read: answers may be wrong. */
  get isIncomplete(): boolean {
    return this.#left <= 0;
  }

  readonly statementsOf = (subject: string): readonly RDF.Quad[] => {
    const known = this.#subjects.get(subject);
    if (!known) this.#lackingSubjects.add(subject);
    return known ?? [];
  };

  readonly referrersOf = (predicate: string, object: RDF.Term): readonly RDF.Term[] => {
    const text = object.termType === 'BlankNode' ? undefined : termText(object);
    // A release has no blank nodes.
    if (text === undefined) return [];
    const known = this.#objects.get(text);
    if (!known) this.#lackingObjects.add(text);
    return (known ?? []).filter((quad) => quad.predicate.value === predicate).map(({ subject }) => subject);
  };

  /** Reads what is lacking. */
  async load(): Promise<void> {
    for (const subject of this.#lackingSubjects) this.#subjects.set(subject, []);
    for (const object of this.#lackingObjects) this.#objects.set(object, []);
    const { folder, manifest } = this.#release;
    for (const { dump } of manifest.datasets)
      for await (const batch of readQuadLines(join(folder, dump.path))) this.#keep(batch);
    this.#lackingSubjects.clear();
    this.#lackingObjects.clear();
  }

  #keep(batch: readonly string[]): void {
    const objects = this.#lackingObjects;
    for (const line of batch) {
      const subject = this.#lackingSubjects.has(lineSubjectIri(line)) ? lineSubjectIri(line) : undefined;
      const object = objects.size > 0 ? objectText(line) : undefined;
      if (subject === undefined && (object === undefined || !objects.has(object))) continue;
      if (this.#left-- <= 0) return;
      const quads = parseLines([line]);
      if (subject !== undefined) this.#subjects.get(subject)?.push(...quads);
      if (object !== undefined && objects.has(object)) this.#objects.get(object)?.push(...quads);
    }
  }
}

/** The object of a line as N-Quads text. */
function objectText(line: string): string {
  const triple = withoutGraph(line);
  const start = triple.indexOf(' ', triple.indexOf(' ') + 1) + 1;
  return triple.slice(start, -' .'.length);
}

/** Lines of all datasets of a release, but those of one thing and its hash IRIs. */
export async function* linesWithout(
  { folder, manifest }: Release,
  thing: string,
): AsyncGenerator<readonly string[]> {
  for (const { dump } of manifest.datasets)
    for await (const batch of readQuadLines(join(folder, dump.path)))
      yield batch.filter((line) => withoutFragment(lineSubjectIri(line)) !== thing);
}
