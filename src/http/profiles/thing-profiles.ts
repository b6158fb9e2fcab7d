import type { Profile } from '../../model/index.ts';
import type { AppContext } from '../context.ts';

/** The profiles that describe a thing of some classes. */
export const profilesFor = ({ profiles = [] }: AppContext, types: readonly string[]): readonly Profile[] =>
  profiles.filter(({ classes }) => classes.length === 0 || classes.some((one) => types.includes(one)));

/** The profile as which everything is published: the ontology of the release. */
export const nativeProfile = ({ release }: AppContext): string => `${release.manifest.base}def/`;
