import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildIndex, openIndex } from '../../../src/index/index.ts';
import type { ResourceFinder, ResourceIndex } from '../../../src/model/index.ts';

export const BASE = 'http://localhost:3000/';
export const SCHEMA = 'http://schema.org/';

export const id = (dataset: string, name: string): string => `${BASE}id/${dataset}/${name}`;
export const line = (subject: string, predicate: string, object: string): string =>
  `<${subject}> <${predicate}> ${object} .`;

/** Dataset → N-Triples lines. */
export type Content = Readonly<Record<string, readonly string[]>>;

/** Writes gzipped dumps of a content into a folder, sorted, each line in its graph. */
export async function writeDumps(folder: string, content: Content) {
  const dumps = Object.keys(content).map((dataset) => ({ dataset, path: join(folder, `${dataset}.nq.gz`) }));
  for (const { dataset, path } of dumps) {
    const lines = (content[dataset] ?? []).map((one) => `${one.slice(0, -1)}<${BASE}dataset/${dataset}> .\n`);
    await writeFile(path, gzipSync([...new Set(lines)].sort().join('')));
  }
  return dumps;
}

/** Writes lines of a ledger in two members of gzip, as parts that were joined. */
export async function writeLedger(folder: string, lines: readonly string[]): Promise<{ ledger: string }> {
  const ledger = join(folder, 'ledger.tsv.gz');
  const half = Math.ceil(lines.length / 2);
  const members = [lines.slice(0, half), lines.slice(half)].map((part) =>
    gzipSync(part.map((line) => `${line}\n`).join('')),
  );
  await writeFile(ledger, Buffer.concat(members));
  return { ledger };
}

export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'cimaise-index-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Builds and opens an index of a content for the time of a function. */
export function withIndex<T>(
  content: Content,
  ask: (index: ResourceIndex & ResourceFinder) => T | Promise<T>,
  ledger?: readonly string[],
): Promise<T> {
  return withFolder(async (folder) => {
    const file = join(folder, 'deep', 'index.sqlite');
    const dumps = await writeDumps(folder, content);
    await buildIndex({ dumps, base: BASE, file, ...(ledger && (await writeLedger(folder, ledger))) });
    const opened = openIndex(file);
    if (opened.kind !== 'open') throw new Error(opened.kind);
    try {
      return await ask(opened.index);
    } finally {
      opened.index.close();
    }
  });
}
