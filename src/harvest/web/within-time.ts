import type { WebClient } from './web-client.ts';
import { tooSlow } from './web-failures.ts';

/**
 * Does what may take as long as one whole answer, with its pauses and pages, and no longer.
 * @param asked the address that is told where it takes longer
 * @throws HarvestFailure where it does; the reason of `signal` where that ends it before
 */
export async function withinTime<T>(
  asked: string,
  { client, signal }: { readonly client: WebClient; readonly signal?: AbortSignal },
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { wholeMilliseconds } = client.bounds;
  const deadline = AbortSignal.timeout(wholeMilliseconds);
  try {
    return await run(signal ? AbortSignal.any([deadline, signal]) : deadline);
  } catch (error) {
    if (deadline.aborted && !signal?.aborted) throw tooSlow(asked, wholeMilliseconds);
    throw error;
  }
}
