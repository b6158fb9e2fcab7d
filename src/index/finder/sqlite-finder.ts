import type { DatabaseSync } from 'node:sqlite';
import { LRUCache } from 'lru-cache';
import type {
  ChosenFacets,
  FacetCounts,
  FindAnswer,
  FindPage,
  FindQuestion,
  FoundPlaces,
  FoundResource,
  FoundThing,
  Language,
  MapBounds,
  PlaceColumns,
  PlacedThing,
  ResourceFinder,
  Suggestion,
  ThingSearch,
} from '../../model/index.ts';
import { FacetTable } from './facet-table.ts';
import type { Found } from './found.ts';
import type { ResourceReader } from './found-resource.ts';
import { FoundThings } from './found-things.ts';
import { both, emptySet, fullSet, isEmpty, membersOf, sizeOf } from './number-set.ts';
import { respelt, Spelling, writtenAs } from './spelling.ts';
import { parseWords, WordSets } from './word-sets.ts';

/** Things that one page has at most. */
const MOST_ON_A_PAGE = 10_000;
/** Labels that are looked at for those that begin as what is typed. */
const MOST_SUGGESTED_FROM = 100;
/** Answers that are remembered: the next page, and the same question again, cost little. */
const MOST_REMEMBERED = 32;
/** Places of so many answers are, too: twelve octets each. */
const MOST_PLACES = 4;

