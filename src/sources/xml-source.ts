import { SaxesParser, type SaxesTagNS } from 'saxes';
import {
  type Complaint,
  type Located,
  type RecordSource,
  RefusedInput,
  type Source,
} from '../model/index.ts';
import { decodedText } from './text-stream.ts';
import { compileXmlPath, expandName, type XmlElement } from './xml-tree.ts';

/** Records nest no deeper than this. */
const MAX_DEPTH = 200;

/** An XML document as records: the elements at the iterator's absolute path, read as the document streams by. */
export async function openXml(source: Source, shown: string): Promise<RecordSource<XmlElement>> {
  const path = (source.iterator ?? '').split('/').slice(1);
  if (path.length === 0) throw new RefusedInput([noIterator(shown)]);
  return {
    path: source.path,
    faults: [],
    reference(name) {
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

/** Builds a small tree for each element at the path, and nothing for the rest of the document. */
class RecordCollector {
  readonly #parser = new SaxesParser({ xmlns: true, position: true });
  readonly #path: readonly string[];
  readonly #stack: XmlElement[] = [];
  readonly #names: string[] = [];
  #found: Located<XmlElement>[] = [];
  #row = 0;
  #startLine = 1;

  constructor(path: readonly string[], shown: string) {
    this.#path = path;
    this.#parser.on('doctype', () => {
      throw new RefusedInput([doctype(shown, this.#parser.line)]);
    });
    this.#parser.on('error', (error) => {
      throw new RefusedInput([malformed(shown, this.#parser.line, error.message)]);
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
    if (this.#names.length > MAX_DEPTH) throw new RangeError('The document nests too deeply.');
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

const noIterator = (file: string): Complaint => ({
  place: { file },
  found: { fr: 'Une source XML demande un itérateur.', en: 'An XML source needs an iterator.' },
  remedy: {
    fr: 'Écrivez dans dataset.yml, par exemple : iterator: /lido:lidoWrap/lido:lido',
    en: 'Write in dataset.yml, for example: iterator: /lido:lidoWrap/lido:lido',
  },
});

const badPath = (file: string, path: string): Complaint => ({
  place: { file },
  found: { fr: `Le chemin « ${path} » n’est pas compris.`, en: `The path “${path}” is not understood.` },
  remedy: {
    fr: "Écrivez un chemin comme a/b, //b, @c, text() ou a[@c='v'].",
    en: "Write a path such as a/b, //b, @c, text() or a[@c='v'].",
  },
});

const doctype = (file: string, line: number): Complaint => ({
  place: { file, line },
  found: { fr: 'Les déclarations DOCTYPE sont refusées.', en: 'DOCTYPE declarations are refused.' },
  remedy: {
    fr: 'Retirez-la : elle peut faire lire d’autres fichiers.',
    en: 'Remove it: it can make other files be read.',
  },
});

const malformed = (file: string, line: number, reason: string): Complaint => ({
  place: { file, line },
  found: { fr: `Ce n’est pas du XML bien formé : ${reason}.`, en: `This is not well-formed XML: ${reason}.` },
  remedy: {
    fr: 'Corrigez le fichier à cette ligne, ou exportez-le de nouveau.',
    en: 'Correct the file at this line, or export it again.',
  },
});
