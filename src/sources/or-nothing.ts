import { NotAScalar, ReferenceSyntaxError } from '../model/index.ts';

/** What a reference leads to, where that has a text: what is wrong with references, the mapping tells. */
export function orNothing<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof NotAScalar || error instanceof ReferenceSyntaxError) return undefined;
    throw error;
  }
}
