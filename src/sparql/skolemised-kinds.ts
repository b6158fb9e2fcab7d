import { structureOf } from './query-bounds.ts';

const KIND_FUNCTION = /(?<![\w:.?$-])is(blank|iri|uri)\s*\(/gi;

/**
 * A query over a store where IRIs of a certain beginning stand for blank nodes: `isBlank` is true of those, `isIRI` of
 * the others.
 */
export function kindsOfSkolemised(text: string, beginning: string): string {
  // From the right, so that what stands inside a call is written before the call.
  return [...structureOf(text).matchAll(KIND_FUNCTION)].reduceRight(
    (whole, { index, 0: call, 1: kind = '' }) => {
      const from = index + call.length;
      const to = closingAt(whole, from);
      const argument = whole.slice(from, to);
      const not = kind.toLowerCase() === 'blank' ? '' : '!';
      const told = `(isIRI(${argument}) && ${not}STRSTARTS(STR(${argument}), "${beginning}"))`;
      return whole.slice(0, index) + told + whole.slice(to + 1);
    },
    text,
  );
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
