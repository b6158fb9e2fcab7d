import type { DatabaseSync } from 'node:sqlite';
import { ResourceDirectory } from '../resource-directory.ts';
import { commonAmong, fillCommonWords } from './common-words.ts';
import { FacetClosure } from './facet-closure.ts';
import { type FactsWriter, parseFacts } from './facts-writer.ts';
import { CHUNK } from './finder-tables.ts';
import { type FoundThingRow, packChunk } from './found-things-chunk.ts';

/** As many characters of its label as each doubling of the links to a thing counts for. */
const CHARACTERS_A_DOUBLING = 4;

/** The full text is written by so many octets at a time: fewer parts to be brought together, a third less time. */
const WORDS_IN_MEMORY = `INSERT INTO found_words (found_words, rank) VALUES ('hashsize', ${32 << 20})`;

/** When all facts are there: numbers things, and writes their words and values. */
export function fillFinderTables(
  database: DatabaseSync,
  facts: FactsWriter,
  datasets: readonly string[],
): void {
  const closure = new FacetClosure(database, facts);
  const insertWords = database.prepare('INSERT INTO found_words (rowid, words) VALUES (?, ?)');
  const insertChunk = database.prepare('INSERT INTO found_things VALUES (?, ?, ?, ?)');
  database.exec(WORDS_IN_MEMORY);
  let number = 0;
  let rows: FoundThingRow[] = [];
  const write = (): void => {
    const { resources, places, facets } = packChunk(rows);
    insertChunk.run(Math.floor((number - 1) / CHUNK), resources, places, facets);
    rows = [];
  };
  for (const row of factsInOrder(database)) {
    number++;
    insertWords.run(number, row.words);
    const place =
      row.latitude === null || row.longitude === null
        ? undefined
        : { latitude: row.latitude, longitude: row.longitude };
    rows.push({ resource: row.resource, place, values: closure.valuesOf(parseFacts(row.facts)) });
    if (rows.length === CHUNK) write();
  }
  if (rows.length > 0) write();
  writeValues(database, closure, { types: facts.types(), datasets });
  database.exec(`INSERT INTO found_words (found_words) VALUES ('optimize'); DROP TABLE facts`);
  fillCommonWords(database, number, commonAmong(number));
}

interface FactsRow {
  readonly resource: number;
  readonly words: string;
  readonly facts: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

function factsInOrder(database: DatabaseSync): Iterable<FactsRow> {
  return database
    .prepare(
      `SELECT resource, words, facts, latitude, longitude FROM facts LEFT JOIN places USING (resource)
       ORDER BY length - ${CHARACTERS_A_DOUBLING} * log2(1 + coalesce(
         (SELECT sum(sources) FROM incoming WHERE target = resource), 0)), resource`,
    )
    .iterate() as unknown as Iterable<FactsRow>;
}

function writeValues(
  database: DatabaseSync,
  closure: FacetClosure,
  { types, datasets }: { types: ReadonlyMap<number, string>; datasets: readonly string[] },
): void {
  const insert = database.prepare('INSERT INTO facet_values VALUES (?, ?, ?, ?, ?)');
  const directory = new ResourceDirectory(database);
  for (const [id, { kind, key, count }] of closure.values().entries()) {
    if (kind === 'dataset') insert.run(id, kind, datasets[key] ?? '', '', count);
    else if (kind === 'type') insert.run(id, kind, types.get(key) ?? '', '', count);
    else if (kind === 'period') insert.run(id, kind, String(key), '', count);
    else {
      const { iri, dataset } = directory.at(key);
      insert.run(id, kind, iri, kind === 'place' ? '' : (datasets[dataset] ?? ''), count);
    }
  }
}
