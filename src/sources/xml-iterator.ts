import { ReferenceSyntaxError } from '../model/index.ts';
import { expandName, type Namespaces } from './xml-path.ts';
import type { XmlNode } from './xml-tree.ts';
import { climbOfXPath, compileXPath, isXmlNode } from './xml-xpath.ts';

/** One step of a path of elements: `deep` behind `//`; the expanded name or `*`. */
export interface PatternStep {
  readonly deep: boolean;
  readonly name: string;
}

/**
 * An iterator made ready for streaming: elements at the pattern are caught, and the rest of the iterator is evaluated
 * on each. Without pattern the rest is evaluated on the whole document.
 */
export interface XmlIterator {
  readonly pattern: readonly PatternStep[];
  readonly rest: ((node: XmlNode) => readonly XmlNode[]) | undefined;
}

/** States of matching are bits of a number. */
const MAX_STEPS = 29;

/** @throws ReferenceSyntaxError */
export function parseIterator(path: string, namespaces: Namespaces): XmlIterator {
  const trimmed = path.trim().replace(/(?<=[^/])\/$/, '');
  if (trimmed === '') throw new ReferenceSyntaxError(path, 'The iterator is empty.', 0);
  const everything = nodesOf(trimmed, namespaces);
  const parts = partsOf(trimmed, namespaces);
  const odd = parts.findIndex(
    (part, index) => index >= MAX_STEPS || part.name === undefined || part.predicates !== '',
  );
  if (odd < 0 && parts.length > 0) return { pattern: parts.map(patternStep), rest: undefined };
  const rest = odd < 0 ? undefined : restOf(parts, odd);
  if (rest === undefined) return { pattern: [], rest: everything };
  return { pattern: parts.slice(0, rest.from).map(patternStep), rest: nodesOf(rest.path, namespaces) };
}

interface Part {
  readonly slashes: string;
  readonly text: string;
  /** Undefined where the step is not one element's. */
  readonly name: string | undefined;
  readonly predicates: string;
}

const patternStep = ({ slashes, name = '' }: Part): PatternStep => ({ deep: slashes === '//', name });

/**
 * What is left to XPath: the predicates of a step where they can be judged on the element alone, else the step itself,
 * looked for below the one before. Undefined where neither can be.
 */
function restOf(parts: readonly Part[], odd: number): { from: number; path: string } | undefined {
  const part = parts[odd];
  const textFrom = (index: number) =>
    parts
      .slice(index)
      .map(({ slashes, text }) => slashes + text)
      .join('');
  if (part?.name !== undefined && odd < MAX_STEPS && isPositionFree(part.predicates)) {
    const path = `self::node()${part.predicates}${textFrom(odd + 1)}`;
    if (climbOfXPath(path) === 0) return { from: odd + 1, path };
  }
  const path = `.${textFrom(odd)}`;
  return odd === 0 || climbOfXPath(path.slice(1).replace(/^\/+/, '')) > 0 ? undefined : { from: odd, path };
}

const STEP = /^([\p{L}_][\p{L}\p{N}_.:-]*|\*)((?:\[.*\])?)$/su;
const PART = String.raw`(?:[^/[\]'"(|]|\[(?:[^[\]'"]|'[^']*'|"[^"]*")*\])+`;
const PLAIN = new RegExp(`^(?:/{0,2}${PART})(?:/{1,2}${PART})*$`);
const PARTS = new RegExp(`(/{0,2})(${PART})`, 'g');

/** The steps of a path with predicates; none for unions, functions, predicates in predicates. */
function partsOf(path: string, namespaces: Namespaces): readonly Part[] {
  if (!PLAIN.test(path)) return [];
  return [...path.matchAll(PARTS)].map(([, slashes = '', text = '']) => {
    const [, name, predicates = ''] = STEP.exec(text) ?? [];
    return {
      slashes: slashes === '' ? '/' : slashes,
      text,
      name: name === undefined || name === '*' ? name : expandName(name, namespaces),
      predicates,
    };
  });
}

function nodesOf(path: string, namespaces: Namespaces): (node: XmlNode) => readonly XmlNode[] {
  const read = compileXPath(path, namespaces);
  return (node) => read(node).filter(isXmlNode);
}

/** Whether predicates can be judged on the element alone: no number, which would be a position. */
function isPositionFree(predicates: string): boolean {
  const code = predicates.replace(/'[^']*'|"[^"]*"/g, "''");
  const numeric =
    /\[\s*\d|\b(?:position|last|count|sum|number|string-length|index-of|floor|ceiling|round|abs)\s*\(/;
  const computed = /[+*]|\s-\s|\b(?:div|mod|if|for|let)\b|\bxs:/;
  return !numeric.test(code) && !computed.test(code);
}
