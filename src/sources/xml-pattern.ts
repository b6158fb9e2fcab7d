import type { PatternStep } from './xml-iterator.ts';

/**
 * Which beginnings of a pattern an element matches, given those that its parent matches: bit n stands for the first n
 * steps, bit 0 for the document. A beginning before a `//` step is carried down.
 */
export function matchedBelow(pattern: readonly PatternStep[], above: number, name: string): number {
  if (above === 0) return 0;
  let matched = 0;
  for (let index = 0; index < pattern.length; index++) {
    if (((above >> index) & 1) === 0) continue;
    const step = pattern[index];
    if (step === undefined) continue;
    if (step.deep) matched |= 1 << index;
    if (step.name === '*' || step.name === name) matched |= 1 << (index + 1);
  }
  return matched;
}
