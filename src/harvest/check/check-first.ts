import type { Source } from '../../model/index.ts';
import { type FirstFailure, firstFailure } from '../first-failure.ts';
import { checkNew } from './check-new.ts';

/** A file that was fetched for a first look, once it is known how to read it. */
export interface FirstFile {
  readonly source: Source;
  /** The address that gave it, for messages. */
  readonly url: string;
  /** How many records the address promised. */
  readonly told?: number;
  readonly signal?: AbortSignal;
  readonly tell?: (records: number) => void;
}

/** Reads a first file whole, as a harvest does: an error message inside it, a cut, or lost pages are found. */
export async function checkFirst(file: FirstFile): Promise<{ readonly kind: 'sound' } | FirstFailure> {
  try {
    await checkNew({ ...file, fall: 1, isAccepted: true });
    return { kind: 'sound' };
  } catch (error) {
    return firstFailure(error, new Map());
  }
}
