import { statSync } from 'node:fs';
import type {
  ContributionBook,
  FormIdentity,
  KeepOutcome,
  NewContribution,
  OpenReport,
  PublicContribution,
  PublishedSelection,
  ReportSettlement,
  SentForm,
} from '../model/index.ts';
import { BOUNDS, type Bounds } from './bounds.ts';
import { FormSeal } from './form-seal.ts';
import { type OpenFile, openFile } from './open-file.ts';
import { ContributionReading } from './reading.ts';
import { SenderLimits } from './sender-limits.ts';
import { ContributionWriting } from './writing.ts';

export interface BookOptions {
  readonly bounds?: Bounds;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Told what went wrong with the file. */
  readonly log?: (event: string, details: Readonly<Record<string, unknown>>) => void;
}

/** How old, in milliseconds, what is known of the file may be. */
const REVISION_AGE = 100;
const FILE_AGE = 1000;
/** After which a file that could not be used is tried again. */
const REST = 5000;

interface Connection extends OpenFile {
  readonly reading: ContributionReading;
  readonly writing: ContributionWriting;
  readonly seals: FormSeal;
}

/**
 * The file behind a server. A file that cannot be used never stops the server: reading gives nothing, forms are told so,
 * the log has it, and it is tried again. Another file at the same path (restored from a backup, say) is taken up.
 */
export class ServedBook implements ContributionBook, ReportSettlement {
  readonly #file: string;
  readonly #bounds: Bounds;
  readonly #now: () => number;
  readonly #log: NonNullable<BookOptions['log']>;
  readonly #senders: SenderLimits;
  #connection: Connection | undefined;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #failedAt = Number.NEGATIVE_INFINITY;
  #revision = { text: '', at: Number.NEGATIVE_INFINITY };

  constructor(file: string, { bounds = BOUNDS, now = Date.now, log = () => undefined }: BookOptions = {}) {
    this.#file = file;
    this.#bounds = bounds;
    this.#now = now;
    this.#log = log;
    this.#senders = new SenderLimits(bounds);
  }

  isUsable(): boolean {
    return this.#open() !== undefined;
  }

  seal(form: FormIdentity): string | undefined {
    return this.#open()?.seals.make(form, this.#now());
  }

  keep(given: NewContribution, { target, seal, sender }: SentForm): KeepOutcome {
    const now = this.#now();
    return this.#attempt<KeepOutcome>({ kind: 'unavailable' }, ({ seals, writing }) => {
      const read = seals.read(seal, { kind: given.kind, target }, now);
      if (read.kind === 'refused') return { kind: 'seal-refused', fault: read.fault };
      const seconds = this.#senders.wait(sender, now);
      if (seconds > 0) return { kind: 'too-many', seconds };
      const outcome = keptUnlessFull(() => writing.keep({ given, seal: read.name, now }));
      if (outcome.kind === 'kept') this.#senders.count(sender, now);
      return outcome;
    });
  }

  published(selection: PublishedSelection = {}): readonly PublicContribution[] {
    return this.#attempt<readonly PublicContribution[]>([], ({ reading }) => reading.published(selection));
  }

  find(id: string): PublicContribution | undefined {
    return this.#attempt<PublicContribution | undefined>(undefined, ({ reading }) => reading.find(id));
  }

  revision(): string {
    const at = performance.now();
    if (at - this.#revision.at < REVISION_AGE) return this.#revision.text;
    const text = this.#attempt('', ({ inode, reading }) => `${inode}.${reading.revision()}`);
    this.#revision = { text, at };
    return text;
  }

  openReports(after: Pick<OpenReport, 'about' | 'id'> | undefined, limit: number): readonly OpenReport[] {
    return this.#attempt<readonly OpenReport[]>([], ({ reading }) => reading.openReports(after, limit));
  }

  resolve(ids: readonly string[], release: string): void {
    this.#attempt(undefined, ({ writing }) => writing.resolve(ids, release));
    this.#revision = { ...this.#revision, at: Number.NEGATIVE_INFINITY };
  }

  close(): void {
    this.#connection?.database.close();
    this.#connection = undefined;
    this.#failedAt = Number.POSITIVE_INFINITY;
  }

  /** @param otherwise what is given where the file cannot be used */
  #attempt<T>(otherwise: T, work: (connection: Connection) => T): T {
    const connection = this.#open();
    if (!connection) return otherwise;
    try {
      return work(connection);
    } catch (error) {
      this.#fail(error as Error);
      return otherwise;
    }
  }

  #open(): Connection | undefined {
    const at = performance.now();
    if (this.#connection && at - this.#lookedAt > FILE_AGE) {
      this.#lookedAt = at;
      if (inodeOf(this.#file) !== this.#connection.inode) this.#leave();
    }
    if (this.#connection || at - this.#failedAt < REST) return this.#connection;
    const found = openFile(this.#file, true, this.#bounds.bytes);
    if (found.kind === 'open') this.#connection = this.#connected(found.opened);
    else this.#fail(found.kind === 'unusable' ? found.error : new Error(`the file is ${found.kind}`));
    this.#lookedAt = at;
    return this.#connection;
  }

  #connected(opened: OpenFile): Connection {
    const reading = new ContributionReading(opened.database);
    return {
      ...opened,
      reading,
      writing: new ContributionWriting(opened.database, reading, this.#bounds),
      seals: new FormSeal(opened.secret, this.#bounds.formSeconds),
    };
  }

  #fail(error: Error): void {
    // Another process writes longer than usual: the next one may come through.
    if (codeOf(error) !== BUSY) {
      this.#failedAt = performance.now();
      this.#leave();
    }
    this.#log('contributions unusable', { file: this.#file, reason: error.message });
  }

  #leave(): void {
    this.#connection?.database.close();
    this.#connection = undefined;
  }
}

/** Primary result codes of SQLite. */
const BUSY = 5;
const FULL = 13;

const codeOf = (error: unknown): number => ((error as { errcode?: number }).errcode ?? 0) % 256;

/** The disk, or the bound of the file. */
function keptUnlessFull(keep: () => KeepOutcome): KeepOutcome {
  try {
    return keep();
  } catch (error) {
    if (codeOf(error) === FULL) return { kind: 'full' };
    throw error;
  }
}

function inodeOf(file: string): bigint | undefined {
  return statSync(file, { bigint: true, throwIfNoEntry: false })?.ino;
}
