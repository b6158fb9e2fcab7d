import { DatabaseSync } from 'node:sqlite';
import { thingSpace, withoutFragment } from '../model/index.ts';
import type { SubjectLines } from './dump-subjects.ts';
import { excerptOf } from './excerpt.ts';
import { BUILD_PRAGMAS, FINISH, SCHEMA_VERSION, TABLES } from './schema.ts';
import { fillSearchTables, SEARCH_TABLES } from './search-tables.ts';
import { packed } from './statements.ts';
import { UsageCounter } from './usage-counter.ts';

/** What a finished index says of itself. */
export interface IndexMeta {
  readonly base: string;
  /** Stands for the release it was made from. */
  readonly fingerprint: string;
}

const MOST_REMEMBERED = 50_000;

/** Writes an index in two passes over the dumps: who is described, then what is said. */
export class IndexWriter {
  readonly #database: DatabaseSync;
  readonly #base: string;
  readonly #spaces: readonly { readonly dataset: string; readonly space: string }[];
  readonly #ids = new Map<string, number>();
  readonly #properties = new Map<string, number>();
  readonly #usages = new UsageCounter();
  readonly #statements: ReturnType<typeof prepareWriting>;

  constructor(file: string, base: string, datasets: readonly string[]) {
    this.#base = base;
    this.#spaces = datasets.map((dataset) => ({ dataset, space: thingSpace(base, dataset) }));
    this.#database = new DatabaseSync(file);
    this.#database.exec(BUILD_PRAGMAS);
    this.#database.exec(TABLES + SEARCH_TABLES);
    this.#database.exec('BEGIN');
    this.#statements = prepareWriting(this.#database);
  }

  /** First pass. A thing whose hash IRIs alone are described is known too. */
  see(subject: string, dataset: string): void {
    const thing = withoutFragment(subject);
    const owner = this.#ownerOf(thing) ?? dataset;
    this.#statements.see.run(subject, owner);
    if (thing !== subject) this.#statements.see.run(thing, owner);
  }

  /** Between the passes: gives numbers in the order of IRIs. */
  number(): void {
    this.#database.exec(
      'INSERT INTO resources (iri, dataset) SELECT iri, dataset FROM seen ORDER BY iri; DROP TABLE seen;',
    );
  }

  /** Second pass: a subject and what one dump says of it. */
  describe({ subject, lines }: SubjectLines): void {
    const id = this.#idOf(subject);
    const thing = withoutFragment(subject);
    const thingId = thing === subject ? id : this.#idOf(thing);
    if (id === undefined || thingId === undefined)
      throw new Error(`${subject} was not met in the first pass.`);
    const { labels, links, place } = excerptOf(lines, this.#usages);
    this.#statements.describe.run(id, packed(subject, lines));
    for (const { language, text, rank } of labels) this.#statements.label.run(id, language, text, rank);
    for (const { property, target } of links) if (target !== thing) this.#link(target, property, thingId);
    if (place)
      this.#statements.place.run(thingId, place.latitude, place.longitude, thing === subject ? 0 : 1);
  }

  /** Makes what depends on the whole, and marks the index as complete. */
  finish({ base, fingerprint }: IndexMeta): void {
    const meta = this.#database.prepare('INSERT INTO meta VALUES (?, ?)');
    meta.run('base', base);
    meta.run('fingerprint', fingerprint);
    const usage = this.#database.prepare('INSERT INTO usages VALUES (?, ?, ?)');
    for (const counted of this.#usages.counts()) usage.run(...counted);
    this.#database.exec(FINISH);
    fillSearchTables(this.#database, base);
    this.#database.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
    this.#database.exec('COMMIT');
  }

  close(): void {
    this.#database.close();
  }

  #link(target: string, property: string, source: number): void {
    const targetId = this.#idOf(target);
    if (targetId !== undefined) this.#statements.link.run(targetId, this.#propertyId(property), source);
  }

  /** Numbers are remembered while there are not too many: most links go to few resources. */
  #idOf(iri: string): number | undefined {
    const known = this.#ids.get(iri);
    if (known !== undefined) return known;
    const id = (this.#statements.id.get(iri) as { id: number } | undefined)?.id;
    if (this.#ids.size >= MOST_REMEMBERED) this.#ids.clear();
    if (id !== undefined) this.#ids.set(iri, id);
    return id;
  }

  #propertyId(iri: string): number {
    const known = this.#properties.get(iri);
    if (known !== undefined) return known;
    const id = this.#properties.size + 1;
    this.#statements.property.run(id, iri);
    this.#properties.set(iri, id);
    return id;
  }

  /** The dataset whose URI space holds a thing. */
  #ownerOf(thing: string): string | undefined {
    if (!thing.startsWith(this.#base)) return undefined;
    return this.#spaces.find(({ space }) => thing.startsWith(space))?.dataset;
  }
}

function prepareWriting(database: DatabaseSync) {
  return {
    see: database.prepare('INSERT OR IGNORE INTO seen VALUES (?, ?)'),
    id: database.prepare('SELECT id FROM resources WHERE iri = ?'),
    describe: database.prepare('INSERT INTO descriptions VALUES (?, ?)'),
    label: database.prepare(
      `INSERT INTO labels VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE
       SET text = excluded.text, rank = excluded.rank WHERE excluded.rank < labels.rank`,
    ),
    place: database.prepare(
      `INSERT INTO places VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE
       SET latitude = excluded.latitude, longitude = excluded.longitude, rank = excluded.rank
       WHERE excluded.rank < places.rank`,
    ),
    property: database.prepare('INSERT INTO properties VALUES (?, ?)'),
    link: database.prepare('INSERT INTO raw_links VALUES (?, ?, ?)'),
  };
}
