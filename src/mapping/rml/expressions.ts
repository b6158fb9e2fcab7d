import type { Place } from '../../model/index.ts';
import { type RDF, rml } from '../../rdf/index.ts';
import { argumentsOf, type Call, type Expression, type Reference } from '../rules.ts';
import { badInput, badTemplate, noFunction } from './complaints.ts';
import type { RmlDocument, RmlNode } from './node.ts';
import { EXECUTES, FUNCTION_VALUE } from './old-vocabulary.ts';
import { checkExpressions } from './places.ts';

/** The expression of an expression map; undefined where it has none. */
export function readExpression(node: RmlNode, document: RmlDocument): Expression | undefined {
  const { place } = node;
  checkExpressions(node, document);
  const constant = node.value(rml.constant);
  if (constant) return { kind: 'constant', value: constant.term.value, place: constant.place };
  const reference = node.value(rml.reference);
  if (reference) return { kind: 'reference', name: reference.term.value, place: reference.place };
  const template = node.value(rml.template);
  if (template) return readTemplate(template.term.value, template.place, document);
  const execution = node.value(rml.functionExecution);
  if (execution) return readExecution(execution, node, document);
  const old = node.value(FUNCTION_VALUE);
  if (old) return readFunctionValue(old, document);
  if (node.term.termType === 'Literal') return { kind: 'constant', value: node.term.value, place };
  return undefined;
}

/** The expression that a shortcut or its map gives: `rml:child "x"` is a reference, `rml:childMap [...]` anything. */
export function readJoinSide(
  node: RmlNode,
  shortcut: string,
  map: string,
  document: RmlDocument,
): Expression | undefined {
  const direct = node.value(shortcut);
  if (direct) return { kind: 'reference', name: direct.term.value, place: direct.place };
  const side = node.value(map);
  return side && readExpression(side, document);
}

/** A string template: references in braces; `\{`, `\}` and `\\` are text. */
export function readTemplate(text: string, place: Place, document: RmlDocument): Expression {
  const parts: (string | Reference)[] = [];
  let literal = '';
  for (const token of text.match(TEMPLATE_TOKENS) ?? []) {
    if (token === '{' || token === '}' || token === '{}') {
      document.complain(place, ...badTemplate(text));
      return { kind: 'constant', value: '', place };
    }
    if (!token.startsWith('{')) literal += unescaped(token);
    else {
      if (literal !== '') parts.push(literal);
      literal = '';
      parts.push({ kind: 'reference', name: unescaped(token.slice(1, -1)), place });
    }
  }
  if (literal !== '') parts.push(literal);
  const [only] = parts;
  return parts.length === 1 && typeof only === 'string'
    ? { kind: 'constant', value: only, place }
    : { kind: 'template', parts, place };
}

/** An escape, a reference in braces, a brace that is out of place, or text. */
const TEMPLATE_TOKENS = /\\[{}\\]|\{(?:\\[{}\\]|[^{}\\]|\\)*\}|[{}]|[^{}\\]+|\\/g;

const unescaped = (token: string): string => token.replace(/\\([{}\\])/g, '$1');

/** A function execution (RML-FNML). */
function readExecution(execution: RmlNode, map: RmlNode, document: RmlDocument): Call {
  const called = execution.value(rml.function) ?? execution.value(rml.functionMap)?.value(rml.constant);
  if (called === undefined) document.complain(execution.place, ...noFunction());
  const given = execution.values(rml.input).map((input): readonly [string, Expression] | undefined => {
    const parameter = input.value(rml.parameter) ?? input.value(rml.parameterMap)?.value(rml.constant);
    const value = input.value(rml.inputValue);
    const valueMap = input.value(rml.inputValueMap);
    const expression = value ? constantOf(value) : valueMap && readExpression(valueMap, document);
    if (parameter === undefined || expression === undefined) {
      document.complain(input.place, ...badInput());
      return undefined;
    }
    return [parameter.term.value, expression];
  });
  const output = map.value(rml.return) ?? map.value(rml.returnMap)?.value(rml.constant);
  return {
    kind: 'call',
    function: called?.term.value ?? '',
    arguments: argumentsOf(given.filter((one) => one !== undefined)),
    place: execution.place,
    ...(output === undefined ? {} : { output: output.term.value }),
  };
}

const constantOf = ({ term, place }: RmlNode): Expression => ({ kind: 'constant', value: term.value, place });

/** The old form: a triples map whose pairs name the function and its parameters. */
function readFunctionValue(node: RmlNode, document: RmlDocument): Call {
  const pairs = node.values(rml.predicateObjectMap).map((pair) => {
    const predicate = pair.value(rml.predicate) ?? pair.value(rml.predicateMap)?.value(rml.constant);
    const object = pair.value(rml.object);
    const objectMap = pair.value(rml.objectMap);
    const expression = object ? constantOf(object) : objectMap && readExpression(objectMap, document);
    return [predicate?.term.value ?? '', expression] as const;
  });
  const called = pairs.find(([predicate]) => EXECUTES.includes(predicate))?.[1];
  if (called === undefined) document.complain(node.place, ...noFunction());
  const rest = pairs.filter(
    (pair): pair is readonly [string, Expression] => !EXECUTES.includes(pair[0]) && pair[1] !== undefined,
  );
  return {
    kind: 'call',
    function: called?.kind === 'constant' ? called.value : '',
    arguments: argumentsOf(rest),
    place: node.place,
  };
}

export const isLiteral = (term: RDF.Term): term is RDF.Literal => term.termType === 'Literal';
