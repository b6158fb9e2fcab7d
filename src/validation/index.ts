export { affectedBy, type Neighbours } from './affected.ts';
export {
  type CreatedShapeValidator,
  createShapeValidator,
  type ShapesToCompile,
} from './create-shape-validator.ts';
export * from './explain/index.ts';
export type { GraphReader, StatementReader } from './graph-view.ts';
export type { House, HousedDataset } from './house.ts';
export { checkHouseRules } from './house-rules.ts';
export { measuredConstraints } from './measured-constraints.ts';
export { type Path, pathText } from './paths.ts';
export { type ClassifiedConstraint, classifyConstraints, type Reach } from './reach.ts';
export type { Reading } from './reading.ts';
export { type CompiledReleaseShapes, compileReleaseShapes, type ReleaseShapes } from './release-shapes.ts';
export * from './reports/index.ts';
export { ShapeGraph, type ShapeStatement, type ShapesFile } from './shape-graph.ts';
export { UnsoundEngine } from './soundness.ts';
export { judgeSets, type SetsToJudge } from './sparql/judge-sets.ts';
export { type StoreNeeds, storeNeeds } from './sparql/set-constraints.ts';
export { ResultTally, summarise } from './summarise.ts';
export {
  type GraphResult,
  type GraphToValidate,
  type JudgedShape,
  type ValidatedGraph,
  validateGraph,
  validateGraphWithStore,
} from './validate-graph.ts';
export type { RestOfData } from './worlds.ts';
