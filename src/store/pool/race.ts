/** What comes before the reply to a query. */
export type Interruption = 'timed-out' | 'crowded-out' | 'aborted';

/** What may interrupt a query. Times are milliseconds from now. */
export interface Interruptions {
  readonly deadline: number;
  readonly signal?: AbortSignal | undefined;
  /** A moment at which the query may be told that it has no place. */
  readonly check?: { readonly after: number; readonly isCrowdedOut: () => boolean };
}

/** The reply, or what came before it. */
export async function firstOf<R>(
  reply: Promise<R>,
  { deadline, signal, check }: Interruptions,
): Promise<R | Interruption> {
  const { promise, resolve } = Promise.withResolvers<Interruption>();
  const leave = (): void => resolve('aborted');
  const timers = [setTimeout(() => resolve('timed-out'), deadline)];
  if (check) timers.push(setTimeout(() => check.isCrowdedOut() && resolve('crowded-out'), check.after));
  signal?.addEventListener('abort', leave, { once: true });
  if (signal?.aborted) leave();
  try {
    return await Promise.race([reply, promise]);
  } finally {
    for (const timer of timers) clearTimeout(timer);
    signal?.removeEventListener('abort', leave);
  }
}
