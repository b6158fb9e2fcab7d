import { createTerms, type Project } from '../declarations/index.ts';
import { withServices } from '../federation/index.ts';
import { createApp, type Log } from '../http/index.ts';
import type { ProofState, QuadStore, Release } from '../model/index.ts';
import { createArchive } from '../release/index.ts';
import type { QueryParser } from '../sparql/index.ts';
import { createStore, OXIGRAPH_FUNCTIONS } from '../store/index.ts';
import { sizeOf } from './capacity.ts';
import type { CommandContext } from './context.ts';
import { cacheFolder } from './release-caches.ts';
import { dumpsOf, fingerprintOf, openReleaseIndex } from './release-index.ts';

/** One release, served: everything that is opened for it. */
export interface Site {
  readonly release: Release;
  readonly app: ReturnType<typeof createApp>;
  readonly store: QuadStore;
  close(): Promise<void>;
}

/** What a site is made of. */
export interface SiteParts {
  readonly project: Project;
  readonly release: Release;
  /** Outlives the site: it has threads of its own. */
  readonly parser: QueryParser;
  readonly log: Log;
  /** What proofs of the release show; absent: none are made. */
  readonly proof?: ((release: Release) => ProofState) | undefined;
}

/** Most queries waiting. */
const QUEUE = 64;

/** Opens a release: its index at once, its store soon (`store.ready()`). */
export async function openSite(
  { settings }: CommandContext,
  { project, release, parser, log, proof }: SiteParts,
): Promise<Site> {
  const { id, base, graphs } = release.manifest;
  const folder = cacheFolder(settings.releases, id);
  const index = await openReleaseIndex(release, folder, (event, details) => log(event, { ...details }));
  const own = createStore(settings, {
    release: id,
    fingerprint: fingerprintOf(release),
    graphs,
    size: sizeOf(release.manifest),
    folder,
    dumps: dumpsOf(release).map(({ path }) => path),
    base,
    limits: {
      milliseconds: settings.queryMilliseconds,
      resultBytes: settings.resultBytes,
      resultRows: settings.resultRows,
      queue: QUEUE,
    },
    workers: settings.workers,
    log,
  });
  const store = withServices(own, {
    base,
    search: index,
    services: project.services,
    parser,
    limits: { milliseconds: settings.queryMilliseconds },
    log,
  });
  const app = createApp({
    parser,
    release,
    store,
    index,
    terms: await createTerms(project.ontologies),
    datasets: project.datasets,
    queries: project.queries,
    apiQueries: project.apiQueries,
    profiles: project.profiles,
    cacheBytes: settings.cacheBytes,
    resultBytes: settings.resultBytes,
    limits: {
      concurrency: settings.clientConcurrency,
      rate: settings.clientRate,
      trustedProxies: settings.trustedProxies,
    },
    metrics: settings.metrics,
    federates: project.services.length > 0,
    functions: settings.store === 'endpoint' ? [] : OXIGRAPH_FUNCTIONS,
    archive: createArchive(settings.releases),
    ...(proof && { proof: () => proof(release) }),
    log,
  });
  const close = async (): Promise<void> => {
    await store.close();
    index.close();
  };
  return { release, app, store, close };
}
