import { datasetIri, type ResourceDescription } from '../model/index.ts';
import type { PageFrame, ThingContent } from '../pages/index.ts';
import type { AppContext } from './context.ts';
import { termFacts } from './model/used-terms.ts';
import { wayTo } from './vocabulary/concept-branches.ts';

/** Narrower concepts on the page of one. */
const NARROWER = 24;

/** Where a thing stands among others: a concept in its tree, a term of the ontology among the data. */
export function standingOf(
  context: AppContext,
  { iri, dataset }: ResourceDescription,
  frame: PageFrame,
): Pick<ThingContent, 'concept' | 'term'> {
  const term = iri.startsWith(`${frame.base}def/`) ? termFacts(context, iri) : undefined;
  const trees = context.index.concepts;
  const { language } = frame;
  const concept = term ? undefined : trees.concept(iri, language);
  const isListed = concept && trees.schemesOf(iri).includes(datasetIri(frame.base, dataset));
  return {
    ...(term && { term }),
    ...(concept &&
      isListed && {
        concept: {
          concept,
          vocabulary: dataset,
          above: wayTo(trees, iri, language),
          narrower: trees.narrower(iri, { language, offset: 0, limit: NARROWER }).concepts,
        },
      }),
  };
}
