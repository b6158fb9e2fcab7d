import { SaxesParser, type SaxesTagNS } from 'saxes';

/** A record of a page, with its text as it stands there and the namespaces that it needs. */
export interface OaiRecord {
  readonly identifier: string;
  readonly isDeleted: boolean;
  /** `<record …>…</record>`; what is declared around it is declared on it. */
  readonly text: string;
}

export interface OaiPage {
  /** When the repository answered, by its own clock. */
  readonly responseDate: string;
  readonly errors: readonly { readonly code: string; readonly text: string }[];
  readonly records: readonly OaiRecord[];
  /** Where the list goes on. */
  readonly token?: string;
  /** What `Identify` tells. */
  readonly identify: Readonly<Record<string, string>>;
  /** Whether it is an answer of OAI-PMH at all. */
  readonly isOai: boolean;
}

const OAI = 'http://www.openarchives.org/OAI/2.0/';

/** Texts of a page that are asked for, by the path of their elements. */
const TEXTS: readonly string[] = [
  'responseDate',
  'ListRecords/resumptionToken',
  'ListRecords/record/header/identifier',
  'Identify/granularity',
  'Identify/deletedRecord',
  'error',
];

/**
 * Reads a page of OAI-PMH 2.0 (http://www.openarchives.org/OAI/openarchivesprotocol.html).
 * @throws Error where it is no whole XML
 */
export function readOaiPage(text: string): OaiPage {
  return new PageReader(text).read();
}

/** The record that is being read. */
interface Reading {
  readonly start: number;
  identifier: string;
  isDeleted: boolean;
  readonly around: Readonly<Record<string, string>>;
  readonly own: ReadonlySet<string>;
}

class PageReader {
  readonly #text: string;
  readonly #path: string[] = [];
  readonly #namespaces: Readonly<Record<string, string>>[] = [];
  readonly #texts = new Map<string, string>();
  readonly #errors: { code: string; text: string }[] = [];
  readonly #records: OaiRecord[] = [];
  #reading: Reading | undefined;
  #isOai = false;

  constructor(text: string) {
    this.#text = text;
  }

  read(): OaiPage {
    const parser = new SaxesParser({ xmlns: true, position: true });
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('doctype', () => {
      throw new Error('a DOCTYPE');
    });
    parser.on('opentag', (tag) => this.#open(tag, parser.position));
    parser.on('closetag', (tag) => this.#close(tag, parser.position));
    const gather = (found: string) => this.#gather(found);
    parser.on('text', gather);
    parser.on('cdata', gather);
    parser.write(this.#text).close();
    const said = (path: string): string => (this.#texts.get(path) ?? '').trim();
    const token = said('ListRecords/resumptionToken');
    return {
      responseDate: said('responseDate'),
      errors: this.#errors.map(({ code, text }) => ({ code, text: text.trim() })),
      records: this.#records,
      identify: { granularity: said('Identify/granularity'), deletedRecord: said('Identify/deletedRecord') },
      isOai: this.#isOai,
      ...(token !== '' && { token }),
    };
  }

  #open({ uri, local, attributes, ns }: SaxesTagNS, position: number): void {
    if (this.#path.length === 0) this.#isOai = uri === OAI && local === 'OAI-PMH';
    this.#path.push(uri === OAI ? local : `{${uri}}${local}`);
    this.#namespaces.push(ns);
    const path = this.#where();
    if (path === 'ListRecords/record') {
      const start = this.#text.lastIndexOf('<', position - 1);
      const around = Object.assign({}, ...this.#namespaces.slice(0, -1)) as Record<string, string>;
      const own = new Set(Object.keys(ns));
      this.#reading = { start, identifier: '', isDeleted: false, around, own };
    }
    if (path === 'ListRecords/record/header' && this.#reading)
      this.#reading.isDeleted = attributes['status']?.value === 'deleted';
    if (path === 'error') this.#errors.push({ code: attributes['code']?.value ?? '', text: '' });
    if (TEXTS.includes(path)) this.#texts.set(path, '');
  }

  #close(_: SaxesTagNS, position: number): void {
    if (this.#where() === 'ListRecords/record' && this.#reading) {
      this.#records.push(this.#recordOf(this.#reading, position));
      this.#reading = undefined;
    }
    this.#path.pop();
    this.#namespaces.pop();
  }

  #gather(found: string): void {
    const path = this.#where();
    if (!TEXTS.includes(path)) return;
    const error = this.#errors.at(-1);
    if (path === 'error' && error) error.text += found;
    else this.#texts.set(path, (this.#texts.get(path) ?? '') + found);
    if (path === 'ListRecords/record/header/identifier' && this.#reading)
      this.#reading.identifier = (this.#texts.get(path) ?? '').trim();
  }

  /** The path below the root; what is inside metadata has other names and never meets ours. */
  #where(): string {
    return this.#path.slice(1).join('/');
  }

  #recordOf({ start, identifier, isDeleted, around, own }: Reading, end: number): OaiRecord {
    const name = /^<([^\s/>]+)/.exec(this.#text.slice(start, start + 200))?.[1] ?? 'record';
    const declared = Object.entries(around)
      .filter(([prefix]) => !own.has(prefix))
      .map(([prefix, uri]) => ` xmlns${prefix === '' ? '' : `:${prefix}`}="${escaped(uri)}"`);
    const rest = this.#text.slice(start + 1 + name.length, end);
    return { identifier, isDeleted, text: `<${name}${declared.join('')}${rest}` };
  }
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
