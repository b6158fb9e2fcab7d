import type { TreeConcept } from '../../model/index.ts';
import { type PageFrame, vocabulariesPage, vocabularyPage } from '../../pages/index.ts';
import { iriPathOf } from '../canonical-address.ts';
import type { AppContext } from '../context.ts';
import { addressParameters } from '../form.ts';
import type { Handler } from '../methods.ts';
import { notFound } from '../problem.ts';
import { sendPage } from '../send-page.ts';
import type { ServedContext } from '../serving.ts';
import { branchesOf, LEVEL, wayTo } from '../vocabulary/concept-branches.ts';
import { type Vocabulary, vocabulariesOf } from '../vocabulary/vocabularies.ts';

/** /vocabularies, /vocabulary/<slug>: vocabularies and the tree of one; `?concept=` a branch of it, `?page=` its next concepts. */
export const VOCABULARY = /^\/(?:vocabularies|vocabulary\/[^/]+)$/;

/** First concepts of a vocabulary in the list. */
const TOPS = 8;

export const vocabulary =
  (context: ServedContext): Handler =>
  (request, response) =>
    sendPage(context, request, response, (frame) => {
      const slug = /^\/vocabulary\/(.+)$/.exec(iriPathOf(request))?.[1];
      if (slug === undefined) return listPage(context, frame);
      const found = vocabulariesOf(context).find(({ dataset }) => dataset.slug === slug);
      if (!found) throw notFound();
      const asked = addressParameters(request.originalUrl);
      return treePage(context, frame, found, asked);
    });

function listPage(context: AppContext, frame: PageFrame): string {
  const { language } = frame;
  const vocabularies = vocabulariesOf(context).map(({ dataset, scheme }) => {
    const options = { language, offset: 0, limit: TOPS };
    const { concepts, total } = context.index.concepts.topConcepts(scheme.iri, options);
    return { dataset, concepts: scheme.concepts, tops: concepts, total };
  });
  return vocabulariesPage(frame, { vocabularies });
}

function treePage(
  { index: { concepts: trees } }: AppContext,
  frame: PageFrame,
  { dataset, scheme }: Vocabulary,
  asked: URLSearchParams,
): string {
  const { language } = frame;
  const number = pageNumber(asked.get('page'));
  const options = { language, offset: (number - 1) * LEVEL, limit: LEVEL };
  const concept = conceptOf(asked.get('concept'));
  const level = concept ? trees.narrower(concept.iri, options) : trees.topConcepts(scheme.iri, options);
  if (number > 1 && level.concepts.length === 0) throw notFound();
  const isLast = options.offset + level.concepts.length >= level.total;
  const parameters = new URLSearchParams({ ...(concept && { concept: concept.iri }), page: `${number + 1}` });
  return vocabularyPage(frame, {
    dataset,
    concepts: scheme.concepts,
    tops: concept ? 0 : level.total,
    branches: branchesOf(trees, level.concepts, language),
    total: level.total,
    ...(concept && { concept, above: wayTo(trees, concept.iri, language) }),
    ...(!isLast && { next: `/vocabulary/${dataset.slug}?${parameters}` }),
  });

  function conceptOf(iri: string | null): TreeConcept | undefined {
    if (iri === null) return undefined;
    const found = trees.concept(iri, language);
    if (!found || !trees.schemesOf(iri).includes(scheme.iri)) throw notFound();
    return found;
  }
}

/** The number that is asked for, 1 where none is. */
function pageNumber(asked: string | null): number {
  if (asked === null) return 1;
  if (!/^[1-9]\d{0,5}$/.test(asked)) throw notFound();
  return Number(asked);
}
