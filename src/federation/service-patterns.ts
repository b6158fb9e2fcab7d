import { type IriReader, iriReader, placeOfNode, type SyntaxNode, structureOf } from '../sparql/index.ts';

/** A SERVICE pattern that stands in no other one. Offsets are those of the query's text. */
export interface ServicePattern {
  readonly node: SyntaxNode;
  /** Absolute IRI of the endpoint; undefined where it is a variable. */
  readonly iri: string | undefined;
  readonly isSilent: boolean;
  readonly start: number;
  readonly end: number;
  /** What stands between its braces. */
  readonly body: { readonly start: number; readonly end: number };
  /** The patterns and queries around it, the nearest first. */
  readonly ancestors: readonly SyntaxNode[];
}

/** The outermost SERVICE patterns of a located tree, in the order of the text. Undefined: one has no place. */
export function servicePatterns(
  text: string,
  tree: SyntaxNode,
  base: string,
): readonly ServicePattern[] | undefined {
  const iri = iriReader(tree, base);
  const structure = structureOf(text);
  const found = [...servicesIn(tree)].map(([node, ancestors]) => {
    const located = placed(node, structure);
    return (
      located && { ...located, node, ancestors, iri: nameOf(node, iri), isSilent: node['silent'] === true }
    );
  });
  return found.every((one) => one !== undefined) ? found.sort((a, b) => a.start - b.start) : undefined;
}

export const outermostServices = (node: SyntaxNode): readonly SyntaxNode[] =>
  [...servicesIn(node)].map(([service]) => service);

export const isService = ({ type, subType }: SyntaxNode): boolean =>
  type === 'pattern' && subType === 'service';

function nameOf(node: SyntaxNode, iri: IriReader): string | undefined {
  const name = node['name'] as SyntaxNode;
  return name['subType'] === 'variable' ? undefined : iri(name);
}

/** Without recursion: a sum of many numbers is a deep tree. */
function* servicesIn(root: unknown): Generator<readonly [SyntaxNode, readonly SyntaxNode[]]> {
  const pending: (readonly [unknown, readonly SyntaxNode[]])[] = [[root, []]];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [value, ancestors] = next;
    if (typeof value !== 'object' || value === null) continue;
    const node = value as SyntaxNode;
    if (isService(node)) yield [node, ancestors];
    else {
      const isAround = node['type'] === 'pattern' || node['type'] === 'query';
      const around = isAround ? [node, ...ancestors] : ancestors;
      for (const child of Object.values(node)) pending.push([child, around]);
    }
  }
}

function placed(node: SyntaxNode, structure: string) {
  const place = placeOfNode(node);
  const name = placeOfNode(node['name'] as SyntaxNode);
  if (!place || !name) return undefined;
  const { start, end } = place;
  const open = structure.indexOf('{', name.end);
  // Escapes of characters in a query may move its offsets.
  const isSound = /^service\b/i.test(structure.slice(start)) && structure[end - 1] === '}' && open < end;
  return isSound ? { start, end, body: { start: open + 1, end: end - 1 } } : undefined;
}
