export { editDistance } from './edit-distance.ts';
export { described, type JsonSchema, mapOf, oneOrMany, oneOrOther } from './json-schema.ts';
export { folded, nearest, nearestFew } from './nearest.ts';
export { type ReadText, readUtf8 } from './utf8-file.ts';
export {
  childOf,
  entryOf,
  itemsOf,
  type ParsedYaml,
  parseYaml,
  plain,
  textOf,
  type YamlEntry,
  type YamlList,
  type YamlMap,
  type YamlNode,
  type YamlScalar,
} from './yaml.ts';
