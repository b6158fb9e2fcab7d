import type * as RDF from '@rdfjs/types';
import { DataFactory } from 'n3';
import { type IActiveTag, RdfXmlParser } from 'rdfxml-streaming-parser';

/** Elements within elements: what is deeper makes the parser's time grow with the square of the depth. */
const DEEPEST = 1000;
/** Characters that entities may become in one document. */
const MOST_EXPANDED = 16 * 1024 * 1024;

interface Attribute {
  readonly uri: string;
  readonly local: string;
  readonly name: string;
  readonly prefix: string;
  value: string;
}

/** An element as the parser of XML tells it, its namespaces resolved. */
interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, Attribute>>;
  /** Prefixes that it declares itself. */
  readonly ns: Readonly<Record<string, string>>;
}

/** What the parser holds, and shows to nobody. */
interface Internals {
  /** The elements that are open, the innermost last. */
  readonly activeTagStack: readonly IActiveTag[];
  readonly saxParser: {
    readonly ENTITIES: Record<string, string>;
    on(event: 'error', handler: (error: Error) => void): void;
    close(): void;
  };
}

/**
 * RDF/XML (https://www.w3.org/TR/rdf-syntax-grammar/) as its grammar has it. The library alone reads a document that was
 * cut off, drops text before a comment and beside elements, ignores `xml:base` on properties and leaves entities
 * within entities as they stand.
 */
export class StrictRdfXmlParser extends RdfXmlParser {
  readonly prefixes: Record<string, string> = {};
  #expanded = 0;

  constructor(base: string) {
    super({ baseIRI: base, trackPosition: true, dataFactory: ownBlankNodes() });
  }

  /** The first fault ends the reading. */
  protected override attachSaxListeners(): void {
    super.attachSaxListeners();
    internals(this).saxParser.on('error', (error) => {
      throw error;
    });
  }

  override _flush(done: (error?: Error | null) => void): void {
    try {
      internals(this).saxParser.close();
      done();
    } catch (error) {
      done(error as Error);
    }
  }

  protected override onTag(tag: Tag): void {
    const parent = internals(this).activeTagStack.at(-1);
    if (internals(this).activeTagStack.length >= DEEPEST)
      throw this.newParseError(`More than ${DEEPEST} elements stand within each other`);
    for (const [prefix, namespace] of Object.entries(tag.ns)) this.prefixes[prefix] ??= namespace;
    if (parent?.childrenStringTags) escapeAttributes(tag);
    else this.#checkElement(tag, parent);
    super.onTag(tag as never);
  }

  #checkElement({ attributes }: Tag, parent: IActiveTag | undefined): void {
    if (parent?.predicate && parent.text?.trim())
      throw this.newParseError('Text stands beside an element; put it into an element of its own');
    if (parent?.predicate && parent.predicateEmitted && !parent.childrenCollectionSubject)
      throw this.newParseError('A property has two values; write the property twice');
    for (const { name, value } of Object.values(attributes))
      if (name === 'xml:lang' && !LANGUAGE.test(value))
        throw this.newParseError(`“${value.slice(0, 50)}” is no language tag`);
  }

  protected override onTagProperty(tag: Tag, active: IActiveTag, parent: IActiveTag): void {
    const base = tag.attributes['xml:base'];
    if (base) active.baseIRI = this.valueToUri(base.value, active).value;
    super.onTagProperty(tag as never, active, parent);
  }

  protected override onText(text: string): void {
    const active = internals(this).activeTagStack.at(-1);
    if (active?.childrenStringTags) active.childrenStringTags.push(escaped(text));
    else if (active?.predicate && !active.hadChildren) active.text = (active.text ?? '') + text;
    else if (text.trim()) throw this.newParseError('Text stands where only elements can');
  }

  /** Internal entities with plain texts, as ontologies have them for their namespaces; nothing is fetched. */
  protected override onDoctype(doctype: string): void {
    const { ENTITIES } = internals(this).saxParser;
    for (const [, name = '', double, single] of doctype.matchAll(ENTITY)) {
      const text = double ?? single ?? '';
      if (/[&<%]/.test(text)) throw this.newParseError(`The entity “${name}” holds more than plain text`);
      if (!Object.hasOwn(ENTITIES, name))
        Object.defineProperty(ENTITIES, name, { get: () => this.#spend(text) });
    }
  }

  #spend(text: string): string {
    this.#expanded += text.length;
    if (this.#expanded > MOST_EXPANDED)
      throw this.newParseError(`The entities become more than ${MOST_EXPANDED} characters`);
    return text;
  }
}

const internals = (parser: RdfXmlParser): Internals => parser as unknown as Internals;

const LANGUAGE = /^(?:[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)?$/;
const ENTITY = /<!ENTITY\s+([^\s"'<>]+)\s+(?:"([^"]*)"|'([^']*)')\s*>/g;

/** Labels of two documents are two nodes, and none is one that was made for a node without label. */
function ownBlankNodes(): RDF.DataFactory {
  const document = documents++;
  let made = 0;
  return {
    ...DataFactory,
    blankNode: (label) => DataFactory.blankNode(label ? `x${document}_n${label}` : `x${document}_g${made++}`),
  } as RDF.DataFactory;
}

let documents = 0;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function escapeAttributes({ attributes }: Tag): void {
  for (const attribute of Object.values(attributes))
    attribute.value = escaped(attribute.value).replaceAll('"', '&quot;');
}
