import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildIndex, openIndex } from '../../../src/index/index.ts';
import type { ResourceIndex } from '../../../src/model/index.ts';

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

export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'cimaise-index-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Builds and opens an index of a content for the time of a function. */
export function withIndex<T>(content: Content, ask: (index: ResourceIndex) => T | Promise<T>): Promise<T> {
  return withFolder(async (folder) => {
    const file = join(folder, 'deep', 'index.sqlite');
    await buildIndex({ dumps: await writeDumps(folder, content), base: BASE, file });
    const opened = openIndex(file);
    if (opened.kind !== 'open') throw new Error(opened.kind);
    try {
      return await ask(opened.index);
    } finally {
      opened.index.close();
    }
  });
}
