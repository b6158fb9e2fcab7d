import { SEVERITIES, type ShapeResult, type ShapeResultGroup, same } from '../model/index.ts';

const MOST_SAMPLES = 5;

/**
 * Groups results by shape, component, path, severity and message, counted, with the first five samples of each;
 * the gravest and most frequent first. Messages that queries make are told by the query: the first stands for all.
 */
export function summarise(results: readonly ShapeResult[]): ShapeResultGroup[] {
  return [...Map.groupBy(results, kindOf).values()]
    .map(groupOf)
    .sort(
      (a, b) =>
        SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
        b.count - a.count ||
        (keyOf(a) < keyOf(b) ? -1 : 1),
    );
}

type Kind = Pick<ShapeResultGroup, 'shape' | 'component' | 'path' | 'severity' | 'message'>;

const keyOf = ({ shape, component, path, severity, message }: Kind): string =>
  JSON.stringify([shape, component, path ?? null, severity, message.fr, message.en]);

/** As long as their query makes it, a message does not make a kind. */
const kindOf = ({ message, saidBy, ...result }: ShapeResult): string =>
  keyOf({ ...result, message: saidBy === undefined ? message : same(saidBy) });

function groupOf(results: readonly ShapeResult[]): ShapeResultGroup {
  const [first] = results;
  if (!first) throw new TypeError('A group of results has at least one.');
  const { shape, component, path, severity, message } = first;
  return {
    shape,
    component,
    ...(path === undefined ? {} : { path }),
    severity,
    message,
    count: results.length,
    samples: results
      .slice(0, MOST_SAMPLES)
      .map(({ thing, value }) => (value === undefined ? { thing } : { thing, value })),
  };
}
