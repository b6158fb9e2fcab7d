import type { Bilingual, CsvDialect, SourceFormat } from '../../model/index.ts';
import type { HarvestState } from '../state.ts';
import type { WebClient } from '../web/web-client.ts';

/** What is asked of a way to fetch. */
export interface Fetching {
  readonly client: WebClient;
  /** Where the new file goes, flushed onto the disk, and where its bytes are gathered. */
  readonly path: string;
  readonly part: string;
  /** The kept copy, where changes alone can be asked for. */
  readonly kept: string;
  /** What is known of the kept copy; absent: everything is asked for. */
  readonly before?: HarvestState;
  /** Absent: whatever can be read. */
  readonly format?: SourceFormat;
  readonly dialect: CsvDialect;
  /** Whether the file is GeoJSON: its name or iterator says so. */
  readonly isGeographic: boolean;
  /** Media types that are expected beside the usual ones. */
  readonly mediaTypes: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  /** Headers that only the declared host may see. */
  readonly secret: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** Bytes, or records, that have come, and how many there are in all where that is known. */
  readonly tell?: (done: number, total: number | undefined) => void;
}

/** What came of fetching. */
export type Fetched =
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'fetched';
      readonly bytes: number;
      readonly sha256: string;
      /** The address that answered. */
      readonly from: string;
      readonly etag?: string;
      readonly lastModified?: string;
      /** What the interface says of the age of its data. */
      readonly revision?: string;
      readonly mediaType?: string;
      /** How many records there are, where an interface tells. */
      readonly records?: number;
      /** What its owner should know. */
      readonly notes: readonly Bilingual[];
      /** What has changed, told where the file is another one. */
      readonly changes?: Bilingual;
      /** What the answer says of the name of its file. */
      readonly disposition?: string;
    };
