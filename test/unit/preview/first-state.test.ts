import { describe, expect, it } from '@jest/globals';
import { firstState } from '../../../src/preview/session/first-state.ts';
import type { PreviewState } from '../../../src/preview/session/state.ts';

function fakeSession(kind: PreviewState['kind']) {
  const listeners = new Set<() => void>();
  const session = {
    state: { version: 0, kind, complaints: [], whole: { kind: 'none' } } as PreviewState,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  return {
    session,
    listeners,
    become(next: PreviewState['kind']) {
      session.state = { ...session.state, kind: next };
      for (const listener of listeners) listener();
    },
  };
}

/** Whether a promise is kept by now. */
const isKept = (promise: Promise<unknown>): Promise<boolean> =>
  Promise.race([promise.then(() => true), new Promise<boolean>((resolve) => setImmediate(resolve, false))]);

describe('The first state', () => {
  it.each(['fresh', 'stale', 'broken'] as const)('is there where the preview is %s', async (kind) => {
    const { session } = fakeSession(kind);
    expect(await isKept(firstState(session))).toBe(true);
  });

  it.each(['fresh', 'broken'] as const)('is waited for until the preview is %s', async (kind) => {
    const { session, become, listeners } = fakeSession('starting');
    const waiting = firstState(session);
    become('starting');
    expect(await isKept(waiting)).toBe(false);
    become(kind);
    expect(await isKept(waiting)).toBe(true);
    expect(listeners.size).toBe(0);
  });

  it('is not waited for longer than was allowed', async () => {
    const { session, listeners } = fakeSession('starting');
    // Only something else keeps the process up: nobody waits for this.
    const held = setInterval(() => undefined, 1000);
    await firstState(session, 5);
    clearInterval(held);
    expect(listeners.size).toBe(0);
  });
});
