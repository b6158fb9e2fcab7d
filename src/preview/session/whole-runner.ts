import type { Bilingual } from '../../model/index.ts';
import { type StartedRun, startWholeRun } from '../background/background-run.ts';
import type { WholeRunJob, WholeRunMessage } from '../background/whole-run.ts';
import type { FaultyRow } from '../choose/with-faulty.ts';
import { lastRun, type WholeState } from './state.ts';

export interface WholeRunnerOptions extends Omit<WholeRunJob, 'work'> {
  /** Is told whenever the state is another. */
  readonly changed: () => void;
  /** Starts a run; absent: in a process of its own. */
  readonly startRun?: typeof startWholeRun;
  /** Is told what nobody foresaw; the preview goes on. */
  readonly unforeseen?: (error: unknown) => void;
  readonly now?: () => Date;
}

/** One run over the whole file at a time: the one of what was saved last. */
export class WholeRunner {
  readonly #options: WholeRunnerOptions;
  #state: WholeState = { kind: 'none' };
  #run: StartedRun | undefined;

  constructor(options: WholeRunnerOptions) {
    this.#options = options;
  }

  get state(): WholeState {
    return this.#state;
  }

  /** Records at fault, of the last run. */
  get faulty(): readonly FaultyRow[] {
    return lastRun(this.#state)?.rows.map(({ row, fault: { message } }) => ({ row, message })) ?? [];
  }

  /** Ends the run that is under way, and begins another. Where that cannot be begun, its state says so. */
  async restart(): Promise<void> {
    await this.#stop();
    const { root, base, slug, releases, toolVersion, startRun = startWholeRun } = this.#options;
    this.#become({ kind: 'running', ...this.#before() });
    const tell = (error: unknown): void => this.#options.unforeseen?.(error);
    try {
      this.#run = await startRun(
        { root, base, slug, releases, toolVersion },
        (message) => this.#hear(message),
        tell,
      );
    } catch (error) {
      tell(error);
      this.#become({ kind: 'failed', reason: notBegun(error), ...this.#before() });
    }
  }

  /** Ends the run that is under way: what is saved cannot be built. */
  async cancel(): Promise<void> {
    if (!this.#run) return;
    this.#become({ kind: 'waiting', ...this.#before() });
    await this.#stop();
  }

  async close(): Promise<void> {
    await this.#stop();
  }

  #before() {
    const before = lastRun(this.#state);
    return before && { before };
  }

  async #stop(): Promise<void> {
    const run = this.#run;
    this.#run = undefined;
    await run?.cancel();
  }

  #hear(message: WholeRunMessage): void {
    if (message.kind === 'progress')
      this.#become({ kind: 'running', progress: message.progress, ...this.#before() });
    else if (message.kind === 'failed')
      this.#become({ kind: 'failed', reason: message.reason, ...this.#before() });
    else {
      const at = (this.#options.now?.() ?? new Date()).toISOString();
      this.#become({ kind: 'done', run: message.run, at });
    }
  }

  #become(state: WholeState): void {
    this.#state = state;
    this.#options.changed();
  }
}

/** A full temporary disk, most of all, or no temporary folder. */
const notBegun = (error: unknown): Bilingual => {
  const { message } = error as Error;
  return {
    fr: `elle n’a pas pu commencer (${message}). L’aperçu continue ; faites de la place dans le dossier temporaire, ou rendez-le accessible, puis enregistrez un fichier.`,
    en: `it could not begin (${message}). The preview goes on; make room in the temporary folder, or make it accessible, then save a file.`,
  };
};
