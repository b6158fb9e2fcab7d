import { FACETS, type Facet, type FacetCounts, pathOfIri } from '../model/index.ts';
import { centuryText } from './century.ts';
import { termTitle } from './links.ts';
import type { SearchState } from './search-address.ts';
import type { SearchReading } from './search-content.ts';
import { SEARCH } from './texts/search-texts.ts';
import { quoted, shortened } from './typography.ts';

/** What a value of a facet is called in the reader's language; plain text. */
export function facetValueName(facet: Facet, value: string, reading: SearchReading): string {
  const { language, base } = reading.frame;
  if (facet === 'dataset') return datasetTitle(value, reading);
  if (facet === 'type') return termTitle(value, reading);
  if (facet === 'period') return centuryText(Number(value), language);
  return shortened(reading.label(value) ?? pathOfIri(value, base) ?? value, 120);
}

/** What was asked: « château », and what was chosen; empty where nothing was. */
export function askedTitle({ text, chosen }: SearchState, reading: SearchReading): string {
  const names = FACETS.flatMap((facet) =>
    (chosen[facet] ?? []).map((value) => facetValueName(facet, value, reading)),
  );
  return [...(text === undefined ? [] : [quoted(text, reading.frame.language)]), ...names].join(', ');
}

/** The title of a dataset, or its slug where it is declared no more. */
export const datasetTitle = (slug: string, { datasets, frame }: SearchReading): string =>
  datasets.find((one) => one.slug === slug)?.title[frame.language] ?? slug;

/** What the values of a list have in common: the facet, or for concepts their vocabulary. */
export const facetTitle = ({ facet, vocabulary }: FacetCounts, reading: SearchReading): string =>
  vocabulary === undefined ? SEARCH[facet][reading.frame.language] : datasetTitle(vocabulary, reading);

/** Name of a list in addresses: `place`, `concept-domaines`. */
export const facetKey = ({ facet, vocabulary }: FacetCounts): string =>
  vocabulary === undefined ? facet : `${facet}-${vocabulary}`;
