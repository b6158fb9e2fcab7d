import { globSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Project } from '../../src/declarations/index.ts';
import { jsonLdToQuads } from '../../src/rdf/index.ts';
import { frenchFaults } from './french.ts';
import { BASE, ROOT, shippedProject } from './shipped.ts';

let project: Project;
beforeAll(async () => {
  project = await shippedProject();
});

const tokens = globSync('*.rq', { cwd: join(ROOT, 'queries', 'profiles') }).map((name) => name.slice(0, -3));

describe.each(tokens)('queries/profiles/%s.rq', (token) => {
  const profile = () => project.profiles.find((one) => one.token === token);

  it('is a profile, told in good French', () => {
    const { title, description } = profile() ?? {};
    for (const text of [title, description]) {
      expect(text?.fr).toMatch(/./);
      expect(text?.en).toMatch(/./);
      expect(frenchFaults(text?.fr ?? '')).toEqual([]);
    }
    expect(description?.fr).toMatch(/\.$/);
  });

  it('has a context that stands alone, without words of another', async () => {
    const { terms } = profile()?.context ?? {};
    if (terms === undefined) return;
    await expect(jsonLdToQuads({ '@context': terms, '@id': `${BASE}x` }, BASE)).resolves.toEqual([]);
  });
});

it('There are profiles', () => {
  expect(tokens.sort()).toEqual(['linked-art', 'schema']);
});
