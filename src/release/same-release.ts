import type { Release } from '../model/index.ts';
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
