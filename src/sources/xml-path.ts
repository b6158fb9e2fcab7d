import { namespaceOf, stringValue, XmlElement, type XmlNode, type XmlText } from './xml-tree.ts';

export type Namespaces = Readonly<Record<string, string>>;

/** A plain path compiled to look-ups in the tree. */
export interface PlainPath {
  readonly read: (node: XmlNode) => readonly XmlNode[];
  /** The same where at most one node is possible. */
  readonly single: ((node: XmlNode) => XmlNode | undefined) | undefined;
  /** How many levels above the record it looks, its ancestors' attributes aside. */
  readonly climb: number;
}

type Step = (node: XmlNode) => readonly XmlNode[];

/**
 * Compiles the XPath that most references are made of: `a/b`, `*`, `.`, `..`, `.//b`, a final `@attribute` or
 * `text()`, and predicates `[@a='v']`, `[a='v']`, `[2]`. Undefined for all others and for unknown prefixes.
 */
export function compilePlainPath(path: string, namespaces: Namespaces): PlainPath | undefined {
  const parts = splitPath(path);
  if (parts === undefined) return undefined;
  const steps: Step[] = [];
  for (const part of parts) {
    const step = compileStep(part, namespaces);
    if (step === undefined) return undefined;
    steps.push(step);
  }
  const [only] = steps;
  const mayRepeat = parts.some(({ text, deep }) => deep || text === '..');
  const read = steps.length === 1 && only ? only : chained(steps, mayRepeat);
  const isSingle = parts.every(({ text, deep }) => !deep && /^(?:\.\.?|@.*|.*\[\d+\])$/.test(text));
  return { read, single: isSingle ? (node) => read(node)[0] : undefined, climb: climbOf(parts) };
}

/** Nodes come once each. */
function chained(steps: readonly Step[], mayRepeat: boolean): Step {
  return (node) => {
    let found: readonly XmlNode[] = [node];
    for (const step of steps) {
      if (found.length === 0) return found;
      found = found.length === 1 && found[0] ? step(found[0]) : found.flatMap(step);
    }
    return mayRepeat && found.length > 1 ? [...new Set(found)] : found;
  };
}

interface Part {
  readonly text: string;
  /** Behind `//`. */
  readonly deep: boolean;
}

const PART = String.raw`(?:[^/[\]'"(|]|\[(?:[^[\]'"]|'[^']*'|"[^"]*")*\]|text\(\)(?=$))+`;
const PLAIN = new RegExp(`^${PART}(?://?${PART})*$`);
const PARTS = new RegExp(`(/{0,2})(${PART})`, 'g');

/** Cuts at slashes outside predicates; undefined for what is no plain path. */
function splitPath(path: string): Part[] | undefined {
  if (!PLAIN.test(path)) return undefined;
  return [...path.matchAll(PARTS)].map(([, slashes, text = '']) => ({ text, deep: slashes === '//' }));
}

/** The lowest level reached, unless nothing but an attribute is read up there. */
function climbOf(parts: readonly Part[]): number {
  let level = 0;
  let lowest = 0;
  for (const { text } of parts) {
    if (text === '..') level--;
    else if (text !== '.' && !text.startsWith('@')) level++;
    lowest = Math.min(lowest, level);
  }
  const last = parts.at(-1)?.text ?? '';
  const onlyUp = parts.slice(0, -1).every(({ text, deep }) => !deep && (text === '..' || text === '.'));
  return onlyUp && last.startsWith('@') ? 0 : -lowest;
}

function compileStep({ text, deep }: Part, namespaces: Namespaces): Step | undefined {
  if (deep && /^(?:\.|@|text\(\))/.test(text)) return undefined;
  const known = AXES.get(text);
  if (known !== undefined) return known;
  if (text.startsWith('@')) return attributeStep(text.slice(1), namespaces);
  const match = /^([\p{L}_][\p{L}\p{N}_.:-]*|\*)((?:\[.*\])?)$/su.exec(text);
  if (!match) return undefined;
  const name = match[1] === '*' ? '*' : expandName(match[1] ?? '', namespaces);
  const tests = predicatesIn(match[2] ?? '').map((one) => compilePredicate(one, namespaces));
  if (name === undefined || tests.some((test) => test === undefined)) return undefined;
  // In `//a[2]` the second is counted for each parent: left to XPath itself.
  if (deep) return tests.length > 0 ? undefined : (node) => descendants(node, name, []);
  return tests.length === 0 ? childStep(name) : filteredStep(childStep(name), tests as Predicate[]);
}

const AXES: ReadonlyMap<string, Step> = new Map<string, Step>([
  ['.', (node) => [node]],
  ['..', (node) => (node.parentNode === null ? [] : [node.parentNode])],
  ['text()', (node) => childrenOf(node).filter(isText)],
]);

function childStep(name: string): Step {
  if (name === '*') return (node) => childrenOf(node).filter(isElement);
  return (node) => {
    const found: XmlNode[] = [];
    for (const child of childrenOf(node)) if (child.nodeType === 1 && child.name === name) found.push(child);
    return found;
  };
}

const filteredStep =
  (step: Step, tests: readonly Predicate[]): Step =>
  (node) =>
    tests.reduce<readonly XmlNode[]>((found, test) => found.filter(test), step(node));

function attributeStep(text: string, namespaces: Namespaces): Step | undefined {
  const name = /^[\p{L}_][\p{L}\p{N}_.:-]*$/u.test(text) ? expandName(text, namespaces) : undefined;
  if (name === undefined) return undefined;
  return (node) => {
    const found = node.nodeType === 1 ? node.attributes.find((one) => one.name === name) : undefined;
    return found === undefined ? [] : [found];
  };
}

type Predicate = (node: XmlNode, index: number) => boolean;

const predicatesIn = (text: string): readonly string[] =>
  text.match(/\[(?:[^[\]'"]|'[^']*'|"[^"]*")*\]/g) ?? [];

function compilePredicate(text: string, namespaces: Namespaces): Predicate | undefined {
  const position = /^\[(\d+)\]$/.exec(text)?.[1];
  if (position !== undefined) return (_, index) => index + 1 === Number(position);
  const match = /^\[\s*(@?[\p{L}_][\p{L}\p{N}_.:-]*)\s*=\s*(?:'([^']*)'|"([^"]*)")\s*\]$/u.exec(text);
  if (!match) return undefined;
  const value = match[2] ?? match[3] ?? '';
  const path = compilePlainPath(match[1] ?? '', namespaces);
  return path && ((node) => path.read(node).some((one) => stringValue(one) === value));
}

const childrenOf = (node: XmlNode): readonly (XmlElement | XmlText)[] =>
  'childNodes' in node ? node.childNodes : [];

const isElement = (node: XmlNode): node is XmlElement => node.nodeType === 1;
const isText = (node: XmlNode): node is XmlText => node.nodeType === 3;

function descendants(node: XmlNode, name: string, found: XmlNode[]): XmlNode[] {
  for (const child of childrenOf(node)) {
    if (!(child instanceof XmlElement)) continue;
    if (name === '*' || child.name === name) found.push(child);
    descendants(child, name, found);
  }
  return found;
}

/** `lido:lido` → `{http://www.lido-schema.org}lido`; without prefix, no namespace. Undefined: an unknown prefix. */
export function expandName(name: string, namespaces: Namespaces): string | undefined {
  const colon = name.indexOf(':');
  if (colon < 0) return name;
  if (name.includes(':', colon + 1)) return undefined;
  const uri = namespaceOf(name.slice(0, colon), namespaces);
  return uri === undefined ? undefined : `{${uri}}${name.slice(colon + 1)}`;
}
