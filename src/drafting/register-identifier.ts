import { folded } from '../documents/index.ts';
import type { DraftRequest } from './draft.ts';
import { headerOf } from './names.ts';

/** Whether the identifier is that of the known file’s own register: only then is it looked up there. */
export function isOfRegister({
  family,
  answers,
  profile,
}: Pick<DraftRequest, 'family' | 'answers' | 'profile'>): boolean {
  const [only, ...more] = answers.identifier;
  if (only === undefined || more.length > 0) return false;
  const header = folded(headerOf(only, profile.source.format === 'csv'));
  const known = family?.columns.find(({ names }) => names.some((name) => folded(name) === header));
  return known?.use.kind === 'value' && known.use.property === 'dcterms:identifier';
}
