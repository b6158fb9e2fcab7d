import type { OutlinedValue } from '../model/index.ts';
import { scalarText } from './json-values.ts';

/** Nothing is looked for deeper. */
const MOST_LEVELS = 12;

/**
 * The scalars of a JSON value with the references that lead to them: `$.a.b`, `$.list[*]`, `$.point[0]` for two or
 * three numbers, which are places rather than a list. Lists of lists (shapes on a map) are left out.
 */
export function* outlineJson(value: unknown, path = '$', level = 0): Generator<OutlinedValue> {
  if (level > MOST_LEVELS || value === null || value === undefined) return;
  if (Array.isArray(value)) yield* inList(value, path, level);
  else if (typeof value === 'object')
    for (const [name, member] of Object.entries(value))
      yield* outlineJson(member, path + step(name), level + 1);
  else yield [path, scalarText(value, path) ?? ''];
}

function* inList(list: readonly unknown[], path: string, level: number): Generator<OutlinedValue> {
  const isPlace =
    (list.length === 2 || list.length === 3) &&
    list.every((one) => typeof one === 'number') &&
    !list.every(Number.isInteger);
  if (isPlace) for (const [at, one] of list.slice(0, 2).entries()) yield [`${path}[${at}]`, String(one)];
  else for (const one of list) if (!Array.isArray(one)) yield* outlineJson(one, `${path}[*]`, level + 1);
}

const step = (name: string): string =>
  /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? `.${name}` : `['${name.replace(/[\\']/g, '\\$&')}']`;
