import type { DatabaseSync } from 'node:sqlite';
import type { DataVocabulary, Language, PlacedThing } from '../../model/index.ts';
import type { BlockReader } from '../block-reader.ts';
import { findThing } from '../description-block.ts';
import type { LabelReader, ReadLabel } from '../label-reader.ts';
import type { ResourceDirectory } from '../resource-directory.ts';
import type { ThingLists } from '../thing-lists.ts';
import { ResourceReader, type SaidOfThing, type ShownParts } from './found-resource.ts';
import { SqliteFinder } from './sqlite-finder.ts';

/** What reads the tables of an index. */
export interface IndexReaders {
  readonly directory: ResourceDirectory;
  readonly blocks: BlockReader;
  readonly labels: LabelReader;
  readonly lists: ThingLists;
  /** Slugs by number. */
  readonly datasets: ReadonlyMap<number, string>;
  readonly vocabulary: () => DataVocabulary;
}

/** What of an index is shown of found things. */
export class IndexedParts implements ShownParts {
  readonly #readers: IndexReaders;
  #classes?: ReadonlyMap<string, number>;

  constructor(readers: IndexReaders) {
    this.#readers = readers;
  }

  said(resource: number): SaidOfThing {
    const { directory, blocks, datasets } = this.#readers;
    const { iri, dataset } = directory.at(resource);
    const block = blocks.for(resource);
    const text = block && findThing(block, resource);
    return {
      iri,
      dataset: datasets.get(dataset) ?? '',
      subjects: text?.subjects.map(({ statements }) => statements) ?? [],
    };
  }

  iri(resource: number): string {
    return this.#readers.directory.at(resource).iri;
  }

  label(resource: number, language: Language): ReadLabel | undefined {
    return this.#readers.labels.of(resource, language);
  }

  place(resource: number): PlacedThing | undefined {
    return this.#readers.lists.place(resource);
  }

  resourceOf(iri: string): number | undefined {
    return this.#readers.directory.find(iri)?.id;
  }

  instances(type: string): number {
    this.#classes ??= new Map(this.#readers.vocabulary().classes.map(({ iri, count }) => [iri, count]));
    return this.#classes.get(type) ?? 0;
  }
}

/** The search over an index that is read so. */
export const createFinder = (database: DatabaseSync, readers: IndexReaders): SqliteFinder =>
  new SqliteFinder(database, new ResourceReader(new IndexedParts(readers)));
