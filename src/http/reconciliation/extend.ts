import { expandedIri } from '../expanded-iri.ts';
import { iriOfEntity } from './entity-ids.ts';
import { type ExtensionValue, extensionValues } from './extension-values.ts';
import { propertyTest } from './property-likeness.ts';
import type { AskedExtension } from './read-extend.ts';
import type { Reconciling } from './reconcile-query.ts';
import { saidOf } from './said-values.ts';

/** Values of one property of an entity. */
interface PropertyValues {
  readonly id: string;
  readonly values: readonly ExtensionValue[];
}

/** One entity with the values of each property that was asked, in their order. */
export interface ExtensionRow {
  readonly id: string;
  readonly properties: readonly PropertyValues[];
}

/** Values of properties of entities; of what is not published, none. */
export function extensionRow(
  id: string,
  { properties }: AskedExtension,
  { context, naming }: Reconciling,
): ExtensionRow {
  const { base } = context.release.manifest;
  const iri = iriOfEntity(id, base);
  const description = iri === undefined ? undefined : context.index.describe(iri);
  const said = description ? saidOf(description) : [];
  const thing = (target: string) => (context.index.has(target) ? naming.thing(target) : undefined);
  return {
    id,
    properties: properties.map((property) => ({
      id: property.id,
      values:
        description === undefined
          ? []
          : extensionValues(propertyTest(property.id, base, naming), property.settings, {
              iri: description.iri,
              base,
              thing,
              said,
            }),
    })),
  };
}

/** What the columns are (`meta`). */
export const extensionMeta = ({ properties }: AskedExtension, { context, naming }: Reconciling) =>
  properties.map(({ id }) => ({
    id,
    name: /[:/]/.test(id) ? naming.term(expandedIri(id, context.release.manifest.base)) : id,
  }));

/** The answer of version 0.2: rows by entity, then by property. */
export const extensionOf02 = (
  asked: AskedExtension,
  rows: readonly ExtensionRow[],
  reconciling: Reconciling,
) => ({
  meta: extensionMeta(asked, reconciling),
  rows: Object.fromEntries(
    rows.map(({ id, properties }) => [id, Object.fromEntries(properties.map((one) => [one.id, one.values]))]),
  ),
});

/** The answer of the draft of 1.0: lists throughout. */
export const extensionOf10 = (
  asked: AskedExtension,
  rows: readonly ExtensionRow[],
  reconciling: Reconciling,
) => ({
  meta: extensionMeta(asked, reconciling),
  rows,
});
