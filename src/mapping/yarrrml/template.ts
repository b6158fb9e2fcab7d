import type { Place } from '../../model/index.ts';
import type { Expression, Reference } from '../rules.ts';

/** Values of `$(_name)`, by name. */
export type Externals = ReadonlyMap<string, string>;

const NO_EXTERNALS: Externals = new Map();

/**
 * Parses `text $(reference) text`; `\$(`, `\)` and `\~` are text. Undefined where a `$(` is never closed. An external
 * reference `$(_name)` becomes its value; `$(\_name)`, or one without a value, is a reference to the data.
 */
export function parseTemplate(
  text: string,
  place: Place,
  externals: Externals = NO_EXTERNALS,
): Expression | undefined {
  const parts: (string | Reference)[] = [];
  let literal = '';
  for (let at = 0; at < text.length; ) {
    if (text[at] === '\\' && /[$()\\~]/.test(text[at + 1] ?? '')) {
      literal += text[at + 1];
      at += 2;
    } else if (text.startsWith('$(', at)) {
      const end = closing(text, at + 2);
      if (end < 0) return undefined;
      const found = referenceOrValue(text.slice(at + 2, end), place, externals);
      if (typeof found === 'string') literal += found;
      else {
        parts.push(...textPart(literal), found);
        literal = '';
      }
      at = end + 1;
    } else literal += text[at++];
  }
  return expressionOf([...parts, ...textPart(literal)], place);
}

const textPart = (literal: string): readonly string[] => (literal === '' ? [] : [literal]);

/** What stands between `$(` and `)`. */
function referenceOrValue(inner: string, place: Place, externals: Externals): string | Reference {
  const external = inner.startsWith('_') ? externals.get(inner.slice(1)) : undefined;
  return external ?? { kind: 'reference', name: unescaped(inner.replace(/^\\_/, '_')), place };
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
