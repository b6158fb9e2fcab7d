import { dirname } from 'node:path';
import { dumpsOf, openReleaseIndex } from '../../src/cli/release-index.ts';
import { createTerms } from '../../src/declarations/index.ts';
import { createApp } from '../../src/http/index.ts';
import type { ApiQuery } from '../../src/model/index.ts';
import { createOxigraphStore } from '../../src/store/index.ts';
import { BASE, buildShipped } from '../declared/shipped.ts';
import { type Loopback, listen } from './loopback.ts';

/** The shipped project, built and served. */
export interface ShippedSite {
  readonly server: Loopback;
  readonly queries: readonly ApiQuery[];
  close(): Promise<void>;
}

const LIMITS = { milliseconds: 5000, resultBytes: 4_000_000, resultRows: 100_000, queue: 8 };

/** @param more queries beside the shipped ones */
export async function serveShipped(more: readonly ApiQuery[] = []): Promise<ShippedSite> {
  const { project, folder, manifest, remove } = await buildShipped();
  const release = { folder, manifest };
  const dumps = dumpsOf(release).map(({ path }) => path);
  const store = createOxigraphStore({ dumps, base: BASE, limits: LIMITS });
  const index = await openReleaseIndex(release, dirname(folder), () => {});
  await store.ready();
  const queries = [...project.apiQueries, ...more];
  const app = createApp({
    release,
    store,
    index,
    terms: await createTerms(project.ontologies),
    datasets: project.datasets,
    queries: project.queries,
    apiQueries: queries,
    profiles: project.profiles,
    cacheBytes: 1 << 20,
  });
  const server = await listen(app);
  return {
    server,
    queries,
    async close() {
      await server.close();
      await store.close();
      index.close();
      await remove();
    },
  };
}
