import type { SyntaxNode as Node } from './syntax-tree.ts';

/** Reads an IRI node of one query as an absolute IRI. */
export type IriReader = (node: Node) => string;

/** The IRIs of a query, resolved against what its prologue declares (SPARQL 1.1 section 4.1). */
export function iriReader(tree: Node, base: string): IriReader {
  const { prefixes, current } = prologueOf(tree, base);
  return ({ value, prefix }) =>
    prefix === undefined
      ? resolved(String(value), current)
      : `${prefixes.get(String(prefix)) ?? ''}${unescaped(String(value))}`;
}

/** Prefix → namespace, as a query declares them. */
export const declaredPrefixes = (tree: Node, base: string): ReadonlyMap<string, string> =>
  prologueOf(tree, base).prefixes;

function prologueOf(tree: Node, base: string) {
  const prefixes = new Map<string, string>();
  let current = base;
  for (const { subType, key, value } of (tree['context'] as readonly Node[] | undefined) ?? []) {
    // VERSION declares no IRI.
    if (subType !== 'base' && subType !== 'prefix') continue;
    const declared = resolved(String((value as Node)['value']), current);
    if (subType === 'base') current = declared;
    else prefixes.set(String(key), declared);
  }
  return { prefixes, current };
}

/** What is absolute stays as it is written; `URL` would tidy it into another IRI. */
const resolved = (iri: string, base: string): string =>
  /^[a-z][a-z0-9+.-]*:/i.test(iri) ? iri : (URL.parse(iri, base)?.href ?? iri);

/** Escapes of local names, `\,` for example. */
const unescaped = (local: string): string => local.replace(/\\(.)/g, '$1');
