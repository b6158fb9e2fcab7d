import type { SaxesTagNS } from 'saxes';
import type { Located } from '../model/index.ts';
import type { TextPlaces } from './text-places.ts';
import { addText, createXmlParser, elementOf, type XmlEvents, type XmlParser } from './xml-builder.ts';
import type { XmlIterator } from './xml-iterator.ts';
import { MAX_DEPTH } from './xml-parse.ts';
import { matchedBelow } from './xml-pattern.ts';
import {
  addChild,
  XmlDocument,
  XmlElement,
  XmlNames,
  type XmlNode,
  type XmlParent,
  type XmlPlace,
} from './xml-tree.ts';

/** What stands in memory at once is no longer, in UTF-16 units of its XML. */
const MAX_HELD = 16 * 1024 * 1024;
/** A tag that is longer may be given a place a little too late. */
const MAX_TAG = 1024 * 1024;

/** XML that cannot be read as records; `line` is where reading stopped. */
export class XmlFault extends Error {
  readonly reason: 'doctype' | 'malformed' | 'too-deep' | 'too-long';
  readonly line: number;

  constructor(reason: XmlFault['reason'], line: number, message = '') {
    super(message);
    this.name = 'XmlFault';
    this.reason = reason;
    this.line = line;
  }
}

/**
 * Catches the elements that an iterator selects while the document streams by. Of what is around a record its open
 * ancestors are kept with their attributes; where references look higher (`climb` levels), the record waits until that
 * ancestor is complete.
 */
export class XmlCollector implements XmlEvents {
  readonly #iterator: XmlIterator;
  readonly #places: TextPlaces;
  readonly #parser: XmlParser;
  readonly #document = new XmlDocument();
  readonly #names = new XmlNames();
  /** The open elements, undefined where nothing of interest can be below; the document first. */
  readonly #open: (XmlParent | undefined)[] = [this.#document];
  /** For each, which steps of the pattern are matched there: bit n for the first n. */
  readonly #matched: number[] = [1];
  /** Catching begins at this depth, whatever is found there; 0: at each match. */
  readonly #catchDepth: number;
  #caughtDepth = 0;
  #caught: XmlElement[] = [];
  #found: Located<XmlNode>[] = [];
  #row = 0;
  #text = '';
  #ascii = true;
  /** Units before `#text`, before the tag at hand, and before what is held. */
  #base = 0;
  #tag = 0;
  #since = 0;
  #isClosing = false;

  /** `places` stands at the text's beginning. */
  constructor(iterator: XmlIterator, climb: number, places: TextPlaces) {
    this.#iterator = iterator;
    this.#places = places;
    this.#parser = createXmlParser(this);
    this.#catchDepth = catchDepthOf(iterator, climb);
  }

  write(text: string, ascii: boolean): Located<XmlNode>[] {
    this.#text += text;
    this.#ascii &&= ascii;
    this.#places.piece(this.#text, this.#ascii);
    this.#parser.write(text);
    const end = this.#base + this.#text.length;
    if (end - this.#since > MAX_HELD) throw this.#fault('too-long', this.#since);
    this.#forget();
    return this.#taken();
  }

  close(): Located<XmlNode>[] {
    this.#places.piece(this.#text, this.#ascii);
    this.#isClosing = true;
    this.#parser.close();
    return this.#taken();
  }

  start(position: number): void {
    // A tag's name may be followed by CRLF, which counts as one.
    this.#tag = this.#text.charCodeAt(position - this.#base) === 60 ? position : position - 1;
    if (this.#caughtDepth === 0) this.#since = this.#tag;
  }

  open(tag: SaxesTagNS): void {
    const depth = this.#open.length;
    if (depth > MAX_DEPTH) throw this.#fault('too-deep', this.#tag);
    const { pattern } = this.#iterator;
    const name = this.#names.of(tag);
    const matched = matchedBelow(pattern, this.#matched[depth - 1] ?? 0, name.expanded);
    this.#matched.push(matched);
    const parent = this.#open[depth - 1];
    const mayMatter = matched !== 0 || this.#caughtDepth > 0 || pattern.length === 0;
    const element = parent !== undefined && mayMatter ? elementOf(tag, name, parent, this.#names) : undefined;
    this.#open.push(element);
    if (element !== undefined) this.#enter(element, depth, ((matched >> pattern.length) & 1) === 1);
  }

  text(text: string): void {
    const parent = this.#caughtDepth > 0 ? this.#open.at(-1) : undefined;
    if (parent !== undefined) addText(parent, text);
  }

  end(): void {
    const depth = this.#open.length - 1;
    this.#open.pop();
    this.#matched.pop();
    if (depth !== this.#caughtDepth) return;
    this.#caughtDepth = 0;
    this.#release();
  }

  fault(reason: 'doctype' | 'malformed', message: string): never {
    // The letter at fault was just read, unless it is the end that came too early.
    throw this.#fault(reason, this.#parser.position - (this.#isClosing ? 0 : 1), message);
  }

  #enter(element: XmlElement, depth: number, matches: boolean): void {
    const { pattern, rest } = this.#iterator;
    const isRecord = matches && pattern.length > 0;
    if (this.#caughtDepth > 0) addChild(element.parentNode, element);
    else if (this.#catchDepth === 0 ? isRecord : depth === this.#catchDepth) this.#catch(element, depth);
    if (isRecord) this.#caught.push(element);
    if (!isRecord && (rest === undefined || this.#caughtDepth === 0)) return;
    this.#places.moveTo(this.#tag - this.#base);
    const { line, offset } = this.#places;
    element.place = { line, offset };
  }

  #catch(element: XmlElement, depth: number): void {
    this.#caughtDepth = depth;
    // The root is the document's child where the whole document is caught.
    if (depth === 1) addChild(this.#document, element);
  }

  /** What was caught is complete: its records are given away, in the order of the document. */
  #release(): void {
    const { pattern, rest } = this.#iterator;
    const caught: readonly XmlNode[] = pattern.length === 0 ? [this.#document] : this.#caught;
    const records = rest === undefined ? caught : new Set(caught.flatMap(rest));
    for (const record of records) {
      const { line, offset } = placeOf(record);
      this.#found.push({ record, row: ++this.#row, line, offset });
    }
    this.#caught = [];
  }

  /** Text before the last tag is not needed any more; that tag may still be incomplete. */
  #forget(): void {
    const text = this.#text;
    const tag = text.lastIndexOf('<');
    const from = tag < 0 || text.length - tag > MAX_TAG ? text.length : tag;
    this.#places.moveTo(from);
    this.#base += from;
    this.#text = text.slice(from);
    this.#ascii ||= this.#text === '';
  }

  #taken(): Located<XmlNode>[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }

  #fault(reason: XmlFault['reason'], position: number, message = ''): XmlFault {
    this.#places.moveTo(Math.max(0, position - this.#base));
    return new XmlFault(reason, this.#places.line, message);
  }
}

function catchDepthOf({ pattern }: XmlIterator, climb: number): number {
  if (pattern.length === 0) return 1;
  if (climb === 0) return 0;
  return pattern.some(({ deep }) => deep) ? 1 : Math.max(1, pattern.length - climb);
}

/** Where a node stands: attributes and texts with their element. */
function placeOf(node: XmlNode): XmlPlace {
  if (node instanceof XmlElement && node.place !== undefined) return node.place;
  return node.parentNode === null ? { line: 1, offset: 0 } : placeOf(node.parentNode);
}
