export { Graph } from './graph.ts';
export { STANDARD_VOCABULARIES, standardVocabulary } from './vocabularies.ts';
