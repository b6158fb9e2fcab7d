/** The run was interrupted from outside. */
export class Interrupted extends Error {
  /** 128 and the signal's number, as shells have it. */
  readonly code: number;

  constructor(code: number) {
    super('Interrupted.');
    this.name = 'Interrupted';
    this.code = code;
  }
}

const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;

/** Runs an act that the first SIGINT or SIGTERM asks to end in order: the signal's reason is `Interrupted`. */
export async function interruptible<T>(act: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const listeners = Object.entries(SIGNALS).map(([signal, code]) => {
    const listener = () => controller.abort(new Interrupted(code));
    process.once(signal, listener);
    return () => process.off(signal, listener);
  });
  try {
    return await act(controller.signal);
  } finally {
    for (const remove of listeners) remove();
  }
}
