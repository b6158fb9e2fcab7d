import type { DatabaseSync } from 'node:sqlite';
import {
  type DataVocabulary,
  type DatedThing,
  type FoundThings,
  type IncomingPage,
  type Language,
  type ListedThing,
  type PlacedThing,
  type ResourceDescription,
  type ResourceIndex,
  type SearchQuestion,
  type ThingPage,
  type ThingSearch,
  thingSpace,
  type Withdrawal,
  withoutFragment,
} from '../model/index.ts';
import { BlockReader } from './block-reader.ts';
import { type BlockPacker, findThing, type ThingText } from './description-block.ts';
import { IncomingReader } from './incoming-links.ts';
import { readVocabulary } from './read-vocabulary.ts';
import { ResourceDirectory } from './resource-directory.ts';
import { ThingLists } from './thing-lists.ts';
import { SqliteThingSearch } from './thing-search.ts';

/** Sources given of each kind of incoming link. */
const SOURCES_GIVEN = 25;

/** The index of a release, read from its SQLite file. */
export class SqliteIndex implements ResourceIndex {
  readonly #database: DatabaseSync;
  readonly #base: string;
  readonly #blocks: BlockReader;
  readonly #queries: ReturnType<typeof prepareReading>;
  readonly #directory: ResourceDirectory;
  readonly #incoming: IncomingReader;
  readonly #lists: ThingLists;
  readonly #search: ThingSearch;
  readonly #names: ReturnType<typeof namesOf>;
  #vocabulary?: DataVocabulary;

  constructor(database: DatabaseSync, { base, packer }: { base: string; packer: BlockPacker }) {
    this.#database = database;
    this.#base = base;
    this.#blocks = new BlockReader(database, packer);
    this.#queries = prepareReading(database);
    this.#directory = new ResourceDirectory(database);
    this.#incoming = new IncomingReader(database, this.#directory);
    this.#lists = new ThingLists(database, base, this.#directory);
    this.#search = new SqliteThingSearch(database, this.#directory);
    this.#names = namesOf(database);
  }

  describe(iri: string): ResourceDescription | undefined {
    const thing = withoutFragment(iri);
    const found = this.#directory.find(thing);
    const text = found && this.#textOf(found.id);
    const subjects = text?.subjects.filter(({ fragment }) => thing === iri || thing + fragment === iri) ?? [];
    if (!found || !text || subjects.length === 0) return undefined;
    const changed = this.#names.moments.get(found.moment);
    return {
      iri,
      dataset: this.#names.datasets.get(found.dataset) ?? '',
      lines: subjects.flatMap(({ fragment, statements }) =>
        statements.map((statement) => `<${thing}${fragment}> ${statement} .`),
      ),
      incoming: thing === iri ? this.#incoming.groups(found.id, SOURCES_GIVEN) : [],
      hash: text.hash,
      ...(changed !== undefined && { changed }),
    };
  }

  has(iri: string): boolean {
    return this.#directory.find(iri) !== undefined;
  }

  label(iri: string, language: Language): string | undefined {
    const resource = this.#directory.find(iri);
    return resource && this.#labelOf(resource.id, language);
  }

  things(dataset: string, options: { language: Language; after?: string; limit: number }): ThingPage {
    const space = thingSpace(this.#base, dataset);
    const { things, next } = this.#lists.page(dataset, options);
    const listed = things.map(
      ({ id, iri }): ListedThing => ({
        iri,
        label: this.#labelOf(id, options.language) ?? readable(iri.slice(space.length)),
      }),
    );
    return { things: listed, ...(next !== undefined && { next }) };
  }

  incoming(
    iri: string,
    property: string,
    options: { after?: string; limit: number },
  ): IncomingPage | undefined {
    const found = this.#directory.find(iri);
    return found && this.#incoming.page(found.id, property, options);
  }

  datedThings(dataset: string, options: { after?: string; limit: number }): readonly DatedThing[] {
    return this.#lists.page(dataset, options).things.map(({ iri, moment }) => {
      const changed = this.#names.moments.get(moment);
      return { iri, ...(changed !== undefined && { changed }) };
    });
  }

  withdrawal(iri: string): Withdrawal | undefined {
    const row = this.#queries.withdrawal.get(iri) as Record<string, string | null> | undefined;
    if (!row) return undefined;
    const { date, replaced_by: replacedBy, reason_fr: fr, reason_en: en } = row;
    const reason = { fr: fr ?? '', en: en ?? '' };
    return { iri, date: date ?? '', reason, ...(replacedBy && { replacedBy }) };
  }

  places(dataset: string, limit: number): readonly PlacedThing[] {
    return this.#lists.places(dataset, limit);
  }

  search(question: SearchQuestion): FoundThings {
    return this.#search.search(question);
  }

  vocabulary(): DataVocabulary {
    this.#vocabulary ??= readVocabulary(this.#database);
    return this.#vocabulary;
  }

  close(): void {
    this.#database.close();
  }

  #textOf(id: number): ThingText | undefined {
    const block = this.#blocks.for(id);
    return block && findThing(block, id);
  }

  #labelOf(id: number, language: Language): string | undefined {
    const labels = this.#queries.labels.all(id) as { language: string; text: string }[];
    for (const wanted of [language, 'fr', 'en', '']) {
      const found = labels.find((label) => label.language === wanted);
      if (found) return found.text;
    }
    return labels[0]?.text;
  }
}

/** An identifier as people write it, where a thing has no label. */
function readable(identifier: string): string {
  try {
    return decodeURIComponent(identifier);
  } catch {
    return identifier; // A stray percent sign: the identifier is shown as it is.
  }
}

/** Datasets and moments by their numbers: a few. */
function namesOf(database: DatabaseSync) {
  const read = (sql: string): ReadonlyMap<number, string> =>
    new Map(
      (database.prepare(sql).all() as { id: number; name: string }[]).map(({ id, name }) => [id, name]),
    );
  return {
    datasets: read('SELECT id, slug AS name FROM datasets'),
    moments: read('SELECT id, instant AS name FROM moments'),
  };
}

function prepareReading(database: DatabaseSync) {
  return {
    labels: database.prepare('SELECT language, text FROM labels WHERE resource = ? ORDER BY language'),
    withdrawal: database.prepare(
      'SELECT date, replaced_by, reason_fr, reason_en FROM withdrawals WHERE iri = ?',
    ),
  };
}
