import type { ResourceIndex, Terms } from '../../model/index.ts';
import { rdf } from '../../rdf/index.ts';
import { saidOf } from './said-values.ts';
import type { Counted } from './scope.ts';

/** Properties as the profile declares them, those that it does not at the end. */
export function inOrder(terms: Terms, one: string, other: string): number {
  const [left, right] = [terms.order(one), terms.order(other)];
  return left === right ? (one < other ? -1 : 1) : left < right ? -1 : 1;
}

/** Properties of some things and of their hash IRIs, by how many of the things have them, then in the order of the profile. */
export const propertiesOf =
  ({ index, terms }: { readonly index: ResourceIndex; readonly terms: Terms }) =>
  (iris: readonly string[]): readonly Counted[] => {
    const counts = new Map<string, number>();
    for (const iri of iris)
      for (const property of ownProperties(index, iri)) counts.set(property, (counts.get(property) ?? 0) + 1);
    return [...counts]
      .map(([iri, count]) => ({ iri, count }))
      .sort((one, other) => other.count - one.count || inOrder(terms, one.iri, other.iri));
  };

function ownProperties(index: ResourceIndex, iri: string): ReadonlySet<string> {
  const description = index.describe(iri);
  const said = description ? saidOf(description) : [];
  return new Set(said.map(({ property }) => property).filter((one) => one !== rdf.type));
}
