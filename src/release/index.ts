export { build } from './build.ts';
export { type CheckedProject, checkProject, distinct } from './check.ts';
export type { BuildOptions, BuildOutcome } from './outcome.ts';
export type { BuildEvent, Progress } from './progress.ts';
export { currentRelease, currentReleaseId, listReleases, readRelease } from './releases.ts';
