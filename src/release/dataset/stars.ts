import { type ResourceStar, withoutFragment } from '../../model/index.ts';
import { lineSubjectIri, readQuadLines } from '../../rdf/index.ts';

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

/** The IRI that a star's lines are about; empty where it has none. */
export const starSubject = ({ lines }: ResourceStar): string => lineSubjectIri(lines[0] ?? '');

/** The lines of a file but those of things that are left out, hash IRIs included. */
export async function* linesBut(
  path: string,
  isLeftOut: (thing: string) => boolean,
): AsyncGenerator<readonly string[]> {
  for await (const batch of readQuadLines(path))
    yield batch.filter((line) => !isLeftOut(withoutFragment(lineSubjectIri(line))));
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
