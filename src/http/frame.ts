import type { Request } from 'express';
import type { PageFrame } from '../pages/index.ts';
import { uriPathOf } from './canonical-address.ts';
import type { AppContext } from './context.ts';
import { chosenLanguage, languageOf } from './negotiation.ts';

/** Where a page stands: its language, its address, its release. */
export function frameOf(
  { release: { manifest }, identity, finder }: AppContext,
  request: Request,
  path?: string,
): PageFrame {
  return {
    language: languageOf(request),
    languageChosen: chosenLanguage(request) !== undefined,
    path: path ?? uriPathOf(request),
    base: manifest.base,
    release: { id: manifest.id, createdAt: manifest.createdAt, statements: manifest.statements },
    identity,
    hasSearch: finder !== undefined,
  };
}
