import { watch } from 'node:fs';

/** How often the pointer is read, where the file system does not tell of changes. */
const EVERY_MILLISECONDS = 2000;

/** What may have changed: the pointer perhaps, or, told by a signal, anything. */
export type Occasion = 'pointer' | 'signal';

/**
 * Calls `look` whenever the pointer to the current release may have moved, and on SIGHUP; never twice at once. What
 * happens during a look is looked at after it.
 * @returns ends the watching, once the look under way has ended
 */
export function followReleases(
  releases: string,
  look: (occasion: Occasion) => Promise<void>,
): () => Promise<void> {
  let waiting: Occasion | undefined;
  let running = Promise.resolve();
  const ask = (occasion: Occasion): void => {
    const isAsked = waiting !== undefined;
    waiting = occasion === 'signal' ? 'signal' : (waiting ?? occasion);
    if (!isAsked) running = running.then(next);
  };
  const next = (): Promise<void> => {
    const occasion = waiting ?? 'pointer';
    waiting = undefined;
    return look(occasion);
  };
  const onSignal = (): void => ask('signal');
  process.on('SIGHUP', onSignal);
  const timer = setInterval(() => ask('pointer'), EVERY_MILLISECONDS);
  const unwatch = watched(releases, () => ask('pointer'));
  return async () => {
    process.off('SIGHUP', onSignal);
    clearInterval(timer);
    unwatch();
    waiting ??= 'pointer'; // nothing more is asked
    await running;
  };
}

/** Some file systems cannot be watched: the clock looks at those. */
function watched(folder: string, told: () => void): () => void {
  try {
    const watcher = watch(folder, (_event, name) => {
      if (name === null || name === 'current') told();
    });
    watcher.on('error', () => watcher.close());
    return () => watcher.close();
  } catch {
    return () => {};
  }
}
