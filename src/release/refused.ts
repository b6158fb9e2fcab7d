import { rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the reports of the last build lie that was refused. */
const REFUSED = 'refused';

/**
 * Keeps what a refused build found, so that its causes can be corrected; what an earlier one left is replaced.
 * @param draft the build's folder
 * @returns the folder of the reports; undefined where there are none
 */
export async function keepReports(draft: string, releases: string): Promise<string | undefined> {
  const reports = join(draft, 'reports');
  const hasReports = await stat(reports).then(
    () => true,
    () => false,
  );
  if (!hasReports) return undefined;
  await forgetRefused(releases);
  const kept = join(releases, REFUSED);
  await rename(reports, kept);
  return kept;
}

/** A release was made: why another was refused before does not matter any more. */
export const forgetRefused = (releases: string): Promise<void> =>
  rm(join(releases, REFUSED), { recursive: true, force: true });
