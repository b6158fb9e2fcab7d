export { assertPublicHost, isPublicAddress, publicLookup, type Refusal } from './public-addresses.ts';