/** Search over the things of an index. What it needs in memory is read at the first question. */
export class SqliteFinder implements ResourceFinder {
  readonly #database: DatabaseSync;
  readonly #resources: ResourceReader;
  readonly #found = new LRUCache<string, Found>({ max: MOST_REMEMBERED });
  readonly #places = new LRUCache<Found, PlaceColumns>({
    max: MOST_PLACES,
    memoMethod: ({ tiers }) => this.#loaded().things.columnsOf(tiers),
  });
  #parts?: { things: FoundThings; facets: FacetTable; words: WordSets; spelling: Spelling };

  constructor(database: DatabaseSync, resources: ResourceReader) {
    this.#database = database;
    this.#resources = resources;
  }

  find(question: FindQuestion, { offset, limit, facetValues }: FindPage): FindAnswer {
    const found = this.#foundFor(question);
    const most = Math.min(MOST_ON_A_PAGE, Math.max(0, Math.trunc(limit) || 0));
    const from = Math.max(0, Math.trunc(offset) || 0);
    const total = sizeOf(found.all);
    const correction = total === 0 ? this.#corrected(question.text ?? '', found.words) : undefined;
    return {
      total,
      things: this.#page(found, { offset: from, limit: most }, question.language),
      facets: this.#facetsOf(found, facetValues),
      ...(correction !== undefined && { correction }),
    };
  }

  /** The text with words that are known instead of those that are not; undefined where nothing has all of them. */
  #corrected(text: string, words: readonly string[]): string | undefined {
    const { words: sets, spelling } = this.#loaded();
    const missing = sets.missing(words);
    const known = missing.map((word) => spelling.nearest(word));
    if (missing.length === 0 || !known.every((word) => word !== undefined)) return undefined;
    const written = known.map((word) => writtenAs(word, this.#labelWith(word)));
    const correction = respelt(text, new Map(missing.map((word, at) => [word, written[at] ?? word])));
    const corrected = parseWords(correction);
    return corrected === 'too-long' || isEmpty(sets.match(corrected).all) ? undefined : correction;
  }

  /** A label that has a word. */
  #labelWith(word: string): string {
    const { words, things } = this.#loaded();
    const [number] = membersOf(words.inLabels([word]), { offset: 0, limit: 1 });
    return number === undefined ? '' : this.#resources.label(things.resources[number] as number);
  }

  suggest(
    text: string,
    { language, limit, chosen = {} }: { language: Language; limit: number; chosen?: ChosenFacets },
  ): readonly Suggestion[] {
    const words = parseWords(text);
    if (words === 'too-long' || words.length === 0) return [];
    const { words: sets, facets, things } = this.#loaded();
    const set = facets.narrowed(sets.inLabels(words), chosen);
    const numbers = membersOf(set, { offset: 0, limit: Math.max(MOST_SUGGESTED_FROM, limit) });
    const resources = numbers.map((number) => things.resources[number] as number);
    return this.#resources.suggestions(resources, { words, text, language, limit });
  }

  iris(question: FindQuestion, limit: number): readonly string[] {
    return this.ranked(question, limit).things.map(({ iri }) => iri);
  }

  /** Things that are found, the best first, without more about them. */
  ranked(question: FindQuestion, limit: number): ReturnType<ThingSearch['search']> {
    const { things: known } = this.#loaded();
    const { all, tiers } = this.#foundFor(question);
    const things: FoundThing[] = [];
    for (const [at, tier] of tiers.entries())
      for (const number of membersOf(tier, { offset: 0, limit: limit - things.length })) {
        const score = tiers.length - at - number / (known.size + 1);
        things.push({ iri: this.#resources.iri(known.resources[number] as number), score });
      }
    return { things, isComplete: sizeOf(all) <= limit };
  }

  everyPlace(question: FindQuestion): PlaceColumns {
    return this.#places.memo(this.#foundFor(question));
  }

  placed(thing: number): PlacedThing {
    return this.#resources.placed(this.#loaded().things.resources[thing] as number);
  }

  foundAt(thing: number, question: FindQuestion): FoundResource {
    const { words } = this.#foundFor(question);
    const resource = this.#loaded().things.resources[thing] as number;
    return this.#resources.found(resource, { words, language: question.language, score: 1 });
  }

  located(question: FindQuestion, { limit, bounds }: { limit: number; bounds?: MapBounds }): FoundPlaces {
    const { things } = this.#loaded();
    const { resources, total } = things.placed(this.#foundFor(question).all, bounds);
    const shown = membersOf(resources, { offset: 0, limit: Math.max(0, Math.trunc(limit)) });
    return { places: shown.map((resource) => this.#resources.placed(resource)), total };
  }

  #page({ tiers, words }: Found, { offset, limit }: FindPage, language: Language): FoundResource[] {
    const { things } = this.#loaded();
    const page: FoundResource[] = [];
    let left = offset;
    for (const [at, tier] of tiers.entries()) {
      if (page.length >= limit) break;
      const size = sizeOf(tier);
      if (size <= left) {
        left -= size;
        continue;
      }
      for (const number of membersOf(tier, { offset: left, limit: limit - page.length })) {
        const score = tiers.length - at - number / (things.size + 1);
        page.push(this.#resources.found(things.resources[number] as number, { words, language, score }));
      }
      left = 0;
    }
    return page;
  }

  #facetsOf(found: Found, most: number | undefined): readonly FacetCounts[] {
    if (most === 0) return [];
    const { facets } = this.#loaded();
    found.counts ??= facets.count(found.all);
    return facets.told(found.counts, most);
  }

  #foundFor({ text, chosen }: FindQuestion): Found {
    const { facets } = this.#loaded();
    const words = text === undefined ? [] : parseWords(text);
    // A text without words finds nothing, no text finds all: they are two questions.
    const key = JSON.stringify([words, (text ?? '').trim() === '', facets.keyOf(chosen)]);
    const found = this.#found.get(key) ?? this.#search(words, chosen, text);
    this.#found.set(key, found);
    return found;
  }

  #search(words: readonly string[] | 'too-long', chosen: ChosenFacets, text: string | undefined): Found {
    const { things, facets, words: sets } = this.#loaded();
    if (words === 'too-long' || (words.length === 0 && (text ?? '').trim() !== ''))
      return { all: emptySet(things.size), tiers: [], words: [] };
    const all = fullSet(things.size);
    const { all: matched, tiers } = words.length > 0 ? sets.match(words) : { all, tiers: [all] };
    const within = facets.narrowed(matched, chosen);
    return { all: within, tiers: tiers.map((tier) => both(tier, within)), words };
  }

  #loaded() {
    if (!this.#parts) {
      const count = this.#database.prepare('SELECT count(*) AS count FROM facet_values').get();
      const things = new FoundThings(this.#database, { values: Number(count?.['count']) });
      const facets = new FacetTable(this.#database, things);
      this.#parts = {
        things,
        facets,
        words: new WordSets(this.#database, things.size),
        spelling: new Spelling(this.#database),
      };
    }
    return this.#parts;
  }
}
