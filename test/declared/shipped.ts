import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadProject, type Project } from '../../src/declarations/index.ts';
import { complaintText, type ReleaseManifest } from '../../src/model/index.ts';
import { parseLines, type RDF, readQuadLines } from '../../src/rdf/index.ts';
import { copyShippedRelease } from '../shipped-release.ts';

/** The project that this repository ships: its own folders `data shapes ontologies queries`. */
export const ROOT = join(import.meta.dirname, '..', '..');
export const BASE = 'http://localhost:3000/';

/** The shipped declarations. A complaint fails the whole file, with its sentence. */
export async function shippedProject(): Promise<Project> {
  const loaded = await loadProject({ root: ROOT, base: BASE });
  if (loaded.kind === 'loaded') return loaded.project;
  throw new Error(loaded.complaints.map((one) => complaintText(one, 'en')).join('\n'));
}

/** A release of the shipped project, in a temporary folder. */
export interface Shipped {
  readonly project: Project;
  readonly folder: string;
  readonly manifest: ReleaseManifest;
  /** Statements of a dataset's dump. */
  quadsOf(slug: string): Promise<readonly RDF.Quad[]>;
  remove(): Promise<void>;
}

/** A copy of what the run built once. */
export async function releaseShipped(): Promise<Shipped> {
  const project = await shippedProject();
  const releases = mkdtempSync(join(tmpdir(), 'cimaise-declared-'));
  const { folder, manifest } = await copyShippedRelease(releases);
  return {
    project,
    folder,
    manifest,
    async quadsOf(slug) {
      const lines = await Array.fromAsync(readQuadLines(join(folder, `datasets/${slug}.nq.gz`)));
      return parseLines(lines.flat());
    },
    remove: () => rm(releases, { recursive: true }),
  };
}
