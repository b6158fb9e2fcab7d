import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SoakWorld } from './world.ts';

/** A server of its own process, on loopback. */
export interface ServerProcess {
  readonly address: string;
  /** MiB that it holds in memory. */
  megabytes(): number;
  stop(): Promise<void>;
}

/** Starts `cimaise serve` on a world, and waits for its address; clients may ask as much as they want. */
export async function startServer(
  { project, releases }: SoakWorld,
  environment: Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  const main = join(import.meta.dirname, '../../../src/main.ts');
  const child = spawn(process.execPath, [main, 'serve', '--project', project], {
    env: {
      ...process.env,
      PORT: '0',
      CIMAISE_RELEASES: releases,
      CIMAISE_CLIENT_CONCURRENCY: '1000',
      CIMAISE_CLIENT_RATE: '1000000000',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = async (): Promise<void> => {
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGTERM');
    await ended;
  };
  return { address: await addressOf(child), megabytes: () => megabytesOf(child.pid ?? 0), stop };
}

const addressOf = (server: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    server.stdout?.on('data', (text) => {
      said += text;
      const found = /http:\/\/\S+:\d+\//.exec(said)?.[0];
      if (found) resolve(found);
    });
    server.once('close', (code) => reject(new Error(`The server ended with ${code}: ${said}`)));
  });

const megabytesOf = (pid: number): number => {
  const kibibytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kibibytes) / 1024);
};
