import { childOf, textOf, type YamlNode } from '../../documents/index.ts';
import { isIri, rdf } from '../../rdf/index.ts';
import type { Expression, TargetRule, TermRule, TermType } from '../rules.ts';
import { badDatatype, badLanguage, badTermType } from './complaints.ts';
import type { YarrrmlDocument } from './document.ts';
import { isCall, readCall, readText, readValue } from './expressions.ts';
import { checkKeys, OBJECT_KEYS, TERM_KEYS } from './keys.ts';
import { lookalike } from './lookalikes.ts';
import { undeclared, unknownPrefix } from './prefixes.ts';
import type { ReadTargets } from './targets.ts';

export type Position = 'subject' | 'predicate' | 'object' | 'graph';

/** What an object is beside its own node: of a type, or with a datatype or language behind it. */
export interface ObjectContext {
  readonly isType: boolean;
  readonly extra: YamlNode | undefined;
  /** `type` of the pair. */
  readonly type?: YamlNode | undefined;
}

/** Reads the terms of a document; what is wrong is complained of and replaced by something harmless. */
export class TermReader {
  readonly #document: YarrrmlDocument;
  /** Targets that a term names or describes. */
  readonly targets: ReadTargets;

  constructor(document: YarrrmlDocument, targets: ReadTargets) {
    this.#document = document;
    this.targets = targets;
  }

  subject(node: YamlNode): TermRule {
    return this.#resource(node, 'subject');
  }

  graph(node: YamlNode): TermRule {
    return this.#resource(node, 'graph');
  }

  predicate(node: YamlNode): TermRule {
    const { place } = node;
    if (textOf(node) !== 'a') return this.#resource(node, 'predicate');
    return { ...TERM, expression: { kind: 'constant', value: rdf.type, place }, termType: 'iri', place };
  }

  object(node: YamlNode, context: ObjectContext): TermRule {
    if (node.kind === 'list') return this.object(node.items[0] ?? node, { ...context, extra: node.items[1] });
    checkKeys(node, OBJECT_KEYS, this.#document.complain);
    const { isType, extra, type } = context;
    const text = textOf(childOf(node, 'value', 'v') ?? node);
    const told = childOf(node, 'type') ?? type;
    const termType = this.#told(told, 'object') ?? (isType || isNamed(node, text, extra) ? 'iri' : 'literal');
    if (termType === 'literal') return this.#literal(node, extra);
    return this.#named(node, text, termType, told === undefined);
  }

  #resource(node: YamlNode, position: Position): TermRule {
    checkKeys(node, TERM_KEYS, this.#document.complain);
    const text = textOf(childOf(node, 'value', 'v') ?? node);
    const told = this.#told(childOf(node, 'type'), position);
    return this.#named(node, text, told ?? 'iri', told === undefined && position !== 'predicate');
  }

  /** An IRI or a blank node; `_:label` is one where nothing else is told. */
  #named(node: YamlNode, text: string | undefined, told: TermType, mayBeBlank: boolean): TermRule {
    const { place } = node;
    const targets = this.targets(childOf(node, 'targets', 'target', 't'));
    const bare = text?.replace(/~iri$/, '');
    const isFresh = !isCall(node) && bare === undefined && (told === 'blank' || isNull(node));
    if (isFresh) return { kind: 'term', termType: 'blank', targets, place };
    if (bare !== undefined) this.#checkText(bare, node);
    const isBlank = told === 'blank' || (mayBeBlank && bare?.startsWith('_:') === true);
    const label = isBlank ? bare?.replace(/^_:/, '') : bare;
    const expression = isCall(node)
      ? readCall(node, this.#document)
      : readText(label, node, this.#document, !isBlank);
    return { kind: 'term', expression, termType: isBlank ? 'blank' : 'iri', targets, place };
  }

  #literal(node: YamlNode, extra: YamlNode | undefined): TermRule {
    const { place } = node;
    const text = textOf(childOf(node, 'value', 'v') ?? node);
    if (text !== undefined && !isCall(node)) this.#checkText(text, node);
    const behind = textOf(extra)?.endsWith('~lang') ? 'language' : 'datatype';
    const language = childOf(node, 'language', 'lang') ?? (behind === 'language' ? extra : undefined);
    const datatype = childOf(node, 'datatype') ?? (behind === 'datatype' ? extra : undefined);
    const inner = [language, datatype].map((one) => this.targets(childOf(one, 'targets', 'target', 't')));
    const targets: TargetRule[] = [this.targets(childOf(node, 'targets', 'target', 't')), ...inner].flat();
    const literal = {
      kind: 'term',
      expression: readValue(node, this.#document, false),
      termType: 'literal',
      targets,
      place,
    } as const;
    if (language !== undefined) return { ...literal, language: this.#language(language, node) };
    if (datatype !== undefined) return { ...literal, datatype: this.#datatype(datatype, node) };
    return literal;
  }

  /** Complains of text that was meant as a reference or a suffix. */
  #checkText(text: string, node: YamlNode): void {
    const texts = lookalike(text, node.kind === 'scalar');
    if (texts !== undefined) this.#document.complain(node.place, ...texts);
  }

  /** A tag; one that is written out is checked. Complaints stand at the object. */
  #language(node: YamlNode, object: YamlNode): Expression {
    if (isCall(node)) return readCall(node, this.#document);
    const text = textOf(childOf(node, 'value', 'v') ?? node)?.replace(/~lang$/, '');
    const language = readText(text, object, this.#document, false);
    if (language.kind === 'constant' && !/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(language.value))
      this.#document.complain(object.place, ...badLanguage(language.value));
    return language;
  }

  #datatype(node: YamlNode, object: YamlNode): Expression {
    if (isCall(node)) return readCall(node, this.#document);
    const { complain, prefixes } = this.#document;
    const text = textOf(childOf(node, 'value', 'v') ?? node)?.replace(/~iri$/, '');
    const unknown = text === undefined ? undefined : unknownPrefix(text, prefixes);
    if (unknown !== undefined) {
      complain(object.place, ...undeclared(unknown, prefixes));
      return { kind: 'constant', value: '', place: object.place };
    }
    const datatype = readText(text, object, this.#document, true);
    if (datatype.kind === 'constant' && !isIri(datatype.value))
      complain(object.place, ...badDatatype(text ?? ''));
    return datatype;
  }

  #told(node: YamlNode | undefined, position: Position): TermType | undefined {
    if (node === undefined) return undefined;
    const type = textOf(node) ?? '';
    const allowed = ALLOWED[position];
    if (allowed.includes(type)) return type as TermType;
    this.#document.complain(node.place, ...badTermType(type, allowed));
    return undefined;
  }
}

const ALLOWED: Readonly<Record<Position, readonly string[]>> = {
  subject: ['iri', 'blank'],
  predicate: ['iri'],
  object: ['iri', 'literal', 'blank'],
  graph: ['iri', 'blank'],
};

const TERM = { kind: 'term', targets: [] } as const;

/** `$(x)~iri` is an IRI; `_:b$(x)` a blank node, as it is for subjects, where nothing makes it a literal. */
const isNamed = (node: YamlNode, text: string | undefined, extra: YamlNode | undefined): boolean =>
  text?.endsWith('~iri') === true ||
  (text?.startsWith('_:') === true &&
    extra === undefined &&
    childOf(node, 'language', 'lang', 'datatype') === undefined);

const isNull = (node: YamlNode): boolean => node.kind === 'scalar' && node.value === null;
