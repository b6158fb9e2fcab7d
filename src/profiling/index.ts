export type { ProfileOptions, ProfileProgress, ToldDialect } from './options.ts';
export { profileSource } from './profile-source.ts';
