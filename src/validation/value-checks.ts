import { type Bilingual, joined, same } from '../model/index.ts';
import { compactIri, type RDF, sh, xsd } from '../rdf/index.ts';
import { isComparable } from './compare-literals.ts';
import { isWellFormed, XSD_DATATYPES } from './lexical-forms.ts';
import { formsOf, parsePath } from './paths.ts';
import type { ShapeGraph } from './shape-graph.ts';
import { compilePattern } from './xpath-pattern.ts';

/** What the value of a term must be; undefined when it is. */
export type ValueCheck = (value: RDF.Term, graph: ShapeGraph, subject: RDF.Term) => Bilingual | undefined;

export function anIri(value: RDF.Term): Bilingual | undefined {
  return value.termType === 'NamedNode' ? undefined : { fr: 'un IRI', en: 'an IRI' };
}

export function iriOrLiteral(value: RDF.Term): Bilingual | undefined {
  return value.termType === 'BlankNode'
    ? { fr: 'un IRI ou un littéral', en: 'an IRI or a literal' }
    : undefined;
}

export function literalText(value: RDF.Term): Bilingual | undefined {
  return value.termType === 'Literal' ? undefined : { fr: 'un texte', en: 'a text' };
}

/** A misspelt name would be a shape without constraints, to which all conforms. */
export function describedShape(value: RDF.Term, graph: ShapeGraph): Bilingual | undefined {
  if (value.termType !== 'Literal' && graph.quads.match(value).length > 0) return undefined;
  return { fr: 'une forme décrite dans ces fichiers', en: 'a shape that is described in these files' };
}

/** A list of shapes; a broken list would be an empty one, and an empty one says always or never. */
export function shapeList(value: RDF.Term, graph: ShapeGraph): Bilingual | undefined {
  const members = graph.list(value);
  if (members?.length && members.every((member) => !describedShape(member, graph))) return undefined;
  return {
    fr: 'une liste entre parenthèses de formes décrites dans ces fichiers',
    en: 'a list in parentheses of shapes that are described in these files',
  };
}

export function propertyShape(value: RDF.Term, graph: ShapeGraph): Bilingual | undefined {
  if (value.termType !== 'Literal' && graph.objects(value, sh.path).length > 0) return undefined;
  return { fr: 'une forme qui a un sh:path', en: 'a shape that has an sh:path' };
}

/** SHACL 2.3.1: a predicate, or nodes that make a path, not leading into themselves. */
export function path(value: RDF.Term, graph: ShapeGraph): Bilingual | undefined {
  return parsePath(value, graph) ? undefined : A_PATH;
}

/** A node is a path in one way. */
export function partOfPath(_value: RDF.Term, graph: ShapeGraph, subject: RDF.Term): Bilingual | undefined {
  return parsePath(subject, graph) && formsOf(subject, graph).length === 1 ? undefined : A_PATH;
}

const A_PATH: Bilingual = {
  fr: 'un chemin bien formé : l’IRI d’une propriété, une liste, ou un seul sh:inversePath, sh:alternativePath, … ; 1000 pas et 100 niveaux au plus',
  en: 'a well-formed path: the IRI of a property, a list, or one sh:inversePath, sh:alternativePath, …; at most 1000 steps and 100 levels',
};

export function notLiteral(value: RDF.Term): Bilingual | undefined {
  return value.termType === 'Literal' ? { fr: 'une forme', en: 'a shape' } : undefined;
}

/** `1` and `0` are values of xsd:boolean too, but not the ones that SHACL asks for. */
export function booleanValue(value: RDF.Term): Bilingual | undefined {
  const right = value.termType === 'Literal' && value.datatype.value === xsd.boolean && isWellFormed(value);
  return right ? undefined : { fr: 'une valeur xsd:boolean', en: 'an xsd:boolean value' };
}

export const anything = (): undefined => undefined;

export function wholeNumber(value: RDF.Term): Bilingual | undefined {
  const right =
    value.termType === 'Literal' && value.datatype.value === xsd.integer && /^\+?\d{1,9}$/.test(value.value);
  return right ? undefined : { fr: 'un nombre entier, 0 ou plus', en: 'a whole number, 0 or more' };
}

export function truth(value: RDF.Term): Bilingual | undefined {
  const right =
    value.termType === 'Literal' &&
    value.datatype.value === xsd.boolean &&
    /^(?:true|false)$/.test(value.value);
  return right ? undefined : { fr: 'true ou false, sans guillemets', en: 'true or false, without quotes' };
}

export function datatype(value: RDF.Term): Bilingual | undefined {
  if (value.termType !== 'NamedNode')
    return { fr: 'l’IRI d’un type de données', en: 'the IRI of a datatype' };
  if (!value.value.startsWith(xsd.namespace) || XSD_DATATYPES.includes(value.value)) return undefined;
  return { fr: 'un type de données de XSD, comme xsd:date', en: 'a datatype of XSD, such as xsd:date' };
}

export function pattern(value: RDF.Term, graph: ShapeGraph, subject: RDF.Term): Bilingual | undefined {
  if (value.termType !== 'Literal') return literalText(value);
  const compiled = compilePattern(value.value, graph.object(subject, sh.flags)?.value);
  if (compiled.kind === 'compiled') return undefined;
  return {
    fr: `une expression rationnelle de XPath (${compiled.reason.fr})`,
    en: `a regular expression of XPath (${compiled.reason.en})`,
  };
}

export function comparable(value: RDF.Term): Bilingual | undefined {
  return value.termType === 'Literal' && isComparable(value)
    ? undefined
    : {
        fr: 'un nombre, un texte, un booléen, une date, une date et heure, une année ou un mois bien formés',
        en: 'a well-formed number, text, boolean, date, date and time, year or month',
      };
}

export function isLanguageTag(member: RDF.Term): boolean {
  return member.termType === 'Literal' && /^(?:\*|[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)$/.test(member.value);
}

export function list(holds: (member: RDF.Term) => boolean): ValueCheck {
  return (value, graph) =>
    graph.list(value)?.every(holds)
      ? undefined
      : {
          fr: 'une liste entre parenthèses, aux membres bien formés',
          en: 'a list in parentheses of well-formed members',
        };
}

export function among(iris: readonly string[]): ValueCheck {
  const names = joined(
    iris.map((iri) => same(compactIri(iri))),
    ', ',
  );
  return (value) =>
    iris.includes(value.value) ? undefined : { fr: `l’un de : ${names.fr}`, en: `one of: ${names.en}` };
}
