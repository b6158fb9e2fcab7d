import { SaxesParser, type SaxesTagNS } from 'saxes';
import { type Located, type RecordSource, RefusedInput, type Source } from '../model/index.ts';
import { decodedText } from './text-stream.ts';
import {
  badIterator,
  badPath,
  doctype,
  malformed,
  noIterator,
  tooDeep,
  unknownPrefix,
} from './xml-complaints.ts';
import { compileXmlPath, expandName, undeclaredPrefix, type XmlElement } from './xml-tree.ts';

/** Records nest no deeper than this. */
const MAX_DEPTH = 200;

/** An XML document as records: the elements at the iterator's absolute path, read as the document streams by. */
export async function openXml(source: Source, shown: string): Promise<RecordSource<XmlElement>> {
  const path = iteratorNames(source, shown);
  return {
    shown,
    faults: [],
    reference(name) {
      assertPrefixes(name, source, shown);
      const read = compileXmlPath(name, source.namespaces);
      if (!read) throw new RefusedInput([badPath(shown, name)]);
      return read;
    },
    records: () =>
      records(
        source,
        shown,
        path.map((name) => expandName(name, source.namespaces)),
      ),
  };
}

function iteratorNames(source: Source, shown: string): readonly string[] {
  const { iterator } = source;
  if (iterator === undefined) throw new RefusedInput([noIterator(shown)]);
  if (!/^(?:\/[\p{L}_][\p{L}\p{N}_.:-]*)+$/u.test(iterator))
    throw new RefusedInput([badIterator(shown, iterator)]);
  assertPrefixes(iterator, source, shown);
  return iterator.split('/').slice(1);
}

function assertPrefixes(path: string, { namespaces }: Source, shown: string): void {
  const prefix = undeclaredPrefix(path, namespaces);
  if (prefix !== undefined) throw new RefusedInput([unknownPrefix(shown, path, prefix)]);
}

async function* records(
  source: Source,
  shown: string,
  path: readonly string[],
): AsyncGenerator<readonly Located<XmlElement>[]> {
  const collector = new RecordCollector(path, shown);
  for await (const text of decodedText(source.path, source.dialect.encoding, shown)) {
    const batch = collector.write(text);
    if (batch.length > 0) yield batch;
  }
  const last = collector.close();
  if (last.length > 0) yield last;
}

/** The parser's words without the place before and the full stop after, which the complaint has. */
const reasonOf = ({ message }: Error): string => message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');

/** Builds a small tree for each element at the path, and nothing for the rest of the document. */
class RecordCollector {
  readonly #parser = new SaxesParser({ xmlns: true, position: true });
  readonly #path: readonly string[];
  readonly #shown: string;
  readonly #stack: XmlElement[] = [];
  readonly #names: string[] = [];
  #found: Located<XmlElement>[] = [];
  #row = 0;
  #startLine = 1;

  constructor(path: readonly string[], shown: string) {
    this.#path = path;
    this.#shown = shown;
    this.#parser.on('doctype', () => {
      throw new RefusedInput([doctype(shown, this.#parser.line)]);
    });
    this.#parser.on('error', (error) => {
      throw new RefusedInput([malformed(shown, this.#parser.line, reasonOf(error))]);
    });
    this.#parser.on('opentag', (tag) => this.#open(tag as SaxesTagNS));
    this.#parser.on('text', (text) => this.#stack.at(-1)?.children.push(text));
    this.#parser.on('cdata', (text) => this.#stack.at(-1)?.children.push(text));
    this.#parser.on('closetag', () => this.#close());
  }

  write(text: string): Located<XmlElement>[] {
    this.#parser.write(text);
    return this.#taken();
  }

  close(): Located<XmlElement>[] {
    this.#parser.close();
    return this.#taken();
  }

  #taken(): Located<XmlElement>[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }

  #open(tag: SaxesTagNS): void {
    this.#names.push(tag.uri === '' ? tag.local : `{${tag.uri}}${tag.local}`);
    if (this.#names.length > MAX_DEPTH)
      throw new RefusedInput([tooDeep(this.#shown, this.#parser.line, MAX_DEPTH)]);
    const inside = this.#stack.length > 0;
    if (!inside && !this.#atRecord()) return;
    if (!inside) this.#startLine = this.#parser.line;
    const element = elementOf(tag, this.#names.at(-1) ?? '');
    this.#stack.at(-1)?.children.push(element);
    this.#stack.push(element);
  }

  #close(): void {
    this.#names.pop();
    const element = this.#stack.pop();
    if (element === undefined || this.#stack.length > 0) return;
    this.#row++;
    this.#found.push({ record: element, row: this.#row, line: this.#startLine });
  }

  #atRecord(): boolean {
    return (
      this.#names.length === this.#path.length &&
      this.#path.every((name, index) => name === this.#names[index])
    );
  }
}

function elementOf(tag: SaxesTagNS, name: string): XmlElement {
  const attributes = Object.values(tag.attributes).map(({ uri, local, value }): [string, string] => [
    uri === '' ? local : `{${uri}}${local}`,
    value,
  ]);
  return { name, attributes: new Map(attributes), children: [] };
}
