import type { AppContext } from '../context.ts';
import type { KnownValues } from './facet-values.ts';

/** What values of facets are read against, of a release. */
export const knownValues = ({ release, index }: AppContext): KnownValues => ({
  base: release.manifest.base,
  slugs: release.manifest.datasets.map(({ slug }) => slug),
  classes: () => index.vocabulary().classes.map(({ iri }) => iri),
});
