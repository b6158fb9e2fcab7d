import type { Store } from 'oxigraph';
import type { OpenedOxigraph } from './oxigraph-module.ts';

/** A question with a known answer. */
export interface Probe {
  /** IRI of the graph that is asked; absent: the default graph. */
  readonly graph?: string;
  readonly query: string;
  /** As tab-separated values. */
  readonly answer: string;
}

type Opened = Pick<OpenedOxigraph, 'namedNode'> & { readonly store: Store };

const MOST_GRAPHS = 8;
const SEEN_GRAPHS = 1000;
/** Which statements of a graph have their subjects asked about. */
const SAMPLES = [0, 1000, 20_000];
const MOST_ANSWER = 20_000;

/** What a store says of some things of some of its graphs, for comparing with what it says when it is restored. */
export function recordProbes({ store, namedNode }: Opened): readonly Probe[] {
  const ask = (query: string, graph?: string): string => answerOf({ store, namedNode }, { query, graph });
  const graphs = irisIn(ask(`SELECT ?g { GRAPH ?g {} } LIMIT ${SEEN_GRAPHS}`));
  const step = Math.max(1, Math.ceil(graphs.length / MOST_GRAPHS));
  return [undefined, ...graphs.filter((_, at) => at % step === 0)].flatMap((graph) =>
    SAMPLES.flatMap((offset) => irisIn(ask(`SELECT ?s { ?s ?p ?o } OFFSET ${offset} LIMIT 1`, graph)))
      .map((iri) => `SELECT ?p ?o { ${iri} ?p ?o } LIMIT 50`)
      .map((query) => ({ query, ...(graph && { graph }), answer: ask(query, graph) }))
      .filter(({ answer }) => answer.length <= MOST_ANSWER),
  );
}

/** The first probe that is answered otherwise than it was. */
export function failedProbe(opened: Opened, probes: readonly Probe[]): Probe | undefined {
  return probes.find((probe) => answerOf(opened, probe) !== probe.answer);
}

/** IRIs among the values of one column, as they stand in a query. */
const irisIn = (tsv: string): readonly string[] =>
  tsv
    .split('\n')
    .slice(1)
    .filter((value) => value.startsWith('<') && !value.startsWith('<<'));

function answerOf(
  { store, namedNode }: Opened,
  { query, graph }: { readonly query: string; readonly graph?: string | undefined },
): string {
  return store.query(query, {
    results_format: 'text/tab-separated-values',
    ...(graph && { default_graph: [namedNode(graph.slice(1, -1))] }),
  }) as string;
}
