import { mkdirSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Project } from '../../../../src/declarations/index.ts';
import type { ReleasedDataset, ReleaseManifest } from '../../../../src/model/index.ts';
import type { LedgerEntry } from '../../../../src/release/ledger/entry.ts';
import { type KeptLedger, keepLedger } from '../../../../src/release/ledger/keep-ledger.ts';
import { entriesAt } from '../../../../src/release/ledger/ledger-before.ts';
import { ledgerFiles } from '../../../../src/release/ledger/whole-ledger.ts';
import type { BuildEvent } from '../../../../src/release/progress.ts';
import { describeFile } from '../../../../src/release/written-file.ts';

export const BASE = 'http://localhost:3000/';
export const SPACE = `${BASE}id/x/`;

/** Identifier → what is said of the thing. */
export type Things = ReadonlyMap<string, string>;

/** A project of one dataset, `x`, and its releases, as far as the ledger looks at them. */
export class LedgerFolder {
  readonly root: string;
  readonly releases: string;
  readonly events: BuildEvent[] = [];
  #count = 0;
  #current: string | undefined;

  constructor(folder: string) {
    this.root = join(folder, 'project');
    this.releases = join(folder, 'releases');
    for (const path of ['project/data/x', 'project/ontologies', 'releases'])
      mkdirSync(join(folder, path), { recursive: true });
  }

  withdraw(text: string, table = 'data/x/withdrawn.csv'): void {
    writeFileSync(join(this.root, table), text);
  }

  /** When the release of a number, from 1, is made. */
  static createdAt(number: number): string {
    return new Date(Date.UTC(2026, 0, number)).toISOString();
  }

  /** Makes a release; where it is refused, none is there. */
  async release(things: Things | undefined, options: ReleaseOptions = {}): Promise<KeptLedger> {
    const number = this.#count + 1;
    const folder = mkdtempSync(join(this.releases, '.draft-'));
    const release = { id: `2026-01-01.${number}`, createdAt: LedgerFolder.createdAt(number) };
    const released = things ? [await this.#dump(folder, things)] : [];
    for (const { slug } of released) {
      mkdirSync(join(folder, 'reports'), { recursive: true });
      const quarantine = (options.leftOut ?? []).map((id) => ({ thing: SPACE + id }));
      writeFileSync(join(folder, `reports/${slug}.json`), JSON.stringify({ quarantine }));
    }
    const kept = await keepLedger({
      project: { root: this.root, base: BASE, datasets: [] } as unknown as Project,
      releases: this.releases,
      folder,
      release,
      released,
      taken: { from: this.#current, slugs: new Set(options.taken ? ['x'] : []) },
      terms: options.terms ?? [],
      progress: (event) => this.events.push(event),
    });
    this.draft = folder;
    if (kept.kind === 'refused') return kept;
    const { ledger } = kept;
    const own = [...ledger.datasets].filter(([slug]) => slug === 'x' && things).map(([, file]) => file);
    const manifest = {
      ...release,
      base: BASE,
      datasets: released,
      ...(options.withoutLedger ? {} : { ledger: ledger.whole }),
      files: [...released.map(({ dump }) => dump), ...own, ...ledgerFiles(ledger, released)],
    } as unknown as ReleaseManifest;
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
    this.#count = number;
    this.#current = release.id;
    renameSync(folder, this.folderOf(number));
    return kept;
  }

  /** Where the last release was drafted. */
  draft = '';

  folderOf = (number: number): string => join(this.releases, `2026-01-01.${number}`);

  /** The ledger of a release, but the dataset itself. */
  async ledger(number = this.#count): Promise<ReadonlyMap<string, LedgerEntry>> {
    const entries = await Array.fromAsync(entriesAt(join(this.folderOf(number), 'ledger.tsv.gz')));
    const things = entries.filter(({ iri }) => iri.startsWith(SPACE));
    return new Map(things.map((entry) => [entry.iri.slice(SPACE.length), entry]));
  }

  async #dump(folder: string, things: Things): Promise<ReleasedDataset> {
    mkdirSync(join(folder, 'datasets'), { recursive: true });
    const lines = [...things].flatMap(([id, said]) => [
      `<${SPACE}${id}> <http://p> "${said}" <${BASE}dataset/x> .\n`,
      `<${SPACE}${id}#part> <http://p> "${said}" <${BASE}dataset/x> .\n`,
    ]);
    writeFileSync(join(folder, 'datasets/x.nq.gz'), gzipSync(lines.sort().join('')));
    const dump = await describeFile(folder, 'datasets/x.nq.gz', 'application/n-quads');
    return { slug: 'x', dump } as unknown as ReleasedDataset;
  }
}

interface ReleaseOptions {
  /** Whether the dataset was taken over from the release before. */
  readonly taken?: boolean;
  /** As releases of before were. */
  readonly withoutLedger?: boolean;
  readonly leftOut?: readonly string[];
  readonly terms?: readonly string[];
}

export const thingsOf = (...ids: readonly string[]): Things => new Map(ids.map((id) => [id, 'said']));

/** What a refusal complains of, in English. */
export const refusal = (kept: KeptLedger): string =>
  kept.kind === 'refused'
    ? kept.complaints
        .map(({ place, found, remedy }) => `${place.file}:${place.line ?? ''} ${found.en} ${remedy.en}`)
        .join('\n')
    : 'kept';
