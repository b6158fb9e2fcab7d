import { join } from 'node:path';
import type { Release } from '../../model/index.ts';
import { detached, readQuadLines } from '../../rdf/index.ts';
import type { ChangedThings } from './whole-run.ts';

/** Things that are named. */
const MOST_NAMED = 5;

type Kind = 'created' | 'updated' | 'removed';

/** What became of a dataset's things since the release before, as a release tells it. */
export async function changedThings(
  { folder, manifest }: Release,
  slug: string,
): Promise<Readonly<Record<Kind, ChangedThings>>> {
  const found = { created: counter(), updated: counter(), removed: counter() };
  const things = manifest.datasets.find((one) => one.slug === slug)?.changes?.things;
  if (things)
    for await (const lines of readQuadLines(join(folder, things.path)))
      for (const line of lines) {
        const [kind = '', iri = ''] = line.split('\t');
        const of = found[kind as Kind];
        if (!of) continue;
        of.count++;
        if (of.some.length < MOST_NAMED) of.some.push(detached(iri));
      }
  return found;
}

const counter = (): { count: number; some: string[] } => ({ count: 0, some: [] });
