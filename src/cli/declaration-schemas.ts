import { datasetSchema, type OfferedNames, siteSchema } from '../declarations/index.ts';
import { mappingSchema } from '../mapping/index.ts';

/** Documents that people write and editors can help with. */
export const SCHEMA_KINDS = ['dataset', 'mapping', 'site'] as const;

export type SchemaKind = (typeof SCHEMA_KINDS)[number];

/** The JSON Schema of a kind of document, as text. */
export function schemaText(kind: SchemaKind, offered: OfferedNames): string {
  const schemas = { dataset: () => datasetSchema(offered), mapping: mappingSchema, site: siteSchema };
  return `${JSON.stringify(schemas[kind](), undefined, 2)}\n`;
}
