import { hash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { thingSpace } from '../model/index.ts';
import { BlockWriter } from './block-writer.ts';
import { CONCEPT_TABLES, fillConceptTables } from './concept-tables.ts';
import { dictionaryOf } from './description-block.ts';
import type { SubjectStatements } from './dump-subjects.ts';
import { type Excerpt, excerptOf } from './excerpt.ts';
import { type DescribedThing, FactsWriter } from './finder/facts-writer.ts';
import { FINDER_TABLES } from './finder/finder-tables.ts';
import { fillFinderTables } from './finder/finder-writer.ts';
import { type GatheredThing, GatheredThings } from './gathered-things.ts';
import { LedgerTable } from './ledger-table.ts';
import { statementParts } from './line-object.ts';
import { LinkWriter } from './link-writer.ts';
import type { LedgerLine } from './read-ledger.ts';
import { ResourceDirectory } from './resource-directory.ts';
import { ResourceWriter } from './resource-writer.ts';
import { BUILD_PRAGMAS, FINISH, SCHEMA_VERSION, TABLES } from './schema.ts';
import { fillSearchTables, SEARCH_TABLES } from './search-tables.ts';
import { USE_TABLES, writeUses } from './term-use-tables.ts';
import { UsageCounter } from './usage-counter.ts';

/** What a finished index says of itself. */
export interface IndexMeta {
  readonly base: string;
  /** Stands for the release it was made from. */
  readonly fingerprint: string;
}

/** What a dictionary is chosen from. */
const SAMPLES = { subjects: 400, characters: 4000 };

/** Writes an index: gathers what is known, numbers it in the order of IRIs, then describes it. */
export class IndexWriter {
  readonly #database: DatabaseSync;
  readonly #base: string;
  readonly #datasets: readonly string[];
  readonly #gathered: GatheredThings;
  readonly #ledger: LedgerTable;
  readonly #facts: FactsWriter;
  readonly #usages = new UsageCounter();
  readonly #statements: ReturnType<typeof prepareWriting>;

  constructor(file: string, base: string, datasets: readonly string[]) {
    this.#base = base;
    this.#datasets = [...new Set(datasets)];
    this.#database = new DatabaseSync(file);
    this.#database.exec(BUILD_PRAGMAS);
    this.#database.exec(TABLES + SEARCH_TABLES + FINDER_TABLES + USE_TABLES + CONCEPT_TABLES);
    this.#database.exec('BEGIN');
    this.#gathered = new GatheredThings(this.#database);
    this.#ledger = new LedgerTable(this.#database);
    this.#facts = new FactsWriter(this.#database);
    this.#statements = prepareWriting(this.#database);
  }

  /** A subject and what one dump says of it. */
  gather(subject: SubjectStatements, dataset: string): void {
    this.#gathered.add(subject, this.#datasets.indexOf(dataset));
  }

  remember(line: LedgerLine): void {
    this.#ledger.add(line);
  }

  /** When all is there: makes what depends on the whole, and marks the index as complete. */
  finish({ base, fingerprint }: IndexMeta): void {
    this.#gathered.arrange();
    this.#number();
    const dictionary = dictionaryOf(this.#gathered.samples(SAMPLES.subjects, SAMPLES.characters));
    this.#describe(dictionary);
    this.#gathered.drop();
    for (const [key, value] of Object.entries({ base, fingerprint, dictionary }))
      this.#statements.meta.run(key, value);
    for (const counted of this.#usages.counts()) this.#statements.usage.run(...counted);
    writeUses(this.#database, this.#usages.terms);
    this.#database.exec(FINISH);
    fillConceptTables(this.#database);
    fillSearchTables(this.#database);
    fillFinderTables(this.#database, this.#facts, this.#datasets);
    this.#database.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
    this.#database.exec('COMMIT');
  }

  close(): void {
    this.#database.close();
  }

  #number(): void {
    for (const [id, slug] of this.#datasets.entries()) this.#statements.dataset.run(id, slug);
    const spaces = this.#datasets.map((slug) => thingSpace(this.#base, slug));
    const resources = new ResourceWriter(this.#database);
    for (const { iri, dump, fragments } of this.#gathered.names()) {
      const owner = spaces.findIndex((space) => iri.startsWith(space));
      const entry = { dataset: owner < 0 ? dump : owner, moment: this.#ledger.find(iri)?.moment ?? 0 };
      for (const fragment of ['', ...fragments.filter((one) => one !== '')])
        resources.add({ iri: iri + fragment, ...entry });
    }
    resources.close();
  }

  #describe(dictionary: Uint8Array): void {
    const blocks = new BlockWriter(this.#database, dictionary);
    const directory = new ResourceDirectory(this.#database);
    const links = new LinkWriter(this.#database, directory);
    let next = 1;
    for (const { iri, subjects } of this.#gathered.things()) {
      const id = next;
      next += 1 + subjects.filter(({ fragment }) => fragment !== '').length;
      blocks.add({ id, hash: this.#ledger.find(iri)?.hash || hashOf(subjects), subjects });
      const read = subjects.map(({ fragment, statements }) => ({
        fragment,
        parts: statements.map(statementParts),
      }));
      const found = this.#excerpts({ iri, subjects: read }, id);
      const linked = found
        .flatMap(({ subject, excerpt }) => excerpt.links.map((link) => ({ ...link, subject })))
        .filter(({ target }) => target !== iri)
        .map((link) => ({ property: link.property, target: links.add({ ...link, source: id }) }));
      if (!iri.startsWith(this.#base)) continue;
      this.#statements.searched.run(id);
      const labels = found[0]?.subject === id ? found[0].excerpt.labels.map(({ text }) => text) : [];
      const { dataset } = directory.at(id);
      if (!iri.startsWith(thingSpace(this.#base, this.#datasets[dataset] ?? ''))) continue;
      this.#facts.add({
        id,
        iri,
        dataset,
        subjects: read,
        labels,
        links: linked.filter(({ target }) => target > 0),
      });
    }
    blocks.close();
  }

  /** Labels of each subject, and the first place of them all, are written at once. */
  #excerpts({ iri, subjects }: Pick<DescribedThing, 'iri' | 'subjects'>, id: number) {
    const isThing = iri.startsWith(`${this.#base}id/`);
    let next = id;
    const found = subjects.map(({ fragment, parts }) => {
      const subject = fragment === '' ? id : ++next;
      const excerpt = excerptOf(parts, this.#usages);
      this.#usages.terms.end(isThing ? iri : undefined);
      return { subject, excerpt };
    });
    for (const { subject, excerpt } of found)
      for (const { language, text } of excerpt.labels) this.#statements.label.run(subject, language, text);
    this.#place(id, found.find(({ excerpt }) => excerpt.place)?.excerpt.place);
    return found;
  }

  #place(id: number, place: Excerpt['place']): void {
    if (place) this.#statements.place.run(id, place.latitude, place.longitude);
  }
}

/** Of all that is said of a thing, 128 bits of SHA-256: what stands in where no ledger tells. */
function hashOf(subjects: GatheredThing['subjects']): string {
  const parts = subjects.map(({ fragment, statements }) => `${fragment}\n${statements.join('\n')}\n`);
  return hash('sha256', parts.join('')).slice(0, 32);
}

function prepareWriting(database: DatabaseSync) {
  return {
    meta: database.prepare('INSERT INTO meta VALUES (?, ?)'),
    dataset: database.prepare('INSERT INTO datasets VALUES (?, ?)'),
    label: database.prepare('INSERT INTO labels VALUES (?, ?, ?)'),
    place: database.prepare('INSERT INTO places VALUES (?, ?, ?)'),
    usage: database.prepare('INSERT INTO usages VALUES (?, ?, ?)'),
    searched: database.prepare('INSERT INTO searched VALUES (?)'),
  };
}
