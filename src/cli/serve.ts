import { createHash } from 'node:crypto';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { createTerms, type Project } from '../declarations/index.ts';
import { createApp } from '../http/index.ts';
import { buildIndex, openIndex } from '../index/index.ts';
import { Fault, type Release, type ResourceIndex } from '../model/index.ts';
import { currentRelease } from '../release/index.ts';
import { createOxigraphStore } from '../store/index.ts';
import { type CommandContext, DONE, REFUSED } from './context.ts';
import { openProject } from './project.ts';
import { figure } from './terminal.ts';

/** `cimaise serve`: the current release, until a signal ends it. */
export async function serve(context: CommandContext): Promise<number> {
  const project = await openProject(context);
  return project === undefined ? REFUSED : serveProject(context, project);
}

/** Serves the current release of a loaded project. */
export async function serveProject(context: CommandContext, project: Project): Promise<number> {
  const { settings, terminal } = context;
  const release = await currentRelease(settings.releases);
  if (release === undefined) throw nothingReleased(settings.releases);
  if (release.manifest.base !== settings.base) throw otherBase(release.manifest.base, settings.base);
  const log = pino({ name: 'cimaise', level: terminal.verbose ? 'info' : 'warn' }, pino.destination(2));
  const index = await openReleaseIndex(release, settings.releases, (event, details) =>
    log.warn(details, event),
  );
  const store = createOxigraphStore({
    dumps: dumpsOf(release).map(({ path }) => path),
    base: release.manifest.base,
    limits: { milliseconds: settings.queryMilliseconds, resultBytes: RESULT_BYTES, queue: QUEUE },
    workers: settings.workers,
    log: (event, details) => log.info(details ?? {}, event),
  });
  try {
    const app = createApp({
      release,
      store,
      index,
      terms: await createTerms(project.ontologies),
      datasets: project.datasets,
      queries: project.queries,
      log: (event, details) => log.info(details ?? {}, event),
    });
    const server = await listen((port, host) => app.listen(port, host), settings);
    const signal = stopped();
    const loaded = await Promise.race([store.ready().then(() => true), signal.then(() => false)]);
    if (loaded) tellAddress(context, release, server);
    await signal;
    await closeServer(server);
  } finally {
    await store.close();
    index.close();
  }
  return DONE;
}

/** Largest SPARQL answer, and most queries waiting. */
const RESULT_BYTES = 64 * 1024 * 1024;
const QUEUE = 64;

/** Dumps of a release by the name under which the index knows them. */
function dumpsOf({ folder, manifest }: Release): readonly { dataset: string; path: string }[] {
  const own = manifest.datasets.map(({ slug, dump }) => ({ dataset: slug, path: join(folder, dump.path) }));
  const quality = manifest.datasets.flatMap((one) =>
    one.quality ? [{ dataset: 'quality', path: join(folder, one.quality.path) }] : [],
  );
  return [
    ...own,
    ...quality,
    { dataset: 'ontology', path: join(folder, 'ontology.nq.gz') },
    { dataset: 'catalogue', path: join(folder, 'catalogue.nq.gz') },
  ];
}

/**
 * The index is a cache beside the releases, made when it is missing or unusable; where nothing can be written there (a
 * read-only volume), it is made in the temporary folder.
 */
async function openReleaseIndex(
  release: Release,
  releases: string,
  log: (event: string, details: object) => void,
): Promise<ResourceIndex> {
  const { id, base, datasets } = release.manifest;
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([id, datasets.map(({ dump, quality }) => [dump.sha256, quality?.sha256])]))
    .digest('hex');
  const places = [join(releases, '.cache', id), join(tmpdir(), `cimaise-index-${fingerprint.slice(0, 16)}`)];
  for (const [at, place] of places.entries()) {
    const file = join(place, 'index.sqlite');
    const found = openIndex(file, fingerprint);
    if (found.kind === 'open') return found.index;
    if (found.kind !== 'missing') log('index-remade', found);
    try {
      await buildIndex({ dumps: dumpsOf(release), base, file, fingerprint });
    } catch (error) {
      if (at === places.length - 1) throw error;
      log('index-elsewhere', { place, error });
      continue;
    }
    const made = openIndex(file, fingerprint);
    if (made.kind === 'open') return made.index;
  }
  throw new Error('The index was made and cannot be opened.');
}

function listen(
  start: (port: number, host: string) => Server,
  { port, host }: { port: number; host: string },
): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = start(port, host);
    server.once('listening', () => resolve(server));
    server.once('error', (error: NodeJS.ErrnoException) => reject(cannotListen(error, port, host)));
  });
}

function tellAddress({ terminal }: CommandContext, { manifest }: Release, server: Server): void {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const host =
    typeof address === 'object' && address !== null && address.address !== '127.0.0.1'
      ? address.address
      : 'localhost';
  const shown = `http://${host.includes(':') ? `[${host}]` : host}:${port}/`;
  terminal.tell({
    fr: `Version ${manifest.id}, ${figure(manifest.statements, 'fr')} énoncés : ${shown}`,
    en: `Release ${manifest.id}, ${figure(manifest.statements, 'en')} statements: ${shown}`,
  });
}

function stopped(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), 2000).unref();
  await closed;
}

const nothingReleased = (releases: string): Fault =>
  new Fault(
    { fr: `Aucune version n’est publiée dans ${releases}.`, en: `Nothing is released in ${releases}.` },
    {
      fr: 'Construisez d’abord : cimaise build (ou cimaise start).',
      en: 'Build first: cimaise build (or cimaise start).',
    },
  );

const otherBase = (released: string, wanted: string): Fault =>
  new Fault(
    {
      fr: `La version publiée a pour base ${released}, le réglage CIMAISE_BASE_IRI ${wanted}.`,
      en: `The release has the base ${released}, the setting CIMAISE_BASE_IRI ${wanted}.`,
    },
    {
      fr: 'Corrigez le réglage, ou construisez de nouveau (cimaise build).',
      en: 'Correct the setting, or build again (cimaise build).',
    },
  );

function cannotListen(error: NodeJS.ErrnoException, port: number, host: string): Fault {
  if (error.code === 'EADDRINUSE') {
    return new Fault(
      { fr: `Le port ${port} est déjà pris.`, en: `Port ${port} is already taken.` },
      { fr: 'Choisissez-en un autre, par exemple PORT=3001.', en: 'Choose another, PORT=3001 for example.' },
      error,
    );
  }
  return new Fault(
    {
      fr: `Impossible d’écouter sur ${host}, port ${port} (${error.code}).`,
      en: `Cannot listen on ${host}, port ${port} (${error.code}).`,
    },
    { fr: 'Changez PORT ou CIMAISE_HOST.', en: 'Change PORT or CIMAISE_HOST.' },
    error,
  );
}
