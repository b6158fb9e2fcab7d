import { type ResourceDescription, withoutFragment } from '../model/index.ts';
import { dcterms, foaf, parseLines, type RDF, rdf, rdfs, schema, skos } from '../rdf/index.ts';

/** What is said of one subject: property IRI → objects, in the order of the statements. */
export type Statements = ReadonlyMap<string, readonly RDF.Term[]>;

/** A thing's description by subject: the thing itself and its hash IRIs. */
export interface Sheet {
  readonly iri: string;
  readonly subjects: ReadonlyMap<string, Statements>;
  /** Hash IRI → the property of the thing (or of another hash IRI) that leads to it. */
  readonly reachedBy: ReadonlyMap<string, { readonly subject: string; readonly property: string }>;
}

/** Reads a description's lines. */
export function readSheet({ iri, lines }: Pick<ResourceDescription, 'iri' | 'lines'>): Sheet {
  const subjects = new Map<string, Map<string, RDF.Term[]>>();
  const reachedBy = new Map<string, { subject: string; property: string }>();
  for (const { subject, predicate, object } of parseLines(lines)) {
    valuesOf(statementsOf(subjects, subject.value), predicate.value).push(object);
    if (isPartOf(iri, object) && object.value !== subject.value && !reachedBy.has(object.value))
      reachedBy.set(object.value, { subject: subject.value, property: predicate.value });
  }
  return { iri, subjects, reachedBy };
}

/** The thing's own statements. */
export const ownStatements = (sheet: Sheet): Statements => sheet.subjects.get(sheet.iri) ?? new Map();

/** IRIs of a subject's types. */
export const typesOf = (statements: Statements): readonly string[] =>
  (statements.get(rdf.type) ?? []).map((type) => type.value);

/** Properties that name a thing, the most telling first. */
export const LABELS: readonly string[] = [skos.prefLabel, schema.name, rdfs.label, dcterms.title, foaf.name];

/** Whether a term is a hash IRI of the thing. */
export const isPartOf = (iri: string, term: RDF.Term): boolean =>
  term.termType === 'NamedNode' && term.value !== iri && withoutFragment(term.value) === iri;

/** Literals of the first of these properties that has any. */
export function literalsOf(statements: Statements, properties: readonly string[]): readonly RDF.Literal[] {
  for (const property of properties) {
    const literals = (statements.get(property) ?? []).filter((term) => term.termType === 'Literal');
    if (literals.length > 0) return literals;
  }
  return [];
}

/** The literal to show a reader of that language: theirs, else one without language, else any. */
export function preferred(literals: readonly RDF.Literal[], language: string): RDF.Literal | undefined {
  return (
    literals.find((literal) => isIn(literal, language)) ??
    literals.find((literal) => literal.language === '') ??
    literals[0]
  );
}

/** Whether a literal's language tag is that language or a variety of it. */
export const isIn = (literal: RDF.Literal, language: string): boolean =>
  literal.language === language || literal.language.startsWith(`${language}-`);

function statementsOf(subjects: Map<string, Map<string, RDF.Term[]>>, subject: string) {
  const known = subjects.get(subject) ?? new Map<string, RDF.Term[]>();
  subjects.set(subject, known);
  return known;
}

function valuesOf(statements: Map<string, RDF.Term[]>, property: string): RDF.Term[] {
  const known = statements.get(property) ?? [];
  statements.set(property, known);
  return known;
}
