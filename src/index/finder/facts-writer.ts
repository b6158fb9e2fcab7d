import type { DatabaseSync } from 'node:sqlite';
import { lastPart } from '../../model/index.ts';
import { skos } from '../../rdf/index.ts';
import type { StatementParts } from '../line-object.ts';
import { centuriesOf } from './centuries.ts';
import { LABEL_MARK } from './finder-tables.ts';
import { folded, markedWords } from './folded-words.ts';
import { isOrder, LIES_IN, STANDS_IN, type SubjectFacts, subjectFacts } from './thing-facts.ts';

/** A thing as it is described, by numbers of resources. */
export interface DescribedThing {
  readonly id: number;
  readonly iri: string;
  /** Number of the dataset it belongs to. */
  readonly dataset: number;
  readonly subjects: readonly { readonly fragment: string; readonly parts: readonly StatementParts[] }[];
  readonly labels: readonly string[];
  /** To what is described here, from hash IRIs too. */
  readonly links: readonly { readonly property: string; readonly target: number }[];
}

/** What is known of a thing before all are read: numbers of types, and of the resources that it links to. */
export interface ThingFacts {
  readonly dataset: number;
  readonly types: readonly number[];
  readonly centuries: readonly number[];
  readonly areas: readonly number[];
  readonly sites: readonly number[];
  readonly broader: readonly number[];
  readonly others: readonly number[];
}

/** Of one thing so many characters are searched, of one text so many: a book in a literal does not hide the others. */
const MOST_OF_A_THING = 100_000;
const MOST_OF_A_TEXT = 20_000;
/** Of a thing without a label: after those that have one. */
const LENGTH_WITHOUT_LABEL = 400;
/** No data has so many; what would come after them is not told. */
const MOST_TYPES = 50_000;

/** Writes what of each thing is found, before it is known how things depend on each other. */
export class FactsWriter {
  readonly #insert;
  readonly #types = new Map<string, number>();
  /** Resources that things lie in. */
  readonly areas = new Set<number>();
  readonly concepts = new Set<number>();

  constructor(database: DatabaseSync) {
    this.#insert = database.prepare('INSERT INTO facts VALUES (?, ?, ?, ?)');
  }

  add(thing: DescribedThing): void {
    const facts = thing.subjects.map(({ parts }) => subjectFacts(parts));
    const lengths = thing.labels.map(({ length }) => length);
    const length = lengths.length > 0 ? Math.min(...lengths) : LENGTH_WITHOUT_LABEL;
    for (const { property, target } of thing.links) if (LIES_IN.has(property)) this.areas.add(target);
    if (facts.some(({ types }, at) => thing.subjects[at]?.fragment === '' && types.includes(skos.Concept)))
      this.concepts.add(thing.id);
    this.#insert.run(thing.id, length, wordsOf(thing, facts), this.#factsOf(thing, facts));
  }

  /** Types by their numbers. */
  types(): ReadonlyMap<number, string> {
    return new Map([...this.#types].map(([iri, number]) => [number, iri]));
  }

  #factsOf({ subjects, dataset, links }: DescribedThing, facts: readonly SubjectFacts[]): string {
    const types = facts.flatMap((one, at) => (subjects[at]?.fragment === '' ? one.types : []));
    const to = (isMeant: (property: string) => boolean): readonly number[] =>
      links.filter(({ property }) => isMeant(property)).map(({ target }) => target);
    return [
      [dataset],
      types.map((iri) => this.#typeNumber(iri)).filter((number) => number > 0),
      facts.flatMap(({ spans }) => spans.flatMap(centuriesOf)),
      to((property) => LIES_IN.has(property)),
      to((property) => STANDS_IN.has(property)),
      to((property) => property === skos.broader),
      to((property) => !LIES_IN.has(property) && !isOrder(property)),
    ]
      .map((numbers) => [...new Set(numbers)].join(','))
      .join(';');
  }

  /** 0 for one too many. */
  #typeNumber(iri: string): number {
    const known = this.#types.get(iri);
    if (known !== undefined) return known;
    if (this.#types.size >= MOST_TYPES) return 0;
    this.#types.set(iri, this.#types.size + 1);
    return this.#types.size;
  }
}

export function parseFacts(text: string): ThingFacts {
  const [dataset, types, centuries, areas, sites, broader, others] = text.split(';').map(numbersOf);
  return {
    dataset: dataset?.[0] ?? 0,
    types: types ?? [],
    centuries: centuries ?? [],
    areas: areas ?? [],
    sites: sites ?? [],
    broader: broader ?? [],
    others: others ?? [],
  };
}

const numbersOf = (text: string): readonly number[] => (text === '' ? [] : text.split(',').map(Number));

/** Words of labels marked, then all words of what is said, and of the end of the IRI. */
function wordsOf({ iri, labels }: DescribedThing, facts: readonly SubjectFacts[]): string {
  const label = folded(bounded(labels));
  const others = new Set(facts.flatMap(({ texts }) => texts));
  for (const text of labels) others.delete(text);
  return `${markedWords(label, LABEL_MARK)} ${label} ${folded(bounded([lastPart(iri), ...others]))}`;
}

/** Texts in one, each in a line. */
function bounded(texts: readonly string[]): string {
  const parts = texts.map((text) => (text.length > MOST_OF_A_TEXT ? text.slice(0, MOST_OF_A_TEXT) : text));
  return parts.join('\n').slice(0, MOST_OF_A_THING);
}
