import { childOf, itemsOf, textOf, type YamlNode } from '../../documents/index.ts';
import { argumentsOf, type Expression } from '../rules.ts';
import { allOf, builtin, isAnd, parameterName } from './builtins.ts';
import { badCall, badValue, NO_FUNCTION, noPrefix } from './complaints.ts';
import type { YarrrmlDocument } from './document.ts';
import { FunctionSyntaxError, parseCall } from './function-syntax.ts';
import { checkKeys, PARAMETER_KEYS } from './keys.ts';
import { expandName, type Prefixes, undeclared, unknownPrefix } from './prefixes.ts';
import { parseTemplate } from './template.ts';

/** A value: a template, or a function given by a map. An IRI's prefix is written out. */
export function readValue(node: YamlNode, document: YarrrmlDocument, isIri: boolean): Expression {
  if (isCall(node)) return readCall(node, document);
  return readText(textOf(childOf(node, 'value', 'v') ?? node), node, document, isIri);
}

export const isCall = (node: YamlNode): boolean => childOf(node, 'function', 'fn', 'f') !== undefined;

/** A template as text; what is wrong is complained of and replaced by something harmless. */
export function readText(
  text: string | undefined,
  { place }: YamlNode,
  { prefixes, externals, complain }: YarrrmlDocument,
  isIri: boolean,
): Expression {
  const unknown = isIri && text !== undefined ? unknownPrefix(text, prefixes) : undefined;
  if (unknown !== undefined) complain(place, ...undeclared(unknown, prefixes));
  const whole = isIri && text !== undefined ? (expandName(text, prefixes) ?? text) : text;
  const template = whole === undefined ? undefined : parseTemplate(whole, place, externals);
  if (template) return template;
  complain(place, ...badValue(text));
  return { kind: 'constant', value: '', place };
}

/** A condition, or several that must all hold. */
export function readCondition(node: YamlNode | undefined, document: YarrrmlDocument): Expression | undefined {
  if (node === undefined) return undefined;
  return allOf(
    itemsOf(node).map((one) => readCall(one, document)),
    node.place,
  );
}

/** A function: inline text, or a map with `function` and `parameters`. */
export function readCall(node: YamlNode, document: YarrrmlDocument): Expression {
  const inline = textOf(node) ?? textOf(childOf(node, 'function', 'fn', 'f'));
  const { prefixes, externals, complain } = document;
  try {
    if (inline === undefined) throw new FunctionSyntaxError(NO_FUNCTION);
    if (inline.includes('('))
      return parseCall(inline, node.place, (name) => functionIri(name, prefixes), externals);
    return callByParameters(functionIri(inline, prefixes), node, document);
  } catch (error) {
    if (!(error instanceof FunctionSyntaxError)) throw error;
    complain(node.place, ...badCall(error.reason));
    return { kind: 'constant', value: '', place: node.place };
  }
}

function callByParameters(called: string, node: YamlNode, document: YarrrmlDocument): Expression {
  const parameters = parametersOf(node);
  for (const { node: one } of parameters) checkKeys(one, PARAMETER_KEYS, document.complain);
  const values = parameters.flatMap(({ node: whole, value, name }) =>
    valuesOf(value, whole).map((one): [string, Expression] => [
      parameterName(called, name),
      readParameter(one, document),
    ]),
  );
  const all =
    isAnd(called) && values.length > 2
      ? allOf(
          values.map(([, value]) => value),
          node.place,
        )
      : undefined;
  return all ?? { kind: 'call', function: called, arguments: argumentsOf(values), place: node.place };
}

/** A parameter may be given a list of values. */
const valuesOf = (value: YamlNode, parameter: YamlNode): readonly YamlNode[] =>
  value.kind === 'list' && value !== parameter ? value.items : [value];

/** A parameter's value is a text; one that ends in `~iri` has its prefix written out. */
function readParameter(node: YamlNode, document: YarrrmlDocument): Expression {
  const text = textOf(childOf(node, 'value', 'v') ?? node);
  return text?.endsWith('~iri')
    ? readText(text.slice(0, -4), node, document, true)
    : readValue(node, document, false);
}

/** A parameter as it is written. */
export interface WrittenParameter {
  readonly node: YamlNode;
  /** Local name, or position. */
  readonly name: string;
  readonly value: YamlNode;
  /** `s` or `o`: whose record it is read from, in the condition of a join. */
  readonly from: string | undefined;
}

/** `[grel:value, $(x), s]`, `{parameter: …, value: …, from: …}`, or values in order. */
export function parametersOf(call: YamlNode): readonly WrittenParameter[] {
  return itemsOf(childOf(call, 'parameters', 'pms')).map((node, index) => {
    if (node.kind === 'scalar' || isCall(node))
      return { node, name: String(index), value: node, from: undefined };
    const [first, second, third] =
      node.kind === 'list'
        ? node.items
        : [childOf(node, 'parameter', 'pm'), childOf(node, 'value', 'v'), childOf(node, 'from')];
    const name = (textOf(first) ?? String(index)).replace(/^.*:/, '');
    // Without its value the node itself is read, and complained of.
    return { node, name, value: second ?? node, from: textOf(third) };
  });
}

export function functionIri(name: string, prefixes: Prefixes): string {
  const iri = builtin(name) ?? expandName(name, prefixes) ?? (/^https?:\/\//.test(name) ? name : undefined);
  if (iri === undefined) throw new FunctionSyntaxError(noPrefix(name));
  return iri;
}
