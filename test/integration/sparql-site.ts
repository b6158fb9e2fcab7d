import { type AppContext, createApp } from '../../src/http/index.ts';
import type { AnswerBody, QuadStore, SparqlQuestion } from '../../src/model/index.ts';
import { DATASET, type Fixture, NO_TERMS, QUERIES, stubIndex } from './fixture-release.ts';

export const JSON_RESULTS = 'application/sparql-results+json';
export const FORM = 'application/x-www-form-urlencoded';
export const QUERY = 'application/sparql-query';
export const VARY = 'Accept, Accept-Language, Accept-Encoding';

/** The application over a fixture and a store. */
export const appOf = ({ release }: Fixture, store: QuadStore, more: Partial<AppContext> = {}) =>
  createApp({
    release,
    store,
    index: stubIndex(),
    terms: NO_TERMS,
    datasets: [DATASET],
    queries: QUERIES,
    ...more,
  });

/** A store that gives what it is told to, and remembers what it was asked. */
export interface ScriptedStore extends QuadStore {
  readonly asked: SparqlQuestion[];
}

export function scriptedStore(
  body: (question: SparqlQuestion) => AnswerBody | Promise<AnswerBody>,
): ScriptedStore {
  const asked: SparqlQuestion[] = [];
  return {
    asked,
    answer: async (question) => {
      asked.push(question);
      return {
        kind: 'answered',
        body: await body(question),
        mediaType: question.mediaType,
        milliseconds: 1,
      };
    },
    isReady: () => true,
    ready: async () => {},
    size: () => 15,
    figures: () => ({ workers: 2, busy: 0, waiting: 0, slow: 0, replaced: 0 }),
    close: async () => {},
  };
}

export const sparqlUrl = (query: string, more = ''): string =>
  `/sparql?query=${encodeURIComponent(query)}${more}`;
