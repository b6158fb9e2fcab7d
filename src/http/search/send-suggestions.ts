import type { Request, Response } from 'express';
import { pathOfIri, type ResourceFinder } from '../../model/index.ts';
import { datasetTitle, type SearchReading, termTitle } from '../../pages/index.ts';
import { variesByLanguage } from '../negotiation.ts';
import { replyAgain } from '../reply-again.ts';
import { memoryOfDocuments, type ServedContext } from '../serving.ts';
import { type AskedSearch, QUESTION_NAMES, readSearch } from './asked-search.ts';
import { knownValues } from './known-values.ts';
import { missingText } from './search-problems.ts';
import { searchReading } from './search-reading.ts';

const USUAL = 8;
const NAMES = [...QUESTION_NAMES, 'limit'];

/** `/api/suggest.json?q=`: completions of what is being typed. */
export function sendSuggestions(
  context: ServedContext,
  finder: ResourceFinder,
  request: Request,
  response: Response,
): Promise<void> | void {
  const asked = readSearch(request.originalUrl, { ...knownValues(context), names: NAMES, isStrict: true });
  variesByLanguage(response);
  const { text } = asked;
  if (text === undefined) throw missingText();
  const body = suggestionsText(finder, { ...asked, text }, searchReading(context, request));
  const lastModified = context.release.manifest.createdAt;
  const what = { body, mediaType: 'application/json', lastModified };
  return replyAgain(response, what, memoryOfDocuments(context.serving));
}

function suggestionsText(
  finder: ResourceFinder,
  { text, chosen, limit = USUAL }: AskedSearch & { readonly text: string },
  reading: SearchReading,
): string {
  const { language, base } = reading.frame;
  const suggestions = finder.suggest(text, { language, limit, chosen }).map((one) => ({
    iri: one.iri,
    label: one.label,
    ...(one.type !== undefined && { type: { iri: one.type, label: termTitle(one.type, reading) } }),
    dataset: { slug: one.dataset, title: datasetTitle(one.dataset, reading) },
    href: pathOfIri(one.iri, base) ?? one.iri,
  }));
  return `${JSON.stringify({ q: text, suggestions })}\n`;
}
