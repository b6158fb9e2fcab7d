import type { Release, ReleasedDataset, ReleaseFile } from '../model/index.ts';
import type { BuildOptions } from './outcome.ts';
import type { Planned } from './plan.ts';
import { projectInputs } from './project-inputs.ts';

/**
 * Whether a build would make the release that is there: by what goes in, so that nothing has to be written to know it.
 * Releases of before, which lack files of today, are never the same.
 */
export async function isSameRelease(
  { manifest }: Release,
  plan: readonly Planned[],
  { project }: BuildOptions,
): Promise<boolean> {
  const { datasets, inputs, ledger } = manifest;
  if (!inputs || !ledger || datasets.length !== plan.length) return false;
  if (!plan.every(({ isReused, before }) => isReused && before?.released.dumps)) return false;
  const now = await projectInputs(project, datasets);
  return (
    now.length === inputs.length &&
    now.every(({ path, sha256 }, at) => inputs[at]?.path === path && inputs[at].sha256 === sha256)
  );
}

/**
 * Whether a draft whose datasets were all taken over says what the release before says. Other files have gone in, and
 * nothing else has come out: a query that was edited is read where it is asked, and no release is made for it.
 * @param others what may be other than it was although the datasets are not: terms, ledger
 */
export function saysTheSame(
  { manifest }: Release,
  released: readonly ReleasedDataset[],
  others: readonly ReleaseFile[],
): boolean {
  const before = new Map(manifest.files.map(({ path, sha256 }) => [path, sha256]));
  return (
    manifest.datasets.length === released.length &&
    others.every(({ path, sha256 }) => before.get(path) === sha256)
  );
}
