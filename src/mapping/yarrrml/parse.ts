import {
  childOf,
  entryOf,
  itemsOf,
  nearest,
  parseYaml,
  textOf,
  type YamlEntry,
  type YamlNode,
} from '../../documents/index.ts';
import type { Complaint } from '../../model/index.ts';
import { isIri } from '../../rdf/index.ts';
import { turtleAsYarrrml } from '../other-language.ts';
import type { Folders } from '../rml/folders.ts';
import type { ColumnRule, Mapping, TermRule, TriplesRule } from '../rules.ts';
import { allOf } from './builtins.ts';
import { noInverse, noMappings, noSubject, unknownSection } from './complaints.ts';
import { openDocument, type YarrrmlDocument } from './document.ts';
import { readCondition } from './expressions.ts';
import { resolveJoins } from './joins.ts';
import { AUTHOR_KEYS, checkKeys, OTHER_SECTIONS, RULE_KEYS, SECTIONS } from './keys.ts';
import { type InversePair, readPair } from './pairs.ts';
import { checkPrefixEnds } from './prefix-ends.ts';
import { badKeyValue } from './source-complaints.ts';
import { type Origins, originsOf, readSources } from './sources.ts';
import { targetReader } from './targets.ts';
import { TermReader } from './terms.ts';

export type ParsedMapping =
  | { readonly kind: 'parsed'; readonly mapping: Mapping }
  | { readonly kind: 'refused'; readonly complaints: readonly Complaint[] };

/**
 * Parses YARRRML (https://rml.io/yarrrml/spec/), with `columns` (aliases) and `sources: {name: {each, as}}` (one record
 * for each value) added. All complaints come at once. The prefixes of RDFa's initial context, of functions and of the
 * platform (`id:`, `def:`, `cim:`) need no declaration. Rules without sources read the source that the run is given.
 * @param file the name complaints give
 * @param folders that relative paths are resolved against; absent: the folder of `file`
 */
export function parseYarrrml(text: string, file: string, base: string, folders?: Folders): ParsedMapping {
  const turtle = turtleAsYarrrml(text, file);
  if (turtle !== undefined) return { kind: 'refused', complaints: [turtle] };
  const yaml = parseYaml(text, file);
  if (yaml.kind === 'malformed') return { kind: 'refused', complaints: yaml.complaints };
  const document = openDocument(yaml.node, file, base, folders);
  checkSections(document);
  checkPrefixEnds(document);
  const rules = rulesOf(document);
  const { complaints, root } = document;
  if (rules.length === 0) complaints.push(noMappings(root.place));
  if (complaints.length > 0) return { kind: 'refused', complaints };
  return { kind: 'parsed', mapping: { file, foldsColumns: true, columns: columnsOf(root), rules } };
}

function rulesOf(document: YarrrmlDocument): readonly TriplesRule[] {
  const { root } = document;
  const reader = new TermReader(document, targetReader(document));
  const origins = readSources(document);
  const mappings = childOf(root, 'mappings', 'mapping', 'm');
  const entries = mappings?.kind === 'map' ? mappings.entries : [];
  const names = new Set(entries.map(({ key }) => key));
  const groups = new Map(
    entries.map((entry) => [entry.key, readMapping(entry, { document, reader, origins, names })]),
  );
  const inverses = [...groups.values()].flatMap(({ inverse }) => inverse);
  const joined = resolveJoins(new Map([...groups].map(([key, { rules }]) => [key, rules])), document);
  const base = baseOf(document);
  return [...joined, ...inverses].map((rule) => (base === undefined ? rule : { ...rule, base }));
}

function checkSections({ root, complaints }: YarrrmlDocument): void {
  if (root.kind !== 'map') return;
  for (const { key, place } of root.entries) {
    if (SECTIONS.includes(key) || OTHER_SECTIONS.includes(key)) continue;
    complaints.push(unknownSection(place, key, nearest(key, SECTIONS) ?? SECTIONS.join(', ')));
  }
  for (const author of itemsOf(childOf(root, 'authors', 'author', 'a')))
    checkKeys(author, AUTHOR_KEYS, (place, found, remedy) => void complaints.push({ place, found, remedy }));
}

