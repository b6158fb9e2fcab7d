import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Bilingual, Fault, type ProofReport, type ProofState, type Release } from '../model/index.ts';
import { proveAside } from '../proof/index.ts';
import { CATALOGUE_SHAPES, platformShapes } from '../release/index.ts';
import type { CommandContext } from './context.ts';
import { proofSentence } from './proof-lines.ts';
import { cacheFolder } from './release-caches.ts';

/** Where a server of this process answers; both end in `/`. */
export interface ServerAddress {
  /** For the proof. */
  readonly asked: string;
  /** For people. */
  readonly shown: string;
}

/** Name of the file that keeps a proof among the caches of its release. */
const FILE = 'proof.json';

/**
 * Proves what a server of this process serves, against itself, aside: one release at a time. A proof that fails or cannot
 * be made is told in one line and ends nothing. The last one is kept and shown until the next is made.
 */
export class SiteProver {
  readonly #context: CommandContext;
  readonly #states = new Map<string, ProofState>();
  #leaving = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(context: CommandContext) {
    this.#context = context;
  }

  /** What is known of a release. */
  state({ manifest }: Release): ProofState {
    return this.#states.get(manifest.id) ?? {};
  }

  /** Takes up the proof of a release that is kept, where there is one. */
  async recall({ manifest: { id } }: Release): Promise<void> {
    const report = await readReport(this.#fileOf(id));
    if (report && !this.#states.has(id)) this.#states.set(id, { report });
  }

  /** Begins to prove a release that is served; a proof under way is given up. */
  begin(release: Release, address: ServerAddress): void {
    this.#leaving.abort();
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    this.#running = this.#running.then(() =>
      signal.aborted ? undefined : this.#prove(release, address, signal),
    );
  }

  /** Gives up, and resolves when nothing is left of it. */
  close(): Promise<void> {
    this.#leaving.abort();
    return this.#running;
  }

  #fileOf = (id: string): string => join(cacheFolder(this.#context.settings.releases, id), FILE);

  async #prove(release: Release, address: ServerAddress, signal: AbortSignal): Promise<void> {
    const { id, base } = release.manifest;
    await this.recall(release);
    const before = this.state(release).report;
    const told = (underWay: number): void =>
      void this.#states.set(id, { underWay, ...(before && { report: before }) });
    // Those of releases that are not served any more.
    this.#states.clear();
    told(0);
    try {
      const shapes = await platformShapes({ shapes: [], base }, CATALOGUE_SHAPES);
      const options = { address: address.asked, base, toolVersion: this.#context.toolVersion };
      const report = await proveAside(
        { ...options, shapes: { file: shapes.file, text: shapes.text } },
        { signal, told },
      );
      this.#states.set(id, { report });
      await keep(this.#fileOf(id), report);
      this.#tell(address, proofSentence(report));
    } catch (error) {
      this.#states.set(id, { ...(before && { report: before }) });
      if (!signal.aborted) this.#tell(address, notMade(error));
    }
  }

  #tell({ shown }: ServerAddress, { fr, en }: Bilingual): void {
    const page = `${shown}about/proof`;
    this.#context.terminal.tell({ fr: `Preuve : ${fr} – ${page}`, en: `Proof: ${en} – ${page}` });
  }
}

/** Undefined where none is kept, or not a whole one: it is a cache. */
async function readReport(file: string): Promise<ProofReport | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as ProofReport;
  } catch {
    return undefined;
  }
}

/** Where nothing can be written (a read-only volume), the next start has no proof to show until it has made one. */
const keep = (file: string, report: ProofReport): Promise<void> =>
  writeFile(file, JSON.stringify(report)).catch(() => undefined);

function notMade(error: unknown): Bilingual {
  const { fr, en } =
    error instanceof Fault
      ? error.explanation
      : { fr: (error as Error).message, en: (error as Error).message };
  return { fr: `n’a pas pu être faite (${fr})`, en: `could not be made (${en})` };
}
