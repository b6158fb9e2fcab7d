import type { Bilingual } from '../../model/index.ts';
import { type RDF, sh } from '../../rdf/index.ts';
import type { ShapeGraph } from '../shape-graph.ts';
import type { TermRule } from '../shape-terms.ts';
import * as value from '../value-checks.ts';
import { parameterName } from './components.ts';

const text: TermRule = { value: queryText, single: true };

/** Terms of SHACL-SPARQL (SHACL 5 and 6) that are let through where a store can be asked: one row a term. */
export const SPARQL_TERM_RULES: Readonly<Record<string, TermRule>> = {
  [sh.sparql]: { value: holderOf([sh.select]) },
  [sh.select]: text,
  [sh.ask]: text,
  [sh.prefixes]: { value: value.notLiteral },
  [sh.validator]: { value: holderOf([sh.ask]) },
  [sh.nodeValidator]: { value: holderOf([sh.select, sh.ask]), single: true },
  [sh.propertyValidator]: { value: holderOf([sh.select, sh.ask]), single: true },
  [sh.parameter]: { value: parameter },
  [sh.optional]: { value: value.truth, letter: value.booleanValue, single: true },
  [sh.labelTemplate]: { value: value.literalText },
};

export const SPARQL_CLASSES: readonly string[] = [
  sh.SPARQLConstraint,
  sh.ConstraintComponent,
  sh.Parameter,
  sh.SPARQLSelectValidator,
  sh.SPARQLAskValidator,
];

function queryText(term: RDF.Term): Bilingual | undefined {
  return term.termType === 'Literal' && !term.language
    ? undefined
    : { fr: 'le texte d’une requête, sans langue', en: 'the text of a query, without language' };
}

/** A node with exactly one query, under one of these terms. */
function holderOf(terms: readonly string[]): value.ValueCheck {
  return (node, graph) => {
    const queries = [sh.select, sh.ask].flatMap((term) => graph.objects(node, term).map(() => term));
    if (node.termType !== 'Literal' && queries.length === 1 && queries.every((term) => terms.includes(term)))
      return undefined;
    const names = terms.map((term) => `sh:${term.slice(sh.namespace.length)}`);
    return {
      fr: `un nœud qui a un seul ${names.join(' ou ')}`,
      en: `a node that has one ${names.join(' or ')}`,
    };
  };
}

function parameter(node: RDF.Term, graph: ShapeGraph): Bilingual | undefined {
  const path = graph.object(node, sh.path);
  if (path?.termType === 'NamedNode' && parameterName(path.value) !== undefined) return undefined;
  return {
    fr: 'un nœud dont le sh:path est un IRI qui finit par un nom de variable',
    en: 'a node whose sh:path is an IRI that ends with the name of a variable',
  };
}
