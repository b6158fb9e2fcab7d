import type { Language, ResourceDescription } from '../model/index.ts';
import { type PageFrame, thingPage } from '../pages/index.ts';
import { labelOf } from './names.ts';
import type { Preview } from './session/state.ts';

export interface ThingDocumentOptions {
  readonly language: Language;
  /** Names of things that are not previewed: those of the release. */
  readonly label?: ((iri: string, language: Language) => string | undefined) | undefined;
}

/** The path of the document about a thing of the site: `<base>id/x` → `/doc/x`. Undefined for others. */
export const documentPath = (iri: string, base: string): string | undefined =>
  iri.startsWith(`${base}id/`) ? `/doc/${iri.slice(base.length + 'id/'.length)}` : undefined;

/** The page of a thing as the server would send it, made of the chosen records; undefined where none speaks of it. */
export function thingDocument(
  { dataset, base, terms, things, identity, at, records }: Preview,
  iri: string,
  { language, label }: ThingDocumentOptions,
): string | undefined {
  const thing = things.get(iri);
  if (!thing) return undefined;
  const statements = records.reduce((sum, one) => sum + one.statements, 0);
  const frame: PageFrame = {
    language,
    languageChosen: true,
    path: documentPath(iri, base) ?? '/',
    base,
    release: { id: { fr: 'aperçu', en: 'preview' }[language], createdAt: at, statements },
    identity,
  };
  const description: ResourceDescription = {
    iri,
    dataset: dataset.slug,
    lines: thing.lines,
    incoming: [],
  };
  const nameOf = (other: string): string | undefined => {
    const found = things.get(other);
    return (found && labelOf(other, found.lines, language)) ?? label?.(other, language);
  };
  return thingPage(frame, {
    description,
    dataset,
    terms,
    label: nameOf,
    origins: { origin: thing.origin, takesReports: false },
  });
}
