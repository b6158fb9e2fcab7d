export type { ShapesText } from './catalogue-checks.ts';
export { NoOutcome } from './outcomes.ts';
export { DEFAULT_SAMPLE, type ProofOptions, prove } from './prove.ts';
export { noAnswer, proveAside } from './prove-aside.ts';
