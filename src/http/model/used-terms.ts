import type { Partition } from '../../model/index.ts';
import type { TermFacts, UsedTerm } from '../../pages/index.ts';
import { type AppContext, publishedDatasets } from '../context.ts';

type Kind = 'class' | 'property';

/** Terms that the datasets use, from what their dumps were counted to hold; the most used first. */
export function usedTerms(context: AppContext, kind: Kind): readonly UsedTerm[] {
  const all = new Map<string, { count: number; datasets: number }>();
  for (const { released } of publishedDatasets(context))
    for (const { iri, count } of partitions(released.statistics, kind)) {
      const known = all.get(iri) ?? { count: 0, datasets: 0 };
      all.set(iri, { count: known.count + count, datasets: known.datasets + 1 });
    }
  return [...all].map(([iri, use]) => ({ iri, ...use })).sort((a, b) => b.count - a.count);
}

/** How the data use a term; undefined where they do not. A term that is both counts as a class. */
export function termFacts(context: AppContext, iri: string): TermFacts | undefined {
  const model = context.index.model();
  const asClass = model.classes.find((one) => one.iri === iri);
  if (asClass)
    return {
      iri,
      kind: 'class',
      use: asClass,
      together: asClass.properties,
      datasets: datasetsOf(context, 'class', iri),
    };
  const use = model.properties.find((one) => one.iri === iri);
  if (!use) return besideThings(context, iri);
  const together = model.classes
    .map((of) => ({ iri: of.iri, count: of.properties.find((one) => one.iri === iri)?.count ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  return { iri, kind: 'property', use, together, datasets: datasetsOf(context, 'property', iri) };
}

/** A term that is said only of what is no thing of a dataset: of a vocabulary itself, say. */
function besideThings(context: AppContext, iri: string): TermFacts | undefined {
  const kind = (['class', 'property'] as const).find((one) =>
    usedTerms(context, one).some((term) => term.iri === iri),
  );
  if (!kind) return undefined;
  const datasets = datasetsOf(context, kind, iri);
  const count = datasets.reduce((sum, one) => sum + one.count, 0);
  return { iri, kind, use: { iri, count, properties: [], examples: [] }, together: [], datasets };
}

const datasetsOf = (context: AppContext, kind: Kind, iri: string): TermFacts['datasets'] =>
  publishedDatasets(context)
    .flatMap(({ dataset, released }) => {
      const found = partitions(released.statistics, kind).find((one) => one.iri === iri);
      return found ? [{ dataset, count: found.count, subjects: found.subjects }] : [];
    })
    .sort((a, b) => b.subjects - a.subjects);

const partitions = (
  statistics:
    | { readonly classes: readonly Partition[]; readonly properties: readonly Partition[] }
    | undefined,
  kind: Kind,
): readonly Partition[] => (kind === 'class' ? statistics?.classes : statistics?.properties) ?? [];
