import { compilePattern } from '../../patterns/index.ts';
import type { FunctionContext } from './function.ts';

/**
 * Uses a pattern on a text; a pattern that cannot be run and a text too long for it are noted, and give undefined.
 * @param flags with `g` the expression keeps its place: it is put back to the beginning
 */
export function withPattern<T>(
  source: string,
  text: string,
  { note }: FunctionContext,
  use: (regex: RegExp) => T,
  flags = 'u',
): T | undefined {
  const pattern = compilePattern(source, flags);
  if ('problem' in pattern) {
    note('unsafe-pattern', source);
    return undefined;
  }
  if (text.length > pattern.limit) {
    note('text-too-long', text);
    return undefined;
  }
  pattern.regex.lastIndex = 0;
  return use(pattern.regex);
}
