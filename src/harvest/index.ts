export { DEFAULT_BOUNDS, type HarvestBounds } from './bounds.ts';
export { checkFirst, type FirstFile } from './check/check-first.ts';
export type { KnownColumn } from './check/drift.ts';
export { type FailureCode, isCircumstance } from './failure.ts';
export { type Fetcher, type FetchOutcome, type FetchRequest, fetchSource } from './fetch-source.ts';
export type { FirstFailure } from './first-failure.ts';
export {
  type HarvestOutcome,
  type HarvestProgress,
  type HarvestRequest,
  harvestSource,
} from './harvest-dataset.ts';
export type { Secrets } from './secrets.ts';
export { createWebClient, type WebClient, type WebClientOptions, type WebEvent } from './web/web-client.ts';
