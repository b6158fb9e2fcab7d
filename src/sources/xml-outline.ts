import type { OutlinedValue } from '../model/index.ts';
import type { Namespaces } from './xml-path.ts';
import { stringValue, type XmlElement, type XmlNode } from './xml-tree.ts';

/** Nothing is looked for deeper. */
const MOST_LEVELS = 14;

/**
 * The texts and attributes of an XML record with the paths that lead to them: `a/b`, `a/@c`. An element in whose text
 * others stand is one value. Names of namespaces without prefix cannot be told, and are left out.
 */
export function outlineXml(namespaces: Namespaces): (record: XmlNode) => Iterable<OutlinedValue> {
  const names = new Names(namespaces);
  return (record) => (record.nodeType === 1 ? within(record, '', { level: 0, names }) : []);
}

type Named = Pick<XmlElement, 'localName' | 'namespaceURI' | 'prefix'>;

/** Names as references write them. */
class Names {
  readonly #prefixes: ReadonlyMap<string, string>;

  constructor(namespaces: Namespaces) {
    this.#prefixes = new Map(Object.entries(namespaces).map(([prefix, iri]) => [iri, prefix]));
  }

  /** Undefined where its namespace has no prefix. */
  of({ localName, namespaceURI, prefix }: Named): string | undefined {
    if (namespaceURI === null) return localName;
    if (prefix === 'xml') return `xml:${localName}`;
    const known = this.#prefixes.get(namespaceURI);
    return known === undefined ? undefined : `${known}:${localName}`;
  }
}

interface Depth {
  readonly level: number;
  readonly names: Names;
}

function* within(element: XmlElement, path: string, depth: Depth): Generator<OutlinedValue> {
  yield* attributesOf(element, path, depth.names);
  const elements = element.childNodes.filter((child) => child.nodeType === 1);
  const hasText = element.childNodes.some((child) => child.nodeType === 3 && /\S/.test(child.data));
  if (hasText || elements.length === 0) yield [path === '' ? '.' : path, stringValue(element)];
  else if (depth.level < MOST_LEVELS)
    for (const child of elements) {
      const name = depth.names.of(child);
      if (name !== undefined) yield* within(child, below(path, name), { ...depth, level: depth.level + 1 });
    }
}

function* attributesOf(element: XmlElement, path: string, names: Names): Generator<OutlinedValue> {
  for (const attribute of element.attributes) {
    const name = /^xmlns(?::|$)/.test(attribute.nodeName) ? undefined : names.of(attribute);
    if (name !== undefined) yield [below(path, `@${name}`), attribute.value];
  }
}

const below = (path: string, step: string): string => (path === '' ? step : `${path}/${step}`);
