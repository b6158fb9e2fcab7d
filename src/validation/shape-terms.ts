import { type Bilingual, joined, same } from '../model/index.ts';
import { compactIri, type RDF, rdf, sh, xsd } from '../rdf/index.ts';
import { isComparable } from './compare-literals.ts';
import { XSD_DATATYPES } from './lexical-forms.ts';
import type { ShapeGraph } from './shape-graph.ts';
import { compilePattern } from './xpath-pattern.ts';

/** What the value of a term must be; undefined when it is. */
export type ValueCheck = (value: RDF.Term, graph: ShapeGraph, subject: RDF.Term) => Bilingual | undefined;

/** A term of SHACL that this version applies soundly. */
export interface TermRule {
  readonly value: ValueCheck;
  /** At most one on a shape. */
  readonly single?: boolean;
  /** Only where there is a `sh:path`. */
  readonly ofProperties?: boolean;
}

const SEVERITIES: readonly string[] = [sh.Violation, sh.Warning, sh.Info];
const NODE_KINDS: readonly string[] = [
  sh.IRI,
  sh.Literal,
  sh.BlankNode,
  sh.BlankNodeOrIRI,
  sh.BlankNodeOrLiteral,
  sh.IRIOrLiteral,
];

/** Classes of SHACL that may stand after `a`. */
export const SHAPE_CLASSES: readonly string[] = [sh.NodeShape, sh.PropertyShape, sh.PropertyGroup];

const one = { single: true };
const ofOneProperty = { single: true, ofProperties: true };
const range: TermRule = { value: comparable, ...one };
const text: TermRule = { value: literalText };

/** Everything that is let through: one row a term. A term without a row is a complaint. */
export const TERM_RULES: Readonly<Record<string, TermRule>> = {
  [sh.targetClass]: { value: anIri },
  [sh.targetNode]: { value: anIri },
  [sh.targetSubjectsOf]: { value: anIri },
  [sh.targetObjectsOf]: { value: objectTarget },
  [sh.property]: { value: propertyShape },
  [sh.path]: { value: predicatePath, ...one },
  [sh.minCount]: { value: wholeNumber, ...ofOneProperty },
  [sh.maxCount]: { value: wholeNumber, ...ofOneProperty },
  [sh.datatype]: { value: datatype, ...one },
  [sh.nodeKind]: { value: among(NODE_KINDS), ...one },
  [sh.pattern]: { value: pattern, ...one },
  [sh.flags]: { value: literalText, ...one },
  [sh.minLength]: { value: wholeNumber, ...one },
  [sh.maxLength]: { value: wholeNumber, ...one },
  [sh.minInclusive]: range,
  [sh.maxInclusive]: range,
  [sh.minExclusive]: range,
  [sh.maxExclusive]: range,
  [sh.in]: { value: list(() => true), ...one },
  [sh.languageIn]: { value: list(isLanguageTag), ...one },
  [sh.uniqueLang]: { value: truth, ...ofOneProperty },
  [sh.hasValue]: { value: iriOrLiteral, ...one },
  [sh.severity]: { value: among(SEVERITIES), ...one },
  [sh.deactivated]: { value: truth, ...one },
  [sh.message]: text,
  [sh.name]: text,
  [sh.description]: text,
  [sh.order]: text,
  [sh.group]: { value: () => undefined },
};

/** Terms of SHACL 1.0 that exist but are not applied by this version, because they were not checked to be sound. */
export const UNSUPPORTED_TERMS: readonly string[] =
  `class node and or not xone qualifiedValueShape qualifiedValueShapesDisjoint qualifiedMinCount qualifiedMaxCount
   closed ignoredProperties equals disjoint lessThan lessThanOrEquals sparql select ask construct prefixes declare
   prefix namespace target validator nodeValidator propertyValidator parameter optional labelTemplate rule condition
   inversePath alternativePath zeroOrMorePath oneOrMorePath zeroOrOnePath expression defaultValue entailment
   shapesGraph suggestedShapesGraph`
    .split(/\s+/)
    .map((name) => sh.namespace + name);

function anIri(value: RDF.Term): Bilingual | undefined {
  return value.termType === 'NamedNode' ? undefined : { fr: 'un IRI', en: 'an IRI' };
}

function iriOrLiteral(value: RDF.Term): Bilingual | undefined {
  return value.termType === 'BlankNode'
    ? { fr: 'un IRI ou un littéral', en: 'an IRI or a literal' }
    : undefined;
}

