/**
 * The platform as a library: its nouns, and the acts that its command line is made of.
 */
export {
  createTerms,
  type LoadedProject,
  type LoadOptions,
  loadProject,
  type Project,
} from './declarations/index.ts';
export { type AppContext, createApp } from './http/index.ts';
export { buildIndex, openIndex } from './index/index.ts';
export {
  checkColumns,
  type FaultLimit,
  type MappingDocument,
  type MappingOutcome,
  type MappingRequest,
  mapSource,
  type Policy,
  parseMapping,
  parseRml,
  type ReportDocument,
  type RunReport,
  reportDocument,
  reportQuads,
  reportText,
  runRml,
} from './mapping/index.ts';
export * from './model/index.ts';
export {
  type BuildOptions,
  type BuildOutcome,
  build,
  checkProject,
  currentRelease,
  listReleases,
  readRelease,
} from './release/index.ts';
export { openSource } from './sources/index.ts';
export { parseQuery } from './sparql/index.ts';
export { createFileSelector, createGraphStore, createOxigraphStore } from './store/index.ts';
export {
  type CreatedShapeValidator,
  createReport,
  createShapeValidator,
  type GraphReport,
  type GraphReportDocument,
  type GraphResult,
  type GraphToValidate,
  graphReportDocument,
  graphReportHtml,
  graphReportJunit,
  graphReportQuads,
  graphReportText,
  type JudgedShape,
  type Reading,
  type ShapesFile,
  type ShapesToCompile,
  type ValidatedGraph,
  validateGraph,
  validateGraphWithStore,
} from './validation/index.ts';
