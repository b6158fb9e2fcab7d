import type { KnownDataset, SourceFormat } from '../model/index.ts';

export interface ProfileProgress {
  readonly records: number;
}

/** What the one who asks knows better than any guess. */
export interface ToldDialect {
  readonly format: SourceFormat;
  readonly delimiter: string;
  readonly quote: string;
  readonly encoding: string;
  readonly iterator: string;
}

/** A file to be profiled. */
export interface ProfileOptions {
  /** Absolute path. */
  readonly path: string;
  /** The path as messages name it. */
  readonly shown: string;
  /** What is here already and columns may point to. */
  readonly known?: readonly KnownDataset[];
  readonly told?: Partial<ToldDialect>;
  readonly onProgress?: (progress: ProfileProgress) => void;
  readonly signal?: AbortSignal;
}
