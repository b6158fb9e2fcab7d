export type { ServiceLimits } from './limits.ts';
export { assertPublicHost, isPublicAddress, publicLookup } from './remote/public-addresses.ts';
export { searchService } from './settle-service.ts';
export { type ServiceOptions, withServices } from './with-services.ts';
