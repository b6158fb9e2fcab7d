import {
  childOf,
  entryOf,
  itemsOf,
  nearest,
  parseYaml,
  textOf,
  type YamlEntry,
  type YamlNode,
} from '../declarations/index.ts';
import type { Complaint } from '../model/index.ts';
import { PREFIXES } from '../rdf/index.ts';
import type { ColumnRule, Mapping, PairRule, RecordView, TriplesRule } from './rules.ts';
import {
  checkKeys,
  incompletePair,
  incompleteView,
  noMappings,
  noSubject,
  PAIR_KEYS,
  RULE_KEYS,
  unknownSection,
  unknownView,
} from './yarrrml-complaints.ts';
import { createTermReader, type TermReader } from './yarrrml-terms.ts';

export type ParsedMapping =
  | { readonly kind: 'parsed'; readonly mapping: Mapping }
  | { readonly kind: 'refused'; readonly complaints: readonly Complaint[] };

/** Namespace of the platform's mapping functions. */
export const FUNCTIONS_NAMESPACE = 'urn:cimaise:function:';

const SECTIONS = ['prefixes', 'columns', 'sources', 'mappings'];
/** Understood, but not what we advise to write. */
const OTHER_SECTIONS = ['mapping', 'm', 'base'];

/**
 * Parses YARRRML (https://rml.io/yarrrml/spec/), with `columns` (aliases) and `sources: {name: {each, as}}` (logical
 * views) added. All complaints come at once. The prefixes of the platform, `id:`, `def:` and `cim:` need no
 * declaration.
 */
export function parseYarrrml(text: string, file: string, base: string): ParsedMapping {
  const yaml = parseYaml(text, file);
  if (yaml.kind === 'malformed') return { kind: 'refused', complaints: yaml.complaints };
  const complaints: Complaint[] = [];
  const reader = createTermReader(prefixesOf(yaml.node, base), complaints);
  checkSections(yaml.node, complaints);
  const views = viewsOf(yaml.node, reader);
  const mappings = childOf(yaml.node, 'mappings', 'mapping', 'm');
  const rules = mappings?.kind === 'map' ? mappings.entries.map((entry) => ruleOf(entry, reader, views)) : [];
  if (rules.length === 0) complaints.push(noMappings(yaml.node.place));
  if (complaints.length > 0) return { kind: 'refused', complaints };
  return { kind: 'parsed', mapping: { file, columns: columnsOf(yaml.node), rules } };
}

function prefixesOf(root: YamlNode, base: string): ReadonlyMap<string, string> {
  const own = childOf(root, 'prefixes');
  const declared =
    own?.kind === 'map'
      ? own.entries.map(({ key, node }): [string, string] => [key, textOf(node) ?? ''])
      : [];
  const platform: [string, string][] = [
    ['id', `${base}id/`],
    ['def', `${base}def/`],
    ['cim', FUNCTIONS_NAMESPACE],
  ];
  return new Map([...Object.entries(PREFIXES), ...platform, ...declared]);
}

function checkSections(root: YamlNode, complaints: Complaint[]): void {
  if (root.kind !== 'map') return;
  for (const { key, place } of root.entries) {
    if (SECTIONS.includes(key) || OTHER_SECTIONS.includes(key)) continue;
    complaints.push(unknownSection(place, key, nearest(key, SECTIONS) ?? SECTIONS.join(', ')));
  }
}

function columnsOf(root: YamlNode): readonly ColumnRule[] {
  const columns = childOf(root, 'columns');
  if (columns?.kind !== 'map') return [];
  return columns.entries.map(({ key, place, node }) => {
    const aliases = node.kind === 'map' ? childOf(node, 'aliases') : node;
    const names = itemsOf(aliases)
      .map(textOf)
      .filter((name) => name !== undefined && name !== 'optional') as string[];
    const optional = textOf(childOf(node, 'optional')) === 'true' || textOf(node) === 'optional';
    return { name: key, aliases: names, optional, place };
  });
}

function viewsOf(root: YamlNode, reader: TermReader): ReadonlyMap<string, RecordView> {
  const sources = childOf(root, 'sources');
  const views = new Map<string, RecordView>();
  for (const entry of sources?.kind === 'map' ? sources.entries : []) {
    const each = childOf(entry.node, 'each');
    const name = textOf(childOf(entry.node, 'as'));
    if (each && name) views.set(entry.key, { name, each: reader.call(each) });
    else reader.complain(entry.place, ...incompleteView(entry.key));
  }
  return views;
}

function ruleOf(
  { key, place, node }: YamlEntry,
  reader: TermReader,
  views: ReadonlyMap<string, RecordView>,
): TriplesRule {
  checkKeys(node, RULE_KEYS, reader.complain);
  const subjects = itemsOf(childOf(node, 'subjects', 'subject', 's')).map((one) => reader.subject(one));
  if (subjects.length === 0) reader.complain(place, ...noSubject(key));
  const condition = childOf(node, 'condition');
  const view = viewOf(entryOf(node, 'sources', 'source'), views, reader);
  const pairs = itemsOf(childOf(node, 'predicateobjects', 'po')).map((one) => pairOf(one, reader));
  return {
    name: key,
    place,
    subjects,
    pairs,
    ...(view === undefined ? {} : { view }),
    ...(condition === undefined ? {} : { condition: reader.call(condition) }),
  };
}

function viewOf(
  entry: YamlEntry | undefined,
  views: ReadonlyMap<string, RecordView>,
  reader: TermReader,
): RecordView | undefined {
  if (entry === undefined) return undefined;
  const name = itemsOf(entry.node).map(textOf)[0] ?? '';
  const view = views.get(name);
  if (view === undefined) reader.complain(entry.place, ...unknownView(name, nearest(name, views.keys())));
  return view;
}

function pairOf(node: YamlNode, reader: TermReader): PairRule {
  if (node.kind === 'list') {
    const [predicates, objects, extra] = node.items;
    if (itemsOf(predicates).length === 0 || itemsOf(objects).length === 0)
      reader.complain(node.place, ...incompletePair());
    return {
      predicates: itemsOf(predicates).map((one) => reader.predicate(one)),
      objects: itemsOf(objects).map((one) =>
        reader.object(one, { isType: isType(predicates), extra: textOf(extra) }),
      ),
    };
  }
  checkKeys(node, PAIR_KEYS, reader.complain);
  const predicates = childOf(node, 'predicates', 'predicate', 'p');
  const objects = childOf(node, 'objects', 'object', 'o');
  if (!predicates || !objects) reader.complain(node.place, ...incompletePair());
  const condition = childOf(node, 'condition');
  const objectNodes =
    objects?.kind === 'list' && objects.items.every((one) => one.kind === 'scalar') && isTyped(objects)
      ? [objects]
      : itemsOf(objects);
  return {
    predicates: itemsOf(predicates).map((one) => reader.predicate(one)),
    objects: objectNodes.map((one) => reader.object(one, { isType: isType(predicates), extra: undefined })),
    ...(condition === undefined ? {} : { condition: reader.call(condition) }),
  };
}

/** `[$(x), xsd:date]` or `[$(x), fr~lang]` in the place of objects: one value with its datatype or language. */
function isTyped(list: YamlNode & { kind: 'list' }): boolean {
  const second = textOf(list.items[1]);
  return (
    list.items.length === 2 && second !== undefined && (second.endsWith('~lang') || second.startsWith('xsd:'))
  );
}

const isType = (node: YamlNode | undefined): boolean => ['a', 'rdf:type'].includes(textOf(node) ?? '');
