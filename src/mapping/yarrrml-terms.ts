import { childOf, itemsOf, textOf, type YamlNode } from '../declarations/index.ts';
import type { Bilingual, Complaint, Place } from '../model/index.ts';
import { rdf } from '../rdf/index.ts';
import { FunctionSyntaxError, parseCall } from './function-syntax.ts';
import type { Expression, TermRule } from './rules.ts';
import { parseTemplate } from './template.ts';

/** Reads the terms of a YARRRML document; what is wrong is added to the complaints and replaced by something harmless. */
export interface TermReader {
  subject(node: YamlNode): TermRule;
  predicate(node: YamlNode): TermRule;
  object(node: YamlNode, options: { isType: boolean; extra: string | undefined }): TermRule;
  /** A function or condition: inline text, or a map with `function` and `parameters`. */
  call(node: YamlNode): Expression;
  complain(place: Place, found: Bilingual, remedy: Bilingual): void;
}

type Prefixes = ReadonlyMap<string, string>;

export function createTermReader(prefixes: Prefixes, complaints: Complaint[]): TermReader {
  const complain = (place: Place, found: Bilingual, remedy: Bilingual) =>
    void complaints.push({ place, found, remedy });
  const reader: TermReader = {
    complain,
    call: (node) => callOf(node, prefixes, complain),
    subject: (node) => ({
      expression: valueExpression(node, prefixes, complain, true),
      termType: 'iri',
      place: node.place,
    }),
    predicate(node) {
      if (textOf(node) === 'a') return constantIri(rdf.type, node.place);
      return {
        expression: valueExpression(node, prefixes, complain, true),
        termType: 'iri',
        place: node.place,
      };
    },
    object(node, { isType, extra }) {
      if (node.kind === 'list')
        return reader.object(node.items[0] ?? node, { isType, extra: textOf(node.items[1]) });
      const kind = objectKind(node, isType, extra, prefixes);
      return {
        expression: valueExpression(node, prefixes, complain, kind.termType === 'iri'),
        ...kind,
        place: node.place,
      };
    },
  };
  return reader;
}

const constantIri = (value: string, place: Place): TermRule => ({
  expression: { kind: 'constant', value, place },
  termType: 'iri',
  place,
});

type ObjectKind = Pick<TermRule, 'termType' | 'language' | 'datatype'>;

/** Whether an object is an IRI or a literal, its language, its datatype: from `~iri`, `~lang`, `type`, … */
function objectKind(
  node: YamlNode,
  isType: boolean,
  extra: string | undefined,
  prefixes: Prefixes,
): ObjectKind {
  const text = textOf(node);
  if (isType || text?.endsWith('~iri') || textOf(childOf(node, 'type')) === 'iri') return { termType: 'iri' };
  const language =
    textOf(childOf(node, 'language')) ?? (extra?.endsWith('~lang') ? extra.slice(0, -5) : undefined);
  if (language !== undefined) return { termType: 'literal', language };
  const datatype = textOf(childOf(node, 'datatype')) ?? extra;
  return datatype === undefined
    ? { termType: 'literal' }
    : { termType: 'literal', datatype: expandName(datatype, prefixes) ?? datatype };
}

type Complain = TermReader['complain'];

function valueExpression(node: YamlNode, prefixes: Prefixes, complain: Complain, isIri: boolean): Expression {
  if (childOf(node, 'function', 'fn', 'f')) return callOf(node, prefixes, complain);
  const text = textOf(childOf(node, 'value', 'v') ?? node)?.replace(/~iri$/, '');
  const template =
    text === undefined ? undefined : parseTemplate(isIri ? withPrefix(text, prefixes) : text, node.place);
  if (template) return template;
  complain(node.place, ...badValue(text));
  return { kind: 'constant', value: '', place: node.place };
}

/** `schema:name` → IRI; a text whose prefix is not declared stays as it is, for it may be an IRI. */
function withPrefix(text: string, prefixes: Prefixes): string {
  return expandName(text, prefixes) ?? text;
}

function expandName(text: string, prefixes: Prefixes): string | undefined {
  const colon = text.indexOf(':');
  if (colon < 0 || text.startsWith('//', colon + 1)) return undefined;
  const namespace = prefixes.get(text.slice(0, colon));
  return namespace === undefined ? undefined : namespace + text.slice(colon + 1);
}

function callOf(node: YamlNode, prefixes: Prefixes, complain: Complain): Expression {
  const inline = textOf(node) ?? textOf(childOf(node, 'function', 'fn', 'f'));
  try {
    if (inline === undefined) throw new FunctionSyntaxError('the name of a function is missing');
    if (inline.includes('(')) return parseCall(inline, node.place, (name) => functionIri(name, prefixes));
    const parameters = itemsOf(childOf(node, 'parameters', 'pms')).map((one, index) =>
      parameterOf(one, index, prefixes, complain),
    );
    return {
      kind: 'call',
      function: functionIri(inline, prefixes),
      arguments: new Map(parameters),
      place: node.place,
    };
  } catch (error) {
    if (!(error instanceof FunctionSyntaxError)) throw error;
    complain(node.place, ...badCall(error.message));
    return { kind: 'constant', value: '', place: node.place };
  }
}

/** `[grel:value, $(x)]` or `{parameter: …, value: …}`. */
function parameterOf(
  node: YamlNode,
  index: number,
  prefixes: Prefixes,
  complain: Complain,
): [string, Expression] {
  const [first, second] =
    node.kind === 'list' ? node.items : [childOf(node, 'parameter', 'pm'), childOf(node, 'value', 'v')];
  const name = (textOf(first) ?? String(index)).replace(/^.*:/, '');
  return [
    name,
    second === undefined
      ? { kind: 'constant', value: '', place: node.place }
      : valueExpression(second, prefixes, complain, false),
  ];
}

function functionIri(name: string, prefixes: Prefixes): string {
  const iri = expandName(name, prefixes);
  if (iri === undefined) throw new FunctionSyntaxError(`the prefix of “${name}” is not declared`);
  return iri;
}

type Texts = readonly [found: Bilingual, remedy: Bilingual];

const badValue = (text: string | undefined): Texts => [
  {
    fr: `La valeur « ${text ?? ''} » n’est pas comprise.`,
    en: `The value “${text ?? ''}” is not understood.`,
  },
  {
    fr: 'Une référence s’écrit $(colonne) ; vérifiez la parenthèse fermante.',
    en: 'A reference is written $(column); check its closing parenthesis.',
  },
];

const badCall = (reason: string): Texts => [
  {
    fr: `L’appel de fonction n’est pas compris (${reason}).`,
    en: `The function call is not understood: ${reason}.`,
  },
  {
    fr: 'Écrivez par exemple cim:split($(colonne), ";").',
    en: 'Write for example cim:split($(column), ";").',
  },
];
