/**
 * `npm run soak [-- seconds]`: a server whose clients ask light and endless queries, too much, nonsense, leave in the
 * middle, and whose release changes every few seconds. Every answer is whole and right, or a documented refusal; at the
 * end the memory is what it was. Ends with 1 where that is not so.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Asker, createAskers, type Verdict } from './askers.ts';
import { createSoakWorld, type SoakWorld } from './world.ts';

export interface SoakOptions {
  readonly seconds: number;
  readonly places: number;
  /** Seconds between two changes of the release. */
  readonly swapEvery: number;
  /** Clients of each kind. */
  readonly clients: number;
}

export interface SoakOutcome {
  /** By asker, what its answers were, and how often. */
  readonly counts: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Answers that were neither whole nor a documented refusal: the first of them. */
  readonly wrong: readonly string[];
  /** Releases that answered. */
  readonly swaps: number;
  /** MiB that the server held when warm, at most, and half a minute at most after the last answer. */
  readonly megabytes: { readonly before: number; readonly peak: number; readonly after: number };
}

export async function soak(options: SoakOptions): Promise<SoakOutcome> {
  const world = createSoakWorld(options.places);
  const server = serve(world);
  try {
    return await asked(await addressOf(server), world, { ...options, pid: server.pid ?? 0 });
  } finally {
    const ended = new Promise((resolve) => server.once('close', resolve));
    server.kill('SIGTERM');
    await ended;
    world.remove();
  }
}

async function asked(
  address: string,
  world: SoakWorld,
  { seconds, swapEvery, clients, pid }: SoakOptions & { readonly pid: number },
): Promise<SoakOutcome> {
  const until = performance.now() + seconds * 1000;
  const counts = new Map<string, Map<string, number>>();
  const wrong: string[] = [];
  const note = ({ name }: Asker, verdict: Verdict): void => {
    const what = verdict.kind === 'refused' ? verdict.code : verdict.kind;
    const of = counts.get(name) ?? new Map<string, number>();
    counts.set(name, of.set(what, (of.get(what) ?? 0) + 1));
    if (verdict.kind === 'wrong' && wrong.length < 20) wrong.push(`${name}: ${verdict.what}`);
  };
  const askers = createAskers(address, world.truths);
  for (const asker of askers) note(asker, await asker.ask().catch(failed));
  const before = megabytesOf(pid);
  let peak = before;
  let swaps = 0;
  const swapping = (async () => {
    for (let turn = 0; performance.now() < until; turn++) {
      world.point(world.truths[turn % world.truths.length]?.id ?? '');
      swaps += 1;
      for (let step = 0; step < swapEvery * 4 && performance.now() < until; step++) {
        peak = Math.max(peak, megabytesOf(pid));
        await sleep(250);
      }
    }
  })();
  const asking = askers.flatMap((asker) =>
    Array.from({ length: clients }, async () => {
      while (performance.now() < until) note(asker, await asker.ask().catch(failed));
    }),
  );
  await Promise.all([swapping, ...asking]);
  return { counts, wrong, swaps, megabytes: { before, peak, after: await settled(pid, before) } };
}

async function failed(error: Error): Promise<Verdict> {
  await sleep(100);
  return { kind: 'wrong', what: String(error.cause ?? error) };
}

/** Replaced workers and sites go within seconds. */
async function settled(pid: number, before: number): Promise<number> {
  for (let step = 0; step < 60 && megabytesOf(pid) > before * 1.2; step++) await sleep(500);
  return megabytesOf(pid);
}

const megabytesOf = (pid: number): number => {
  const kibibytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kibibytes) / 1024);
};

function serve({ project, releases }: SoakWorld): ChildProcess {
  const main = join(import.meta.dirname, '../../../src/main.ts');
  return spawn(process.execPath, [main, 'serve', '--project', project], {
    env: {
      ...process.env,
      PORT: '0',
      CIMAISE_RELEASES: releases,
      CIMAISE_QUERY_TIMEOUT: '2000',
      CIMAISE_WORKERS: '3',
      CIMAISE_RESULT_ROWS: '1000000',
      CIMAISE_CLIENT_CONCURRENCY: '1000',
      CIMAISE_CLIENT_RATE: '1000000',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
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

function tell({ counts, wrong, swaps, megabytes }: SoakOutcome): void {
  for (const [name, of] of counts) {
    const cells = [...of].map(([what, count]) => `${what} ${count}`).join(', ');
    process.stdout.write(`${name.padEnd(28)}${cells}\n`);
  }
  const { before, peak, after } = megabytes;
  process.stdout.write(
    `${swaps} changes of release; memory ${before} MB, at most ${peak} MB, at the end ${after} MB\n`,
  );
  for (const what of wrong) process.stdout.write(`WRONG ${what}\n`);
}

if (process.argv[1] === import.meta.filename) {
  const seconds = Number(process.argv[2] ?? 600);
  const outcome = await soak({ seconds, places: 3000, swapEvery: 20, clients: 2 });
  tell(outcome);
  process.exitCode = outcome.wrong.length > 0 ? 1 : 0;
}
