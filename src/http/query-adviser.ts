import { type Advice, createQueryAdviser, type QueryAdviser } from '../advice/index.ts';
import { rdf } from '../rdf/index.ts';
import type { AppContext } from './context.ts';
import type { ServedContext } from './serving.ts';

/** What may be wrong with a query, for these data; undefined when too many texts wait to be read. */
export async function adviceOn(context: ServedContext, text: string): Promise<readonly Advice[] | undefined> {
  const read = await context.serving.parser.read(text, rdf.type);
  return read.kind === 'overloaded' ? undefined : adviserOf(context)(text, read);
}

const made = new WeakMap<AppContext, QueryAdviser>();

/** The adviser of a release: prepared at the first question, then kept as long as its context. */
function adviserOf(context: AppContext): QueryAdviser {
  const known = made.get(context);
  if (known) return known;
  const adviser = createQueryAdviser({
    graphs: context.release.manifest.graphs.map(({ iri }) => iri),
    vocabulary: context.index.vocabulary(),
    label: (iri) => context.terms.find(iri)?.label,
  });
  made.set(context, adviser);
  return adviser;
}
