import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const JAR = process.env['CIMAISE_TEST_FUSEKI'];

/** Why Fuseki cannot be tried here; undefined when it can. */
export const WITHOUT_FUSEKI: string | undefined =
  JAR === undefined || !existsSync(JAR)
    ? 'CIMAISE_TEST_FUSEKI names no jar'
    : spawnSync('java', ['-version']).status === 0
      ? undefined
      : 'there is no java';

export interface Fuseki {
  readonly addresses: { readonly query: string; readonly update: string; readonly data: string };
  /** Ends the process as a power cut would, and starts another on the same database. */
  crash(): Promise<void>;
  close(): Promise<void>;
}

/** Apache Jena Fuseki on a fresh database on disk (TDB2), on loopback. */
export async function startFuseki(): Promise<Fuseki> {
  const folder = await mkdtemp(join(tmpdir(), 'cimaise-fuseki-'));
  const port = await freePort();
  const at = `http://127.0.0.1:${port}/ds`;
  let process = await started(folder, port);
  return {
    addresses: { query: `${at}/query`, update: `${at}/update`, data: `${at}/data` },
    crash: async () => {
      await ended(process);
      process = await started(folder, port);
    },
    close: async () => {
      await ended(process);
      await rm(folder, { recursive: true });
    },
  };
}

async function started(folder: string, port: number): Promise<ChildProcess> {
  const options = ['--localhost', `--port=${port}`, '--update', '--tdb2', `--loc=${folder}`, '/ds'];
  const child = spawn('java', ['-Xmx1g', '-jar', JAR ?? '', ...options], { stdio: 'ignore' });
  for (let tries = 0; tries < 600 && child.exitCode === null; tries += 1) {
    const query = `http://127.0.0.1:${port}/ds/query?query=${encodeURIComponent('ASK {}')}`;
    const isThere = await fetch(query).then(
      (response) => response.ok,
      () => false,
    );
    if (isThere) return child;
    await sleep(100);
  }
  child.kill('SIGKILL');
  throw new Error('Fuseki did not start.');
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
