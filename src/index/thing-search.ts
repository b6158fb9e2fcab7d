import type { DatabaseSync } from 'node:sqlite';
import type { FoundThing, FoundThings, SearchQuestion, ThingSearch } from '../model/index.ts';
import { type Box, boxesAround, canBeNear, kilometresBetween } from './near-box.ts';
import type { ResourceDirectory } from './resource-directory.ts';
import { wordQuestion } from './word-question.ts';

/** Things that one search gives at most. */
const MOST_FOUND = 10_000;
/**
 * Labels that are weighed at most. They are numbered from the shortest on, and the shorter of two labels with the same
 * words is the better: where there are more than these, the best are among these.
 */
const MOST_WEIGHED = 10_000;
/** Nearest things are looked for within this distance, then farther and farther. */
const FIRST_KILOMETRES = 1;
const WIDENING = 2;

type Near = NonNullable<SearchQuestion['near']>;

/** Search in the full text and in the tree of places of an index. */
export class SqliteThingSearch implements ThingSearch {
  readonly #queries: ReturnType<typeof prepareSearching>;
  readonly #directory: ResourceDirectory;

  constructor(database: DatabaseSync, directory: ResourceDirectory) {
    this.#directory = directory;
    database.function('kilometres', { deterministic: true, varargs: true }, distance);
    this.#queries = prepareSearching(database);
  }

  search({ text, near, limit }: SearchQuestion): FoundThings {
    const most = Math.min(MOST_FOUND, Math.max(1, Math.trunc(limit) || 1));
    if (near !== undefined && !canBeNear(near)) return NOTHING;
    if (text === undefined) return near ? this.#nearest(near, most) : NOTHING;
    const words = wordQuestion(text);
    return words === undefined ? NOTHING : this.#best({ words, near, most });
  }

  #best({ words, near, most }: { words: string; near: Near | undefined; most: number }): FoundThings {
    const weighed = this.#weighed(words, near);
    const found = new Map<number, FoundThing>();
    for (const { resource, language, score } of weighed) {
      if (found.has(resource)) continue;
      const kilometres = near ? this.#distance(resource, near) : undefined;
      if (near && !(kilometres !== undefined && kilometres <= near.kilometres)) continue;
      if (found.size === most) return { things: [...found.values()], isComplete: false };
      found.set(resource, {
        iri: this.#directory.at(resource).iri,
        ...(this.#queries.label.get(resource, language) as { label: string }),
        score,
        ...(kilometres === undefined ? {} : { kilometres }),
      });
    }
    return { things: [...found.values()], isComplete: weighed.length < MOST_WEIGHED };
  }

  /** Labels that hold the words, within a box around the place: the best first. */
  #weighed(words: string, near: Near | undefined): readonly Weighed[] {
    const weighed = { words, most: MOST_WEIGHED };
    const rows = near
      ? this.#queries.both.all({ ...weighed, ...boxed(near) })
      : this.#queries.words.all(weighed);
    return rows as unknown as readonly Weighed[];
  }

  #distance(resource: number, near: Near): number | undefined {
    const place = this.#queries.place.get(resource) as { latitude: number; longitude: number } | undefined;
    return place && kilometresBetween(near, place);
  }

  /** A wide circle around a town holds the whole country: the nearest are found in a narrow one. */
  #nearest(near: Near, most: number): FoundThings {
    const from = { latitude: near.latitude, longitude: near.longitude };
    for (let reach = FIRST_KILOMETRES; ; reach *= WIDENING) {
      const radius = Math.min(reach, near.kilometres);
      const box = boxed({ ...from, kilometres: radius });
      const rows = this.#queries.near.all({ ...from, ...box, radius, most: most + 1 });
      const things = (rows as unknown as readonly NearRow[])
        .slice(0, most)
        .map(({ resource, kilometres }) => ({ iri: this.#directory.at(resource).iri, score: 1, kilometres }));
      if (rows.length > most) return { things, isComplete: false };
      if (radius === near.kilometres) return { things, isComplete: true };
    }
  }
}

const NOTHING: FoundThings = { things: [], isComplete: true };

/** A label that holds the words. */
interface Weighed {
  readonly resource: number;
  readonly language: string;
  readonly score: number;
}

interface NearRow {
  readonly resource: number;
  readonly kilometres: number;
}

/** Bounds of a question of place. A second box that holds nothing stands where one is enough. */
function boxed(near: Near) {
  const [one, other] = boxesAround(near, near.kilometres) as [Box, Box?];
  return { ...one, west2: other?.west ?? 1, east2: other?.east ?? 0 };
}

function distance(...[latitude, longitude, fromLatitude, fromLongitude]: unknown[]): number {
  const from = { latitude: Number(fromLatitude), longitude: Number(fromLongitude) };
  return kilometresBetween(from, { latitude: Number(latitude), longitude: Number(longitude) });
}

function prepareSearching(database: DatabaseSync) {
  /** The best first, then by IRI; French before the others where labels of a thing are worth the same. */
  const weighed = (places: string) =>
    database.prepare(
      `SELECT * FROM (
         SELECT thing_labels.resource AS resource, language, -bm25(label_words) AS score
         FROM label_words CROSS JOIN thing_labels ON thing_labels.id = label_words.rowid ${places}
         WHERE label_words MATCH :words ORDER BY label_words.rowid LIMIT :most)
       ORDER BY score DESC, resource, language <> 'fr', language`,
    );
  return {
    words: weighed(''),
    both: weighed(
      `CROSS JOIN places ON places.resource = thing_labels.resource AND latitude BETWEEN :south AND :north
       AND (longitude BETWEEN :west AND :east OR longitude BETWEEN :west2 AND :east2)`,
    ),
    near: database.prepare(
      `SELECT resource, kilometres(latitude, longitude, :latitude, :longitude) AS kilometres FROM places
       WHERE kilometres <= :radius AND resource IN (
         SELECT id FROM place_boxes WHERE north >= :south AND south <= :north AND east >= :west AND west <= :east
         UNION ALL
         SELECT id FROM place_boxes WHERE north >= :south AND south <= :north AND east >= :west2 AND west <= :east2)
       ORDER BY kilometres, resource LIMIT :most`,
    ),
    place: database.prepare('SELECT latitude, longitude FROM places WHERE resource = ?'),
    label: database.prepare('SELECT text AS label FROM labels WHERE resource = ? AND language = ?'),
  };
}
