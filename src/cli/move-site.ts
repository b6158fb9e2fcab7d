import { setTimeout as sleep } from 'node:timers/promises';
import type { ServedBook } from '../contributions/index.ts';
import type { Project } from '../declarations/index.ts';
import type { Log } from '../http/index.ts';
import type { ProofState, Release } from '../model/index.ts';
import { assertIntact, currentReleaseId, readRelease } from '../release/index.ts';
import type { QueryParser } from '../sparql/index.ts';
import type { CommandContext } from './context.ts';
import { tellFault } from './faults.ts';
import type { Occasion } from './follow-releases.ts';
import type { LiveSite } from './live-site.ts';
import { otherBase } from './other-base.ts';
import { openProject } from './project.ts';
import { pruneCaches } from './release-caches.ts';
import { openSite, type Site } from './site.ts';
import { figure } from './terminal.ts';

const A_MOMENT_MILLISECONDS = 250;

/** How long a release that could not be served is left alone, unless a signal asks for it. */
const LEFT_ALONE_MILLISECONDS = 60_000;

export interface MoverOptions {
  /** What is declared now. */
  readonly project: Project;
  readonly parser: QueryParser;
  readonly log: Log;
  /** What proofs of a release show; absent: none are made. */
  readonly proof?: ((release: Release) => ProofState) | undefined;
  readonly contributions?: ServedBook | undefined;
  /** Told of a release once it is served. */
  readonly moved?: ((release: Release) => void) | undefined;
  /** Ends a move under way. */
  readonly signal: AbortSignal;
}

/** Moves a live site to whatever release the pointer names. */
export class SiteMover {
  readonly #context: CommandContext;
  readonly #live: LiveSite;
  readonly #parser: QueryParser;
  readonly #log: Log;
  readonly #signal: AbortSignal;
  readonly #told: Pick<MoverOptions, 'proof' | 'moved' | 'contributions'>;
  #project: Project;
  #failed: { readonly id: string | undefined; readonly at: number } | undefined;

  constructor(
    context: CommandContext,
    live: LiveSite,
    { project, parser, log, signal, ...told }: MoverOptions,
  ) {
    this.#told = told;
    this.#context = context;
    this.#live = live;
    this.#project = project;
    this.#parser = parser;
    this.#log = log;
    this.#signal = signal;
  }

  /**
   * Opens and warms the release that the pointer names, and then moves the traffic to it. What cannot be opened is told,
   * and what is served stays. A signal opens it even where it is served already: declarations may have changed.
   */
  async look(occasion: Occasion): Promise<void> {
    let id: string | undefined;
    try {
      id = await pointed(this.#context.settings.releases);
      if (id === undefined || (occasion === 'pointer' && !this.#isNew(id))) return;
      await this.#move(await readRelease(this.#context.settings.releases, id));
      this.#failed = undefined;
    } catch (error) {
      if (this.#signal.aborted || (occasion === 'pointer' && this.#isLeftAlone(id))) return;
      this.#failed = { id, at: performance.now() };
      this.#tellStays(error);
    }
  }

  #isNew(id: string): boolean {
    return id !== this.#live.current.release.manifest.id && !this.#isLeftAlone(id);
  }

  #isLeftAlone(id: string | undefined): boolean {
    return (
      this.#failed !== undefined &&
      this.#failed.id === id &&
      performance.now() - this.#failed.at < LEFT_ALONE_MILLISECONDS
    );
  }

  async #move(release: Release): Promise<void> {
    const { settings, terminal } = this.#context;
    const { id, base, statements } = release.manifest;
    if (base !== settings.base) throw otherBase(base, settings.base);
    await assertIntact(release);
    this.#project = (await openProject(this.#context)) ?? this.#declaredBefore();
    const site = await openSite(this.#context, {
      project: this.#project,
      release,
      parser: this.#parser,
      log: this.#log,
      proof: this.#told.proof,
      contributions: this.#told.contributions,
    });
    await warmed(site, this.#signal);
    const last = this.#live.current.release.manifest.id;
    this.#live.moveTo(site);
    void site.settle();
    void site.warm();
    await pruneCaches(settings.releases, [id, last], this.#log);
    terminal.tell({
      fr: `Version ${id}, ${figure(statements, 'fr')} énoncés : en service`,
      en: `Release ${id}, ${figure(statements, 'en')} statements: served from now on`,
    });
    this.#told.moved?.(release);
  }

  #declaredBefore(): Project {
    const { terminal } = this.#context;
    terminal.error(
      {
        fr: 'Les déclarations d’avant restent en usage. Corrigez celles-ci, puis envoyez SIGHUP.',
        en: 'The declarations of before stay in use. Correct these, then send SIGHUP.',
      }[terminal.language],
    );
    return this.#project;
  }

  #tellStays(error: unknown): void {
    const { terminal } = this.#context;
    const { id } = this.#live.current.release.manifest;
    tellFault(error, terminal);
    terminal.error(
      {
        fr: `La version ${id} reste en service. Pour réessayer : envoyez le signal SIGHUP au processus ${process.pid}.`,
        en: `Release ${id} goes on being served. To try again: send the signal SIGHUP to process ${process.pid}.`,
      }[terminal.language],
    );
  }
}

/** The pointer; one that is just being written names nothing for a moment. */
async function pointed(releases: string): Promise<string | undefined> {
  try {
    return await currentReleaseId(releases);
  } catch {
    await sleep(A_MOMENT_MILLISECONDS);
    return currentReleaseId(releases);
  }
}

/** Waits until a site can answer; one that cannot, or is not wanted any more, is closed. */
async function warmed(site: Site, signal: AbortSignal): Promise<void> {
  const { promise: unwanted, reject } = Promise.withResolvers<never>();
  const leave = (): void => reject(signal.reason);
  signal.addEventListener('abort', leave, { once: true });
  if (signal.aborted) leave();
  try {
    await Promise.race([site.store.ready(), unwanted]);
  } catch (error) {
    await site.close();
    throw error;
  } finally {
    signal.removeEventListener('abort', leave);
  }
}
