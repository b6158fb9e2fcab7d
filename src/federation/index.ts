export type { ServiceLimits } from './limits.ts';
export { searchService } from './settle-service.ts';
export { type ServiceOptions, withServices } from './with-services.ts';
