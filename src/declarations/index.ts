export { propertyOfKey } from './dataset-context.ts';
export { folded, nearest } from './nearest.ts';
export { createTerms, type TurtleFile } from './ontologies.ts';
export { type LoadedProject, type LoadOptions, loadProject, type Project } from './project.ts';
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
