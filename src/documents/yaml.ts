import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Complaint, Place } from '../model/index.ts';
import { yamlReason } from './yaml-faults.ts';

/** A YAML value that remembers where it stands. Aliases are followed. */
export type YamlNode = YamlScalar | YamlList | YamlMap;

export interface YamlScalar {
  readonly kind: 'scalar';
  readonly place: Place;
  readonly value: string | number | boolean | null;
}

export interface YamlList {
  readonly kind: 'list';
  readonly place: Place;
  readonly items: readonly YamlNode[];
}

export interface YamlMap {
  readonly kind: 'map';
  readonly place: Place;
  readonly entries: readonly YamlEntry[];
}

export interface YamlEntry {
  readonly key: string;
  readonly place: Place;
  readonly node: YamlNode;
}

export type ParsedYaml =
  | { readonly kind: 'parsed'; readonly node: YamlNode }
  | { readonly kind: 'malformed'; readonly complaints: readonly Complaint[] };

/** A YAML file nests no deeper than this: deeper is a mistake or an attack. */
const MAX_DEPTH = 64;
/** Values of a file once its aliases are followed. */
const MAX_NODES = 20_000;

/** Parses YAML 1.2 with positions; every syntax error is a complaint. Expansion of aliases is bounded. */
export function parseYaml(text: string, file: string): ParsedYaml {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, uniqueKeys: true, stringKeys: true });
  const placeAt = (offset: number | undefined): Place => {
    const { line, col } = lineCounter.linePos(offset ?? 0);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  if (document.errors.length > 0) {
    return {
      kind: 'malformed',
      complaints: document.errors.map((error) => malformed(error, placeAt(error.pos[0]))),
    };
  }
  const complaints: Complaint[] = [];
  let nodes = 0;
  const follow = (node: Node): Node => {
    nodes++;
    if (nodes > MAX_NODES) throw new TooLarge();
    if (!isAlias(node)) return node;
    const target = node.resolve(document);
    if (target === undefined) complaints.push(unknownAlias(node.source, placeAt(node.range?.[0])));
    return target ?? node;
  };
  try {
    const node = convert(document.contents, placeAt, follow, 0);
    return complaints.length > 0 ? { kind: 'malformed', complaints } : { kind: 'parsed', node };
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    return { kind: 'malformed', complaints: [tooLarge(file)] };
  }
}

const unknownAlias = (name: string, place: Place): Complaint => ({
  place,
  found: { fr: `L’alias « *${name} » ne renvoie à rien.`, en: `The alias “*${name}” refers to nothing.` },
  remedy: {
    fr: `Écrivez « &${name} » devant la valeur qu’il répète, ou mettez le texte entre guillemets.`,
    en: `Write “&${name}” before the value that it repeats, or put the text in quotes.`,
  },
});

class TooLarge extends Error {}

const tooLarge = (file: string): Complaint => ({
  place: { file, line: 1 },
  found: {
    fr: `Le fichier emboîte plus de ${MAX_DEPTH} niveaux ou compte plus de ${MAX_NODES} valeurs.`,
    en: `The file nests more than ${MAX_DEPTH} levels or holds more than ${MAX_NODES} values.`,
  },
  remedy: { fr: 'Simplifiez-le, alias compris.', en: 'Simplify it, aliases included.' },
});

function malformed(error: { message: string }, place: Place): Complaint {
  const { fr, en } = yamlReason(error.message);
  return {
    place,
    found: { fr: `Ce n’est pas du YAML : ${fr}.`, en: `This is not YAML: ${en}.` },
    remedy: {
      fr: 'Vérifiez l’indentation, les guillemets et les deux-points à cet endroit.',
      en: 'Check indentation, quotes and colons at this place.',
    },
  };
}

type PlaceAt = (offset: number | undefined) => Place;

function convert(node: Node | null, placeAt: PlaceAt, follow: (node: Node) => Node, depth: number): YamlNode {
  const place = placeAt(node?.range?.[0]);
  const target = node === null ? null : follow(node);
  if (depth > MAX_DEPTH) throw new TooLarge();
  if (isMap(target)) {
    const entries = target.items.map((pair) => {
      const key = pair.key as Node;
      const keyPlace = placeAt(key.range?.[0]);
      const value = pair.value as Node | null;
      return {
        key: String(isScalar(key) ? key.value : key),
        place: keyPlace,
        node: convert(value, placeAt, follow, depth + 1),
      };
    });
    return { kind: 'map', place, entries };
  }
  if (isSeq(target)) {
    return {
      kind: 'list',
      place,
      items: target.items.map((item) => convert(item as Node, placeAt, follow, depth + 1)),
    };
  }
  return { kind: 'scalar', place, value: isScalar(target) ? scalarValue(target.value) : null };
}

function scalarValue(value: unknown): YamlScalar['value'] {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return value === null || value === undefined ? null : String(value);
}

/** The entry of a map under the first of the given keys that occurs. */
export function entryOf(node: YamlNode | undefined, ...keys: readonly string[]): YamlEntry | undefined {
  return node?.kind === 'map' ? node.entries.find((entry) => keys.includes(entry.key)) : undefined;
}

/** The value under the first of the given keys that occurs. */
export const childOf = (node: YamlNode | undefined, ...keys: readonly string[]): YamlNode | undefined =>
  entryOf(node, ...keys)?.node;

/** A scalar as text; undefined for null, lists and maps. */
export function textOf(node: YamlNode | undefined): string | undefined {
  return node?.kind === 'scalar' && node.value !== null ? String(node.value) : undefined;
}

/** Items of a list, or the one value as a list of one; nothing for null. */
export function itemsOf(node: YamlNode | undefined): readonly YamlNode[] {
  if (node === undefined || (node.kind === 'scalar' && node.value === null)) return [];
  return node.kind === 'list' ? node.items : [node];
}

/** Plain JavaScript value, positions dropped. */
export function plain(node: YamlNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(plain);
  return Object.fromEntries(node.entries.map((entry) => [entry.key, plain(entry.node)]));
}
