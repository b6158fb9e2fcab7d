/**
 * A light XML tree: as much of the DOM as XPath needs. Names are expanded as `{namespace}local`; without namespace the
 * local name alone.
 */
export type XmlNode = XmlDocument | XmlElement | XmlText | XmlAttribute;

export type XmlParent = XmlDocument | XmlElement;

export type XmlChild = XmlElement | XmlText;

const NO_CHILDREN: readonly XmlChild[] = [];

/** Adds a child behind the others. Most elements have one, which costs an array of one. */
export function addChild(parent: XmlParent, child: XmlChild): void {
  if (parent.childNodes.length === 0) parent.childNodes = [child];
  else (parent.childNodes as XmlChild[]).push(child);
}

export class XmlDocument {
  readonly parentNode = null;
  childNodes: readonly XmlChild[] = NO_CHILDREN;

  get nodeType(): 9 {
    return 9;
  }
  get nodeName(): string {
    return '#document';
  }
}

/** A name in all its parts, made once for all nodes that bear it. */
export interface XmlName {
  /** `{namespace}local`, or the local name alone. */
  readonly expanded: string;
  /** As it is written, with its prefix. */
  readonly written: string;
  readonly local: string;
  readonly prefix: string | null;
  readonly namespace: string | null;
}

const NO_ATTRIBUTES: readonly XmlAttribute[] = [];

/** What elements and attributes have in common: a name. */
abstract class XmlNamed {
  readonly names: XmlName;

  constructor(names: XmlName) {
    this.names = names;
  }

  get name(): string {
    return this.names.expanded;
  }
  get nodeName(): string {
    return this.names.written;
  }
  get localName(): string {
    return this.names.local;
  }
  get prefix(): string | null {
    return this.names.prefix;
  }
  get namespaceURI(): string | null {
    return this.names.namespace;
  }
}

export class XmlElement extends XmlNamed {
  attributes: readonly XmlAttribute[] = NO_ATTRIBUTES;
  childNodes: readonly XmlChild[] = NO_CHILDREN;
  readonly parentNode: XmlParent;
  /** Among its parent's children. */
  readonly index: number;
  /** Where its tag begins, where that was asked for. */
  place: XmlPlace | undefined = undefined;

  constructor(names: XmlName, parent: XmlParent, index: number) {
    super(names);
    this.parentNode = parent;
    this.index = index;
  }

  get nodeType(): 1 {
    return 1;
  }

  /** The value of the attribute with an expanded name. */
  attribute(name: string): string | undefined {
    for (const attribute of this.attributes) if (attribute.name === name) return attribute.value;
    return undefined;
  }
}

export interface XmlPlace {
  readonly line: number;
  readonly offset: number;
}

export class XmlText {
  data: string;
  readonly parentNode: XmlParent;
  readonly index: number;

  constructor(data: string, parent: XmlParent, index: number) {
    this.data = data;
    this.parentNode = parent;
    this.index = index;
  }

  get nodeType(): 3 {
    return 3;
  }
  get nodeName(): string {
    return '#text';
  }
}

export class XmlAttribute extends XmlNamed {
  readonly value: string;
  readonly parentNode: XmlElement;

  constructor(names: XmlName, value: string, owner: XmlElement) {
    super(names);
    this.value = value;
    this.parentNode = owner;
  }

  get nodeType(): 2 {
    return 2;
  }
}

/** A name as a parser gives it. */
export interface ParsedName {
  readonly name: string;
  readonly prefix: string;
  readonly local: string;
  readonly uri: string;
}

/** Names by namespace and writing: a document has few of them. */
export class XmlNames {
  readonly #names = new Map<string, Map<string, XmlName>>();

  of(parsed: ParsedName): XmlName {
    let inNamespace = this.#names.get(parsed.uri);
    if (inNamespace === undefined) {
      inNamespace = new Map();
      this.#names.set(parsed.uri, inNamespace);
    }
    const known = inNamespace.get(parsed.name);
    if (known !== undefined) return known;
    const made = xmlName(parsed);
    if (inNamespace.size < MAX_NAMES) inNamespace.set(parsed.name, made);
    return made;
  }
}

/** A document with more names than this makes them up. */
const MAX_NAMES = 10_000;

export const xmlName = ({ name, prefix, local, uri }: ParsedName): XmlName => ({
  expanded: uri === '' ? local : `{${uri}}${local}`,
  written: name,
  local,
  prefix: prefix === '' ? null : prefix,
  namespace: uri === '' ? null : uri,
});

/** The string value of a node, as XPath defines it: white space is kept. */
export function stringValue(node: XmlNode): string {
  if (node.nodeType === 2) return node.value;
  if (node.nodeType === 3) return node.data;
  const [only] = node.childNodes;
  if (only === undefined) return '';
  if (node.childNodes.length === 1) return stringValue(only);
  let text = '';
  for (const child of node.childNodes) text += stringValue(child);
  return text;
}

const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';

/** The namespace of a prefix; `xml:` needs no declaration. Undefined where it has none. */
export function namespaceOf(
  prefix: string,
  namespaces: Readonly<Record<string, string>>,
): string | undefined {
  if (Object.hasOwn(namespaces, prefix)) return namespaces[prefix];
  return prefix === 'xml' ? XML_NAMESPACE : undefined;
}
