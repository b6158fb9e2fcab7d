import { rdf, sh } from '../rdf/index.ts';
import * as value from './value-checks.ts';

/** A term of SHACL that is applied soundly. */
export interface TermRule {
  readonly value: value.ValueCheck;
  /** What is asked instead by the letter of SHACL, where it has an answer for values that are likely mistakes. */
  readonly letter?: value.ValueCheck;
  /** At most one on a shape. */
  readonly single?: boolean;
  /** Only where there is a `sh:path`. */
  readonly ofProperties?: boolean;
  /** Says something only beside one of these. */
  readonly beside?: readonly string[];
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
export const SHAPE_CLASSES: readonly string[] = [
  sh.NodeShape,
  sh.PropertyShape,
  sh.PropertyGroup,
  `${sh.namespace}PrefixDeclaration`,
];

const one = { single: true };
const ofOneProperty = { single: true, ofProperties: true };
const range: TermRule = { value: value.comparable, ...one };
const text: TermRule = { value: value.literalText };
const ofPath: TermRule = { value: value.partOfPath, letter: value.anything, ...one };
const aShape: TermRule = { value: value.describedShape, letter: value.notLiteral };
const shapes: TermRule = { value: value.shapeList, letter: value.list(() => true) };

/** Everything that is let through: one row a term. A term without a row is a complaint. */
export const TERM_RULES: Readonly<Record<string, TermRule>> = {
  [sh.targetClass]: { value: value.anIri },
  [sh.targetNode]: { value: value.iriOrLiteral, letter: value.anything },
  [sh.targetSubjectsOf]: { value: value.anIri },
  [sh.targetObjectsOf]: { value: value.anIri },
  [sh.property]: { value: value.propertyShape, letter: value.notLiteral },
  [sh.path]: { value: value.path, ...one },
  [sh.inversePath]: ofPath,
  [sh.alternativePath]: ofPath,
  [sh.zeroOrMorePath]: ofPath,
  [sh.oneOrMorePath]: ofPath,
  [sh.zeroOrOnePath]: ofPath,
  [sh.minCount]: { value: value.wholeNumber, ...ofOneProperty },
  [sh.maxCount]: { value: value.wholeNumber, ...ofOneProperty },
  [sh.class]: { value: value.anIri },
  [sh.datatype]: { value: value.datatype, ...one },
  [sh.nodeKind]: { value: value.among(NODE_KINDS), ...one },
  [sh.pattern]: { value: value.pattern, ...one },
  [sh.flags]: { value: value.literalText, ...one, beside: [sh.pattern] },
  [sh.minLength]: { value: value.wholeNumber, ...one },
  [sh.maxLength]: { value: value.wholeNumber, ...one },
  [sh.minInclusive]: range,
  [sh.maxInclusive]: range,
  [sh.minExclusive]: range,
  [sh.maxExclusive]: range,
  [sh.in]: { value: value.list(() => true), ...one },
  [sh.languageIn]: { value: value.list(value.isLanguageTag), ...one },
  [sh.uniqueLang]: { value: value.truth, letter: value.booleanValue, ...ofOneProperty },
  [sh.hasValue]: { value: value.iriOrLiteral, letter: value.anything },
  [sh.equals]: { value: value.anIri },
  [sh.disjoint]: { value: value.anIri },
  [sh.lessThan]: { value: value.anIri, ofProperties: true },
  [sh.lessThanOrEquals]: { value: value.anIri, ofProperties: true },
  [sh.node]: aShape,
  [sh.not]: aShape,
  [sh.and]: shapes,
  [sh.or]: shapes,
  [sh.xone]: shapes,
  [sh.qualifiedValueShape]: {
    ...aShape,
    ...ofOneProperty,
    beside: [sh.qualifiedMinCount, sh.qualifiedMaxCount],
  },
  [sh.qualifiedMinCount]: { value: value.wholeNumber, ...ofOneProperty, beside: [sh.qualifiedValueShape] },
  [sh.qualifiedMaxCount]: { value: value.wholeNumber, ...ofOneProperty, beside: [sh.qualifiedValueShape] },
  [sh.qualifiedValueShapesDisjoint]: {
    value: value.truth,
    letter: value.booleanValue,
    ...ofOneProperty,
    beside: [sh.qualifiedValueShape],
  },
  [sh.closed]: { value: value.truth, letter: value.booleanValue, ...one },
  [sh.ignoredProperties]: {
    value: value.list(({ termType, value: name }) => termType === 'NamedNode' && name !== rdf.nil),
    ...one,
    beside: [sh.closed],
  },
  [sh.severity]: { value: value.among(SEVERITIES), letter: value.anIri, ...one },
  [sh.deactivated]: { value: value.truth, letter: value.booleanValue, ...one },
  [sh.message]: text,
  [sh.name]: text,
  [sh.description]: text,
  [sh.order]: text,
  [sh.group]: { value: value.anything },
  [sh.defaultValue]: { value: value.anything },
  // Prefixes for SPARQL texts: alone these say nothing.
  [sh.declare]: { value: value.anything },
  [sh.prefix]: text,
  [`${sh.namespace}namespace`]: text,
};

/**
 * Terms of SHACL that exist but are not applied, because they were not checked to be sound: SPARQL (but where there is a
 * store to ask, `sparql/terms.ts`), the advanced features (node expressions, rules, functions), JavaScript, and what SHACL 1.2 adds.
 */
export const UNSUPPORTED_TERMS: readonly string[] =
  `sparql select ask construct update prefixes target validator nodeValidator propertyValidator parameter optional
   labelTemplate returnType rule condition expression values filterShape nodes intersection union entailment
   shapesGraph suggestedShapesGraph js jsLibrary jsLibraryURL jsFunctionName subject predicate object
   ConstraintComponent Parameter SPARQLConstraint SPARQLSelectValidator SPARQLAskValidator SPARQLTarget
   SPARQLTargetType SPARQLFunction SPARQLRule TripleRule Function JSConstraint JSFunction JSRule JSTarget
   reifierShape reificationRequired singleLine memberShape uniqueMembers minListLength maxListLength targetWhere
   shape someValue subsetOf rootClass uniqueValuesFor nodeByExpression ShapeClass`
    .split(/\s+/)
    .map((name) => sh.namespace + name);
