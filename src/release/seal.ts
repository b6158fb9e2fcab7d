import { chmod, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReleaseManifest } from '../model/index.ts';
import { sha256OfFile, writeDurably, writeJson } from './written-file.ts';

/** The last files of a draft: manifest and checksums; then what is only work goes, and what stays is read-only. */
export async function seal(folder: string, manifest: ReleaseManifest): Promise<void> {
  await writeJson(folder, 'manifest.json', manifest);
  await writeChecksums(folder, manifest);
  await rm(join(folder, '.work'), { recursive: true, force: true });
  await makeReadOnly(folder, manifest);
}

/** `SHA256SUMS` as `sha256sum -c` reads it. */
async function writeChecksums(folder: string, { files }: ReleaseManifest): Promise<void> {
  const manifest = { path: 'manifest.json', sha256: await sha256OfFile(join(folder, 'manifest.json')) };
  const lines = [...files, manifest].map(({ sha256, path }) => `${sha256}  ${path}\n`);
  await writeDurably(join(folder, 'SHA256SUMS'), lines.join(''));
}

/** What is published is never written again. */
async function makeReadOnly(folder: string, { files }: ReleaseManifest): Promise<void> {
  const paths = [...files.map(({ path }) => path), 'manifest.json', 'SHA256SUMS'];
  for (const path of paths) await chmod(join(folder, path), 0o444);
}
