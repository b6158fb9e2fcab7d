/** What a store thread is started with. */
export interface WorkerData {
  /** Absolute paths of N-Quads dumps, gzip. */
  readonly dumps: readonly string[];
  readonly base: string;
  readonly resultBytes: number;
}

/** How loading ended. */
export type Loading =
  | { readonly kind: 'loaded'; readonly quads: number; readonly milliseconds: number }
  | { readonly kind: 'unreadable'; readonly file: string; readonly reason: string };
