import type { Server } from 'node:http';
import { ServedBook } from '../contributions/index.ts';
import type { Project } from '../declarations/index.ts';
import type { Log } from '../http/index.ts';
import { Fault, type Release } from '../model/index.ts';
import { assertIntact, currentRelease } from '../release/index.ts';
import { createQueryParser } from '../sparql/index.ts';
import { type CommandContext, DONE, REFUSED } from './context.ts';
import { followReleases } from './follow-releases.ts';
import { closeServer, listen } from './listen.ts';
import { LiveSite } from './live-site.ts';
import { SiteMover } from './move-site.ts';
import { otherBase } from './other-base.ts';
import { openProject } from './project.ts';
import { pruneCaches } from './release-caches.ts';
import { createServerLog } from './server-log.ts';
import { openSite } from './site.ts';
import { type ServerAddress, SiteProver } from './site-prover.ts';
import { figure } from './terminal.ts';

/** What an answer may take beyond its query before the site of a release that was replaced is closed. */
const CLOSING_MILLISECONDS = 5000;

/** After which the command tells that the data are still loading. */
const WAITING_MILLISECONDS = 5000;

/** As commander reads them. */
export interface ServeFlags {
  /** False for `--no-proof`. */
  readonly proof?: boolean;
}

/** `cimaise serve`: the current release, whichever it becomes, until a signal ends it. */
export async function serve(context: CommandContext, flags: ServeFlags = {}): Promise<number> {
  const project = await openProject(context);
  return project === undefined ? REFUSED : serveProject(context, project, flags);
}

/** Serves the current release of a loaded project, and proves it to itself once its data are there. */
export async function serveProject(
  context: CommandContext,
  project: Project,
  { proof: isProved = true }: ServeFlags = {},
): Promise<number> {
  const { settings, terminal } = context;
  const release = await currentRelease(settings.releases);
  if (release === undefined) throw nothingReleased(settings.releases);
  if (release.manifest.base !== settings.base) throw otherBase(release.manifest.base, settings.base);
  await assertIntact(release);
  const log = createServerLog(terminal);
  const parser = createQueryParser({ base: settings.base });
  const prover = isProved ? new SiteProver(context) : undefined;
  const proof = prover && ((of: Release) => prover.state(of));
  await prover?.recall(release);
  const contributions = bookOf(context, log);
  const live = new LiveSite(
    await openSite(context, { project, release, parser, log, proof, contributions }),
    settings.queryMilliseconds + CLOSING_MILLISECONDS,
  );
  try {
    const server = await listen(live.answer, settings);
    // A store that fails to load ends the command: a port left open would keep the process.
    try {
      const signal = stopped();
      const { store } = live.current;
      const waiting = setTimeout(() => tellWaiting(context, server), WAITING_MILLISECONDS);
      const loaded = await Promise.race([store.ready().then(() => true), signal.then(() => false)]).finally(
        () => clearTimeout(waiting),
      );
      if (loaded) tellAddress(context, release, server);
      const moved = prover && ((to: Release) => prover.begin(to, addressOf(server)));
      if (loaded) moved?.(release);
      void live.current.settle();
      void live.current.warm();
      await pruneCaches(settings.releases, [release.manifest.id], log);
      const closing = new AbortController();
      const mover = new SiteMover(context, live, {
        ...{ project, parser, log, proof, moved, contributions },
        signal: closing.signal,
      });
      const unfollow = followReleases(settings.releases, (occasion) => mover.look(occasion));
      await signal;
      closing.abort();
      await Promise.all([closeServer(server), unfollow(), prover?.close()]);
    } finally {
      await prover?.close();
      if (server.listening) await closeServer(server);
    }
  } finally {
    await live.close();
    contributions?.close();
  }
  return DONE;
}

/** What readers send; undefined where a setting closes the forms. */
const bookOf = ({ settings }: CommandContext, log: Log): ServedBook | undefined =>
  settings.contributions === undefined ? undefined : new ServedBook(settings.contributions, { log });

function tellAddress({ terminal }: CommandContext, { manifest }: Release, server: Server): void {
  const shown = shownAddress(server);
  terminal.tell({
    fr: `Version ${manifest.id}, ${figure(manifest.statements, 'fr')} énoncés : ${shown}`,
    en: `Release ${manifest.id}, ${figure(manifest.statements, 'en')} statements: ${shown}`,
  });
}

/** A large release, or a server that nobody answers at: who started this must not look at nothing. */
function tellWaiting({ terminal }: CommandContext, server: Server): void {
  const shown = shownAddress(server);
  terminal.tell({
    fr: `Les pages sont là : ${shown}. SPARQL attend encore les données ; « --verbose » en dit plus.`,
    en: `The pages are there: ${shown}. SPARQL still waits for the data; “--verbose” tells more.`,
  });
}

const shownAddress = (server: Server): string => addressOf(server).shown;

function addressOf(server: Server): ServerAddress {
  const bound = server.address();
  const { address, port } =
    typeof bound === 'object' && bound !== null ? bound : { address: '127.0.0.1', port: 0 };
  const host = address.includes(':') ? `[${address}]` : address;
  const asked = `http://${host}:${port}/`;
  return { asked, shown: address === '127.0.0.1' ? `http://localhost:${port}/` : asked };
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
