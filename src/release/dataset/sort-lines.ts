import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readQuadLines } from '../../rdf/index.ts';

/** Characters of lines sorted in memory at a time; more is sorted in runs on disk and merged. */
const RUN = 96 * 1024 * 1024;
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

interface Head {
  line: string;
  readonly rest: AsyncIterator<string>;
}

async function* flat(batches: AsyncIterable<readonly string[]>): AsyncGenerator<string> {
  for await (const batch of batches) yield* batch;
}

/** Runs are few (one for each `RUN` characters), so the smallest head is found by looking at all. */
async function* merge(paths: readonly string[]): AsyncGenerator<readonly string[]> {
  let heads: Head[] = [];
  for (const path of paths) {
    const rest = flat(readQuadLines(path));
    const first = await rest.next();
    if (!first.done) heads.push({ line: first.value, rest });
  }
  let batch: string[] = [];
  let previous: string | undefined;
  while (heads.length > 0) {
    const smallest = heads.reduce((least, head) => (head.line < least.line ? head : least));
    if (smallest.line !== previous) batch.push(smallest.line);
    previous = smallest.line;
    const next = await smallest.rest.next();
    if (next.done) heads = heads.filter((head) => head !== smallest);
    else smallest.line = next.value;
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
