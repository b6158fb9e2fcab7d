import { escapeLiteral, isIri, PREFIXES } from '../../rdf/index.ts';

/** A value in a Turtle document: text that is ready, a block in brackets, or a list. */
export type TurtleValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'block'; readonly statements: Statements }
  | { readonly kind: 'list'; readonly items: readonly TurtleValue[] };

/** Property (IRI, or `a`) and its values, in order. */
export type Statements = readonly (readonly [property: string, values: readonly TurtleValue[]])[];

/** A Turtle document that is written subject by subject, in order; it finds out which prefixes it uses. */
export class TurtleText {
  readonly #prefixes: Readonly<Record<string, string>>;
  readonly #used = new Set<string>();
  readonly #parts: string[] = [];

  constructor(prefixes: Readonly<Record<string, string>> = {}) {
    this.#prefixes = { ...PREFIXES, ...prefixes };
  }

  /** A line of its own that only people read. */
  comment(text: string): void {
    this.#parts.push(`# ${text.replace(/[\r\n]+/g, ' ')}\n`);
  }

  subject(name: string, statements: Statements): void {
    this.#parts.push(`\n${this.iri(name)}${this.#statements(statements, '  ')} .\n`);
  }

  iri(value: string): string {
    for (const [prefix, namespace] of Object.entries(this.#prefixes)) {
      const local = value.startsWith(namespace) ? value.slice(namespace.length) : undefined;
      if (local === undefined || !/^[A-Za-z_][A-Za-z0-9_-]*$/.test(local)) continue;
      this.#used.add(prefix);
      return `${prefix}:${local}`;
    }
    return `<${value}>`;
  }

  toString(): string {
    const declared = Object.entries(this.#prefixes)
      .filter(([prefix]) => this.#used.has(prefix))
      .map(([prefix, namespace]) => `@prefix ${prefix}: <${namespace}> .\n`);
    return declared.join('') + this.#parts.join('');
  }

  #statements(statements: Statements, indent: string): string {
    const lines = statements
      .filter(([, values]) => values.length > 0)
      .map(([property, values]) => {
        const objects = values.map((value) => this.#value(value, indent));
        return `${indent}${property === 'a' ? 'a' : this.iri(property)} ${objects.join(', ')}`;
      });
    const [first = ''] = lines;
    return lines.length === 1 && !first.includes('\n') && indent !== '  '
      ? ` ${first.trimStart()} `
      : `\n${lines.join(' ;\n')}`;
  }

  #value(value: TurtleValue, indent: string): string {
    if (value.kind === 'text')
      return value.text.startsWith('<') ? this.iri(value.text.slice(1, -1)) : value.text;
    const inner = `${indent}  `;
    if (value.kind === 'list') {
      if (value.items.length === 0) return '()';
      return `(\n${value.items.map((item) => `${inner}${this.#value(item, inner)}\n`).join('')}${indent})`;
    }
    const text = this.#statements(value.statements, inner);
    return text.startsWith('\n') ? `[${text}\n${indent}]` : `[${text}]`;
  }
}

export const iriValue = (iri: string): TurtleValue => ({ kind: 'text', text: `<${iri}>` });

export const textValue = (value: string): TurtleValue => ({
  kind: 'text',
  text: `"${escapeLiteral(value)}"`,
});

export const literalValue = (value: string, behind: string): TurtleValue => ({
  kind: 'text',
  text: `"${escapeLiteral(value)}"${behind}`,
});

export const block = (...statements: Statements[number][]): TurtleValue => ({ kind: 'block', statements });

/** A name as an IRI of the document: itself where it is one, else a fragment. */
export const nameIri = (name: string): string =>
  /^[A-Za-z][A-Za-z0-9+.-]*:/.test(name) && isIri(name) ? name : `#${encodeURIComponent(name)}`;
