import { childOf, itemsOf, textOf, type YamlNode } from '../declarations/index.ts';
import type { Bilingual, Complaint, Place } from '../model/index.ts';
import { isIri, rdf } from '../rdf/index.ts';
import { FunctionSyntaxError, parseCall } from './function-syntax.ts';
import { expandName, type Prefixes, undeclared, unknownPrefix } from './prefixes.ts';
import type { Expression, TermRule } from './rules.ts';
import { parseTemplate } from './template.ts';
import {
  badCall,
  badDatatype,
  badLanguage,
  badValue,
  checkKeys,
  NO_FUNCTION,
  noPrefix,
  OBJECT_KEYS,
} from './yarrrml-complaints.ts';

/** Reads the terms of a YARRRML document; what is wrong is added to the complaints and replaced by something harmless. */
export interface TermReader {
  subject(node: YamlNode): TermRule;
  predicate(node: YamlNode): TermRule;
  object(node: YamlNode, options: { isType: boolean; extra: string | undefined }): TermRule;
  /** A function or condition: inline text, or a map with `function` and `parameters`. */
  call(node: YamlNode): Expression;
  complain(place: Place, found: Bilingual, remedy: Bilingual): void;
}

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
      checkKeys(node, OBJECT_KEYS, complain);
      const kind = objectKind(node, isType, extra, prefixes);
      checkKind(kind, node.place, prefixes, complain);
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

/** What would make an N-Quads line that nobody can read. */
function checkKind(
  { language, datatype }: ObjectKind,
  place: Place,
  prefixes: Prefixes,
  complain: Complain,
): void {
  if (language !== undefined && !/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(language))
    complain(place, ...badLanguage(language));
  const prefix = datatype === undefined ? undefined : unknownPrefix(datatype, prefixes);
  if (prefix !== undefined) complain(place, ...undeclared(prefix, prefixes));
  else if (datatype !== undefined && !isIri(datatype)) complain(place, ...badDatatype(datatype));
}

function valueExpression(node: YamlNode, prefixes: Prefixes, complain: Complain, isIri: boolean): Expression {
  if (childOf(node, 'function', 'fn', 'f')) return callOf(node, prefixes, complain);
  const text = textOf(childOf(node, 'value', 'v') ?? node)?.replace(/~iri$/, '');
  const unknown = isIri && text !== undefined ? unknownPrefix(text, prefixes) : undefined;
  if (unknown !== undefined) complain(node.place, ...undeclared(unknown, prefixes));
  const whole = isIri && text !== undefined ? (expandName(text, prefixes) ?? text) : text;
  const template = whole === undefined ? undefined : parseTemplate(whole, node.place);
  if (template) return template;
  complain(node.place, ...badValue(text));
  return { kind: 'constant', value: '', place: node.place };
}

function callOf(node: YamlNode, prefixes: Prefixes, complain: Complain): Expression {
  const inline = textOf(node) ?? textOf(childOf(node, 'function', 'fn', 'f'));
  try {
    if (inline === undefined) throw new FunctionSyntaxError(NO_FUNCTION);
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
    complain(node.place, ...badCall(error.reason));
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
  if (node.kind === 'scalar') return [String(index), valueExpression(node, prefixes, complain, false)];
  const [first, second] =
    node.kind === 'list' ? node.items : [childOf(node, 'parameter', 'pm'), childOf(node, 'value', 'v')];
  const name = (textOf(first) ?? String(index)).replace(/^.*:/, '');
  // Without its value the node itself is read, and complained of.
  return [name, valueExpression(second ?? node, prefixes, complain, false)];
}

function functionIri(name: string, prefixes: Prefixes): string {
  const iri = expandName(name, prefixes);
  if (iri === undefined) throw new FunctionSyntaxError(noPrefix(name));
  return iri;
}
