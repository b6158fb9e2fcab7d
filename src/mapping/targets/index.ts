export { makeFolder, realPath } from './paths.ts';
export type { TargetRequest } from './request.ts';
export { createTarget, type Target } from './target.ts';
export { type TargetDescription, TargetSet } from './target-set.ts';
