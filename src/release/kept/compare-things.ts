import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lineSubjectIri } from '../../rdf/index.ts';
import { sortLines } from '../dataset/sort-lines.ts';
import type { Pair } from '../side-by-side.ts';

export type ThingChange = 'created' | 'updated' | 'removed';

/** A thing that is not what it was. */
export interface ChangedThing {
  readonly iri: string;
  readonly change: ThingChange;
}

/** What is known of a thing from some of its lines. */
const BEFORE = 1;
const AFTER = 2;
const CHANGED = 4;

/**
 * Things whose statements differ, in the order of their IRIs. A thing is an IRI without fragment; its hash IRIs stand
 * elsewhere in a sorted dump, so what is known of it is sorted once more, on disk where it is much.
 * @param lines those of before are left, those of after right
 * @param space what the IRIs of things begin with
 */
export async function* compareThings(
  lines: AsyncIterable<readonly Pair<string, string>[]>,
  space: string,
): AsyncGenerator<ChangedThing> {
  const folder = await mkdtemp(join(tmpdir(), 'cimaise-diff-'));
  try {
    yield* gathered(sortLines(notes(lines, space), { folder }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** `IRI TAB flags`, one for each subject. */
async function* notes(
  lines: AsyncIterable<readonly Pair<string, string>[]>,
  space: string,
): AsyncGenerator<string> {
  let subject = '';
  let flags = 0;
  const note = (): string =>
    subject.startsWith(space) ? `${subject.split('#', 1)[0]}\t${String(flags)}\n` : '';
  for await (const batch of lines) {
    let text = '';
    for (const { left, right } of batch) {
      const iri = lineSubjectIri(left ?? right ?? '');
      if (iri !== subject) {
        text += note();
        [subject, flags] = [iri, 0];
      }
      flags |= (left === undefined ? 0 : BEFORE) | (right === undefined ? 0 : AFTER);
      if (left !== right) flags |= CHANGED;
    }
    yield text;
  }
  yield note();
}

async function* gathered(sorted: AsyncIterable<readonly string[]>): AsyncGenerator<ChangedThing> {
  let iri = '';
  let flags = 0;
  for await (const batch of sorted)
    for (const line of batch) {
      const [thing = '', own] = line.split('\t');
      if (thing !== iri) {
        yield* changeOf(iri, flags);
        [iri, flags] = [thing, 0];
      }
      flags |= Number(own);
    }
  yield* changeOf(iri, flags);
}

function* changeOf(iri: string, flags: number): Generator<ChangedThing> {
  if ((flags & CHANGED) === 0) return;
  const isBefore = (flags & BEFORE) !== 0;
  const isAfter = (flags & AFTER) !== 0;
  yield { iri, change: isBefore && isAfter ? 'updated' : isAfter ? 'created' : 'removed' };
}
