import {
  SEVERITIES,
  type ShapeResult,
  type ShapeResultGroup,
  type ShapeResultSample,
} from '../model/index.ts';

const MOST_SAMPLES = 5;
/** Characters of a sample's value. */
const LONGEST = 2000;

/**
 * Groups results by shape, component, path, severity and message, counted, with the first five samples of each;
 * the gravest and most frequent first.
 */
export function summarise(results: readonly ShapeResult[]): ShapeResultGroup[] {
  return [...Map.groupBy(results, keyOf).values()]
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

function groupOf(results: readonly ShapeResult[]): ShapeResultGroup {
  const [first] = results;
  if (!first) throw new TypeError('A group of results has at least one.');
  const { shape, component, path, severity, message, why } = first;
  return {
    shape,
    component,
    ...(path === undefined ? {} : { path }),
    severity,
    message,
    ...(why === undefined ? {} : { why }),
    count: results.length,
    concerned: new Set(results.map(({ thing }) => thing)).size,
    samples: inSourceOrder(results).slice(0, MOST_SAMPLES).map(sampleOf),
  };
}

/** Located results as the source has them: who corrects it goes from row to row. */
const inSourceOrder = (results: readonly ShapeResult[]): readonly ShapeResult[] =>
  results.every(({ row }) => row === undefined)
    ? results
    : results.toSorted((a, b) => (a.row ?? Number.MAX_SAFE_INTEGER) - (b.row ?? Number.MAX_SAFE_INTEGER));

/** What the group does not say already. */
function sampleOf(result: ShapeResult): ShapeResultSample {
  const { shape, component, path, severity, message, why, focusNode, term, ...sample } = result;
  const { value } = sample;
  return value === undefined || value.length <= LONGEST
    ? sample
    : { ...sample, value: `${value.slice(0, LONGEST - 1)}…` };
}
