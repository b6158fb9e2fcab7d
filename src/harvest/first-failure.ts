import type { Bilingual } from '../model/index.ts';
import { FIRST_REMEDIES } from './addresses/address-sentences.ts';
import { type FailureCode, failureIn } from './failure.ts';
import { bothWithoutSecrets, type Secrets } from './secrets.ts';

/** An address that gives no source. */
export interface FirstFailure {
  readonly kind: 'failed';
  readonly code: FailureCode;
  readonly reason: Bilingual;
  readonly remedy: Bilingual;
}

/** What is told of an error where there is no source yet. @throws the error itself where it is no expected outcome */
export function firstFailure(error: unknown, secrets: Secrets): FirstFailure {
  const failure = failureIn(error);
  if (failure === undefined) throw error;
  const { code, reason, remedy } = failure;
  return {
    kind: 'failed',
    code,
    reason: bothWithoutSecrets(reason, secrets),
    remedy: bothWithoutSecrets(FIRST_REMEDIES[code] ?? remedy, secrets),
  };
}
