import type { Request } from 'express';
import type { SearchReading } from '../../pages/index.ts';
import type { AppContext } from '../context.ts';
import { frameOf } from '../frame.ts';

/** What names values and classes in the language of a request. */
export function searchReading(context: AppContext, request: Request): SearchReading {
  const { terms, index, datasets } = context;
  const frame = frameOf(context, request);
  return { frame, terms, datasets, label: (iri) => index.label(iri, frame.language) };
}
