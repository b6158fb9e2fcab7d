import type { DatabaseSync } from 'node:sqlite';

/** Datasets and moments by their numbers: a few. */
export function namesOf(database: DatabaseSync) {
  const read = (sql: string): ReadonlyMap<number, string> =>
    new Map(
      (database.prepare(sql).all() as { id: number; name: string }[]).map(({ id, name }) => [id, name]),
    );
  return {
    datasets: read('SELECT id, slug AS name FROM datasets'),
    moments: read('SELECT id, instant AS name FROM moments'),
  };
}
