import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadProject } from '../../../src/declarations/index.ts';
import { codeFingerprint, datasetFingerprint, inputsOf } from '../../../src/release/fingerprint.ts';
import { temporaryFolders } from './folders.ts';

const newFolder = temporaryFolders();
const WORLD = join(import.meta.dirname, '../../fixtures/a-small-world');
const BASE = 'http://localhost:3000/';

function copyOfWorld(): string {
  const folder = newFolder();
  cpSync(WORLD, folder, { recursive: true });
  return folder;
}

async function inputs(root: string, sources: ReadonlyMap<string, string> = new Map()) {
  const loaded = await loadProject({ root, base: BASE, sources });
  const places =
    loaded.kind === 'loaded' ? loaded.project.datasets.find(({ slug }) => slug === 'places') : undefined;
  if (places === undefined) throw new Error(JSON.stringify(loaded));
  return inputsOf(places, root);
}

const fingerprint = async (root: string, sources?: ReadonlyMap<string, string>) =>
  datasetFingerprint({
    ontologies: 'o',
    base: BASE,
    code: 'c',
    inputs: await inputs(root, sources),
    vocabularies: ['v'],
  });

describe('The inputs of a dataset', () => {
  it('are its description, mapping, shapes and source, by content', async () => {
    const found = await inputs(WORLD);
    expect(found.map(({ path }) => path)).toEqual([
      'data/places/dataset.yml',
      'data/places/mapping.yml',
      'shapes/places.ttl',
      'data/places/source/places.csv',
    ]);
    for (const { sha256 } of found) expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('A dataset’s fingerprint', () => {
  it('is the same for the same content, wherever it lies', async () => {
    expect(await fingerprint(copyOfWorld())).toBe(await fingerprint(WORLD));
  });

  it.each([
    ['data/places/dataset.yml', '\n'],
    ['data/places/mapping.yml', '\n'],
    ['shapes/places.ttl', '\n'],
    ['data/places/source/places.csv', 'P9;Phare;castle;48.0;-4.0\n'],
  ])('changes with %s', async (file, more) => {
    const root = copyOfWorld();
    writeFileSync(join(root, file), readFileSync(join(root, file), 'utf8') + more);
    expect(await fingerprint(root)).not.toBe(await fingerprint(WORLD));
  });

  it('changes with another source, and not with another path to the same', async () => {
    const same = join(newFolder(), 'same.csv');
    cpSync(join(WORLD, 'data/places/source/places.csv'), same);
    expect(await fingerprint(WORLD, new Map([['places', same]]))).toBe(await fingerprint(WORLD));
    writeFileSync(same, `${readFileSync(same, 'utf8')}P9;Phare;castle;48.0;-4.0\n`);
    expect(await fingerprint(WORLD, new Map([['places', same]]))).not.toBe(await fingerprint(WORLD));
  });

  it.each([
    ['base', { base: 'https://e.org/' }],
    ['code', { code: 'd' }],
    ['vocabularies', { vocabularies: ['w'] }],
  ])('changes with the %s', (_, change) => {
    const parts = { ontologies: 'o', base: BASE, code: 'c', inputs: [], vocabularies: ['v'] };
    expect(datasetFingerprint({ ...parts, ...change })).not.toBe(datasetFingerprint(parts));
  });

  it('of the code is one hash, the same twice', async () => {
    const code = await codeFingerprint();
    expect(code).toMatch(/^[0-9a-f]{64}$/);
    expect(await codeFingerprint()).toBe(code);
  });
});
