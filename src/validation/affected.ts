import type { Distance } from './reach.ts';

/** Who stands beside a thing. */
export interface Neighbours {
  /** The things that refer to it. */
  referrersOf(thing: string): Iterable<string>;
  /** The things that it refers to. */
  referencesOf(thing: string): Iterable<string>;
}

/**
 * The things whose results may be others when these things change: they themselves, and those that look at them, as
 * far as the shapes look.
 * @param dependence how far shapes look (`ReleaseShapes`)
 */
export function affectedBy(
  changed: Iterable<string>,
  { reads, inverse }: Distance,
  neighbours: Neighbours,
): ReadonlySet<string> {
  const affected = new Set(changed);
  let edge: readonly string[] = [...affected];
  // A path against the arrows begins at the node that does not know who points to it: one step more.
  for (let step = 0; step < (inverse ? reads + 1 : reads) && edge.length > 0; step++) {
    const before = affected.size;
    for (const thing of edge) {
      for (const one of neighbours.referrersOf(thing)) affected.add(one);
      if (inverse) for (const one of neighbours.referencesOf(thing)) affected.add(one);
    }
    edge = [...affected].slice(before);
  }
  return affected;
}
