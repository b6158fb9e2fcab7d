import type { Language } from '../../model/index.ts';

/** Address of the workbench: of a record, and of one of its things where it has several. */
export function workbenchAddress({
  row,
  thing,
  language,
}: {
  readonly row?: number | undefined;
  readonly thing?: string | undefined;
  readonly language: Language;
}): string {
  const asked = new URLSearchParams();
  if (row !== undefined) asked.set('row', String(row));
  if (thing !== undefined) asked.set('thing', thing);
  asked.set('lang', language);
  return `/?${asked}`;
}
