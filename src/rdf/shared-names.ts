import { detached } from './detached.ts';

/** A few names come again and again in data; there are not so many of them, and what comes beyond is remembered anew. */
const MOST_NAMES = 5000;

const names = new Map<string, string>();

/**
 * The same text for the same name, whose hash is known: it is looked up in tables faster than many alike. It does not keep
 * the line in memory that the name was cut from.
 */
export function sharedName(name: string): string {
  const known = names.get(name);
  if (known !== undefined) return known;
  if (names.size >= MOST_NAMES) names.clear();
  const own = detached(name);
  names.set(own, own);
  return own;
}
