export { type ExplanationDocument, explanationDocument } from './document.ts';
export {
  type ExplainedResource,
  explainResource,
  explainResourceWithStore,
} from './explain-resource.ts';
export type {
  ConstraintVerdict,
  Explanation,
  ShapeVerdict,
  Some,
  TargetReason,
  TargetVerdict,
} from './explanation.ts';
export { explanationText } from './text.ts';
export type { ResourceToExplain } from './trial.ts';
export type { ExplanationWords, MetValue } from './words.ts';
