export type { Reading } from './check-shapes.ts';
export {
  type CreatedShapeValidator,
  createShapeValidator,
  type RestOfData,
  type ShapesToCompile,
} from './create-shape-validator.ts';
export * from './explain/index.ts';
export type { GraphView, StatementReader } from './graph-view.ts';
export { type Path, pathText } from './paths.ts';
export { type ClassifiedConstraint, classifyConstraints, type Reach } from './reach.ts';
export * from './reports/index.ts';
export { ShapeGraph, type ShapeStatement, type ShapesFile } from './shape-graph.ts';
export { UnsoundEngine } from './soundness.ts';
export { summarise } from './summarise.ts';
export {
  type GraphResult,
  type GraphToValidate,
  type JudgedShape,
  type ValidatedGraph,
  validateGraph,
} from './validate-graph.ts';
