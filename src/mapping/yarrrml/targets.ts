import { resolve } from 'node:path';
import { childOf, itemsOf, nearest, textOf, type YamlNode } from '../../documents/index.ts';
import { formats } from '../../rdf/index.ts';
import type { TargetRule } from '../rules.ts';
import type { YarrrmlDocument } from './document.ts';
import { checkKeys } from './keys.ts';
import { COMPRESSIONS } from './packing.ts';
import { notAmong, onlyFiles, unknownName, withoutAccess } from './source-complaints.ts';

/** Targets as a term names or describes them. */
export type ReadTargets = (node: YamlNode | undefined) => readonly TargetRule[];

const SERIALIZATIONS: Readonly<Record<string, string>> = {
  nquads: formats['N-Quads'],
  ntriples: formats['N-Triples'],
  turtle: formats.Turtle,
  trig: formats.TriG,
  n3: formats.N3,
  jsonld: formats['JSON-LD'],
  rdfxml: formats.RDF_XML,
  rdfjson: formats.RDF_JSON,
};

const KEYS = ['access', 'type', 'serialization', 'compression', 'encoding'];
const FILES = ['localfile', 'void', 'dcat'];

/** Reads `targets` at the top, and gives how terms name them. */
export function targetReader(document: YarrrmlDocument): ReadTargets {
  const section = childOf(document.root, 'targets', 'target', 't');
  const declared = new Map(
    (section?.kind === 'map' ? section.entries : []).map(({ key, node }) => [
      key,
      readTarget(node, document),
    ]),
  );
  const named = (node: YamlNode): TargetRule | undefined => {
    const name = textOf(node);
    if (name === undefined || name.includes('~')) return readTarget(node, document);
    if (!declared.has(name))
      document.complain(node.place, ...unknownName(TARGET, name, 'targets', nearest(name, declared.keys())));
    return declared.get(name);
  };
  return (node) =>
    (node !== undefined && isShort(node, declared) ? [node] : itemsOf(node))
      .map(named)
      .filter((one) => one !== undefined);
}

const TARGET = { fr: 'La cible', en: 'The target' };

/** `[file~void, turtle, gzip]` in the place of a list of targets. */
const isShort = (node: YamlNode, declared: ReadonlyMap<string, unknown>): boolean =>
  node.kind === 'list' &&
  textOf(node.items[0])?.includes('~') === true &&
  node.items.slice(1).every((one) => {
    const text = textOf(one);
    return text !== undefined && !text.includes('~') && !declared.has(text);
  });

/** A target by its keys, or `[access~type, serialization, compression]`. */
function readTarget(node: YamlNode, document: YarrrmlDocument): TargetRule | undefined {
  checkKeys(node, KEYS, document.complain);
  const [short, serializationShort, compressionShort] = itemsOf(node).map((one) =>
    one.kind === 'scalar' ? one : undefined,
  );
  const [shortAccess, shortType] = (textOf(short) ?? '').split(/~(?=[^~]*$)/);
  const access = textOf(childOf(node, 'access')) ?? (shortAccess || undefined);
  if (access === undefined) {
    document.complain(node.place, ...withoutAccess(TARGET));
    return undefined;
  }
  const type = textOf(childOf(node, 'type')) ?? shortType ?? 'localfile';
  if (!FILES.includes(type)) document.complain(node.place, ...onlyFiles(type, FILES));
  const choose = (table: Readonly<Record<string, string>>, chosen: YamlNode | undefined, usual: string) => {
    const name = textOf(chosen);
    if (name === undefined) return usual;
    const value = table[name.toLowerCase()];
    if (value === undefined)
      document.complain(chosen?.place ?? node.place, ...notAmong(name, Object.keys(table)));
    return value ?? usual;
  };
  const rule = {
    path: resolve(document.folders.working, access),
    serialization: choose(
      SERIALIZATIONS,
      childOf(node, 'serialization') ?? serializationShort,
      formats['N-Quads'],
    ),
    encoding: (textOf(childOf(node, 'encoding')) ?? 'utf-8').toLowerCase(),
    compression: choose(
      COMPRESSIONS,
      childOf(node, 'compression') ?? compressionShort,
      'none',
    ) as TargetRule['compression'],
  };
  return { ...rule, id: JSON.stringify(rule), place: node.place };
}
