export { build } from './build.ts';
export { type CheckedProject, checkProject, distinct } from './check.ts';
export type { DatasetToMap } from './dataset/mapped-text.ts';
export { type LookUps, vocabulariesOf } from './fresh/fresh-lines.ts';
export { type FreshThing, findFreshThing, nearThings } from './fresh/fresh-thing.ts';
export { linesWithout, ReleasedGraph } from './fresh/released-graph.ts';
export type { BuildOptions, BuildOutcome } from './outcome.ts';
export type { BuildEvent, Progress } from './progress.ts';
export { currentRelease, currentReleaseId, listReleases, readRelease } from './releases.ts';
