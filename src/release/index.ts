export { createArchive, type ReleaseArchive } from './archive.ts';
export type {
  Breaks,
  DraftAnswers,
  Jump,
  QueryAnswer,
  QueryAnswers,
  QueryChange,
  TermChange,
} from './breaks/breaks.ts';
export { chartOf, type DeclaredQuery, declaredQueries, unaskedQueries } from './breaks/declared-queries.ts';
export type { AskDraft } from './breaks/find-breaks.ts';
export { build } from './build.ts';
export { csvRow, harmless } from './cells/csv-row.ts';
export { locateIn, type ReadRecords, type ThingOrigins } from './cells/locate.ts';
export { type IsPrivate, privateColumnsOf, rulesWithPrivate } from './cells/private-cells.ts';
export type { SourceRecord, SourceRecords } from './cells/source-records.ts';
export { createChartArchive } from './charts/chart-archive.ts';
export { type CheckedDataset, type CheckedProject, checkDataset, checkProject, distinct } from './check.ts';
export type { DatasetToMap } from './dataset/mapped-text.ts';
export { skolemised } from './dataset/skolem.ts';
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
export { publishedTerms } from './ledger/published-terms.ts';
export { lockPublication } from './lock.ts';
export type { BuildOptions, BuildOutcome } from './outcome.ts';
export { CATALOGUE_SHAPES, platformShapes } from './platform-shapes.ts';
export type { BuildEvent, Progress } from './progress.ts';
export { currentRelease, currentReleaseId, listReleases, readRelease } from './releases.ts';
