import { type ResourceStar, withoutFragment } from '../../model/index.ts';
import { lineSubjectIri, readQuadLines } from '../../rdf/index.ts';
import { ReadSubject } from '../publish/read-subject.ts';
import type { LineBatches } from '../written-file.ts';

/** Groups sorted lines by subject, as many at a time as end in a batch. */
export async function* subjectsOf(batches: LineBatches): AsyncGenerator<readonly ReadSubject[]> {
  let open: { readonly iri: string; readonly start: string; readonly lines: string[] } | undefined;
  for await (const batch of batches) {
    const closed: ReadSubject[] = [];
    for (const line of batch) {
      if (open === undefined || !line.startsWith(open.start)) {
        if (open) closed.push(new ReadSubject(open.iri, open.lines));
        const iri = lineSubjectIri(line);
        open = { iri, start: `<${iri}> `, lines: [] };
      }
      open.lines.push(line);
    }
    yield closed;
  }
  if (open) yield [new ReadSubject(open.iri, open.lines)];
}

/** One star for each subject of sorted lines, known by the thing it belongs to. */
export async function* starsOf(batches: LineBatches): AsyncGenerator<ResourceStar> {
  for await (const subjects of subjectsOf(batches))
    for (const { iri, lines } of subjects) yield { iri: withoutFragment(iri), lines };
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
