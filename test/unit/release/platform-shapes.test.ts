import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { describeCatalogue } from '../../../src/catalogue/index.ts';
import { loadProject } from '../../../src/declarations/index.ts';
import type { ReleasedDataset } from '../../../src/model/index.ts';
import { dcterms } from '../../../src/rdf/index.ts';
import { checkCatalogue } from '../../../src/release/platform-shapes.ts';

const BASE = 'http://localhost:3000/';

async function world() {
  const root = join(import.meta.dirname, '../../fixtures/a-small-world');
  const loaded = await loadProject({ root, base: BASE });
  if (loaded.kind === 'refused') throw new Error(JSON.stringify(loaded.complaints));
  const { project } = loaded;
  const released = project.datasets.map(
    ({ slug }) => ({ slug, statements: 1, things: 1, dump: { bytes: 1, sha256: '00' } }) as ReleasedDataset,
  );
  const release = { id: '2026-11-22.1', createdAt: '2026-11-22T10:00:00Z' };
  return {
    project,
    catalogue: describeCatalogue({ datasets: project.datasets, released, base: BASE, release }),
  };
}

describe('The catalogue of a release', () => {
  it('is judged by the shapes of the platform where a project has none of its own', async () => {
    const { project, catalogue } = await world();
    expect(await checkCatalogue(project, catalogue)).toEqual([]);
  });

  it('may not be published without what portals harvest: told at the dataset’s description', async () => {
    const { project, catalogue } = await world();
    const places = `${BASE}dataset/places`;
    const poor = catalogue.filter(
      ({ subject, predicate }) => subject.value !== places || predicate.value !== dcterms.title,
    );
    expect(await checkCatalogue(project, poor)).toEqual([
      expect.objectContaining({
        place: expect.objectContaining({ file: 'data/places/dataset.yml' }),
        found: expect.objectContaining({ en: expect.stringContaining(places) }),
      }),
    ]);
  });
});
