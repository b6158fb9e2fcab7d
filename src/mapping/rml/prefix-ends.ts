import { runsIntoNames, withoutEnd } from '../namespace-ends.ts';
import type { RmlDocument } from './node.ts';

const DECLARATION = /^[^\S\n]*@?prefix\s+([\p{L}\p{N}_.-]*):\s*<([^<>\s]*)>/gimu;

/** Complains of prefixes that are used and would run into the names behind them. @param text in Turtle */
export function checkPrefixEnds(text: string, { file, complain }: RmlDocument): void {
  for (const { 1: prefix = '', 2: namespace = '', index } of text.matchAll(DECLARATION)) {
    if (!runsIntoNames(namespace) || !isUsed(prefix, text)) continue;
    const line = text.slice(0, index).split('\n').length;
    complain({ file, line }, ...withoutEnd(prefix, namespace));
  }
}

/** As a name with something behind the colon; IRIs and texts are left out, roughly. */
function isUsed(prefix: string, text: string): boolean {
  const rest = text.replace(/<[^<>\s]*>|"(?:\\.|[^"\\\n])*"/g, ' ').replace(/#.*$/gm, '');
  return rest.split(/[\s;,[\]().^]+/).some((word) => {
    const local = word.startsWith(`${prefix}:`) ? word.slice(prefix.length + 1) : '';
    return local !== '';
  });
}
