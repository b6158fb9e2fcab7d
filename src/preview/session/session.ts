import { referencesTo } from '../../mapping/index.ts';
import { type Complaint, Fault, RefusedInput } from '../../model/index.ts';
import { previewRecords } from '../preview-records.ts';
import { ProjectReader, type ReadDataset } from './project-reader.ts';
import { SourceReader } from './source-reader.ts';
import type { Preview, PreviewState } from './state.ts';
import { withWholeFaults } from './whole-faults.ts';
import { WholeRunner, type WholeRunnerOptions } from './whole-runner.ts';

export interface PreviewOptions extends Omit<WholeRunnerOptions, 'changed'> {
  /** Records that are shown (20). */
  readonly most?: number;
  /** The same seed draws the same records. */
  readonly seed: string;
}

const MOST_RECORDS = 20;

/**
 * A preview that follows its files. Told what has changed, it makes its records anew, keeps the last good ones where that
 * cannot be, and has the whole file read in the background. One thing at a time; what changes meanwhile is taken up next.
 */
export class PreviewSession {
  readonly #options: PreviewOptions;
  readonly #project: ProjectReader;
  readonly #source: SourceReader;
  readonly #whole: WholeRunner;
  readonly #listeners = new Set<() => void>();
  #state: PreviewState = { version: 0, kind: 'starting', complaints: [], whole: { kind: 'none' } };
  #changes: Set<string> | undefined;
  #working: Promise<void> | undefined;
  #choosing = new AbortController();
  #isClosed = false;

  constructor(options: PreviewOptions) {
    const { most = MOST_RECORDS, seed } = options;
    this.#options = options;
    this.#project = new ProjectReader(options);
    this.#source = new SourceReader({ most, seed });
    this.#whole = new WholeRunner({ ...options, changed: () => this.#heardOfWhole() });
  }

  get state(): PreviewState {
    return this.#state;
  }

  /** Absolute path of the source, once it is known: it may lie outside the project. */
  get sourcePath(): string | undefined {
    return this.#project.dataset?.source.path;
  }

  /** @returns how to be told no more */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Files have changed. @param paths relative to the project, with `/` */
  changed(paths: readonly string[]): void {
    if (this.#isClosed) return;
    this.#changes = new Set([...(this.#changes ?? []), ...paths]);
    this.#choosing.abort();
    this.#working ??= this.#work().finally(() => {
      this.#working = undefined;
    });
  }

  /** Resolves when nothing is left to do in the foreground. */
  async settled(): Promise<void> {
    while (this.#working) await this.#working;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#choosing.abort();
    await this.#working;
    await this.#whole.close();
    this.#listeners.clear();
  }

  async #work(): Promise<void> {
    while (this.#changes && !this.#isClosed) {
      const paths = [...this.#changes];
      this.#changes = undefined;
      this.#choosing = new AbortController();
      this.#project.forget(paths);
      // What it reads is not there any more, and it takes time from this.
      const cancelled = this.#whole.cancel();
      const isGood = await this.#attempt(() => this.#follow());
      if (isGood && !this.#changes && this.#source.isBehind) await this.#attempt(() => this.#chooseAgain());
      await cancelled;
      if (isGood && !this.#changes && !this.#isClosed) await this.#whole.restart();
    }
  }

  async #follow(): Promise<void> {
    const { read, preview } = await this.#preview();
    this.#set({ kind: 'fresh', complaints: read.complaints, preview });
  }

  /** The file has changed: other records may be worth looking at. */
  async #chooseAgain(): Promise<void> {
    const { checked } = await this.#project.read();
    const { signal } = this.#choosing;
    const references = referencesTo(checked.mapping);
    if (await this.#source.chooseAgain(checked.dataset.source, references, signal)) await this.#follow();
  }

  async #preview(): Promise<{ readonly read: ReadDataset; readonly preview: Preview }> {
    const read = await this.#project.read();
    const { checked, project, terms, vocabularies } = read;
    const { base, identity } = project;
    const { chosen, window, total } = await this.#source.read(
      checked.dataset.source,
      referencesTo(checked.mapping),
    );
    const made = await previewRecords({ checked, base, vocabularies, chosen, window, order: terms.order });
    const at = (this.#options.now?.() ?? new Date()).toISOString();
    const preview = {
      at,
      dataset: checked.dataset,
      base,
      terms,
      total,
      ...made,
      ...(identity && { identity }),
    };
    return { read, preview };
  }

  /** The run over the whole file has told something: its faulty records are shown too. */
  #heardOfWhole(): void {
    const { state, faulty } = this.#whole;
    this.#set({ whole: state });
    if (state.kind !== 'done') return;
    this.#source.takeFaulty(faulty);
    // The dataset as it is now is made again with these records; a change that waits does the same.
    this.#working ??= this.#attempt(async () => {
      const { read, preview } = await this.#preview();
      this.#set({
        kind: 'fresh',
        complaints: read.complaints,
        preview: withWholeFaults(preview, state.run),
      });
    })
      .then(() => (this.#changes ? this.#work() : undefined))
      .finally(() => {
        this.#working = undefined;
      });
  }

  /** @returns whether it went well */
  async #attempt(act: () => Promise<void>): Promise<boolean> {
    try {
      await act();
      return true;
    } catch (error) {
      // A newer change is there: it will be followed.
      if (error === this.#choosing.signal.reason) return false;
      const { preview } = this.#state;
      this.#set({ kind: preview ? 'stale' : 'broken', complaints: this.#complaintsOf(error) });
      return false;
    }
  }

  #complaintsOf(error: unknown): readonly Complaint[] {
    if (error instanceof RefusedInput) return error.complaints;
    const place = { file: `data/${this.#options.slug}` };
    if (error instanceof Fault) return [{ place, found: error.explanation, remedy: error.remedy }];
    this.#options.unforeseen?.(error);
    const { message } = error as Error;
    return [{ place, found: { fr: message, en: message }, remedy: UNFORESEEN }];
  }

  #set(change: Partial<PreviewState>): void {
    this.#state = { ...this.#state, ...change, version: this.#state.version + 1 };
    for (const listener of this.#listeners) listener();
  }
}

const UNFORESEEN = {
  fr: 'C’est une erreur du programme, que nous n’avions pas prévue : --verbose en dit plus sur le terminal.',
  en: 'This is a mistake of the program that was not foreseen: --verbose tells more on the terminal.',
};