function baseOf({ root, complain }: YarrrmlDocument): string | undefined {
  const node = childOf(root, 'base');
  const base = textOf(node);
  if (node === undefined || base === undefined) return undefined;
  if (!isIri(base)) complain(node.place, ...badKeyValue('base', base));
  return base;
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

interface Surroundings {
  readonly document: YarrrmlDocument;
  readonly reader: TermReader;
  readonly origins: Origins;
  /** Names of rules that are taken. */
  readonly names: Set<string>;
}

interface ReadMapping {
  readonly rules: readonly TriplesRule[];
  readonly inverse: readonly TriplesRule[];
}

/** A mapping: one rule for each of its sources. */
function readMapping({ key, place, node }: YamlEntry, around: Surroundings): ReadMapping {
  const { document, reader } = around;
  checkKeys(node, RULE_KEYS, document.complain);
  const subjects = subjectsOf(entryOf(node, 'subjects', 'subject', 's'), reader);
  if (subjects.length === 0) document.complain(place, ...noSubject(key));
  const condition = readCondition(childOf(node, 'condition', 'conditions', 'c'), document);
  const graphs = itemsOf(childOf(node, 'graphs', 'graph', 'g')).map((one) => reader.graph(one));
  const read = itemsOf(childOf(node, 'predicateobjects', 'po')).map((one) => readPair(one, reader, document));
  const pairs = read.flatMap((one) => one.pairs);
  const whole = { place, subjects, graphs, ...(condition === undefined ? {} : { condition }) };
  const inverses = read.flatMap(({ inverse }) => inverse ?? []);
  if (inverses.length > 0 && subjects.some(({ expression }) => expression === undefined))
    document.complain(place, ...noInverse());
  const readings = readingsOf(entryOf(node, 'sources', 'source'), around);
  return {
    rules: readings.map((reading, index) => ({
      name: index === 0 ? key : numbered(key, around.names),
      ...whole,
      pairs,
      ...reading,
    })),
    inverse: readings.flatMap((reading) =>
      inverses.map((inverse) => ({
        name: numbered(key, around.names),
        ...whole,
        ...turned(inverse, whole),
        ...reading,
      })),
    ),
  };
}

/** The mapping's key with a number behind, for the rules that it stands for besides the first. */
function numbered(key: string, names: Set<string>): string {
  let number = 2;
  while (names.has(`${key}-${number}`)) number++;
  names.add(`${key}-${number}`);
  return `${key}-${number}`;
}

function turned(
  { predicates, subjects, graphs, condition }: InversePair,
  whole: Pick<TriplesRule, 'subjects' | 'condition' | 'place'>,
): Pick<TriplesRule, 'subjects' | 'pairs' | 'condition'> {
  const both = allOf(
    [whole.condition, condition].filter((one) => one !== undefined),
    whole.place,
  );
  return {
    subjects,
    pairs: [{ predicates, objects: whole.subjects, graphs }],
    ...(both === undefined ? {} : { condition: both }),
  };
}

/** `subjects: null` makes a blank node for each record. */
function subjectsOf(entry: YamlEntry | undefined, reader: TermReader): readonly TermRule[] {
  if (entry === undefined) return [];
  const nodes = itemsOf(entry.node);
  return (nodes.length === 0 && entry.node.kind === 'scalar' ? [entry.node] : nodes).map((one) =>
    reader.subject(one),
  );
}

/** What each rule of a mapping reads: every file with every view. */
function readingsOf(
  entry: YamlEntry | undefined,
  { document, origins }: Surroundings,
): readonly Pick<TriplesRule, 'source' | 'view'>[] {
  const found = originsOf(entry, origins, document);
  const files = found.flatMap((one) => (one.kind === 'file' ? [{ source: one.rule }] : []));
  const views = found.flatMap((one) => (one.kind === 'view' ? [{ view: one.view }] : []));
  const readings = files.length > 0 ? files : [{}];
  return views.length === 0
    ? readings
    : readings.flatMap((file) => views.map((view) => ({ ...file, ...view })));
}
