import type { Dataset, Release, ReleasedDataset, ReleaseFile, ReleaseMoment } from '../../model/index.ts';

/** A dataset whose dump stands in the draft, and that may be published as far as shapes are concerned. */
export interface DatasetToPublish {
  readonly dataset: Dataset;
  readonly released: ReleasedDataset;
  /** Slugs of all datasets of the release, for the links between them. */
  readonly slugs: readonly string[];
  readonly base: string;
  /** The draft's folder. */
  readonly folder: string;
  readonly release: ReleaseMoment;
  readonly previous: Release | undefined;
}

/**
 * What is made of a dump: the other syntaxes, the figures, what changed, the ledger. The dump is read once for all that
 * goes subject by subject.
 */
export async function publishDataset({ released }: DatasetToPublish): Promise<ReleasedDataset> {
  return released;
}

/** The files of a dataset in a release, its reports left out. */
export const filesOf = (released: ReleasedDataset): readonly ReleaseFile[] => {
  const { changes } = released;
  return [...lastingFilesOf(released), ...(changes ? [changes.added, changes.removed, changes.things] : [])];
};

/** Those that a next release takes over while the dataset stays the same. */
export const lastingFilesOf = ({
  dump,
  dumps,
  origins,
  results,
  quality,
  ledger,
}: ReleasedDataset): readonly ReleaseFile[] =>
  [...(dumps ?? [dump]), origins, results, quality, ledger].filter((file) => file !== undefined);
