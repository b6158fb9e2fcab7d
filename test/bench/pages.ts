/**
 * `npm run bench:pages [-- releases] [--browser]`: every kind of page of the shipped data, in both languages, served by
 * `cimaise serve` in a process of its own: octets of HTML, milliseconds of the server's thread for the first time and again;
 * with `--browser` the largest contentful paint in Chromium too. A folder of releases spares the build.
 */
import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type AskedPages, pageAddresses } from './page-addresses.ts';
import type { Metered } from './pages-meter.ts';

const REPOSITORY = join(import.meta.dirname, '..', '..');
const MAIN = join(REPOSITORY, 'src', 'main.ts');
const LANGUAGES = ['fr', 'en'] as const;
const TURNS = ['first', 'again'] as const;
/** Octets of HTML; milliseconds at the median; milliseconds at the most; milliseconds until the largest paint. */
const GOAL = { octets: 100_000, median: 15, most: 50, paint: 1000 };

const withBrowser = process.argv.includes('--browser');
const kept = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
const releases = kept ?? mkdtempSync(join(tmpdir(), 'cimaise-bench-pages-'));
const environment = { ...process.env, CIMAISE_RELEASES: releases, CIMAISE_LANGUAGE: 'en', PORT: '0' };

const tell = (line: string): void => void process.stdout.write(`${line}\n`);

/** The server, once it has nothing more to prepare. */
async function startServer(): Promise<{ server: ChildProcess; address: string }> {
  const meter = new URL('./pages-meter.ts', import.meta.url).href;
  const server = fork(MAIN, ['serve', '--no-proof', '--project', REPOSITORY], {
    env: environment,
    execArgv: [...process.execArgv, '--import', meter],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    server.stdout?.on('data', (text) => {
      said += String(text);
      const found = /(http:\/\/\S+:\d+\/)\s*$/m.exec(said)?.[1];
      if (found && !said.includes('SPARQL attend') && !said.includes('still waits')) resolve(found);
    });
    server.once('close', () => reject(new Error(`the server ended: ${said}`)));
  });
  let worked = 0;
  for (let next = await asked<number>(server, 'worked'); next - worked > 5; ) {
    worked = next;
    await sleep(2500);
    next = await asked<number>(server, 'worked');
  }
  tell(`served after ${worked.toFixed(0)} ms of the main thread`);
  return { server, address };
}

/** What the server made before anybody asked. */
async function tellBeforehand(server: ChildProcess): Promise<void> {
  const times = (await asked<Metered>(server, 'metered')).map(([path, time]) => ({ path, time }));
  const longest = times.toSorted((one, other) => other.time - one.time)[0];
  const sum = times.reduce((so, { time }) => so + time, 0).toFixed(0);
  tell(`of it ${sum} ms for ${times.length} pages, ${longest?.time.toFixed(1)} ms for ${longest?.path}`);
}

const asked = <T>(server: ChildProcess, question: string): Promise<T> =>
  new Promise((resolve) => {
    server.once('message', resolve);
    server.send(question);
  });

/** What one page took: octets of HTML, milliseconds of the thread for the first time and again. */
interface Measured {
  readonly path: string;
  readonly octets: number;
  readonly first: number;
  readonly again: number;
}

async function measure(
  server: ChildProcess,
  address: string,
  { paths, status = 200 }: AskedPages,
): Promise<Measured[]> {
  const asked_: { path: string; octets: number }[] = [];
  for (const path of paths)
    for (const language of LANGUAGES)
      for (const _ of TURNS) {
        const headers = { accept: 'text/html', 'accept-language': language, 'accept-encoding': 'gzip, br' };
        const answer = await fetch(new URL(path, address), { headers });
        if (answer.status !== status) throw new Error(`${answer.status} at ${path}`);
        asked_.push({ path: `${path} (${language})`, octets: (await answer.arrayBuffer()).byteLength });
      }
  const metered = await asked<Metered>(server, 'metered');
  if (metered.length !== asked_.length) throw new Error(`${metered.length} of ${asked_.length} were metered`);
  const time = (at: number): number => metered[at]?.[1] ?? 0;
  return asked_.flatMap((one, at) =>
    at % 2 === 0 ? [{ ...one, first: time(at), again: time(at + 1) }] : [],
  );
}

function tellKind(name: string, measured: readonly Measured[]): boolean {
  const [first, again] = TURNS.map((turn) => measured.map((one) => one[turn]).sort((a, b) => a - b));
  const octets = Math.max(...measured.map((one) => one.octets));
  const figures = [middle(first), first?.at(-1), middle(again), again?.at(-1)] as number[];
  const slowest = measured.toSorted((one, other) => other.first - one.first)[0];
  const cells = figures.map((figure) => figure.toFixed(1).padStart(8)).join('');
  tell(
    `${name.padEnd(22)}${String(measured.length).padStart(5)}${String(octets).padStart(8)}${cells}  ${slowest?.path.slice(0, 60)}`,
  );
  const [median = 0, most = 0] = figures;
  return octets <= GOAL.octets && median <= GOAL.median && most <= GOAL.most;
}

/** Of two, the larger. */
const middle = (sorted: readonly number[] = []): number => sorted[sorted.length >> 1] ?? 0;

try {
  if (!kept) {
    tell('building the shipped release');
    spawnSync(process.execPath, [MAIN, 'build', '--project', REPOSITORY], { env: environment });
  }
  const kinds = await pageAddresses(releases, REPOSITORY);
  const { server, address } = await startServer();
  try {
    await tellBeforehand(server);
    tell(
      `${'milliseconds of the thread'.padEnd(27)}  octets   first  worst   again   worst  slowest the first time`,
    );
    let isReached = true;
    for (const [name, pages] of Object.entries(kinds)) {
      const isGood = tellKind(name, await measure(server, address, pages));
      isReached &&= isGood;
    }
    const goals = `${GOAL.octets} octets, ${GOAL.median} ms at the median and ${GOAL.most} ms at the most`;
    tell(`\nall kinds are ${isReached ? '' : 'NOT '}within ${goals}`);
    if (withBrowser) {
      const { tellPaints } = await import('./page-paints.ts');
      await tellPaints(kinds, address, tell);
    }
  } finally {
    server.kill('SIGTERM');
    await new Promise((resolve) => server.once('close', resolve));
  }
} finally {
  if (!kept) rmSync(releases, { recursive: true });
}
