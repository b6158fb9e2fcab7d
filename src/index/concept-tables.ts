import type { DatabaseSync } from 'node:sqlite';
import { skos } from '../rdf/index.ts';

/**
 * Concepts of SKOS: what is in a scheme, or above or below another concept. `things`: how many others refer to it or to one
 * below it, each counted once.
 */
export const CONCEPT_TABLES = `
  CREATE TABLE concepts (resource INTEGER PRIMARY KEY, things INTEGER NOT NULL);
  CREATE TABLE concept_schemes (scheme INTEGER NOT NULL, concept INTEGER NOT NULL,
    PRIMARY KEY (scheme, concept)) WITHOUT ROWID;
  CREATE TABLE broader (above INTEGER NOT NULL, concept INTEGER NOT NULL,
    PRIMARY KEY (above, concept)) WITHOUT ROWID;
  CREATE INDEX broader_of ON broader (concept);
`;

/** By these, concepts and schemes lead to each other; whoever links otherwise refers to a concept. */
const STRUCTURE = [
  skos.inScheme,
  skos.topConceptOf,
  skos.hasTopConcept,
  skos.broader,
  skos.narrower,
  skos.related,
  skos.broadMatch,
  skos.narrowMatch,
  skos.relatedMatch,
  skos.closeMatch,
  skos.exactMatch,
];

/** To be called once, when all links are there. */
export function fillConceptTables(database: DatabaseSync): void {
  const ids = new Map(
    (database.prepare('SELECT id, iri FROM properties').all() as { id: number; iri: string }[]).map(
      ({ id, iri }) => [iri, id],
    ),
  );
  const id = (iri: string): number => ids.get(iri) ?? 0;
  const link = (sql: string, property: string): void => void database.prepare(sql).run(id(property));
  const INTO_BROADER = 'INSERT OR IGNORE INTO broader SELECT';
  link(`${INTO_BROADER} target, source FROM links WHERE property = ? AND source = subject`, skos.broader);
  link(`${INTO_BROADER} source, target FROM links WHERE property = ? AND source = subject`, skos.narrower);
  const INTO_SCHEMES = 'INSERT OR IGNORE INTO concept_schemes SELECT';
  link(`${INTO_SCHEMES} target, source FROM links WHERE property = ? AND source = subject`, skos.inScheme);
  link(
    `${INTO_SCHEMES} target, source FROM links WHERE property = ? AND source = subject`,
    skos.topConceptOf,
  );
  link(
    `${INTO_SCHEMES} source, target FROM links WHERE property = ? AND source = subject`,
    skos.hasTopConcept,
  );
  database.exec(`
    INSERT INTO concepts SELECT concept, 0 FROM concept_schemes
      UNION SELECT concept, 0 FROM broader UNION SELECT above, 0 FROM broader`);
  countThings(database, STRUCTURE.map(id));
}

/** Goes through the references thing by thing: memory is that of the tree. */
function countThings(database: DatabaseSync, structure: readonly number[]): void {
  const above = Map.groupBy(
    database.prepare('SELECT above, concept FROM broader').all() as { above: number; concept: number }[],
    ({ concept }) => concept,
  );
  const counts = new Map<number, number>();
  let thing = 0;
  let counted = new Set<number>();
  const count = (referred: number): void => {
    const waiting = [referred];
    for (let concept = waiting.pop(); concept !== undefined; concept = waiting.pop()) {
      if (counted.has(concept)) continue;
      counted.add(concept);
      counts.set(concept, (counts.get(concept) ?? 0) + 1);
      for (const one of above.get(concept) ?? []) waiting.push(one.above);
    }
  };
  for (const { source, target } of references(database, structure)) {
    if (source !== thing) counted = new Set();
    thing = source;
    count(target);
  }
  const write = database.prepare('UPDATE concepts SET things = ? WHERE resource = ?');
  for (const [concept, things] of counts) write.run(things, concept);
}

function references(database: DatabaseSync, structure: readonly number[]) {
  return database
    .prepare(
      `SELECT source, target FROM raw_links
       WHERE target IN (SELECT resource FROM concepts) AND property NOT IN (${structure.join(', ')})
       ORDER BY source`,
    )
    .iterate() as unknown as Iterable<{ readonly source: number; readonly target: number }>;
}
