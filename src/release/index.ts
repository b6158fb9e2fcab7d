export { createArchive, type ReleaseArchive } from './archive.ts';
export type {
  Breaks,
  Jump,
  QueryAnswer,
  QueryAnswers,
  QueryChange,
  TermChange,
  UnaskedReason,
} from './breaks/breaks.ts';
export { type DeclaredQuery, declaredQueries, unaskedQueries } from './breaks/declared-queries.ts';
export type { AskDraft } from './breaks/find-breaks.ts';
export { build } from './build.ts';
export { type CheckedProject, checkProject, distinct } from './check.ts';
export type { DatasetToMap } from './dataset/mapped-text.ts';
export { type LookUps, vocabulariesOf } from './fresh/fresh-lines.ts';
export { type FreshThing, findFreshThing, nearThings } from './fresh/fresh-thing.ts';
export { linesWithout, ReleasedGraph } from './fresh/released-graph.ts';
export { chosenId, idBefore, type KeptReleases, keptReleases } from './kept/choose-release.ts';
export {
  type DiffOptions,
  diffReleases,
  type GraphDifference,
  type ReleasePair,
} from './kept/diff-releases.ts';
export { graphFilesOf } from './kept/graph-files.ts';
export type { LostIris } from './kept/lost-iris.ts';
export { type PruneOutcome, type PruneRule, prune } from './kept/prune.ts';
export { type RollbackOutcome, rollback } from './kept/rollback.ts';
export { assertIntact, type ReleaseVerdict, verifyRelease } from './kept/verify-release.ts';
export type { BuildOptions, BuildOutcome } from './outcome.ts';
export type { BuildEvent, Progress } from './progress.ts';
export { currentRelease, currentReleaseId, listReleases, readRelease } from './releases.ts';
