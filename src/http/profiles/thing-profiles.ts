import type { Profile, ResourceDescription } from '../../model/index.ts';
import type { AppContext } from '../context.ts';
import { typesOf } from '../document.ts';

/** The profiles that describe a thing: by its classes. */
export function profilesFor(
  { profiles = [] }: AppContext,
  description: ResourceDescription,
): readonly Profile[] {
  const types = new Set(typesOf(description));
  return profiles.filter(({ classes }) => classes.length === 0 || classes.some((one) => types.has(one)));
}

/** The profile as which everything is published: the ontology of the release. */
export const nativeProfile = ({ release }: AppContext): string => `${release.manifest.base}def/`;
