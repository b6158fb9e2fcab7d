import { type ResourceStar, withoutFragment } from '../../model/index.ts';
import { lineSubjectIri } from '../../rdf/index.ts';

/** Groups sorted lines by subject: one star for each, known by the thing it belongs to. */
export async function* starsOf(batches: AsyncIterable<readonly string[]>): AsyncGenerator<ResourceStar> {
  let subject: string | undefined;
  let lines: string[] = [];
  for await (const batch of batches) {
    for (const line of batch) {
      const of = lineSubjectIri(line);
      if (of !== subject) {
        if (subject !== undefined) yield { iri: withoutFragment(subject), lines };
        subject = of;
        lines = [];
      }
      lines.push(line);
    }
  }
  if (subject !== undefined) yield { iri: withoutFragment(subject), lines };
}

/** Items in arrays of a given size, the last one shorter. */
export async function* inChunks<T>(
  items: AsyncIterable<T> | Iterable<T>,
  size: number,
): AsyncGenerator<readonly T[]> {
  let chunk: T[] = [];
  for await (const item of items) {
    chunk.push(item);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
