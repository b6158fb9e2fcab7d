import type { DatabaseSync } from 'node:sqlite';
import type { ClassUse, DataModel, PropertyUse, Usage } from '../model/index.ts';
import type { TermUses } from './term-uses.ts';

/** A class or a property with its examples, one a line; of a class, its properties too. */
export const USE_TABLES = `
  CREATE TABLE term_uses (kind TEXT NOT NULL, term TEXT NOT NULL, count INTEGER NOT NULL, examples TEXT NOT NULL,
    PRIMARY KEY (kind, term)) WITHOUT ROWID;
  CREATE TABLE class_properties (class TEXT NOT NULL, property TEXT NOT NULL, count INTEGER NOT NULL,
    PRIMARY KEY (class, property)) WITHOUT ROWID;
`;

/** Writes what was counted while the index was made. */
export function writeUses(database: DatabaseSync, { classes, properties }: TermUses): void {
  const term = database.prepare('INSERT INTO term_uses VALUES (?, ?, ?, ?)');
  const pair = database.prepare('INSERT INTO class_properties VALUES (?, ?, ?)');
  for (const [iri, { count, examples }] of properties) term.run('property', iri, count, examples.join('\n'));
  for (const [iri, use] of classes) {
    term.run('class', iri, use.count, use.examples.join('\n'));
    for (const [property, count] of use.properties) pair.run(iri, property, count);
  }
}

/** Reads it back: the most used first, then by name. */
export function readUses(database: DatabaseSync): DataModel {
  const read = database.prepare(
    'SELECT term, count, examples FROM term_uses WHERE kind = ? ORDER BY count DESC, term',
  );
  const uses = (kind: 'class' | 'property'): readonly PropertyUse[] =>
    (read.all(kind) as { term: string; count: number; examples: string }[]).map(
      ({ term, count, examples }) => ({ iri: term, count, examples: examples.split('\n') }),
    );
  const pairs = Map.groupBy(
    database
      .prepare('SELECT class, property AS iri, count FROM class_properties ORDER BY count DESC, property')
      .all() as unknown as (Usage & { readonly class: string })[],
    (pair) => pair.class,
  );
  const classes = uses('class').map(
    (use): ClassUse => ({
      ...use,
      properties: (pairs.get(use.iri) ?? []).map(({ iri, count }) => ({ iri, count })),
    }),
  );
  return { classes, properties: uses('property') };
}
