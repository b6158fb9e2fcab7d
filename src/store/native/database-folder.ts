import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isRunning } from '../../locks/index.ts';
import type { Log } from '../pool/worker-pool.ts';
import { notLoaded, otherCount, unwritable } from './faults.ts';
import { spawnGuarded } from './guarded-child.ts';
import { startServer } from './server-child.ts';

/** A database to be made of a release. */
export interface DatabaseOptions {
  readonly program: string;
  /** Absolute paths of N-Quads dumps, gzip. */
  readonly dumps: readonly string[];
  readonly base: string;
  /** Where databases stand. */
  readonly folder: string;
  /** Names the content: the same key, the same database. */
  readonly key: string;
  /** Statements that there should be; undefined: not known. */
  readonly statements: number | undefined;
  readonly log: Log;
}

/** A whole database. */
export interface Database {
  readonly folder: string;
  readonly statements: number;
}

const MARK = 'cimaise.json';
const PROGRESS_MILLISECONDS = 5000;
/** Drafts that this very process is writing. */
const ours = new Set<string>();

/**
 * The database of a release: the one that stands there whole, else one that is loaded aside and renamed when it is whole.
 * @throws Fault with the program's own words
 */
export async function openDatabase(options: DatabaseOptions, signal: AbortSignal): Promise<Database> {
  const { folder, key, log } = options;
  const place = join(folder, `oxigraph-${key}`);
  await removeDrafts(folder, key);
  const found = await wholeDatabase(place, options.statements);
  if (found) return found;
  const draft = `${place}.part-${process.pid}-${randomUUID()}`;
  ours.add(draft);
  try {
    const started = performance.now();
    await prepare(draft, place);
    await load(draft, options, signal);
    const statements = await countIn(draft, options, signal);
    await writeFile(join(draft, MARK), JSON.stringify({ statements }));
    await publish(draft, place);
    log('native store loaded', { statements, milliseconds: Math.round(performance.now() - started) });
    return { folder: place, statements };
  } finally {
    // A draft that cannot be removed must not hide why it is one; the next start removes it.
    await rm(draft, { recursive: true, force: true }).catch((error: Error) =>
      log('native store draft stays', { draft, reason: error.message }),
    );
    ours.delete(draft);
  }
}

/** The mark is written last: without it, or with another count, a database is not whole. */
async function wholeDatabase(place: string, expected: number | undefined): Promise<Database | undefined> {
  try {
    const { statements } = JSON.parse(await readFile(join(place, MARK), 'utf8'));
    const isExpected = expected === undefined || statements === expected;
    return Number.isInteger(statements) && isExpected ? { folder: place, statements } : undefined;
  } catch {
    // not there, or not readable: made anew
    return undefined;
  }
}

async function prepare(draft: string, place: string): Promise<void> {
  try {
    await rm(place, { recursive: true, force: true });
    await mkdir(draft, { recursive: true });
  } catch (error) {
    throw unwritable(place, error as Error);
  }
}

/** Another process may have been faster: its database is as good. */
async function publish(draft: string, place: string): Promise<void> {
  try {
    await rename(draft, place);
  } catch (error) {
    if (await wholeDatabase(place, undefined)) return;
    throw unwritable(place, error as Error);
  }
}

async function load(draft: string, options: DatabaseOptions, signal: AbortSignal): Promise<void> {
  const { program, dumps, base, log } = options;
  const files = dumps.flatMap((dump) => ['--file', dump]);
  const loader = spawnGuarded(program, ['load', '--location', draft, '--base', base, ...files]);
  const stop = (): void => void loader.kill();
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  let told = 0;
  loader.onLine((line) => {
    if (performance.now() - told < PROGRESS_MILLISECONDS) return;
    told = performance.now();
    log('native store loading', { line });
  });
  const { code, reason } = await loader.ended;
  signal.removeEventListener('abort', stop);
  if (code !== 0) throw notLoaded(draft, reason);
}

const COUNT = 'SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }';

/** Counted by a server on the new folder: it shows at the same time that it can be opened. */
async function countIn(draft: string, options: DatabaseOptions, signal: AbortSignal): Promise<number> {
  const { program, base, statements } = options;
  const bounds = { resultBytes: 1000, resultRows: 1 };
  const server = await startServer({ program, folder: draft, base, ...bounds }, signal);
  const stop = (): void => void server.kill();
  signal.addEventListener('abort', stop, { once: true });
  try {
    const asked = { text: COUNT, mediaType: 'text/csv', defaultGraphs: undefined, namedGraphs: undefined };
    const reply = await server.ask({ ...asked, union: false });
    if (reply.kind !== 'answered') throw notLoaded(draft, 'reason' in reply ? reply.reason : reply.kind);
    const counted = Number(reply.body.split(/\r?\n/)[1]);
    if (statements !== undefined && counted !== statements) throw otherCount(statements, counted);
    return counted;
  } finally {
    signal.removeEventListener('abort', stop);
    await server.kill();
  }
}

/** Drafts of a process that is no more; another process may be loading at this moment. */
async function removeDrafts(folder: string, key: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const pid = new RegExp(`^oxigraph-${key}\\.part-(\\d+)-`).exec(name)?.[1];
    const draft = join(folder, name);
    if (pid === undefined || ours.has(draft) || isElsewhere(Number(pid))) continue;
    await rm(draft, { recursive: true, force: true });
  }
}

/** A number of our own is that of an earlier process: what we write ourselves is known by name. */
const isElsewhere = (pid: number): boolean => pid !== process.pid && isRunning(pid);
