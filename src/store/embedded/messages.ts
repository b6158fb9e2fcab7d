/** Where a store keeps an image of its memory. */
export interface ImageOptions {
  /** Absolute path of a folder, which need not be there; images of other keys in it are removed. */
  readonly folder: string;
  /** Says what the dumps hold: another text, another image. */
  readonly key: string;
}

/** What a store thread is started with. */
export interface WorkerData {
  /** Absolute paths of N-Quads dumps, gzip. */
  readonly dumps: readonly string[];
  readonly base: string;
  readonly resultBytes: number;
  readonly resultRows: number;
  readonly image?: ImageOptions;
  /** The file of an image that another worker of this process has checked byte by byte. */
  readonly checked?: string | undefined;
}

/** Something that a thread wants written into the log. */
export interface Note {
  readonly event: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** How loading ended. */
export type Loading =
  | {
      readonly kind: 'loaded';
      readonly quads: number;
      readonly milliseconds: number;
      readonly notes: readonly Note[];
      /** The file of the image that it was restored from. */
      readonly checked?: string | undefined;
      /** The number by which the system knows the thread; undefined where it has none. */
      readonly thread: number | undefined;
    }
  | { readonly kind: 'unreadable'; readonly file: string; readonly reason: string };
