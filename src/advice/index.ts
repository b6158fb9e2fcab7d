export type { Advice, AdviceCode } from './advice.ts';
export { type AdviserSources, createQueryAdviser, type QueryAdviser } from './query-adviser.ts';
