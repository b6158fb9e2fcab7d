import type { Bilingual, DataVocabulary } from '../model/index.ts';
import { rdf } from '../rdf/index.ts';
import type { ReadQuery } from '../sparql/index.ts';
import { type Advice, type AdviceCode, type PlacedAdvice, placeInText } from './advice.ts';
import { knownLanguages } from './known-languages.ts';
import { knownTerms } from './known-terms.ts';
import { cannotRead, READ_ONLY, tooComplex } from './sentences.ts';
import { type Knowledge, warningsOf } from './warnings.ts';

/** What is known of the data that queries are asked of. */
export interface AdviserSources {
  readonly vocabulary: DataVocabulary;
  /** IRIs of the published graphs. */
  readonly graphs: readonly string[];
  /** Label of a class or property. */
  readonly label: (iri: string) => Bilingual | undefined;
}

/** Advice on a query that was read (`readQuery`), in the order of its text. */
export type QueryAdviser = (text: string, read: ReadQuery) => readonly Advice[];

/** At most so much advice on one query: the rest follows when the first is taken. */
const MOST = 50;

/** Prepares what is known of the data once; each query is then judged without asking anybody. */
export function createQueryAdviser({ vocabulary, graphs, label }: AdviserSources): QueryAdviser {
  const knowledge: Knowledge = {
    classes: knownTerms(vocabulary.classes, label),
    properties: knownTerms([...vocabulary.properties, { iri: rdf.type, count: 1 }], label),
    languages: knownLanguages(vocabulary.languages),
    graphs,
  };
  return (text, read) => {
    if (read.kind === 'update') return [refusal('read-only', READ_ONLY)];
    if (read.kind === 'too-complex') return [refusal('query-too-complex', tooComplex(read))];
    if (read.kind === 'malformed') {
      const { line = 1, column = 1 } = read;
      return [{ ...refusal('query-malformed', cannotRead(read)), line, column }];
    }
    return warningsOf(read, knowledge)
      .toSorted((a, b) => a.start - b.start)
      .slice(0, MOST)
      .map((one) => placed(one, text));
  };
}

const refusal = (code: AdviceCode, message: Bilingual): Advice => ({
  code,
  severity: 'error',
  line: 1,
  column: 1,
  length: 0,
  message,
});

const placed = ({ start, end, ...rest }: PlacedAdvice, text: string): Advice => ({
  ...rest,
  severity: 'warning',
  ...placeInText(text, start),
  length: end - start,
});
