import type { Server } from 'node:http';
import pino from 'pino';
import type { Project } from '../declarations/index.ts';
import { Fault, type Release } from '../model/index.ts';
import { currentRelease } from '../release/index.ts';
import { type CommandContext, DONE, REFUSED } from './context.ts';
import { closeServer, listen } from './listen.ts';
import { openProject } from './project.ts';
import { openSite } from './site.ts';
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
  const site = await openSite(context, project, release, (event, details) => log.info(details ?? {}, event));
  try {
    const server = await listen(site.app, settings);
    const signal = stopped();
    const loaded = await Promise.race([site.store.ready().then(() => true), signal.then(() => false)]);
    if (loaded) tellAddress(context, release, server);
    await signal;
    await closeServer(server);
  } finally {
    await site.close();
  }
  return DONE;
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
