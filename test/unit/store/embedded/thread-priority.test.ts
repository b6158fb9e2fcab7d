import { existsSync } from 'node:fs';
import { getPriority } from 'node:os';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from '@jest/globals';
import { ownThread, yieldToOthers } from '../../../../src/store/embedded/thread-priority.ts';

const isLinux = existsSync('/proc/thread-self');

describe('A thread that yields to others', () => {
  (isLinux ? it : it.skip)('is less urgent than the process, and no other thread is (Linux)', async () => {
    const thread = new Worker(
      `const { parentPort } = require('node:worker_threads');
       parentPort.postMessage(require('node:fs').readlinkSync('/proc/thread-self'));
       setInterval(() => {}, 1000);`,
      { eval: true },
    );
    const number = await new Promise<number>((resolve) =>
      thread.once('message', (path: string) => resolve(Number(path.split('/').at(-1)))),
    );
    const before = getPriority(number);
    expect(yieldToOthers(number, true)).toBe(true);
    expect(getPriority(number)).toBeGreaterThan(before);
    expect(getPriority(ownThread())).toBe(before);
    if (yieldToOthers(number, false)) expect(getPriority(number)).toBe(0);
    await thread.terminate();
  });

  it('is left alone when it has no number, or has ended', () => {
    expect(yieldToOthers(undefined, true)).toBe(true);
    expect(yieldToOthers(2 ** 22 + 1, true)).toBe(true);
  });
});
