import { SaxesParser, type SaxesTagNS } from 'saxes';
import {
  addChild,
  XmlAttribute,
  XmlElement,
  type XmlName,
  type XmlNames,
  type XmlParent,
  XmlText,
} from './xml-tree.ts';

/** What a parser tells of a document. Namespaces are resolved. */
export interface XmlEvents {
  /** A tag begins: how many UTF-16 units of the text came before it. */
  start(position: number): void;
  open(tag: SaxesTagNS): void;
  text(text: string): void;
  end(): void;
  /** A DOCTYPE with declarations of its own, or what is not well-formed. */
  fault(reason: 'doctype' | 'malformed', message: string): never;
}

export interface XmlParser {
  write(text: string): void;
  close(): void;
  /** UTF-16 units read so far. */
  readonly position: number;
}

/**
 * A streaming parser (saxes). No more than six handlers: each is a keyed store on the parser, and one more turns it
 * into a dictionary, in which it runs four times as slowly (measured). Hence no error handler: it throws.
 */
export function createXmlParser(events: XmlEvents): XmlParser {
  const parser = new SaxesParser({ xmlns: true, position: false });
  // A DTD that is only named is never loaded; declarations inside could define entities.
  parser.on('doctype', (text) => {
    if (text.replace(/"[^"]*"|'[^']*'/g, '').includes('[')) events.fault('doctype', '');
  });
  parser.on('opentagstart', ({ name }) => events.start(parser.position - name.length - 2));
  parser.on('opentag', (tag) => events.open(tag as SaxesTagNS));
  parser.on('text', (text) => events.text(text));
  parser.on('cdata', (text) => events.text(text));
  parser.on('closetag', () => events.end());
  return {
    write: (text) => told(events, () => parser.write(text)),
    close: () => told(events, () => parser.close()),
    get position() {
      return parser.position;
    },
  };
}

/** What is not well-formed comes as a bare Error; what the events throw has a class of its own. */
function told(events: XmlEvents, parse: () => unknown): void {
  try {
    parse();
  } catch (error) {
    if (!(error instanceof Error) || error.constructor !== Error) throw error;
    events.fault('malformed', reasonOf(error));
  }
}

/** The parser's words without the place before and the full stop after, which complaints have. */
const reasonOf = ({ message }: Error): string => message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');

/** An element without its children; it is not among its parent's children yet. */
export function elementOf(tag: SaxesTagNS, name: XmlName, parent: XmlParent, names: XmlNames): XmlElement {
  const element = new XmlElement(name, parent, parent.childNodes.length);
  let attributes: XmlAttribute[] | undefined;
  for (const written in tag.attributes) {
    const attribute = tag.attributes[written];
    if (attribute === undefined || attribute.prefix === 'xmlns' || written === 'xmlns') continue;
    attributes ??= [];
    attributes.push(new XmlAttribute(names.of(attribute), attribute.value, element));
  }
  if (attributes !== undefined) element.attributes = attributes;
  return element;
}

/** Adds text to an element; text after text is one node. */
export function addText(parent: XmlParent, data: string): void {
  const last = parent.childNodes.at(-1);
  if (last instanceof XmlText) last.data += data;
  else addChild(parent, new XmlText(data, parent, parent.childNodes.length));
}
