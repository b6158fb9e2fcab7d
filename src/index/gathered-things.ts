import type { DatabaseSync } from 'node:sqlite';
import { withoutFragment } from '../model/index.ts';
import type { SubjectStatements } from './dump-subjects.ts';

/** All that the dumps say of one thing and its hash IRIs. */
export interface GatheredThing {
  readonly iri: string;
  /** Number of the first dump that speaks of it. */
  readonly dump: number;
  /** The thing first where it is described itself, then its hash IRIs in order. */
  readonly subjects: readonly { readonly fragment: string; readonly statements: readonly string[] }[];
}

const TABLE = `
  CREATE TEMP TABLE gathered (thing TEXT NOT NULL, fragment TEXT NOT NULL, dump INTEGER NOT NULL,
    statements TEXT NOT NULL);
`;
const ORDER = 'CREATE INDEX temp.gathered_order ON gathered (thing, fragment, dump)';

/**
 * Brings together what dumps say of things: in a dump other subjects stand between a thing and its hash IRIs, and one
 * thing may be in several. On disk; memory does not grow.
 */
export class GatheredThings {
  readonly #database: DatabaseSync;
  readonly #insert;

  constructor(database: DatabaseSync) {
    this.#database = database;
    database.exec(TABLE);
    this.#insert = database.prepare('INSERT INTO gathered VALUES (?, ?, ?, ?)');
  }

  add({ subject, statements }: SubjectStatements, dump: number): void {
    const thing = withoutFragment(subject);
    this.#insert.run(thing, subject.slice(thing.length), dump, statements.join('\n'));
  }

  /** To be called once, when all is there. */
  arrange(): void {
    this.#database.exec(ORDER);
  }

  /** Every thing with its hash IRIs, without what is said. */
  *names(): Generator<Pick<GatheredThing, 'iri' | 'dump'> & { readonly fragments: readonly string[] }> {
    let open: { iri: string; dump: number; fragments: Set<string> } | undefined;
    for (const row of this.#rows('thing, fragment, dump')) {
      if (open?.iri !== row.thing) {
        if (open) yield { ...open, fragments: [...open.fragments] };
        open = { iri: row.thing, dump: row.dump, fragments: new Set() };
      }
      open.dump = Math.min(open.dump, row.dump);
      open.fragments.add(row.fragment);
    }
    if (open) yield { ...open, fragments: [...open.fragments] };
  }

  /** Every thing in the order of IRIs. */
  *things(): Generator<Omit<GatheredThing, 'dump'>> {
    let open: { iri: string; subjects: { fragment: string; statements: readonly string[] }[] } | undefined;
    for (const { thing, fragment, statements } of this.#rows('thing, fragment, statements')) {
      if (open?.iri !== thing) {
        if (open) yield open;
        open = { iri: thing, subjects: [] };
      }
      const lines = statements.split('\n');
      const before = open.subjects.at(-1);
      if (before?.fragment === fragment) before.statements = together(before.statements, lines);
      else open.subjects.push({ fragment, statements: lines });
    }
    if (open) yield open;
  }

  /** Some of what was gathered, from everywhere: at most so many subjects, each with at most so many characters. */
  samples(subjects: number, characters: number): readonly string[] {
    const rows = this.#database
      .prepare(
        `SELECT substr(statements, 1, :characters) AS statements FROM gathered
         WHERE rowid % (1 + (SELECT count(*) FROM gathered) / :subjects) = 0`,
      )
      .all({ subjects, characters }) as { statements: string }[];
    return rows.map(({ statements }) => statements);
  }

  drop(): void {
    this.#database.exec('DROP TABLE gathered');
  }

  #rows(columns: string): Iterable<Row> {
    const order = 'ORDER BY thing, fragment, dump';
    return this.#database
      .prepare(`SELECT ${columns} FROM gathered ${order}`)
      .iterate() as unknown as Iterable<Row>;
  }
}

interface Row {
  readonly thing: string;
  readonly fragment: string;
  readonly dump: number;
  readonly statements: string;
}

/** What two dumps both say is said once. */
const together = (some: readonly string[], others: readonly string[]): readonly string[] =>
  [...new Set([...some, ...others])].sort();