function literalText(value: RDF.Term): Bilingual | undefined {
  return value.termType === 'Literal' ? undefined : { fr: 'un texte', en: 'a text' };
}

/** A node elsewhere is judged on what is said of it here: its properties would wrongly seem to be missing. */
function objectTarget(value: RDF.Term, graph: ShapeGraph, subject: RDF.Term): Bilingual | undefined {
  if (graph.objects(subject, sh.property).length === 0 && graph.objects(subject, sh.path).length === 0)
    return anIri(value);
  return {
    fr: 'une forme sans sh:property ni sh:path, car les objets visés sont décrits ailleurs',
    en: 'a shape without sh:property or sh:path, because the targeted objects are described elsewhere',
  };
}

function propertyShape(value: RDF.Term, graph: ShapeGraph, subject: RDF.Term): Bilingual | undefined {
  if (graph.objects(subject, sh.path).length > 0)
    return {
      fr: 'un sh:property sur une forme de nœud : imbriqué dans une propriété, il porterait sur une autre chose',
      en: 'an sh:property on a node shape: inside a property shape it would speak of another thing',
    };
  if (value.termType !== 'Literal' && graph.objects(value, sh.path).length > 0) return undefined;
  return { fr: 'une forme qui a un sh:path', en: 'a shape that has an sh:path' };
}

function predicatePath(value: RDF.Term): Bilingual | undefined {
  return value.termType === 'NamedNode' && value.value !== rdf.nil
    ? undefined
    : {
        fr: 'l’IRI d’une propriété ; les autres chemins ne sont pas encore pris en charge',
        en: 'the IRI of a property; other paths are not supported yet',
      };
}

function wholeNumber(value: RDF.Term): Bilingual | undefined {
  const right =
    value.termType === 'Literal' && value.datatype.value === xsd.integer && /^\+?\d{1,9}$/.test(value.value);
  return right ? undefined : { fr: 'un nombre entier, 0 ou plus', en: 'a whole number, 0 or more' };
}

function truth(value: RDF.Term): Bilingual | undefined {
  const right =
    value.termType === 'Literal' &&
    value.datatype.value === xsd.boolean &&
    /^(?:true|false)$/.test(value.value);
  return right ? undefined : { fr: 'true ou false, sans guillemets', en: 'true or false, without quotes' };
}

function datatype(value: RDF.Term): Bilingual | undefined {
  if (value.termType !== 'NamedNode')
    return { fr: 'l’IRI d’un type de données', en: 'the IRI of a datatype' };
  if (!value.value.startsWith(xsd.namespace) || XSD_DATATYPES.includes(value.value)) return undefined;
  return { fr: 'un type de données de XSD, comme xsd:date', en: 'a datatype of XSD, such as xsd:date' };
}

function pattern(value: RDF.Term, graph: ShapeGraph, subject: RDF.Term): Bilingual | undefined {
  if (value.termType !== 'Literal') return literalText(value);
  const compiled = compilePattern(value.value, graph.object(subject, sh.flags)?.value);
  if (compiled.kind === 'compiled') return undefined;
  return {
    fr: `une expression rationnelle de XPath (${compiled.reason})`,
    en: `a regular expression of XPath (${compiled.reason})`,
  };
}

function comparable(value: RDF.Term): Bilingual | undefined {
  return value.termType === 'Literal' && isComparable(value)
    ? undefined
    : {
        fr: 'un nombre, un texte, un booléen, une date, une date et heure, une année ou un mois bien formés',
        en: 'a well-formed number, text, boolean, date, date and time, year or month',
      };
}

function isLanguageTag(member: RDF.Term): boolean {
  return member.termType === 'Literal' && /^(?:\*|[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)$/.test(member.value);
}

function list(holds: (member: RDF.Term) => boolean): ValueCheck {
  return (value, graph) =>
    graph.list(value)?.every(holds)
      ? undefined
      : {
          fr: 'une liste entre parenthèses, aux membres bien formés',
          en: 'a list in parentheses of well-formed members',
        };
}

function among(iris: readonly string[]): ValueCheck {
  const names = joined(
    iris.map((iri) => same(compactIri(iri))),
    ', ',
  );
  return (value) =>
    iris.includes(value.value) ? undefined : { fr: `l’un de : ${names.fr}`, en: `one of: ${names.en}` };
}
