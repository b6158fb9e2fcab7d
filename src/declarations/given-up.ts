import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A dataset that was given up: its folder holds but the table that says what became of its addresses. */
export function isGivenUp(root: string, slug: string): boolean {
  const names = readdirSync(join(root, 'data', slug));
  return names.length === 1 && names[0] === 'withdrawn.csv';
}
