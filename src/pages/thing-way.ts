import { type Dataset, pathOfIri } from '../model/index.ts';
import type { ConceptPlace } from './concept-section.ts';
import { crumbs, type PageFrame } from './frame.ts';
import type { Html } from './html.ts';
import { FRAME } from './texts/frame-texts.ts';

/** A thing and what it stands in. */
interface PlacedInSite {
  readonly iri: string;
  readonly dataset: Dataset | undefined;
  readonly concept?: ConceptPlace;
  /** Whether it is a class or property of the model. */
  readonly isTerm?: boolean;
}

/** The way to a thing: through the tree of its vocabulary, the model, or its dataset. */
export function wayToThing(
  frame: PageFrame,
  { iri: thing, concept, isTerm, dataset }: PlacedInSite,
  name: string,
): Html {
  const { language } = frame;
  const title = dataset?.title[language] ?? '';
  if (concept) {
    const tree = `/vocabulary/${concept.vocabulary}`;
    const above = concept.above.map(({ iri, label }) => ({
      path: pathOfIri(iri, frame.base) ?? tree,
      text: label,
    }));
    return crumbs(
      frame,
      [{ path: '/vocabularies', text: FRAME.vocabularies[language] }, { path: tree, text: title }, ...above],
      name,
    );
  }
  if (isTerm) return crumbs(frame, [{ path: '/model', text: FRAME.model[language] }], name);
  const steps = [{ path: '/datasets', text: FRAME.datasets[language] }];
  if (dataset) steps.push({ path: `/dataset/${dataset.slug}`, text: title });
  return crumbs(frame, steps, identifierOf(thing));
}

/** The last step of an IRI. */
export const identifierOf = (iri: string): string => iri.split('/').findLast((step) => step !== '') ?? iri;
