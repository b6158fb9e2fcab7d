import {
  FACETS,
  type FindAnswer,
  type FindQuestion,
  type Language,
  type ResourceFinder,
} from '../../model/index.ts';
import { type LoosenedChoice, type SearchState, withoutFacet } from '../../pages/index.ts';

/** The question that a state of the search asks of the finder. */
export const questionOf = ({ text, chosen }: SearchState, language: Language): FindQuestion => ({
  chosen,
  language,
  ...(text !== undefined && { text }),
});

/** Choices that are tried without, where nothing was found. */
const MOST_TRIED = 6;

/** How much there would be without one of the choices, those that help only, the best first. */
export function loosenedChoices(
  finder: ResourceFinder,
  state: SearchState,
  language: Language,
): readonly LoosenedChoice[] {
  const choices = FACETS.flatMap((facet) => (state.chosen[facet] ?? []).map((value) => ({ facet, value })));
  return choices
    .slice(0, MOST_TRIED)
    .map(({ facet, value }) => {
      const { total } = totalOf(finder, withoutFacet(state, facet, value), language);
      return { facet, value, total };
    })
    .filter(({ total }) => total > 0)
    .sort((one, other) => other.total - one.total);
}

const totalOf = (finder: ResourceFinder, state: SearchState, language: Language): FindAnswer =>
  finder.find(questionOf(state, language), { offset: 0, limit: 0, facetValues: 0 });
