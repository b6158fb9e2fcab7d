import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { spawnGuarded } from '../../../../src/store/native/guarded-child.ts';

const OWNER = fileURLToPath(new URL('./guarded-child-owner.ts', import.meta.url));

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function untilEnded(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 100 && isRunning(pid); tries += 1) await sleep(50);
  return !isRunning(pid);
}

describe('A guarded child', () => {
  it('tells its output, its last words and its code', async () => {
    const child = spawnGuarded('/bin/sh', ['-c', 'echo out; echo "last words" >&2; exit 3']);
    expect(await child.ended).toEqual({ code: 3, reason: 'last words\nexit code 3' });
    expect(child.output()).toBe('out');
  });

  it('tells that there is no such program', async () => {
    const { code } = await spawnGuarded('/nowhere/program', []).ended;
    expect(code).not.toBe(0);
  });

  it('passes arguments on as they are', async () => {
    const child = spawnGuarded('/bin/echo', ['$HOME', '`id`', "a 'b' c"]);
    await child.ended;
    expect(child.output()).toBe("$HOME `id` a 'b' c");
  });

  it('ends when it is told to', async () => {
    const child = spawnGuarded('/bin/sleep', ['300']);
    await child.kill();
    expect(await untilEnded(child.pid ?? 0)).toBe(true);
  });

  it('ends when its owner is killed', async () => {
    const owner = spawn(process.execPath, ['--no-warnings', OWNER, '/bin/sleep', '300']);
    const [told] = await once(owner.stdout, 'data');
    const pid = Number(String(told));
    expect(isRunning(pid)).toBe(true);
    owner.kill('SIGKILL');
    try {
      expect(await untilEnded(pid)).toBe(true);
    } finally {
      if (isRunning(pid)) process.kill(pid, 'SIGKILL');
    }
  });
});
