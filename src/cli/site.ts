import type { RequestListener } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ServedBook, settleReports } from '../contributions/index.ts';
import { createTerms, type Project } from '../declarations/index.ts';
import { withServices } from '../federation/index.ts';
import { type AppContext, createApp, type Log, mainPages } from '../http/index.ts';
import type { ProofState, QuadStore, Release, ResourceIndex } from '../model/index.ts';
import { createArchive, createChartArchive } from '../release/index.ts';
import type { QueryParser } from '../sparql/index.ts';
import { createStore, OXIGRAPH_FUNCTIONS } from '../store/index.ts';
import { sizeOf } from './capacity.ts';
import type { CommandContext } from './context.ts';
import { cacheFolder } from './release-caches.ts';
import { dumpsOf, fingerprintOf, openReleaseIndex } from './release-index.ts';
import { warmPages } from './warm-pages.ts';

/** One release, served: everything that is opened for it. */
export interface Site {
  readonly release: Release;
  readonly app: ReturnType<typeof createApp>;
  readonly store: QuadStore;
  /** Closes the reports that this release answers; to be called once it is served. */
  settle(): Promise<void>;
  /** Makes beforehand what the first readers would wait for; to be called once it is served. */
  warm(): Promise<void>;
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
  /** Outlives the site; absent: none are taken. */
  readonly contributions?: ServedBook | undefined;
}

/** Most queries waiting. */
const QUEUE = 64;

/** Opens a release: its index at once, its store soon (`store.ready()`). */
export async function openSite(
  { settings }: CommandContext,
  { project, release, parser, log, proof, contributions }: SiteParts,
): Promise<Site> {
  const { id, base, graphs } = release.manifest;
  const folder = cacheFolder(settings.releases, id);
  const { index, origins } = await openReleaseIndex(release, folder, (event, details) =>
    log(event, { ...details }),
  );
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
  const content: AppContext = {
    parser,
    release,
    store,
    index,
    origins,
    finder: index,
    terms: await createTerms(project.ontologies),
    datasets: project.datasets,
    queries: project.queries,
    apiQueries: project.apiQueries,
    profiles: project.profiles,
    ...(project.identity && { identity: project.identity }),
    chartQueries: project.chartQueries,
    charts: createChartArchive(),
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
    ...(contributions && { contributions }),
    log,
  };
  const app = createApp(content);
  const closing = new AbortController();
  let settling = Promise.resolve();
  const settle = (): Promise<void> => {
    settling = contributions
      ? settled(contributions, { release, index, signal: closing.signal }, log)
      : settling;
    return settling;
  };
  let warming = Promise.resolve();
  const warm = (): Promise<void> => {
    warming = warmed(app, content, { signal: closing.signal, log });
    return warming;
  };
  const close = async (): Promise<void> => {
    closing.abort();
    await Promise.all([settling, warming]);
    await store.close();
    index.close();
  };
  return { release, app, store, settle, warm, close };
}

/** Milliseconds after which nobody waits who has just started a server. */
const MOMENT = 1000;
/** Milliseconds that making pages beforehand may take. */
const WARMING = 10_000;

async function warmed(
  app: RequestListener,
  content: AppContext,
  { signal, log }: { readonly signal: AbortSignal; readonly log: Log },
): Promise<void> {
  const { release, finder } = content;
  try {
    // The columns of the search are read before a reader's question would.
    finder?.find({ chosen: {}, language: 'fr' }, { offset: 0, limit: 0, facetValues: 0 });
    await sleep(MOMENT, undefined, { signal, ref: false });
    const paths = mainPages(content);
    const pages = await warmPages(app, { paths, signal, milliseconds: WARMING });
    log('pages made beforehand', { release: release.manifest.id, pages });
  } catch (err) {
    if (!signal.aborted) log('pages not made beforehand', { release: release.manifest.id, err });
  }
}

interface Settling {
  readonly release: Release;
  readonly index: ResourceIndex;
  readonly signal: AbortSignal;
}

async function settled(
  contributions: ServedBook,
  { release: { manifest }, ...rest }: Settling,
  log: Log,
): Promise<void> {
  const { id, base } = manifest;
  const datasets = manifest.datasets.map(({ slug }) => slug);
  try {
    const reports = await settleReports(contributions, { id, base, datasets, ...rest });
    if (reports > 0) log('reports resolved', { release: id, reports });
  } catch (error) {
    log('reports not settled', { release: id, err: error });
  }
}
