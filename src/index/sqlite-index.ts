import type { DatabaseSync } from 'node:sqlite';
import {
  type ConceptTrees,
  type DataModel,
  type DataVocabulary,
  type DatedThing,
  type FoundThings,
  type IncomingPage,
  type Language,
  type ListedThing,
  type PlacedThing,
  percentDecoded,
  type ResourceDescription,
  type ResourceFinder,
  type ResourceIndex,
  type SearchQuestion,
  type ThingPage,
  type ThingSearch,
  thingSpace,
  type Withdrawal,
  withoutFragment,
} from '../model/index.ts';
import { BlockReader } from './block-reader.ts';
import { SqliteConceptTrees } from './concept-trees.ts';
import { type BlockPacker, findThing, type ThingText } from './description-block.ts';
import { createFinder } from './finder/indexed-parts.ts';
import { IncomingReader } from './incoming-links.ts';
import { LabelReader } from './label-reader.ts';
import { namesOf } from './names.ts';
import { readVocabulary } from './read-vocabulary.ts';
import type { ResourceDirectory } from './resource-directory.ts';
import { readUses } from './term-use-tables.ts';
import { ThingLists } from './thing-lists.ts';
import { SqliteThingSearch } from './thing-search.ts';
import { WithdrawalReader } from './withdrawal-reader.ts';

/** Sources given of each kind of incoming link. */
const SOURCES_GIVEN = 25;

/** What an index is read with. */
interface IndexParts {
  readonly base: string;
  readonly packer: BlockPacker;
  readonly directory: ResourceDirectory;
}

/** The index of a release, read from its SQLite file. */
export class SqliteIndex implements ResourceIndex, ResourceFinder {
  readonly #database: DatabaseSync;
  readonly #base: string;
  readonly #blocks: BlockReader;
  readonly #withdrawals: WithdrawalReader;
  readonly #directory: ResourceDirectory;
  readonly #incoming: IncomingReader;
  readonly #labels: LabelReader;
  readonly #lists: ThingLists;
  readonly #search: ThingSearch;
  readonly #finder: ReturnType<typeof createFinder>;
  readonly #names: ReturnType<typeof namesOf>;
  #vocabulary?: DataVocabulary;
  #model?: DataModel;
  readonly concepts: ConceptTrees;

  constructor(database: DatabaseSync, { base, packer, directory }: IndexParts) {
    this.#database = database;
    this.#base = base;
    this.#blocks = new BlockReader(database, packer);
    this.#withdrawals = new WithdrawalReader(database);
    this.#directory = directory;
    this.#incoming = new IncomingReader(database, this.#directory);
    this.#lists = new ThingLists(database, base, this.#directory);
    this.#labels = new LabelReader(database);
    this.#search = new SqliteThingSearch(database, this.#directory);
    this.#names = namesOf(database);
    this.concepts = new SqliteConceptTrees(
      database,
      this.#directory,
      (id, language) => this.#labels.of(id, language)?.text,
    );
    this.#finder = createFinder(database, {
      directory: this.#directory,
      blocks: this.#blocks,
      labels: this.#labels,
      lists: this.#lists,
      datasets: this.#names.datasets,
      vocabulary: () => this.vocabulary(),
    });
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
    return resource && this.#labels.of(resource.id, language)?.text;
  }

  things(dataset: string, options: { language: Language; after?: string; limit: number }): ThingPage {
    const space = thingSpace(this.#base, dataset);
    const { things, next } = this.#lists.page(dataset, options);
    const listed = things.map(
      ({ id, iri }): ListedThing => ({
        iri,
        label: this.#labels.of(id, options.language)?.text ?? percentDecoded(iri.slice(space.length)),
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
    return this.#withdrawals.find(iri);
  }

  places(dataset: string, limit: number): readonly PlacedThing[] {
    return this.#lists.places(dataset, limit);
  }

  search(question: SearchQuestion): FoundThings {
    const { said, limit } = question;
    if (said === undefined) return this.#search.search(question);
    return this.#finder.ranked({ text: said, chosen: {}, language: 'fr' }, limit);
  }

  readonly find: ResourceFinder['find'] = (question, page) => this.#finder.find(question, page);
  readonly iris: ResourceFinder['iris'] = (question, limit) => this.#finder.iris(question, limit);
  readonly suggest: ResourceFinder['suggest'] = (text, options) => this.#finder.suggest(text, options);
  readonly located: ResourceFinder['located'] = (question, options) =>
    this.#finder.located(question, options);
  readonly everyPlace: ResourceFinder['everyPlace'] = (question) => this.#finder.everyPlace(question);
  readonly placed: ResourceFinder['placed'] = (thing) => this.#finder.placed(thing);
  readonly foundAt: ResourceFinder['foundAt'] = (thing, question) => this.#finder.foundAt(thing, question);

  vocabulary(): DataVocabulary {
    this.#vocabulary ??= readVocabulary(this.#database);
    return this.#vocabulary;
  }

  model(): DataModel {
    this.#model ??= readUses(this.#database);
    return this.#model;
  }

  close(): void {
    this.#database.close();
  }

  #textOf(id: number): ThingText | undefined {
    const block = this.#blocks.for(id);
    return block && findThing(block, id);
  }
}
