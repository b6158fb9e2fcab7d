export type { ServiceLimits } from './limits.ts';
export { type ServiceOptions, searchService, withServices } from './with-services.ts';
