import { rm } from 'node:fs/promises';
import type { CountedFile, DatasetChanges } from '../../model/index.ts';
import { readQuadLines } from '../../rdf/index.ts';
import { Cursor, order } from '../dataset/cursor.ts';
import { sortLines } from '../dataset/sort-lines.ts';
import { subjectsOf } from '../dataset/stars.ts';
import { type Thing, ThingGrouper } from '../dumps/things.ts';
import { LineFile } from '../line-file.ts';
import { TextPacker } from '../packing/text-packer.ts';
import type { Subject, SubjectSink } from '../publish/subject-sink.ts';
import { type LineBatches, writeLines } from '../written-file.ts';
import { lineDifferences } from './line-differences.ts';

/** A graph to compare with what it was. */
export interface GraphToCompare {
  /** Its lines in the release before; none where it is new. */
  readonly before: LineBatches;
  /** Files are `<folder>/<stem>.added.nq.gz` and so on. */
  readonly folder: string;
  readonly stem: string;
  /** Beginning of the IRIs that are things. */
  readonly space: string;
  /** Absolute path of a folder for what is sorted on the way. */
  readonly work: string;
}

/** A subject that is described before, or now, or both. */
interface ComparedSubject {
  readonly iri: string;
  readonly wasThere: boolean;
  readonly isThere: boolean;
  readonly isOther: boolean;
}

const NQUADS = 'application/n-quads';

/**
 * Compares the subjects of a dump, as they come, with those of the release before: which lines were added and removed, and
 * which things were created, updated and removed. A thing is what it was while its lines and those of its hash IRIs are.
 */
export class GraphChanges implements SubjectSink {
  readonly #graph: GraphToCompare;
  readonly #before: Cursor<Subject>;
  readonly #things = new ThingGrouper<ComparedSubject>();
  readonly #found: LineFile;
  readonly #added: CountingPacker;
  readonly #removed: CountingPacker;

  constructor(graph: GraphToCompare) {
    const { before, folder, stem, work } = graph;
    this.#graph = graph;
    this.#before = new Cursor(flat(subjectsOf(before)));
    this.#found = new LineFile(`${work}/things.tsv`);
    this.#added = new CountingPacker(folder, `${stem}.added.nq.gz`);
    this.#removed = new CountingPacker(folder, `${stem}.removed.nq.gz`);
  }

  async take(subjects: readonly Subject[]): Promise<void> {
    for (const subject of subjects) await this.#compare(subject);
  }

  /** What changed; undefined where nothing did, and then there are no files. */
  async close(): Promise<DatasetChanges | undefined> {
    for await (const gone of this.#before.rest()) await this.#gone(gone);
    this.#tell(this.#things.end());
    this.#found.close();
    if (this.#added.count + this.#removed.count === 0) {
      await this.discard();
      return undefined;
    }
    const [added, removed] = [await this.#added.close(), await this.#removed.close()];
    const things = await this.#writeThings();
    await rm(this.#found.path);
    return { added, removed, things };
  }

  async discard(): Promise<void> {
    this.#found.close();
    await Promise.all([
      this.#added.discard(),
      this.#removed.discard(),
      rm(this.#found.path, { force: true }),
    ]);
  }

  async #compare({ iri, lines }: Subject): Promise<void> {
    const [before] = await this.#before.take(
      (one) => order(one.iri, iri),
      (one) => this.#gone(one),
    );
    const { added, removed } = lineDifferences(before?.lines ?? [], lines);
    const isOther = added.length + removed.length > 0;
    this.#tell(this.#things.take([{ iri, wasThere: before !== undefined, isThere: true, isOther }]));
    if (isOther) await Promise.all([this.#added.write(added), this.#removed.write(removed)]);
  }

  async #gone({ iri, lines }: Subject): Promise<void> {
    this.#tell(this.#things.take([{ iri, wasThere: true, isThere: false, isOther: true }]));
    await this.#removed.write(lines);
  }

  #tell(things: readonly Thing<ComparedSubject>[]): void {
    for (const { iri, subjects } of things) {
      if (!iri.startsWith(this.#graph.space) || !subjects.some(({ isOther }) => isOther)) continue;
      this.#found.add(`${kindOf(subjects)}\t${iri}`);
    }
  }

  async #writeThings(): Promise<CountedFile> {
    const { folder, stem, work } = this.#graph;
    const path = this.#found.path;
    let statements = 0;
    async function* texts(): AsyncGenerator<string> {
      for await (const lines of readQuadLines(path)) yield `${lines.join('\n')}\n`;
    }
    async function* sorted(): AsyncGenerator<readonly string[]> {
      for await (const lines of sortLines(texts(), { folder: work })) {
        statements += lines.length;
        yield lines;
      }
    }
    const file = await writeLines(folder, `${stem}.things.tsv.gz`, sorted(), 'text/tab-separated-values');
    return { ...file, statements };
  }
}

function kindOf(subjects: readonly ComparedSubject[]): string {
  if (!subjects.some(({ wasThere }) => wasThere)) return 'created';
  return subjects.some(({ isThere }) => isThere) ? 'updated' : 'removed';
}

async function* flat<T>(batches: AsyncIterable<readonly T[]>): AsyncGenerator<T> {
  for await (const batch of batches) yield* batch;
}

/** Packs lines and counts them. */
class CountingPacker {
  count = 0;
  readonly #packer: TextPacker;

  constructor(folder: string, path: string) {
    this.#packer = new TextPacker([{ folder, path, packing: 'gz' }]);
  }

  write(lines: readonly string[]): Promise<unknown> | undefined {
    this.count += lines.length;
    return lines.length === 0 ? undefined : this.#packer.write(`${lines.join('\n')}\n`);
  }

  async close(): Promise<CountedFile> {
    const [file] = await this.#packer.close();
    if (file === undefined) throw new TypeError('A packer of one file made none.');
    return { ...file, mediaType: NQUADS, statements: this.count };
  }

  discard(): Promise<void> {
    return this.#packer.discard();
  }
}
