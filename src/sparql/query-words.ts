import { type IriReader, iriReader } from './prologue.ts';
import { type SyntaxNode as Node, placeOfNode, type TextSpan } from './syntax-tree.ts';

/** An IRI that a query asks for. */
export interface AskedIri extends TextSpan {
  /** Absolute. */
  readonly iri: string;
  /** Whether the query may well do without it: in an alternative, or in a path that may be empty. */
  readonly isDispensable: boolean;
}

/** A language that a query asks for. */
export interface AskedLanguage extends TextSpan {
  readonly tag: string;
  /** A language range of langMatches: `fr` stands for `fr-CA` too (RFC 4647, basic filtering). */
  readonly isRange: boolean;
  /** Whether the place holds the tag as a string, with its quotes; else it holds the tag alone. */
  readonly isQuoted: boolean;
}

/** What a query asks of this data; each list in the order of the text. */
export interface QueryWords {
  readonly classes: readonly AskedIri[];
  readonly properties: readonly AskedIri[];
  readonly graphs: readonly AskedIri[];
  readonly languages: readonly AskedLanguage[];
}

export interface WordsReading {
  readonly base: string;
  /** IRI of the property whose objects are classes. */
  readonly typeProperty: string;
}

/**
 * The words of a query's pattern. What stands in SERVICE is asked of others, and what stands in a template of CONSTRUCT
 * or in the head of SELECT is made, not asked.
 */
export function wordsOf(tree: Node, { base, typeProperty }: WordsReading): QueryWords {
  const found: Found = {
    iri: iriReader(tree, base),
    typeProperty,
    classes: [],
    properties: [],
    graphs: [],
    languages: [],
  };
  for (const clause of ((tree['datasets'] as Node | undefined)?.['clauses'] ?? []) as readonly Node[])
    addIri(found.graphs, clause['value'], found, false);
  const pending: unknown[] = [tree['where'], (tree['solutionModifiers'] as Node | undefined)?.['having']];
  while (pending.length > 0) {
    const next = pending.pop();
    if (typeof next !== 'object' || next === null) continue;
    if (!Array.isArray(next)) {
      const node = next as Node;
      if (node['type'] === 'pattern' && node['subType'] === 'service') continue;
      readNode(node, found);
    }
    for (const value of Object.values(next)) pending.push(value);
  }
  return {
    classes: inOrder(found.classes),
    properties: inOrder(found.properties),
    graphs: inOrder(found.graphs),
    languages: inOrder(found.languages),
  };
}

interface Found {
  readonly iri: IriReader;
  readonly typeProperty: string;
  readonly classes: AskedIri[];
  readonly properties: AskedIri[];
  readonly graphs: AskedIri[];
  readonly languages: AskedLanguage[];
}

const inOrder = <T extends TextSpan>(list: readonly T[]): readonly T[] =>
  list.toSorted((a, b) => a.start - b.start);

function readNode(node: Node, found: Found): void {
  const { type, subType } = node;
  if (type === 'triple') readTriple(node, found);
  else if (type === 'pattern' && subType === 'graph') addIri(found.graphs, node['name'], found, false);
  else if (type === 'pattern' && subType === 'values') readValues(node, found);
  else if (type === 'expression' && subType === 'operation') readOperation(node, found);
}

function readTriple({ subject, predicate, object }: Node, found: Found): void {
  addTag(object, found);
  addTag(subject, found);
  const property = predicate as Node;
  if (property['type'] === 'path') {
    readPath(property, found, false);
    return;
  }
  addIri(found.properties, property, found, false);
  if (isNamed(property) && found.iri(property) === found.typeProperty)
    addIri(found.classes, object, found, false);
}

/** Whatever is negated asks for other properties than those named. */
function readPath(path: Node, found: Found, isDispensable: boolean): void {
  const operator = path['subType'];
  if (operator === '!') return;
  const mayLack = isDispensable || operator === '|' || operator === '*' || operator === '?';
  for (const item of (path['items'] ?? []) as readonly Node[])
    if (item['type'] === 'path') readPath(item, found, mayLack);
    else addIri(found.properties, item, found, mayLack);
}

const readValues = ({ values }: Node, found: Found): void => {
  for (const row of (values ?? []) as readonly Node[])
    for (const term of Object.values(row)) addTag(term, found);
};

/** `LANG(?x) = "fr"`, `LANG(?x) IN ("fr", "en")`, `langMatches(LANG(?x), "fr")`, `?x = "…"@fr`. */
function readOperation({ operator, args }: Node, found: Found): void {
  if (operator !== '=' && operator !== 'in' && operator !== 'langmatches') return;
  const all = (args as readonly unknown[]).flat() as readonly Node[];
  for (const one of all) addTag(one, found);
  if (!all.some((one) => one['operator'] === 'lang')) return;
  for (const one of all) addLanguage(one, found, operator === 'langmatches');
}

function addIri(list: AskedIri[], node: unknown, { iri }: Found, isDispensable: boolean): void {
  const place = isNode(node) && isNamed(node) ? placeOfNode(node) : undefined;
  if (place) list.push({ iri: iri(node as Node), isDispensable, ...place });
}

/** The tag of a text: `"…"@fr`, with the `@`. */
function addTag(node: unknown, { languages }: Found): void {
  if (!isNode(node) || typeof node['langOrIri'] !== 'string') return;
  const place = placeOfNode(node);
  const [tag = ''] = node['langOrIri'].split('--');
  if (place)
    languages.push({
      tag,
      isRange: false,
      isQuoted: false,
      start: place.end - node['langOrIri'].length,
      end: place.end,
    });
}

/** A tag written as a plain string. */
function addLanguage(node: Node, { languages }: Found, isRange: boolean): void {
  const { subType, value, langOrIri } = node;
  const place = placeOfNode(node);
  if (subType !== 'literal' || langOrIri !== undefined || !place || value === '' || value === '*') return;
  languages.push({ tag: String(value), isRange, isQuoted: true, ...place });
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

const isNamed = (node: Node): boolean => node['subType'] === 'namedNode';
