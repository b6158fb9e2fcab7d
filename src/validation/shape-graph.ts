import { blankNode, compactIri, iri, PREFIXES, quad, type RDF, rdf, sh, xsd } from '../rdf/index.ts';
import { QuadSet } from './quad-set.ts';

/** A parsed shapes file. The text, where given, lets complaints name lines. */
export interface ShapesFile {
  readonly file: string;
  readonly quads: readonly RDF.Quad[];
  readonly text?: string;
  /** On which line, from 1, each statement's object begins: with it, complaints name the line itself, not a likely one. */
  readonly lines?: readonly number[];
}

/** A statement of a shapes graph and the file it stands in. */
export interface ShapeStatement {
  readonly quad: RDF.Quad;
  readonly source: ShapesFile;
  /** The line on which its object begins, where it is known. */
  readonly line?: number;
}

/** All shapes files as one graph; blank nodes of different files stay apart. */
export class ShapeGraph {
  readonly statements: readonly ShapeStatement[];
  readonly quads: QuadSet;
  readonly #lists = new Map<string, readonly RDF.Term[] | undefined>();
  readonly #prefixes: Readonly<Record<string, string>>;

  /** @param prefixes for IRIs in sentences */
  constructor(files: readonly ShapesFile[], prefixes: Readonly<Record<string, string>> = PREFIXES) {
    this.#prefixes = prefixes;
    this.statements = files.flatMap((source, number) =>
      source.quads.map((one, index) => statementOf(source, one, { number, line: source.lines?.[index] })),
    );
    this.quads = new QuadSet(this.statements.map((statement) => statement.quad));
  }

  objects(subject: RDF.Term, predicate: string): RDF.Term[] {
    return this.quads.match(subject, iri(predicate)).map((one) => one.object);
  }

  object(subject: RDF.Term, predicate: string): RDF.Term | undefined {
    return this.objects(subject, predicate)[0];
  }

  subjects(predicate: string, object: RDF.Term): RDF.Term[] {
    return this.quads.match(null, iri(predicate), object).map((one) => one.subject);
  }

  /** An IRI as sentences name it. */
  readonly shortened = (name: string): string => compactIri(name, this.#prefixes);

  /** Members of an RDF list, or undefined where it is not a well-formed one. */
  list(head: RDF.Term): readonly RDF.Term[] | undefined {
    if (!this.#lists.has(head.value)) this.#lists.set(head.value, this.#membersOf(head));
    return this.#lists.get(head.value);
  }

  #membersOf(head: RDF.Term): RDF.Term[] | undefined {
    const members: RDF.Term[] = [];
    const visited = new Set<string>();
    for (let node = head; node.value !== rdf.nil; ) {
      const cell = this.#cell(node);
      if (!cell || visited.has(node.value)) return undefined;
      visited.add(node.value);
      members.push(cell.first);
      node = cell.rest;
    }
    return members;
  }

  #cell(node: RDF.Term): { readonly first: RDF.Term; readonly rest: RDF.Term } | undefined {
    if (node.termType === 'Literal') return undefined;
    const own = this.quads.of(node);
    const [first, ...firsts] = own.filter(({ predicate }) => predicate.value === rdf.first);
    const [rest, ...rests] = own.filter(({ predicate }) => predicate.value === rdf.rest);
    return first && rest && firsts.length + rests.length === 0
      ? { first: first.object, rest: rest.object }
      : undefined;
  }
}

/** Whether a value is `true`; SHACL and its test suite do not take `"1"^^xsd:boolean` for it. */
export const isTrue = (value: RDF.Term): boolean =>
  value.termType === 'Literal' && value.datatype.value === xsd.boolean && value.value === 'true';

/** Whether a shape or a constraint is not `sh:deactivated`. */
export const isActive = (graph: ShapeGraph, node: RDF.Term): boolean =>
  !graph.objects(node, sh.deactivated).some(isTrue);

const statementOf = (
  source: ShapesFile,
  one: RDF.Quad,
  { number, line }: { readonly number: number; readonly line: number | undefined },
): ShapeStatement => ({ quad: inFile(one, number), source, ...(line === undefined ? {} : { line }) });

/** The first file keeps its labels: where it also holds the data, its blank nodes are theirs. */
function inFile(one: RDF.Quad, number: number): RDF.Quad {
  if (number === 0) return one;
  const { subject, predicate, object } = one;
  return quad(renamed(subject, number), predicate as RDF.Quad_Predicate, renamed(object, number));
}

function renamed<T extends RDF.Term>(term: T, number: number): T {
  return (term.termType === 'BlankNode' ? blankNode(`f${number}.${term.value}`) : term) as T;
}
