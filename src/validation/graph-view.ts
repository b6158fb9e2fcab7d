import type { RDF } from '../rdf/index.ts';
import { sameTerm, termKey } from './term-keys.ts';

/** The statements of one subject: predicate IRI → objects, as they came. */
export type Statements = ReadonlyMap<string, readonly RDF.Term[]>;

/** What shapes ask of data, whatever their graph. */
export interface GraphView {
  statementsOf(subject: RDF.Term): Statements;
  objects(subject: RDF.Term, predicate: string): readonly RDF.Term[];
  /** Subjects of the statements with this predicate and object. */
  subjects(predicate: string, object: RDF.Term): readonly RDF.Term[];
}

const NONE: readonly RDF.Term[] = [];
const NO_STATEMENTS: Statements = new Map();

/** Quads in memory by subject and predicate; by object only from the first time that is asked for. */
export class GraphIndex implements GraphView {
  readonly #quads: readonly RDF.Quad[];
  readonly #bySubject = new Map<string, Map<string, RDF.Term[]>>();
  #byObject: Map<string, RDF.Quad[]> | undefined;

  constructor(quads: readonly RDF.Quad[]) {
    this.#quads = quads;
    for (const { subject, predicate, object } of quads) {
      const key = termKey(subject);
      const statements = this.#bySubject.get(key) ?? new Map<string, RDF.Term[]>();
      if (statements.size === 0) this.#bySubject.set(key, statements);
      const objects = statements.get(predicate.value);
      if (objects) objects.push(object);
      else statements.set(predicate.value, [object]);
    }
  }

  describes(subject: RDF.Term): boolean {
    return this.#bySubject.has(termKey(subject));
  }

  statementsOf(subject: RDF.Term): Statements {
    return (subject.termType !== 'Literal' && this.#bySubject.get(termKey(subject))) || NO_STATEMENTS;
  }

  objects(subject: RDF.Term, predicate: string): readonly RDF.Term[] {
    return this.statementsOf(subject).get(predicate) ?? NONE;
  }

  subjects(predicate: string, object: RDF.Term): readonly RDF.Term[] {
    this.#byObject ??= Map.groupBy(this.#quads, (quad) => termKey(quad.object));
    const found = this.#byObject.get(termKey(object)) ?? [];
    return found.filter((quad) => quad.predicate.value === predicate).map(({ subject }) => subject);
  }
}

/**
 * The statements of a subject, by its IRI: all of them, with those of the blank nodes that hang from it; none where
 * nothing is said of it.
 */
export type StatementReader = (subject: string) => readonly RDF.Quad[];

/** A reader that also knows who refers to what. */
export interface GraphReader {
  readonly statementsOf: StatementReader;
  /** Subjects of the statements with this predicate and object. */
  readonly referrersOf: (predicate: string, object: RDF.Term) => readonly RDF.Term[];
}

/** A reader of single subjects as a view; it asks once for each subject. */
export class ReaderView implements GraphView {
  readonly #read: StatementReader;
  readonly #referrers: GraphReader['referrersOf'] | undefined;
  readonly #known = new Map<string, GraphIndex>();
  readonly #blankNodes = new Map<string, GraphIndex>();

  constructor(read: StatementReader, referrers?: GraphReader['referrersOf']) {
    this.#read = read;
    this.#referrers = referrers;
  }

  statementsOf(subject: RDF.Term): Statements {
    const index =
      subject.termType === 'NamedNode' ? this.#indexOf(subject.value) : this.#blankNodes.get(subject.value);
    return index?.statementsOf(subject) ?? NO_STATEMENTS;
  }

  #indexOf(subject: string): GraphIndex {
    const known = this.#known.get(subject);
    if (known) return known;
    const quads = this.#read(subject);
    const index = new GraphIndex(quads);
    this.#known.set(subject, index);
    for (const one of quads)
      if (one.subject.termType === 'BlankNode') this.#blankNodes.set(one.subject.value, index);
    return index;
  }

  objects(subject: RDF.Term, predicate: string): readonly RDF.Term[] {
    return this.statementsOf(subject).get(predicate) ?? NONE;
  }

  subjects(predicate: string, object: RDF.Term): readonly RDF.Term[] {
    if (this.#referrers) return this.#referrers(predicate, object);
    throw new TypeError(
      'A reader of subjects does not know who refers to a node; shapes that ask are refused.',
    );
  }
}

/** A few things laid over the rest of the data: what they describe is read from them, all else from the rest. */
export class Overlay implements GraphView {
  readonly #above: GraphIndex;
  readonly #below: GraphView;

  constructor(above: GraphIndex, below: GraphView) {
    this.#above = above;
    this.#below = below;
  }

  statementsOf(subject: RDF.Term): Statements {
    return (this.#above.describes(subject) ? this.#above : this.#below).statementsOf(subject);
  }

  objects(subject: RDF.Term, predicate: string): readonly RDF.Term[] {
    return this.statementsOf(subject).get(predicate) ?? NONE;
  }

  subjects(predicate: string, object: RDF.Term): readonly RDF.Term[] {
    const below = this.#below
      .subjects(predicate, object)
      .filter((subject) => !this.#above.describes(subject));
    return [...this.#above.subjects(predicate, object), ...below];
  }
}

/** Whether a statement is among the data. */
export const holds = (data: GraphView, subject: RDF.Term, predicate: string, object: RDF.Term): boolean =>
  data.objects(subject, predicate).some((one) => sameTerm(one, object));
