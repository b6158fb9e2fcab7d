export { boundQuery } from './api-queries.ts';
export { unlistedShapes } from './asked-shapes.ts';
export { propertyOfKey } from './dataset-context.ts';
export { givenHarvest } from './given-harvest.ts';
export {
  declaredPath,
  findDeclared,
  isOfPlatform,
  platformFile,
  shownPath,
  standsForPlatform,
} from './layers.ts';
export { createTerms, type TurtleFile } from './ontologies.ts';
export { acceptedValues, type ParameterValue, readParameterValue } from './parameter-values.ts';
export { type LoadedProject, type LoadOptions, loadProject, type Project } from './project.ts';
export { datasetSchema, type OfferedNames } from './schemas/dataset-schema.ts';
export { offeredNames } from './schemas/offered-names.ts';
export { siteSchema } from './schemas/site-schema.ts';
