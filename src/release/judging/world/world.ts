import { type ResourceStar, withoutFragment } from '../../../model/index.ts';
import { iri, lineSubjectIri, parseLines, type RDF, termText } from '../../../rdf/index.ts';
import type { GraphReader, Neighbours } from '../../../validation/index.ts';
import { ReversedFile } from './reversed-file.ts';
import { SortedFile } from './sorted-file.ts';

/** Subjects kept parsed: works of one museum ask for it one after the other. */
const MOST_KNOWN = 5000;

/** A dataset as others see it. */
export interface WorldDataset {
  /** Sorted N-Quads, plain. */
  readonly path: string;
  /** Whether a thing is left out: nobody sees it. */
  readonly isQuarantined: (thing: string) => boolean;
}

/** All datasets of a release in the making, each read where it lies, without the things that are left out. */
export class World implements Neighbours {
  readonly #datasets: readonly WorldDataset[];
  readonly #files: readonly SortedFile[];
  readonly #terms: ReadonlyMap<string, readonly RDF.Quad[]>;
  readonly #folder: string;
  readonly #known = new Map<string, readonly RDF.Quad[]>();
  #reversed: ReversedFile | undefined;

  private constructor(
    datasets: readonly WorldDataset[],
    files: readonly SortedFile[],
    { ontologies, folder }: WorldOptions,
  ) {
    this.#datasets = datasets;
    this.#files = files;
    this.#terms = Map.groupBy(ontologies, ({ subject }) => subject.value);
    this.#folder = folder;
  }

  static async open(datasets: readonly WorldDataset[], options: WorldOptions): Promise<World> {
    const files = await Promise.all(datasets.map(({ path }) => SortedFile.open(path)));
    return new World(datasets, files, options);
  }

  /** Makes it known who refers to what: before anybody asks, because it takes a sort of all statements. */
  async knowReferrers(): Promise<void> {
    this.#reversed ??= await ReversedFile.make(
      this.#datasets.map(({ path }) => path),
      this.#folder,
    );
  }

  /** Things have been left out since. */
  forget(): void {
    this.#known.clear();
  }

  readonly reader: GraphReader = {
    statementsOf: (subject) => this.#statementsOf(subject),
    referrersOf: (predicate, object) =>
      this.#visible(this.#askable().referrersOf(termText(object), predicate)).map((name) => iri(name)),
  };

  referrersOf(thing: string): readonly string[] {
    return this.#visible(this.#askable().referrersOfThing(thing)).map(withoutFragment);
  }

  referencesOf(thing: string): readonly string[] {
    const lines = this.#files.flatMap((_, file) => this.linesOf(thing, file));
    return parseLines(lines)
      .filter(({ object }) => object.termType === 'NamedNode')
      .map(({ object }) => withoutFragment(object.value));
  }

  /** What a dataset says of a thing and the hash IRIs of its document: a star for each subject; none where nothing. */
  starsOf(thing: string, dataset: number): readonly ResourceStar[] {
    const bySubject = Map.groupBy(this.linesOf(thing, dataset), lineSubjectIri);
    return [...bySubject.values()].map((lines) => ({ iri: thing, lines }));
  }

  /** Whether a dataset describes a thing that is left out. */
  isLeftOut(thing: string): boolean {
    return this.#datasets.some(({ isQuarantined }) => isQuarantined(thing));
  }

  /** Whether a dataset says anything of a thing. */
  isDescribed(thing: string, dataset: number): boolean {
    return this.linesOf(thing, dataset).length > 0;
  }

  /** The lines of a thing and the hash IRIs of its document. */
  linesOf(thing: string, dataset: number): readonly string[] {
    if (this.#datasets[dataset]?.isQuarantined(thing)) return [];
    return [`<${thing}> `, `<${thing}#`].flatMap((start) => this.#files[dataset]?.linesOf(start) ?? []);
  }

  close(): void {
    for (const file of this.#files) file.close();
    this.#reversed?.close();
  }

  #askable(): ReversedFile {
    if (this.#reversed) return this.#reversed;
    throw new TypeError('Who refers to what is not known: knowReferrers() comes first.');
  }

  #visible(referrers: ReturnType<ReversedFile['referrersOfThing']>): readonly string[] {
    return referrers
      .filter(({ subject, file }) => !this.#datasets[file]?.isQuarantined(withoutFragment(subject)))
      .map(({ subject }) => subject);
  }

  #statementsOf(subject: string): readonly RDF.Quad[] {
    const known = this.#known.get(subject);
    if (known) return known;
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    const thing = withoutFragment(subject);
    const lines = this.#files.flatMap((file, index) =>
      this.#datasets[index]?.isQuarantined(thing) ? [] : file.linesOf(`<${subject}> `),
    );
    const quads = [...parseLines(lines), ...(this.#terms.get(subject) ?? [])];
    this.#known.set(subject, quads);
    return quads;
  }
}

export interface WorldOptions {
  /** Terms that datasets refer to. */
  readonly ontologies: readonly RDF.Quad[];
  /** For files that are made on the way. */
  readonly folder: string;
}
