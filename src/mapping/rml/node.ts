import type { Bilingual, Complaint, Place } from '../../model/index.ts';
import { type PlacedQuad, parsePlacedTurtle, type RDF, rdf, type TokenPlace } from '../../rdf/index.ts';
import { modern } from './old-vocabulary.ts';

/** A node of a mapping document, with the place where it is described. */
export interface RmlNode {
  readonly term: RDF.Term;
  readonly place: Place;
  values(property: string): readonly RmlNode[];
  value(property: string): RmlNode | undefined;
  /** Its properties, in the order of the document. */
  properties(): readonly PlacedProperty[];
}

export interface PlacedProperty {
  readonly property: string;
  /** The IRI in the document, where the vocabulary is an older one. */
  readonly written: string;
  readonly place: Place;
}

/** A mapping document to ask questions of. */
export interface RmlDocument {
  readonly file: string;
  readonly complaints: Complaint[];
  /** Subjects that have this property, in the order of the document. */
  subjectsWith(property: string): readonly RmlNode[];
  subjectsOfType(type: string): readonly RmlNode[];
  properties(): readonly PlacedProperty[];
  complain(place: Place, found: Bilingual, remedy: Bilingual): void;
}

/** Reads Turtle in the present vocabulary or the old ones; malformed Turtle is the only complaint that ends it. */
export function readDocument(text: string, file: string, base: string): RmlDocument | Complaint {
  const parsed = parsePlacedTurtle(text, file, base);
  if (parsed.kind === 'malformed') return parsed.complaint;
  return createDocument(parsed.quads, file);
}

function createDocument(own: readonly PlacedQuad[], file: string): RmlDocument {
  const quads = modern(own);
  const written = new Map(quads.map((one, index) => [one, own[index]?.quad.predicate.value]));
  const placeOf = ({ line, column }: TokenPlace): Place => ({ file, line, column });
  const placed = (one: PlacedQuad) => {
    const property = one.quad.predicate.value;
    return { property, written: written.get(one) ?? property, place: placeOf(one) };
  };
  const bySubject = Map.groupBy(quads, ({ quad }) => keyOf(quad.subject));
  const nodes = new Map<string, RmlNode>();
  const nodeOf = (term: RDF.Term, named: TokenPlace): RmlNode => {
    const own = term.termType === 'Literal' ? undefined : bySubject.get(keyOf(term));
    // What is not described here stands where it is named.
    if (own === undefined)
      return { term, place: placeOf(named), values: () => [], value: () => undefined, properties: () => [] };
    const known = nodes.get(keyOf(term));
    if (known) return known;
    const values = (property: string) =>
      own.filter(({ quad }) => quad.predicate.value === property).map((one) => nodeOf(one.quad.object, one));
    const node: RmlNode = {
      term,
      place: placeOf(own[0]?.subject ?? named),
      values,
      value: (property) => values(property)[0],
      properties: () => own.map(placed),
    };
    nodes.set(keyOf(term), node);
    return node;
  };
  const complaints: Complaint[] = [];
  const subjects = (holds: (quad: RDF.Quad) => boolean) => [
    ...new Set(
      quads.filter(({ quad }) => holds(quad)).map(({ quad, subject }) => nodeOf(quad.subject, subject)),
    ),
  ];
  return {
    file,
    complaints,
    subjectsWith: (property) => subjects(({ predicate }) => predicate.value === property),
    subjectsOfType: (type) =>
      subjects(({ predicate, object }) => predicate.value === rdf.type && object.value === type),
    properties: () => quads.map(placed),
    complain: (place, found, remedy) => void complaints.push({ place, found, remedy }),
  };
}

const keyOf = (term: RDF.Term): string => `${term.termType} ${term.value}`;

/** Members of an RDF list. */
export function listOf(node: RmlNode | undefined): readonly RmlNode[] {
  const members: RmlNode[] = [];
  for (
    let cell = node;
    cell !== undefined && cell.term.value !== rdf.nil && members.length < 10_000;
    cell = cell.value(rdf.rest)
  ) {
    const first = cell.value(rdf.first);
    if (first) members.push(first);
  }
  return members;
}
