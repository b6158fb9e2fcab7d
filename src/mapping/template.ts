import type { Place } from '../model/index.ts';
import type { Expression, Reference } from './rules.ts';

/** Parses `text $(reference) text`; `\$(` and `\)` are text. Undefined where a `$(` is never closed. */
export function parseTemplate(text: string, place: Place): Expression | undefined {
  const parts: (string | Reference)[] = [];
  let literal = '';
  for (let at = 0; at < text.length; ) {
    if (text[at] === '\\' && /[$()\\]/.test(text[at + 1] ?? '')) {
      literal += text[at + 1];
      at += 2;
    } else if (text.startsWith('$(', at)) {
      const end = closing(text, at + 2);
      if (end < 0) return undefined;
      if (literal !== '') parts.push(literal);
      literal = '';
      parts.push({ kind: 'reference', name: unescaped(text.slice(at + 2, end)), place });
      at = end + 1;
    } else {
      literal += text[at];
      at++;
    }
  }
  if (literal !== '') parts.push(literal);
  return expressionOf(parts, place);
}

function expressionOf(parts: readonly (string | Reference)[], place: Place): Expression {
  const only = parts.length === 1 ? parts[0] : undefined;
  if (parts.length === 0) return { kind: 'constant', value: '', place };
  if (only === undefined) return { kind: 'template', parts, place };
  return typeof only === 'string' ? { kind: 'constant', value: only, place } : only;
}

/** The parenthesis that closes a reference; references may hold balanced parentheses (JSON paths, column names). */
function closing(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '(') depth++;
    else if (text[at] === ')' && depth-- === 0) return at;
  }
  return -1;
}

const unescaped = (text: string): string => text.replace(/\\([$()\\])/g, '$1');
