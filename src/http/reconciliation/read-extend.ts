import { listAt, member, objectAt, textAt } from './read-parts.ts';

/** Entities, and properties, of one request. */
export const MOST_ENTITIES = 200;
const MOST_PROPERTIES = 20;
export const MOST_VALUES = 200;

/** How values of a property are wanted (`property_settings` of the manifest). */
export interface ValueSettings {
  readonly limit: number;
  readonly content: 'value' | 'name' | 'iri' | 'count';
  /** Of texts; the others come where there are none in it. */
  readonly language?: 'fr' | 'en';
}

export interface AskedExtension {
  readonly ids: readonly string[];
  readonly properties: readonly { readonly id: string; readonly settings: ValueSettings }[];
}

/**
 * A data extension query (0.2 section 7.3), the same in both versions.
 * @throws HttpProblem 400 that says where, 413 for too many
 */
export function readExtension(value: unknown): AskedExtension {
  const asked = objectAt(value, 'extend');
  const ids = listAt(member(asked, 'ids') ?? [], 'extend.ids', MOST_ENTITIES);
  const properties = listAt(member(asked, 'properties') ?? [], 'extend.properties', MOST_PROPERTIES);
  return {
    ids: ids.map((id, at) => textAt(id, `extend.ids[${at}]`)),
    properties: properties.map((one, at) => {
      const where = `extend.properties[${at}]`;
      const property = objectAt(one, where);
      return {
        id: textAt(member(property, 'id'), `${where}.id`),
        settings: readSettings(member(property, 'settings'), `${where}.settings`),
      };
    }),
  };
}

/** What is set to anything else counts as not set: clients keep settings of other services. */
function readSettings(value: unknown, at: string): ValueSettings {
  const settings = value === undefined ? {} : objectAt(value, at);
  const limit = Number(member(settings, 'limit') ?? 0);
  const content = member(settings, 'content');
  const language = member(settings, 'language');
  return {
    limit: Number.isInteger(limit) && limit > 0 ? Math.min(limit, MOST_VALUES) : MOST_VALUES,
    content: content === 'name' || content === 'iri' || content === 'count' ? content : 'value',
    ...((language === 'fr' || language === 'en') && { language }),
  };
}
