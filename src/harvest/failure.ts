import { isNativeError } from 'node:util/types';
import type { Bilingual } from '../model/index.ts';

/** Why there is no new source, for scripts. Those of the circumstances first, then those of what was given. */
export type FailureCode =
  | 'unreachable'
  | 'too-slow'
  | 'busy'
  | 'status'
  | 'secret-missing'
  | 'private-address'
  | 'redirects'
  | 'protocol'
  | 'too-large'
  | 'bomb'
  | 'cut-short'
  | 'digest'
  | 'media-type'
  | 'encoding'
  | 'not-expected'
  | 'unreadable'
  | 'error-inside'
  | 'columns'
  | 'fallen'
  | 'empty'
  | 'interface';

/** Failures of the circumstances: another attempt may end otherwise, and nothing is said of the data. */
const CIRCUMSTANCES: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'unreachable',
  'too-slow',
  'busy',
  'status',
  'secret-missing',
  'private-address',
]);

export const isCircumstance = (code: FailureCode): boolean => CIRCUMSTANCES.has(code);

/** An address gives nothing that could replace a source: an expected outcome, thrown between the steps of a harvest. */
export class HarvestFailure extends Error {
  readonly code: FailureCode;
  readonly reason: Bilingual;
  readonly remedy: Bilingual;

  constructor(code: FailureCode, reason: Bilingual, remedy: Bilingual, cause?: unknown) {
    super(`${reason.en} ${remedy.en}`, cause === undefined ? undefined : { cause });
    this.name = 'HarvestFailure';
    this.code = code;
    this.reason = reason;
    this.remedy = remedy;
  }
}

/** The failure inside an error that a library may have wrapped; undefined where there is none. */
export function failureIn(error: unknown): HarvestFailure | undefined {
  for (let one: unknown = error; isNativeError(one); one = one.cause)
    if (one instanceof HarvestFailure) return one;
  return undefined;
}
