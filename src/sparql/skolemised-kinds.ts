import { structureOf } from './query-bounds.ts';

const KIND_FUNCTION = /(?<![\w:.?$-])is(blank|iri|uri)\s*\(/gi;

/** A call inside a call is written out twice: there may not be many, and the text may not grow without end. */
const MOST_CALLS = 500;

/**
 * A query over a store where IRIs of a certain beginning stand for blank nodes: `isBlank` is true of those, `isIRI` of
 * the others. Undefined where the text would be longer than so many characters.
 */
export function kindsOfSkolemised(text: string, beginning: string, most: number): string | undefined {
  const calls = [...structureOf(text).matchAll(KIND_FUNCTION)];
  if (calls.length > MOST_CALLS) return undefined;
  let written = text;
  // From the right, so that what stands inside a call is written before the call.
  for (const { index, 0: call, 1: kind = '' } of calls.reverse()) {
    const from = index + call.length;
    const to = closingAt(written, from);
    const argument = written.slice(from, to);
    const not = kind.toLowerCase() === 'blank' ? '' : '!';
    const told = `(isIRI(${argument}) && ${not}STRSTARTS(STR(${argument}), "${beginning}"))`;
    written = written.slice(0, index) + told + written.slice(to + 1);
    if (written.length > most) return undefined;
  }
  return written;
}

/** Where the parenthesis closes that was opened before an offset. */
function closingAt(text: string, from: number): number {
  let depth = 1;
  for (const { 0: bracket, index } of structureOf(text).slice(from).matchAll(/[()]/g)) {
    depth += bracket === '(' ? 1 : -1;
    if (depth === 0) return from + index;
  }
  return text.length;
}
