import { FUNCTION_PREFIXES } from './functions/index.ts';
import { type Argument, type Call, type Expression, itemsOfArgument, type Template } from './rules.ts';

/** Beyond so many characters a transformation is cut: its rule says the rest. */
const LONGEST = 600;

/**
 * A function or a template as a mapping in YARRRML writes it, `cim:split($(Auteur), ";")`; one written in RML reads the
 * same. Undefined where a value is taken as it is, or is a constant.
 */
export function spellTransformation(expression: Expression | undefined): string | undefined {
  if (expression?.kind === 'call') return cut(callText(expression));
  return expression?.kind === 'template' ? cut(templateText(expression)) : undefined;
}

function callText({ function: called, arguments: given }: Call): string {
  const all = [...given].flatMap(([name, argument]) => argumentTexts(name, argument));
  return `${functionName(called)}(${all.join(', ')})`;
}

/** What is given by position has no name. */
const argumentTexts = (name: string, argument: Argument): readonly string[] =>
  itemsOfArgument(argument).map((one) =>
    /^\d+$/.test(name) ? argumentText(one) : `${localName(name)} = ${argumentText(one)}`,
  );

function argumentText(expression: Expression): string {
  if (expression.kind === 'call') return callText(expression);
  if (expression.kind === 'reference') return referenceText(expression.name);
  return quoted(expression.kind === 'constant' ? expression.value : templateText(expression));
}

const templateText = ({ parts }: Template): string =>
  parts.map((part) => (typeof part === 'string' ? part : referenceText(part.name))).join('');

const referenceText = (name: string): string => `$(${name})`;

const quoted = (text: string): string => `"${text.replaceAll('"', '\\"')}"`;

function functionName(iri: string): string {
  const known = Object.entries(FUNCTION_PREFIXES).find(([, namespace]) => iri.startsWith(namespace));
  return known ? `${known[0]}:${iri.slice(known[1].length)}` : `<${iri}>`;
}

const localName = (name: string): string => name.replace(/^.*[#/:]/, '');

const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
