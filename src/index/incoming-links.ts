import type { DatabaseSync } from 'node:sqlite';
import type { IncomingLinks, IncomingPage } from '../model/index.ts';
import type { ResourceDirectory } from './resource-directory.ts';

/** Subjects told of a source at most, on an average of a page: a thing may link by thousands of its hash IRIs. */
const SUBJECTS_A_SOURCE = 4;

interface Group {
  readonly id: number;
  readonly property: string;
  readonly count: number;
  /** Links from hash IRIs among them. */
  readonly fragments: number;
}

/** Links to a thing, read part by part: what it costs depends on the part, not on how many there are. */
export class IncomingReader {
  readonly #directory: ResourceDirectory;
  readonly #queries: ReturnType<typeof prepareReading>;

  constructor(database: DatabaseSync, directory: ResourceDirectory) {
    this.#directory = directory;
    this.#queries = prepareReading(database);
  }

  /** By property, in the order of IRIs, each with the first of its sources. */
  groups(target: number, limit: number): readonly IncomingLinks[] {
    // Most have none: the names of properties are looked for where there are links.
    if (!this.#queries.some.get(target)) return [];
    const groups = this.#queries.groups.all(target) as unknown as readonly Group[];
    return groups.map((group) => ({
      property: group.property,
      count: group.count,
      ...this.#sources(target, group, { after: 0, limit }),
    }));
  }

  /** @param after IRI to continue after; it need not link, or be known */
  page(target: number, property: string, { after, limit }: { after?: string; limit: number }) {
    const group = this.#queries.group.get(target, property) as Group | undefined;
    if (!group) return undefined;
    const most = Math.max(1, Math.trunc(limit));
    const from = after === undefined ? 0 : this.#directory.upTo(after);
    const { sources, subjects } = this.#sources(target, group, { after: from, limit: most + 1 });
    const given = sources.slice(0, most);
    const last = given.at(-1);
    const page: IncomingPage = {
      count: group.count,
      sources: given,
      ...(subjects && { subjects: upTo(subjects, given) }),
    };
    return sources.length > most && last !== undefined ? { ...page, next: last } : page;
  }

  #sources(
    target: number,
    { id, fragments }: Group,
    { after, limit }: { after: number; limit: number },
  ): Pick<IncomingLinks, 'sources' | 'subjects'> {
    const rows = this.#queries.sources.all(target, id, after, limit) as { source: number }[];
    const sources = rows.map(({ source }) => this.#directory.at(source).iri);
    const last = rows.at(-1)?.source;
    if (fragments === 0 || last === undefined) return { sources };
    const most = limit * SUBJECTS_A_SOURCE;
    const subjects = this.#queries.subjects.all(target, id, after, last, most) as { subject: number }[];
    return { sources, subjects: subjects.map(({ subject }) => this.#directory.at(subject).iri) };
  }
}

/** Subjects of the sources that are given. */
function upTo(subjects: readonly string[], sources: readonly string[]): readonly string[] {
  const given = new Set(sources);
  return subjects.filter((subject) => given.has(subject.split('#')[0] ?? ''));
}

function prepareReading(database: DatabaseSync) {
  const groups = `SELECT property AS id, iri AS property, sources AS count, fragments FROM incoming
    JOIN properties ON id = incoming.property WHERE target = ?`;
  const within = 'FROM links WHERE target = ? AND property = ? AND source > ?';
  return {
    some: database.prepare('SELECT 1 FROM incoming WHERE target = ? LIMIT 1'),
    groups: database.prepare(`${groups} ORDER BY iri`),
    group: database.prepare(`${groups} AND iri = ?`),
    sources: database.prepare(`SELECT DISTINCT source ${within} ORDER BY source LIMIT ?`),
    subjects: database.prepare(`SELECT subject ${within} AND source <= ? ORDER BY source, subject LIMIT ?`),
  };
}
