import { createQueryAdviser, type QueryAdviser } from '../advice/index.ts';
import type { AppContext } from './context.ts';

const made = new WeakMap<AppContext, QueryAdviser>();

/** The adviser of a release: prepared at the first question, then kept as long as its context. */
export function adviserOf(context: AppContext): QueryAdviser {
  const known = made.get(context);
  if (known) return known;
  const { base, graphs } = context.release.manifest;
  const adviser = createQueryAdviser({
    base,
    graphs: graphs.map(({ iri }) => iri),
    vocabulary: context.index.vocabulary(),
    label: (iri) => context.terms.find(iri)?.label,
  });
  made.set(context, adviser);
  return adviser;
}
