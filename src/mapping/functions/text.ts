import { normalised } from './normalised.ts';

/** Lower case, no accents, words joined by hyphens: readable and stable in an IRI. */
export function slugOf(value: string): string {
  return withoutMarks(withoutMarks(normalised(value)).toLowerCase())
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

const withoutMarks = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');

/** Cuts at a separator, but not inside parentheses, brackets or double quotes; parts are trimmed, empty ones dropped. */
export function splitOutsideBrackets(value: string, separator: string): string[] {
  if (separator === '') return cleaned([value]);
  if (!PROTECTING.test(value)) return cleaned(value.split(separator));
  const parts: string[] = [];
  let depth = 0;
  let quoted = false;
  let from = 0;
  for (let at = 0; at < value.length; at++) {
    const c = value[at] ?? '';
    if (c === '"') quoted = !quoted;
    else if ('([{'.includes(c)) depth++;
    else if (')]}'.includes(c)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && !quoted && value.startsWith(separator, at)) {
      parts.push(value.slice(from, at));
      from = at + separator.length;
    }
  }
  // A bracket or quote that is never closed protects nothing.
  if (depth > 0 || quoted) return cleaned(value.split(separator));
  return cleaned([...parts, value.slice(from)]);
}

/** What may keep a separator from cutting. */
const PROTECTING = /["([{]/;

function cleaned(parts: readonly string[]): string[] {
  const found: string[] = [];
  for (const part of parts) {
    const clean = normalised(part);
    if (clean !== '') found.push(clean);
  }
  return found;
}

/** First letter upper case, the rest as it is. */
export const capitalised = (value: string): string =>
  value.charAt(0).toLocaleUpperCase('fr') + value.slice(1);
