import type { DatabaseSync } from 'node:sqlite';
import {
  type DataVocabulary,
  type DatedThing,
  type FoundThings,
  type IncomingLinks,
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
} from '../model/index.ts';
import { readVocabulary } from './read-vocabulary.ts';
import { unpacked } from './statements.ts';
import { SqliteThingSearch } from './thing-search.ts';

/** Sources given of each kind of incoming link. */
const SOURCES_GIVEN = 25;

/** The index of a release, read from its SQLite file. */
export class SqliteIndex implements ResourceIndex {
  readonly #database: DatabaseSync;
  readonly #base: string;
  readonly #queries: ReturnType<typeof prepareReading>;
  readonly #search: ThingSearch;
  #vocabulary?: DataVocabulary;

  constructor(database: DatabaseSync, base: string) {
    this.#database = database;
    this.#base = base;
    this.#queries = prepareReading(database);
    this.#search = new SqliteThingSearch(database);
  }

  describe(iri: string): ResourceDescription | undefined {
    const own = this.#queries.resource.get(iri) as { id: number; dataset: string } | undefined;
    if (!own) return undefined;
    const parts = [
      ...this.#queries.own.all(own.id),
      ...this.#queries.hashes.all(`${iri}#`, `${iri}$`),
    ] as unknown as Part[];
    if (parts.length === 0) return undefined;
    return { iri, dataset: own.dataset, lines: linesOf(parts), incoming: this.#incoming(own.id) };
  }

  label(iri: string, language: Language): string | undefined {
    const labels = this.#queries.labels.all(iri) as { language: string; text: string }[];
    for (const wanted of [language, 'fr', 'en', '']) {
      const found = labels.find((label) => label.language === wanted);
      if (found) return found.text;
    }
    return labels[0]?.text;
  }

  things(dataset: string, options: { language: Language; after?: string; limit: number }): ThingPage {
    const limit = Math.max(1, Math.trunc(options.limit));
    const { from, below } = this.#space(dataset);
    const after = options.after !== undefined && options.after > from ? options.after : from;
    const rows = this.#queries.things.all(after, below, limit + 1) as { iri: string }[];
    const things = rows.slice(0, limit).map(({ iri }) => this.#listed(iri, from, options.language));
    const last = things.at(-1);
    return rows.length > limit && last ? { things, next: last.iri } : { things };
  }

  incoming(
    iri: string,
    property: string,
    { after = '', limit }: { after?: string; limit: number },
  ): IncomingPage | undefined {
    const found = this.describe(iri)?.incoming.find((one) => one.property === property);
    if (!found) return undefined;
    const sources = found.sources.filter((one) => one > after).slice(0, limit);
    return { count: found.count, sources };
  }

  datedThings(dataset: string, options: { after?: string; limit: number }): readonly DatedThing[] {
    return this.things(dataset, { ...options, language: 'fr' }).things.map(({ iri }) => ({ iri }));
  }

  withdrawal(_iri: string): Withdrawal | undefined {
    return undefined;
  }

  places(dataset: string, limit: number): readonly PlacedThing[] {
    const { from, below } = this.#space(dataset);
    const rows = this.#queries.places.all(from, below, Math.max(0, Math.trunc(limit)));
    return rows.map((row) => ({ ...row })) as unknown as PlacedThing[];
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

  #incoming(target: number): IncomingLinks[] {
    const groups = this.#queries.incoming.all(target) as { id: number; property: string; count: number }[];
    return groups.map(({ id, property, count }) => {
      const sources = this.#queries.sources.all(target, id, SOURCES_GIVEN) as { iri: string }[];
      return { property, count, sources: sources.map((source) => source.iri) };
    });
  }

  #listed(iri: string, space: string, language: Language): ListedThing {
    return { iri, label: this.label(iri, language) ?? readable(iri.slice(space.length)) };
  }

  /** All IRIs of a dataset: `…/` up to `…0`, the character after the slash. */
  #space(dataset: string): { from: string; below: string } {
    const from = thingSpace(this.#base, dataset);
    return { from, below: `${from.slice(0, -1)}0` };
  }
}

/** What one dump says of one subject. */
interface Part {
  readonly iri: string;
  readonly statements: string | Uint8Array;
}

/** Subject by subject; what two dumps both say is said once. */
function linesOf(parts: readonly Part[]): string[] {
  const bySubject = Map.groupBy(parts, ({ iri }) => iri);
  return [...bySubject].flatMap(([iri, of]) => {
    const lines = of.flatMap(({ statements }) => unpacked(iri, statements));
    return of.length === 1 ? lines : [...new Set(lines)].sort();
  });
}

/** An identifier as people write it, where a thing has no label. */
function readable(identifier: string): string {
  try {
    return decodeURIComponent(identifier);
  } catch {
    return identifier; // A stray percent sign: the identifier is shown as it is.
  }
}

function prepareReading(database: DatabaseSync) {
  return {
    resource: database.prepare('SELECT id, dataset FROM resources WHERE iri = ?'),
    own: database.prepare(
      `SELECT iri, statements FROM descriptions JOIN resources ON id = resource WHERE resource = ? ORDER BY descriptions.rowid`,
    ),
    hashes: database.prepare(
      `SELECT iri, statements FROM resources JOIN descriptions ON resource = id
       WHERE iri >= ? AND iri < ? ORDER BY iri, descriptions.rowid`,
    ),
    labels: database.prepare(
      `SELECT language, text FROM labels WHERE resource = (SELECT id FROM resources WHERE iri = ?) ORDER BY language`,
    ),
    things: database.prepare(
      `SELECT iri FROM resources WHERE iri > ? AND iri < ? AND instr(iri, '#') = 0 ORDER BY iri LIMIT ?`,
    ),
    places: database.prepare(
      `SELECT iri, latitude, longitude FROM places JOIN resources ON id = resource
       WHERE resource > coalesce((SELECT id FROM resources WHERE iri <= ? ORDER BY iri DESC LIMIT 1), 0)
       AND resource <= coalesce((SELECT id FROM resources WHERE iri < ? ORDER BY iri DESC LIMIT 1), 0)
       ORDER BY resource LIMIT ?`,
    ),
    incoming: database.prepare(
      `SELECT property AS id, iri AS property, sources AS count FROM incoming JOIN properties ON id = incoming.property
       WHERE target = ? ORDER BY iri`,
    ),
    sources: database.prepare(
      `SELECT iri FROM links JOIN resources ON id = source WHERE target = ? AND property = ? ORDER BY source LIMIT ?`,
    ),
  };
}
