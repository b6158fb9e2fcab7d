import type { DatabaseSync } from 'node:sqlite';
import type {
  ConceptOptions,
  ConceptPage,
  ConceptScheme,
  ConceptTrees,
  Language,
  TreeConcept,
} from '../model/index.ts';
import type { ResourceDirectory } from './resource-directory.ts';

interface Row {
  readonly id: number;
  readonly things: number;
  readonly narrower: number;
}

interface Named extends Row {
  readonly label: string;
}

/** Lists of concepts that are kept in the order of their labels. */
const REMEMBERED = 50;

/** Made once: making one costs more than ordering a level. */
const COLLATORS: Readonly<Record<Language, Intl.Collator>> = {
  fr: new Intl.Collator('fr', { numeric: true }),
  en: new Intl.Collator('en', { numeric: true }),
};

const COLUMNS =
  'resource AS id, things, (SELECT count(*) FROM broader WHERE above = concepts.resource) AS narrower';

/** The vocabularies of a release, read from its index. */
export class SqliteConceptTrees implements ConceptTrees {
  readonly #directory: ResourceDirectory;
  readonly #label: (id: number, language: Language) => string | undefined;
  readonly #queries: ReturnType<typeof prepareReading>;
  /** In the order of use. */
  readonly #sorted = new Map<string, readonly Named[]>();

  constructor(
    database: DatabaseSync,
    directory: ResourceDirectory,
    label: (id: number, language: Language) => string | undefined,
  ) {
    this.#directory = directory;
    this.#label = label;
    this.#queries = prepareReading(database);
  }

  schemes(): readonly ConceptScheme[] {
    const rows = this.#queries.schemes.all() as { id: number; concepts: number }[];
    return rows.map(({ id, concepts }) => ({ iri: this.#directory.at(id).iri, concepts }));
  }

  concept(iri: string, language: Language): TreeConcept | undefined {
    const id = this.#directory.find(iri)?.id;
    const row = id === undefined ? undefined : (this.#queries.concept.get(id) as unknown as Row | undefined);
    return row && this.#conceptOf({ ...row, label: this.#nameOf(row.id, language) });
  }

  topConcepts(scheme: string, options: ConceptOptions): ConceptPage {
    return this.#page('tops', scheme, options);
  }

  narrower(concept: string, options: ConceptOptions): ConceptPage {
    return this.#page('narrower', concept, options);
  }

  broader(concept: string): readonly string[] {
    return this.#iris('broader', concept);
  }

  schemesOf(concept: string): readonly string[] {
    return this.#iris('schemesOf', concept);
  }

  #iris(query: 'broader' | 'schemesOf', iri: string): readonly string[] {
    const id = this.#directory.find(iri)?.id;
    if (id === undefined) return [];
    const rows = this.#queries[query].all(id) as { id: number }[];
    return rows.map((row) => this.#directory.at(row.id).iri);
  }

  #page(query: 'tops' | 'narrower', iri: string, { language, offset, limit }: ConceptOptions): ConceptPage {
    const id = this.#directory.find(iri)?.id;
    const all = id === undefined ? [] : this.#inOrder(query, id, language);
    const concepts = all.slice(offset, offset + limit).map((one) => this.#conceptOf(one));
    return { concepts, total: all.length };
  }

  #inOrder(query: 'tops' | 'narrower', id: number, language: Language): readonly Named[] {
    const key = `${query} ${id} ${language}`;
    const known =
      this.#sorted.get(key) ?? this.#sort(query === 'tops' ? this.#tops(id) : this.#below(id), language);
    this.#sorted.delete(key);
    this.#sorted.set(key, known);
    const oldest = this.#sorted.keys().next().value;
    if (this.#sorted.size > REMEMBERED && oldest !== undefined) this.#sorted.delete(oldest);
    return known;
  }

  #below(id: number): readonly Row[] {
    return this.#queries.narrower.all(id) as unknown as Row[];
  }

  /** Concepts that none is above; and of circles that nothing leads into the first of each, so that all can be reached. */
  #tops(scheme: number): readonly Row[] {
    const tops = this.#queries.tops.all(scheme) as unknown as Row[];
    const left = new Map(
      (this.#queries.unreached.all(scheme, scheme) as unknown as Row[]).map((row) => [row.id, row]),
    );
    const entries: Row[] = [];
    for (const row of left.values()) {
      entries.push(row);
      const met = new Set([row.id]);
      for (const id of met) for (const one of this.#below(id)) if (left.delete(one.id)) met.add(one.id);
      left.delete(row.id);
    }
    return [...tops, ...entries];
  }

  #sort(rows: readonly Row[], language: Language): readonly Named[] {
    const { compare } = COLLATORS[language];
    return rows
      .map((row) => ({ ...row, label: this.#nameOf(row.id, language) }))
      .sort((a, b) => compare(a.label, b.label) || a.id - b.id);
  }

  #nameOf(id: number, language: Language): string {
    return this.#label(id, language) ?? this.#directory.at(id).iri.replace(/^.*\//, '');
  }

  #conceptOf({ id, label, narrower, things }: Named): TreeConcept {
    return { iri: this.#directory.at(id).iri, label, narrower, things };
  }
}

/** Concepts of a scheme that no other of it is above. */
const TOPS = `FROM concepts JOIN concept_schemes s ON s.concept = resource
       WHERE s.scheme = ? AND NOT EXISTS (SELECT 1 FROM broader
         JOIN concept_schemes of ON of.scheme = s.scheme AND of.concept = broader.above
         WHERE broader.concept = resource)`;

function prepareReading(database: DatabaseSync) {
  return {
    schemes: database.prepare(
      'SELECT scheme AS id, count(*) AS concepts FROM concept_schemes GROUP BY scheme ORDER BY scheme',
    ),
    concept: database.prepare(`SELECT ${COLUMNS} FROM concepts WHERE resource = ?`),
    tops: database.prepare(`SELECT ${COLUMNS} ${TOPS}`),
    unreached: database.prepare(
      `WITH RECURSIVE reached (concept) AS (SELECT resource ${TOPS}
         UNION SELECT broader.concept FROM broader JOIN reached ON broader.above = reached.concept)
       SELECT ${COLUMNS} FROM concepts JOIN concept_schemes ON concept = resource
       WHERE scheme = ? AND resource NOT IN (SELECT concept FROM reached) ORDER BY resource`,
    ),
    narrower: database.prepare(
      `SELECT ${COLUMNS} FROM broader b JOIN concepts ON resource = b.concept WHERE b.above = ?`,
    ),
    broader: database.prepare('SELECT above AS id FROM broader WHERE concept = ? ORDER BY above'),
    schemesOf: database.prepare('SELECT scheme AS id FROM concept_schemes WHERE concept = ? ORDER BY scheme'),
  };
}
