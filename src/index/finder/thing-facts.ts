import {
  crm,
  edtf,
  geo,
  literalSpan,
  rdf,
  schema,
  skos,
  spanBetween,
  xsd,
  type YearSpan,
} from '../../rdf/index.ts';
import { objectLiteral, type StatementParts } from '../line-object.ts';

/** Properties by which a thing lies in an area, and an area in a larger one. */
export const LIES_IN: ReadonlySet<string> = new Set([
  schema.containedInPlace,
  crm.P89_falls_within,
  geo.sfWithin,
]);

/** Properties that lead to where a thing is: it lies in the areas that the other lies in. */
export const STANDS_IN: ReadonlySet<string> = new Set([
  schema.location,
  crm.P55_has_current_location,
  crm.P50_has_current_keeper,
]);

/** Literals of these datatypes are read by people; numbers, instants and geometries are not looked for by words. */
const READ: ReadonlySet<string> = new Set([xsd.string, xsd.gYear, xsd.gYearMonth, xsd.anyURI, edtf.EDTF]);

/** What is looked for among the statements of one subject. */
export interface SubjectFacts {
  readonly types: readonly string[];
  readonly spans: readonly YearSpan[];
  /** Texts that words are looked for in. */
  readonly texts: readonly string[];
}

/** One reading of the statements of a subject. */
export function subjectFacts(statements: readonly StatementParts[]): SubjectFacts {
  const types: string[] = [];
  const texts: string[] = [];
  const dated: YearSpan[] = [];
  const bounds: { begins: string[]; ends: string[] } = { begins: [], ends: [] };
  for (const { predicate, object } of statements) {
    if (!object.startsWith('"')) {
      if (predicate === rdf.type) types.push(object.slice(1, -1));
      continue;
    }
    const datatype = datatypeOf(object);
    if (!READ.has(datatype)) continue;
    const text = objectLiteral(object)?.text ?? '';
    texts.push(text);
    if (predicate === crm.P82a_begin_of_the_begin) bounds.begins.push(text);
    else if (predicate === crm.P82b_end_of_the_end) bounds.ends.push(text);
    else {
      const span = literalSpan(text, datatype);
      if (span) dated.push(span);
    }
  }
  const bounded = dated.length === 0 ? spanBetween(bounds.begins, bounds.ends) : undefined;
  return { types, texts, spans: bounded ? [bounded] : dated };
}

/** Of a literal's N-Triples text; texts with a language are texts. */
function datatypeOf(object: string): string {
  if (!object.endsWith('>')) return xsd.string;
  return object.slice(object.lastIndexOf('^^<') + 3, -1);
}

/** Links of SKOS order concepts; they do not say what a thing is about. */
export const isOrder = (property: string): boolean => property.startsWith(skos.namespace);
