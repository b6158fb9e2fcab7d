import type { Request } from 'express';
import { chosenLanguage, languageOf } from './negotiation.ts';
import type { PageMemory } from './page-tags.ts';
import type { AnswerMemory } from './send-packed.ts';
import { memoryOfDocuments, type ServedContext } from './serving.ts';

/** What decides the text of a page, beside release, language and contributions. */
export interface PageFacts {
  /** Its address without the language and without what means nothing. */
  readonly path: string;
  /**
   * What may change while the release is served, such as the releases that are kept: looked at each time, so that a
   * request like one before is not answered without. Absent: nothing may.
   */
  readonly changing?: string;
}

/**
 * Where a page is remembered: made once for both of those who ask for it in other words (their `Accept`), and for those
 * who have it already. What readers contribute is part of every page, so it is made anew when that changes.
 */
export function memoryOfPage(
  context: ServedContext,
  request: Request,
  { path, changing }: PageFacts,
): AnswerMemory {
  const { documents, pages } = context.serving;
  const language = `${languageOf(request)} ${chosenLanguage(request) !== undefined}`;
  const key = [language, context.contributions?.revision() ?? '', changing ?? '', path].join('\n');
  const page: PageMemory = {
    known: () => documents.get(pages.get(key) ?? ''),
    remember: (etag) => void pages.set(key, etag),
  };
  const { answers, quick } = memoryOfDocuments(context.serving);
  return { answers, page, ...(changing === undefined && { quick }) };
}
