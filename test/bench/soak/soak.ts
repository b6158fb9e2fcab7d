/**
 * `npm run soak [-- seconds]`: a server whose clients ask light and endless queries, too much, nonsense, leave in the
 * middle, and whose release changes every few seconds. Every answer is whole and right, or a documented refusal; at the
 * end the memory is what it was. Ends with 1 where that is not so.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Asker, createAskers, type Verdict } from './askers.ts';
import { type ServerProcess, startServer } from './server.ts';
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
  const server = await startServer(world, {
    CIMAISE_QUERY_TIMEOUT: '2000',
    CIMAISE_WORKERS: '3',
    CIMAISE_RESULT_ROWS: '1000000',
  });
  try {
    return await asked(server, world, options);
  } finally {
    await server.stop();
    world.remove();
  }
}

async function asked(
  server: ServerProcess,
  world: SoakWorld,
  { seconds, swapEvery, clients }: SoakOptions,
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
  const askers = createAskers(server.address, world.truths);
  for (const asker of askers) note(asker, await asker.ask().catch(failed));
  const before = server.megabytes();
  let peak = before;
  let swaps = 0;
  const swapping = (async () => {
    for (let turn = 0; performance.now() < until; turn++) {
      world.point(world.truths[turn % world.truths.length]?.id ?? '');
      swaps += 1;
      for (let step = 0; step < swapEvery * 4 && performance.now() < until; step++) {
        peak = Math.max(peak, server.megabytes());
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
  return { counts, wrong, swaps, megabytes: { before, peak, after: await settled(server, before) } };
}

async function failed(error: Error): Promise<Verdict> {
  await sleep(100);
  return { kind: 'wrong', what: String(error.cause ?? error) };
}

/** Replaced workers and sites go within seconds. */
async function settled(server: ServerProcess, before: number): Promise<number> {
  for (let step = 0; step < 60 && server.megabytes() > before * 1.2; step++) await sleep(500);
  return server.megabytes();
}

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
