export type { Answers, Draft, DraftedFiles, DraftRequest, PlannedColumn, ProjectFacts } from './draft.ts';
export { draftDataset } from './draft-dataset.ts';
export type { Family } from './known-column.ts';
export { slugOf } from './names.ts';
export { LICENCES, proposeAnswers } from './propose.ts';
export { proposedAs } from './proposed-identifier.ts';
export { recognise } from './recognise.ts';
