/** A JSON Schema (draft 7, which editors read), as JSON. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** What editors show beside a key: French, then English. */
export const described = (fr: string, en: string, schema: JsonSchema = {}): JsonSchema => ({
  description: `${fr}\n\n${en}`,
  ...schema,
});

/** A map that holds these keys and no others; a key without a schema may hold anything. */
export const mapOf = (
  keys: readonly string[],
  schemas: Readonly<Record<string, JsonSchema>>,
  required: readonly string[] = [],
): JsonSchema => ({
  type: 'object',
  properties: Object.fromEntries(keys.map((key) => [key, schemas[key] ?? {}])),
  additionalProperties: false,
  ...(required.length > 0 && { required }),
});

/** One of some words, offered by editors, or another text. */
export const oneOrOther = (words: readonly string[]): JsonSchema => ({
  anyOf: [{ enum: words }, { type: 'string' }],
});

/** One value, or a list of such. */
export const oneOrMany = (schema: JsonSchema): JsonSchema => ({
  anyOf: [schema, { type: 'array', items: schema }],
});
