export { folded, nearest } from './nearest.ts';
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
