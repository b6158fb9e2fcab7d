import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from '@jest/globals';

/** The folder of real data and suites beside the checkout; it may be missing. */
export const SHARED = join(import.meta.dirname, '..', '..', 'shared');

/** `describe` where something is there; elsewhere the block is skipped, and its name says why. */
export const describeWith = (there: boolean, reason: string): ((name: string, body: () => void) => void) =>
  there ? describe : (name, body) => describe.skip(`${name} (left out: ${reason})`, body);

/** Blocks that need a file or folder of `../shared`. */
export const describeShared = (path: string): ((name: string, body: () => void) => void) =>
  describeWith(existsSync(join(SHARED, path)), `../shared/${path} is not there`);
