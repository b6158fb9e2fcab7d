import type { Request } from 'express';
import type { Language } from '../../model/index.ts';
import { termTitle } from '../../pages/index.ts';
import type { AppContext } from '../context.ts';
import { frameOf } from '../frame.ts';

/** How things, terms and datasets are called in the language of a request; what was asked once is remembered. */
export interface Naming {
  readonly language: Language;
  thing(iri: string): string | undefined;
  /** A class or property. */
  term(iri: string): string;
  /** Title of a dataset by its slug. */
  dataset(slug: string): string;
}

export function namingOf(context: AppContext, request: Request): Naming {
  const { index, terms, datasets } = context;
  const frame = frameOf(context, request);
  const { language } = frame;
  const things = new Map<string, string | undefined>();
  return {
    language,
    thing: (iri) => {
      if (!things.has(iri)) things.set(iri, index.label(iri, language));
      return things.get(iri);
    },
    term: (iri) => termTitle(iri, { terms, frame }),
    dataset: (slug) => datasets.find((one) => one.slug === slug)?.title[language] ?? slug,
  };
}
