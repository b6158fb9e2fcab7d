import { Store } from 'oxigraph';
import { withServices } from '../../../src/federation/index.ts';
import { resultRows } from '../../../src/federation/remote/result-rows.ts';
import type { QuadStore, ServiceEndpoint, SparqlQuestion, ThingSearch } from '../../../src/model/index.ts';
import { createQueryParser, parseQuery } from '../../../src/sparql/index.ts';
import { storeOver } from '../../store-over.ts';

export const BASE = 'http://example.org/';
/** One for all tests: each has a thread for long texts. */
export const PARSER = createQueryParser({ base: BASE });

export const ENDPOINT = 'http://elsewhere.example/sparql';
export const JSON_RESULTS = 'application/sparql-results+json';

/** A store in this thread, and the queries that it was asked. */
export interface LocalWorld {
  readonly store: QuadStore;
  readonly asked: string[];
}

export function localWorld(turtle: string): LocalWorld {
  const inner = new Store();
  inner.load(turtle, { format: 'text/turtle', base_iri: BASE });
  const asked: string[] = [];
  return { store: storeOver(inner, BASE, (text) => asked.push(text)), asked };
}

export const endpoint = (iri: string = ENDPOINT): ServiceEndpoint => ({
  endpoint: iri,
  milliseconds: 1000,
  bytes: 1e6,
  isPrivate: true,
});

/** An endpoint without network, and the queries that it was asked. */
export function remoteWorld(turtle: string) {
  const inner = new Store();
  inner.load(turtle, { format: 'text/turtle', base_iri: BASE });
  const asked: string[] = [];
  const start = () => ({
    ask: async ({ text, variables, rows }: { text: string; variables: readonly string[]; rows: number }) => {
      asked.push(text);
      const found = resultRows(inner.query(text, { results_format: JSON_RESULTS }) as string, variables);
      return found && found.length <= rows
        ? ({ kind: 'solutions', rows: found } as const)
        : ({ kind: 'failed', reason: { fr: 'Trop.', en: 'Too many.' } } as const);
    },
    cancel: () => {},
    isFree: () => true,
    stop: async () => {},
  });
  return { start, asked };
}

export const question = (text: string, mediaType = JSON_RESULTS): SparqlQuestion => {
  const parsed = parseQuery(text, { base: BASE });
  if (parsed.kind !== 'parsed') throw new Error(`${JSON.stringify(parsed)} ${text}`);
  const { queryKind: kind, hasDataset, services } = parsed;
  return { text, kind, mediaType, hasDataset, services };
};

/** Rows of a JSON result, sorted, so that two can be compared. */
export function rowsOf(body: unknown): readonly string[] {
  const { results } = JSON.parse(String(body));
  return results.bindings
    .map((binding: Record<string, { value: string }>) =>
      JSON.stringify(Object.entries(binding).sort(([a], [b]) => (a < b ? -1 : 1))),
    )
    .sort();
}

/** A store over which only search is understood. */
export const searching = (store: QuadStore, search?: ThingSearch) =>
  withServices(store, { base: BASE, search, services: [], limits: { milliseconds: 5000 }, parser: PARSER });
