export { build } from './build.ts';
export { type CheckedProject, checkProject, distinct } from './check.ts';
export { type FreshMapping, type LookUps, vocabulariesOf } from './fresh-lines.ts';
export { type FreshThing, findFreshThing, nearThings } from './fresh-thing.ts';
export type { BuildOptions, BuildOutcome } from './outcome.ts';
export type { BuildEvent, Progress } from './progress.ts';
export { linesWithout, ReleasedGraph } from './released-graph.ts';
export { currentRelease, currentReleaseId, listReleases, readRelease } from './releases.ts';
