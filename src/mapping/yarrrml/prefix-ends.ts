import { childOf, textOf, type YamlNode } from '../../documents/index.ts';
import { runsIntoNames, withoutEnd } from '../namespace-ends.ts';
import type { YarrrmlDocument } from './document.ts';

/** Complains of prefixes that are used and would run into the names behind them. */
export function checkPrefixEnds({ root, complain }: YarrrmlDocument): void {
  const prefixes = childOf(root, 'prefixes');
  if (prefixes?.kind !== 'map') return;
  const texts = textsIn(root);
  for (const { key, place, node } of prefixes.entries) {
    const namespace = textOf(node) ?? '';
    if (runsIntoNames(namespace) && texts.some((text) => isUsed(key, text)))
      complain(place, ...withoutEnd(key, namespace));
  }
}

/** With parentheses of its own, as XPath has them. */
const REFERENCE = /\$\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g;

/** `sch:name`, and `sch:f(` within a call; `$(sch:name)` is XPath, whose namespaces end as they like. */
const isUsed = (prefix: string, text: string): boolean =>
  text
    .replace(REFERENCE, '$')
    .split(/[\s(),="']+/)
    .some((word) => word.startsWith(`${prefix}:`) && /^[\p{L}\p{N}_$]/u.test(word.slice(prefix.length + 1)));

/** Sections that hold no names: the iterators of sources are XPath. */
const UNREAD: readonly string[] = ['prefixes', 'sources', 'source'];

function textsIn(node: YamlNode): readonly string[] {
  if (node.kind === 'map')
    return node.entries.flatMap((entry) => (UNREAD.includes(entry.key) ? [] : textsIn(entry.node)));
  if (node.kind === 'list') return node.items.flatMap(textsIn);
  return [textOf(node) ?? ''];
}
