import { dirname, join } from 'node:path';
import { dumpsOf } from '../../src/cli/release-index.ts';
import { openDesk, ServedBook } from '../../src/contributions/index.ts';
import { createTerms } from '../../src/declarations/index.ts';
import { withServices } from '../../src/federation/index.ts';
import { createApp } from '../../src/http/index.ts';
import type { ApiQuery, ChartArchive, ChartQuery } from '../../src/model/index.ts';
import { createOxigraphStore } from '../../src/store/index.ts';
import { BASE, releaseShipped } from '../declared/shipped.ts';
import { indexOfShipped } from '../shipped-release.ts';
import { type Loopback, listen } from './loopback.ts';

/** The shipped project, built and served. */
export interface ShippedSite {
  readonly server: Loopback;
  readonly queries: readonly ApiQuery[];
  close(): Promise<void>;
}

const LIMITS = { milliseconds: 5000, resultBytes: 4_000_000, resultRows: 100_000, queue: 8 };

/** Every chart with one row. */
function answeredCharts(queries: readonly ChartQuery[]): ChartArchive {
  const points = [{ name: { fr: 'un', en: 'one' }, value: 1 }];
  const answer = { kind: 'answered', points } as const;
  return { charts: async () => new Map(queries.map((one) => [one.name, { ...one, answer }])) };
}

/** @param more queries beside the shipped ones */
export async function serveShipped(more: readonly ApiQuery[] = []): Promise<ShippedSite> {
  const { project, folder, manifest, remove } = await releaseShipped();
  const release = { folder, manifest };
  const dumps = dumpsOf(release).map(({ path }) => path);
  const own = createOxigraphStore({ dumps, base: BASE, limits: LIMITS });
  const { index, origins } = await indexOfShipped(release);
  const store = withServices(own, { base: BASE, search: index, services: [], limits: LIMITS });
  await store.ready();
  const queries = [...project.apiQueries, ...more];
  const contributions = bookWithReuse(join(dirname(folder), 'contributions.sqlite'));
  const app = createApp({
    release,
    store,
    index,
    finder: index,
    origins,
    terms: await createTerms(project.ontologies),
    datasets: project.datasets,
    queries: project.queries,
    apiQueries: queries,
    profiles: project.profiles,
    chartQueries: project.chartQueries,
    charts: answeredCharts(project.chartQueries),
    cacheBytes: 1 << 20,
    contributions,
  });
  const server = await listen(app);
  return {
    server,
    queries,
    async close() {
      await server.close();
      await store.close();
      index.close();
      contributions.close();
      await remove();
    },
  };
}

/** Contributions of which one is published. */
function bookWithReuse(file: string): ServedBook {
  let now = Date.now() - 60_000;
  const book = new ServedBook(file, { now: () => now });
  const seal = book.seal({ kind: 'reuse', target: '' }) ?? '';
  now += 10_000;
  const kept = book.keep(
    {
      ...{ kind: 'reuse', about: `${BASE}dataset/musees`, release: '2026-11-22.1' },
      ...{ text: 'Une carte.', proposal: 'Carte des musées', address: 'https://reuse.example/' },
    },
    { target: '', seal, sender: '127.0.0.1' },
  );
  const desk = openDesk(file);
  if (kept.kind === 'kept') desk?.decide(kept.id, { kind: 'accept' });
  desk?.close();
  return book;
}
