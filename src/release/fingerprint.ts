import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { declaredPath, shownPath } from '../declarations/index.ts';
import type { Dataset, ReleaseInput } from '../model/index.ts';
import { sha256OfFile, sha256OfText } from './written-file.ts';

/** Rooms whose code decides what a dataset becomes: when it changes, nothing is reused. */
const ROOMS: readonly string[] = [
  'patterns',
  'rdf',
  'sparql',
  'declarations',
  'sources',
  'mapping',
  'validation',
  'store',
  'catalogue',
  'release',
];

/** One hash over the code that makes datasets. */
export async function codeFingerprint(): Promise<string> {
  const source = join(import.meta.dirname, '..');
  const files = await Promise.all(
    ROOMS.map(async (room) => {
      const names = await readdir(join(source, room), { recursive: true });
      return names
        .filter((name) => /\.(ts|js)$/.test(name) && !name.endsWith('.d.ts'))
        .map((name) => join(source, room, name));
    }),
  );
  const hashes = await Promise.all(files.flat().sort().map(sha256OfFile));
  return sha256OfText(hashes.join('\n'));
}

/** The files a dataset is made from, with their hashes. */
export async function inputsOf(dataset: Dataset, root: string): Promise<readonly ReleaseInput[]> {
  const paths = [declaredPath(root, dataset.place.file), dataset.mapping, ...dataset.shapes];
  const declared = await Promise.all(
    paths.map(async (path) => ({ path: shownPath(root, path), sha256: await sha256OfFile(path) })),
  );
  return [...declared, { path: dataset.source.shown, sha256: await sha256OfFile(dataset.source.path) }];
}

/** One hash over everything that the files of a dataset depend on. Paths do not count: content does. */
export function datasetFingerprint(parts: {
  readonly base: string;
  readonly code: string;
  /** Hash of the ontologies, whose subclasses widen the targets of shapes. */
  readonly ontologies: string;
  readonly inputs: readonly ReleaseInput[];
  /** Fingerprints of the vocabularies it looks up in. */
  readonly vocabularies: readonly string[];
}): string {
  return sha256OfText(
    JSON.stringify([
      parts.base,
      parts.code,
      parts.ontologies,
      parts.inputs.map(({ sha256 }) => sha256),
      parts.vocabularies,
    ]),
  );
}

/** One hash over everything that decides how a thing of a dataset is judged, but the thing. */
export async function judgingFingerprint(parts: {
  readonly base: string;
  readonly code: string;
  readonly ontologies: string;
  /** Paths of the shapes files. */
  readonly shapes: readonly string[];
}): Promise<string> {
  const shapes = await Promise.all(parts.shapes.map(sha256OfFile));
  return sha256OfText(JSON.stringify([parts.base, parts.code, parts.ontologies, shapes]));
}
