import type { SparqlQuestion } from '../../model/index.ts';
import { askedDataset } from '../../sparql/index.ts';
import type { ProtocolDataset } from './server.ts';

/** Names no graph of any release: an empty dataset has to be said by something. */
const NO_GRAPH = 'urn:cimaise:none';

/**
 * The dataset of a question as the protocol says it, which outdoes FROM (SPARQL 1.1 Protocol, section 2.1.4): published
 * graphs only, so that a query never sees what else there is on the server.
 */
export function askedGraphs(
  question: SparqlQuestion,
  published: ReadonlySet<string>,
  base: string,
): ProtocolDataset {
  const asked = datasetOf(question, base);
  const all = [...published];
  const defaultGraphs = (asked?.defaultGraphs ?? all).filter((iri) => published.has(iri));
  const namedGraphs = (asked?.namedGraphs ?? all).filter((iri) => published.has(iri));
  const isEmpty = defaultGraphs.length + namedGraphs.length === 0;
  return { defaultGraphs: isEmpty ? [NO_GRAPH] : defaultGraphs, namedGraphs };
}

function datasetOf(question: SparqlQuestion, base: string): Partial<ProtocolDataset> | undefined {
  const { defaultGraphs, namedGraphs, hasDataset, text } = question;
  if (defaultGraphs || namedGraphs)
    return { ...(defaultGraphs && { defaultGraphs }), ...(namedGraphs && { namedGraphs }) };
  return hasDataset ? askedDataset(text, base) : undefined;
}
