/** Terms that RML took over from R2RML as they were. */
const OF_R2RML =
  /rml:(TriplesMap|subjectMap|predicateObjectMap|predicate|objectMap|graphMap|template|class|language|datatype|termType|Literal|BlankNode|IRI|constant|parentTriplesMap|joinCondition|child|parent)\b/g;

const SOURCE = /\[ a rml:RelativePathSource ; rml:root rml:MappingDirectory ; rml:path ("[^"]*") \]/g;

/**
 * A mapping of `table-mapping.ts` in the vocabulary before RML-Core, which other engines still read best: R2RML's terms,
 * files by their name. Function calls and blank nodes are left out: each engine had its own way to write the first, and puts labels as they
 * come into its output for the second. JSON references are plain names, as they were written then.
 */
export const inOldVocabulary = (turtle: string): string =>
  `@prefix rr: <http://www.w3.org/ns/r2rml#> .
@prefix ql: <http://semweb.mmlab.be/ns/ql#> .
${turtle
  .replace('http://w3id.org/rml/', 'http://semweb.mmlab.be/ns/rml#')
  .replace(/\s*rml:predicateObjectMap \[[^\n]*rml:functionExecution[^\n]*/, '')
  .replace(/\s*rml:predicateObjectMap \[ rml:predicate ex:node ;[^;]*;[^;]*;/, '')
  .replace(/\n<#upper>[\s\S]*$/, '')
  .replace(/\$\['([^']*)'\]/g, '$1')
  .replace(SOURCE, '$1')
  .replace(/rml:(CSV|JSONPath|XPath)/g, 'ql:$1')
  .replace(OF_R2RML, 'rr:$1')}`;
