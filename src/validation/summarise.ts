import {
  SEVERITIES,
  type ShapeResult,
  type ShapeResultGroup,
  type ShapeResultSample,
} from '../model/index.ts';

const MOST_SAMPLES = 5;
/** Characters of a sample's value. */
const LONGEST = 2000;

type Kind = Pick<ShapeResultGroup, 'shape' | 'component' | 'path' | 'severity' | 'message' | 'saidBy'>;

/** A group that is being counted. */
interface OpenGroup {
  readonly first: ShapeResult;
  count: number;
  concerned: number;
  last: string;
  readonly samples: ShapeResult[];
}

/**
 * Counts results as they come, by shape, component, path, severity and message: memory grows with the kinds of result,
 * not with their number.
 */
export class ResultTally {
  readonly #groups = new Map<string, OpenGroup>();

  /** Results of one focus node have to come one after the other. */
  add(result: ShapeResult): void {
    const key = keyOf(result);
    const group = this.#groups.get(key) ?? { first: result, count: 0, concerned: 0, last: '', samples: [] };
    if (group.count === 0) this.#groups.set(key, group);
    group.count++;
    if (group.last !== result.focusNode) group.concerned++;
    group.last = result.focusNode;
    keepSample(group.samples, result);
  }

  /** The groups, the gravest and most frequent first, with the first five samples of each. */
  groups(): ShapeResultGroup[] {
    return inOrder([...this.#groups.values()].map(groupOf));
  }

  /** The groups of several tallies. */
  static together(tallies: readonly ResultTally[]): ShapeResultGroup[] {
    const alike = Map.groupBy(
      tallies.flatMap((one) => one.groups()),
      keyOf,
    );
    return inOrder([...alike.values()].map((groups) => groups.reduce(added)));
  }
}

/** Groups with the samples that others have of the same kind, and their message: results that were looked at more closely. */
export function withSamples(
  groups: readonly ShapeResultGroup[],
  others: readonly ShapeResultGroup[],
): ShapeResultGroup[] {
  const known = new Map(others.map((one) => [keyOf(one), one]));
  return groups.map((group) => {
    const { message = group.message, samples = group.samples } = known.get(keyOf(group)) ?? {};
    return { ...group, message, samples };
  });
}

const inOrder = (groups: readonly ShapeResultGroup[]): ShapeResultGroup[] =>
  [...groups].sort(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      b.count - a.count ||
      (keyOf(a) < keyOf(b) ? -1 : 1),
  );

/** Groups results, as `ResultTally` does. */
export function summarise(results: Iterable<ShapeResult>): ShapeResultGroup[] {
  const tally = new ResultTally();
  for (const result of results) tally.add(result);
  return tally.groups();
}

const added = (one: ShapeResultGroup, other: ShapeResultGroup): ShapeResultGroup => ({
  ...one,
  count: one.count + other.count,
  concerned: (one.concerned ?? 0) + (other.concerned ?? 0),
  samples: [...one.samples, ...other.samples].slice(0, MOST_SAMPLES),
});

/** As long as their query makes it, a message does not make a kind. */
const keyOf = ({ shape, component, path, severity, message, saidBy }: Kind): string =>
  JSON.stringify([shape, component, path ?? null, severity, saidBy ?? [message.fr, message.en]]);

function groupOf({ first, count, concerned, samples }: OpenGroup): ShapeResultGroup {
  const { shape, component, path, severity, saidBy, why } = first;
  const { message } = samples[0] ?? first;
  return {
    shape,
    component,
    ...(path === undefined ? {} : { path }),
    severity,
    message,
    ...(saidBy === undefined ? {} : { saidBy }),
    ...(why === undefined ? {} : { why }),
    count,
    concerned,
    samples: samples.map(sampleOf),
  };
}

/** The first ones; located results as the source has them: who corrects it goes from row to row. */
function keepSample(samples: ShapeResult[], result: ShapeResult): void {
  const after = samples.findIndex((sample) => rowOf(sample) > rowOf(result));
  samples.splice(after < 0 ? samples.length : after, 0, result);
  if (samples.length > MOST_SAMPLES) samples.pop();
}

const rowOf = ({ row }: ShapeResult): number => row ?? Number.MAX_SAFE_INTEGER;

/** What the group does not say already. */
function sampleOf(result: ShapeResult): ShapeResultSample {
  const { shape, component, path, severity, message, saidBy, why, focusNode, term, ...rest } = result;
  const sample = saidBy === undefined ? rest : { ...rest, message };
  const { value } = sample;
  return value === undefined || value.length <= LONGEST
    ? sample
    : { ...sample, value: `${value.slice(0, LONGEST - 1)}…` };
}
