import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readQuadLines } from '../../rdf/index.ts';

/** Characters of lines sorted in memory at a time; more is sorted in runs on disk and merged. */
const RUN = 16 * 1024 * 1024;
const BATCH = 4096;

export interface SortOptions {
  /** Where runs are written when the lines do not fit in memory. */
  readonly folder: string;
  readonly runCharacters?: number;
}

/**
 * Sorts lines by UTF-16 code unit and drops repetitions, in bounded memory: an external merge sort.
 * @param chunks texts of whole lines, each line ended by a line feed
 * @returns batches of distinct lines in order, without line feeds
 */
export async function* sortLines(
  chunks: AsyncIterable<string>,
  { folder, runCharacters = RUN }: SortOptions,
): AsyncGenerator<readonly string[]> {
  const runs: string[] = [];
  let lines: string[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    for (const line of chunk.split('\n')) if (line !== '') lines.push(line);
    size += chunk.length;
    if (size < runCharacters) continue;
    runs.push(await writeRun(distinct(lines), join(folder, `run-${runs.length}`)));
    lines = [];
    size = 0;
  }
  const last = distinct(lines);
  if (runs.length === 0) yield* batches(last);
  else {
    runs.push(await writeRun(last, join(folder, `run-${runs.length}`)));
    yield* merge(runs);
    await Promise.all(runs.map((run) => rm(run)));
  }
}

/** Sorts in place and drops neighbours that are alike. */
function distinct(lines: string[]): string[] {
  lines.sort();
  return lines.filter((line, index) => line !== lines[index - 1]);
}

async function writeRun(lines: readonly string[], path: string): Promise<string> {
  const stream = createWriteStream(path);
  for (const batch of batches(lines)) {
    if (!stream.write(`${batch.join('\n')}\n`)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'close');
  return path;
}

function* batches(lines: readonly string[]): Generator<readonly string[]> {
  for (let at = 0; at < lines.length; at += BATCH) yield lines.slice(at, at + BATCH);
}

/** The rest of a run, some lines of which are there. */
class Head {
  line = '';
  readonly #batches: AsyncIterator<readonly string[]>;
  #lines: readonly string[] = [];
  #at = 0;

  constructor(path: string) {
    this.#batches = readQuadLines(path)[Symbol.asyncIterator]();
  }

  /** Goes to the next line if it is there: waiting for each would take longer than merging. */
  step(): boolean {
    const next = this.#lines[this.#at++];
    if (next === undefined) return false;
    this.line = next;
    return true;
  }

  /** Reads on, and goes to the next line; false at the end. */
  async read(): Promise<boolean> {
    for (;;) {
      const { done, value } = await this.#batches.next();
      if (done) return false;
      this.#lines = value;
      this.#at = 0;
      if (this.step()) return true;
    }
  }
}

/** Runs are few, so the smallest head is found by looking at all. */
async function* merge(paths: readonly string[]): AsyncGenerator<readonly string[]> {
  let heads: Head[] = [];
  for (const path of paths) {
    const head = new Head(path);
    if (await head.read()) heads.push(head);
  }
  let batch: string[] = [];
  let previous: string | undefined;
  while (heads.length > 0) {
    const smallest = leastOf(heads);
    if (smallest.line !== previous) batch.push(smallest.line);
    previous = smallest.line;
    if (!smallest.step() && !(await smallest.read())) heads = heads.filter((head) => head !== smallest);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function leastOf(heads: readonly Head[]): Head {
  let least = heads[0] as Head;
  for (const head of heads) if (head.line < least.line) least = head;
  return least;
}
