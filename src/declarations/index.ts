export { boundQuery } from './api-queries.ts';
export { propertyOfKey } from './dataset-context.ts';
export { createTerms, type TurtleFile } from './ontologies.ts';
export { acceptedValues, type ParameterValue, readParameterValue } from './parameter-values.ts';
export { type LoadedProject, type LoadOptions, loadProject, type Project } from './project.ts';
