import type {
  ApiQuery,
  ChartArchive,
  ChartQuery,
  ContributionBook,
  Dataset,
  OriginIndex,
  Profile,
  ProofState,
  QuadStore,
  Release,
  ReleasedDataset,
  ResourceFinder,
  ResourceIndex,
  SiteIdentity,
  StoredQuery,
  Terms,
} from '../model/index.ts';
import type { ReleaseArchive } from '../release/index.ts';
import type { QueryParser } from '../sparql/index.ts';
import type { ClientLimits } from './client-limits.ts';

/** Something worth a line in the log. */
export type Log = (event: string, details?: Readonly<Record<string, unknown>>) => void;

/** All that the server answers from. */
export interface AppContext {
  readonly release: Release;
  readonly store: QuadStore;
  readonly index: ResourceIndex;
  readonly terms: Terms;
  readonly datasets: readonly Dataset[];
  readonly queries: readonly StoredQuery[];
  /** Queries that have an address below `/api/`. */
  readonly apiQueries?: readonly ApiQuery[];
  /** Other ways of describing things. */
  readonly profiles?: readonly Profile[];
  /** Octets of answers to queries that are remembered; 0 or absent: none. */
  readonly cacheBytes?: number;
  /** Most octets of an answer that is gathered to be written anew. Default 64 MiB. */
  readonly resultBytes?: number;
  /** What one client may ask; absent: anything. */
  readonly limits?: ClientLimits;
  /** Who may read `/metrics`: clients on this machine (default), or everybody. */
  readonly metrics?: 'local' | 'open';
  /** Whether queries may ask the endpoints of others. */
  readonly federates?: boolean;
  /** IRIs of the functions that the store knows beyond those of SPARQL. */
  readonly functions?: readonly string[];
  /** Reads the texts of strangers; absent: one of its own. */
  readonly parser?: QueryParser;
  /** The releases that are kept; absent: this one only. */
  readonly archive?: ReleaseArchive;
  /** What proofs of this release show; absent: none are made. */
  readonly proof?: () => ProofState;
  /** Search by words, facets and places; absent: there is none. */
  readonly finder?: ResourceFinder;
  readonly chartQueries?: readonly ChartQuery[];
  /** What chart queries answered when releases were made. */
  readonly charts?: ChartArchive;
  /** Where statements come from. */
  readonly origins?: OriginIndex;
  /** Reports, reuses and messages; absent: none are taken. */
  readonly contributions?: ContributionBook;
  /** Who publishes; absent: the platform's own name. */
  readonly identity?: SiteIdentity;
  readonly log?: Log;
}

/** A declared dataset together with what the release says of it. */
export interface PublishedDataset {
  readonly dataset: Dataset;
  readonly released: ReleasedDataset;
}

/** Datasets that are both declared and released, in the order of their declaration. */
export function publishedDatasets({ datasets, release }: AppContext): readonly PublishedDataset[] {
  const released = new Map(release.manifest.datasets.map((one) => [one.slug, one]));
  return datasets.flatMap((dataset) => {
    const one = released.get(dataset.slug);
    return one ? [{ dataset, released: one }] : [];
  });
}

export function publishedDataset(
  { datasets, release }: AppContext,
  slug: string,
): PublishedDataset | undefined {
  const dataset = datasets.find((one) => one.slug === slug);
  const released = dataset && release.manifest.datasets.find((one) => one.slug === slug);
  return dataset && released && { dataset, released };
}
