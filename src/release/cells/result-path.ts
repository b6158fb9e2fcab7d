/** A path of a result, as far as it leads through the thing's own statements. */
export type PathSteps = readonly string[];

/**
 * The ways that a result's path (an IRI, or SPARQL's property path) leads along predicates, one for each alternative.
 * What comes behind an inverse step is said by other things, and is left out.
 */
export function waysOf(path: string): readonly PathSteps[] {
  if (!path.includes('<')) return [[path]];
  return alternativesOf(path).map(forwardSteps);
}

/** Alternatives in a longer path are told apart only where the whole path is one. */
function alternativesOf(path: string): readonly string[] {
  const whole = /^\(([^()]*)\)$/.exec(path)?.[1];
  return whole?.includes('|') ? whole.split(/\|(?=[\^(<])/) : [path];
}

function forwardSteps(path: string): PathSteps {
  const steps: string[] = [];
  for (const [, inverse, iri] of path.matchAll(/(\^\(*)?<([^<>]*)>/g)) {
    if (inverse !== undefined) break;
    steps.push(iri ?? '');
  }
  return steps;
}
