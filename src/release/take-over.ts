import { createWriteStream } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { datasetIri, type Release, type ReleasedDataset, type ReleaseFile } from '../model/index.ts';
import { readQuadLines } from '../rdf/index.ts';

/**
 * Copies a dataset's files of the release before.
 * @returns the copies of its reports
 */
export async function takeOver(
  previous: Release,
  folder: string,
  { slug, dump, origins, results }: ReleasedDataset,
): Promise<readonly ReleaseFile[]> {
  const report = previous.manifest.files.find(({ path }) => path === `reports/${slug}.json`);
  if (report === undefined)
    throw new TypeError(`The report of ${datasetIri(previous.manifest.base, slug)} is not in the manifest.`);
  for (const { path } of [dump, ...(origins ? [origins] : []), ...(results ? [results] : []), report]) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await copyFile(join(previous.folder, path), join(folder, path));
  }
  return [report];
}

/** Writes the lines of a dump as a plain file, in which lines can be looked up. */
export async function unpack(dump: string, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  async function* texts(): AsyncGenerator<string> {
    for await (const batch of readQuadLines(dump)) if (batch.length > 0) yield `${batch.join('\n')}\n`;
  }
  await pipeline(Readable.from(texts()), createWriteStream(path));
}
