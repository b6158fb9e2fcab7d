export { type CreatedShapeValidator, createShapeValidator } from './create-shape-validator.ts';
export type { ShapesFile } from './shape-graph.ts';
export { summarise } from './summarise.ts';
