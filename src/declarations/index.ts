export { propertyOfKey } from './dataset-context.ts';
export { createTerms, type TurtleFile } from './ontologies.ts';
export { type LoadedProject, type LoadOptions, loadProject, type Project } from './project.ts';
