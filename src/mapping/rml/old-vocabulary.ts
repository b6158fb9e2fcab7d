import {
  fno,
  namedNode,
  oldFnml,
  oldRml,
  type PlacedQuad,
  quad,
  queryLanguage,
  type RDF,
  r2rml,
  rml,
} from '../../rdf/index.ts';

/** Terms that changed their name with their namespace. */
const RENAMED: Readonly<Record<string, string>> = {
  [r2rml.column]: rml.reference,
  [r2rml.logicalTable]: rml.logicalSource,
  [r2rml.tableName]: rml.source,
  [queryLanguage.CSV]: rml.CSV,
  [queryLanguage.JSONPath]: rml.JSONPath,
  [queryLanguage.XPath]: rml.XPath,
};

/** The same statements in the present vocabulary. */
export function modern(quads: readonly PlacedQuad[]): readonly PlacedQuad[] {
  return quads.map(({ quad: one, ...places }) => ({
    ...places,
    quad: quad(
      one.subject,
      renamed(one.predicate) as RDF.Quad_Predicate,
      renamed(one.object) as RDF.Quad_Object,
    ),
  }));
}

function renamed(term: RDF.Term): RDF.Term {
  if (term.termType !== 'NamedNode') return term;
  const known = RENAMED[term.value];
  if (known !== undefined) return namedNode(known);
  for (const old of [r2rml.namespace, oldRml.namespace, oldFnml.namespace]) {
    if (term.value.startsWith(old)) return namedNode(rml.namespace + term.value.slice(old.length));
  }
  return term;
}

/** `fnml:functionValue`: a function told by a triples map of its own. */
export const FUNCTION_VALUE = `${rml.namespace}functionValue`;
/** What such a triples map calls the function by. */
export const EXECUTES: readonly string[] = [fno.executes, fno.executes.replace('https:', 'http:')];
