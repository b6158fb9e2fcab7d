import type { PreviewSession } from './session.ts';

/** Longest time for which a page waits, in milliseconds: after it, it says that files are being read. */
const MOST_MILLISECONDS = 5000;

/** Waits until a preview has something to show, or knows why it has nothing. */
export function firstState(
  session: Pick<PreviewSession, 'state' | 'subscribe'>,
  most = MOST_MILLISECONDS,
): Promise<void> {
  if (session.state.kind !== 'starting') return Promise.resolve();
  return new Promise((resolve) => {
    const over = (): void => {
      clearTimeout(late);
      unsubscribe();
      resolve();
    };
    const late = setTimeout(over, most).unref();
    const unsubscribe = session.subscribe(() => {
      if (session.state.kind !== 'starting') over();
    });
  });
}
