import { createWriteStream } from 'node:fs';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { datasetIri, type Release, type ReleasedDataset, type ReleaseFile } from '../model/index.ts';
import { readQuadLines } from '../rdf/index.ts';
import { damagedRelease, hasOtherHash } from './kept/release-faults.ts';
import { MANIFEST } from './kept/told-files.ts';
import { lastingFilesOf } from './publish/publish-dataset.ts';
import { sha256OfFile } from './written-file.ts';

/**
 * Copies a dataset's files of the release before.
 * @returns the copies of its reports
 * @throws Fault where one is not what was published: damage is not handed on
 */
export async function takeOver(
  { folder: from, manifest }: Release,
  folder: string,
  released: ReleasedDataset,
): Promise<readonly ReleaseFile[]> {
  const reports = manifest.files.filter(({ path }) => path.startsWith(`reports/${released.slug}.`));
  if (reports.length === 0)
    throw new TypeError(`No report on ${datasetIri(manifest.base, released.slug)} is in the manifest.`);
  for (const { path, sha256 } of [...lastingFilesOf(released), ...reports]) {
    const copy = join(folder, path);
    await mkdir(dirname(copy), { recursive: true });
    await copyFile(join(from, path), copy);
    if ((await sha256OfFile(copy)) !== sha256)
      throw damagedRelease(manifest.id, hasOtherHash(path, MANIFEST));
  }
  return reports;
}

/** Writes the lines of a dump as a plain file, in which lines can be looked up. */
export async function unpack(dump: string, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  async function* texts(): AsyncGenerator<string> {
    for await (const batch of readQuadLines(dump)) if (batch.length > 0) yield `${batch.join('\n')}\n`;
  }
  await pipeline(Readable.from(texts()), createWriteStream(path));
}

/** The things that a dataset left out when it was made: as many as its report tells. */
export async function leftOutOf(folder: string, slug: string): Promise<readonly string[]> {
  const report = JSON.parse(await readFile(join(folder, `reports/${slug}.json`), 'utf8')) as {
    readonly quarantine?: readonly { readonly thing: string }[];
  };
  return (report.quarantine ?? []).map(({ thing }) => thing);
}
