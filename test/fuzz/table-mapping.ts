import type { Table, TablePair, Writer } from './tables.ts';
import { toCsv, toJson, toXml } from './tables.ts';

/** How a format names its files, its records and its columns in RML. */
export interface TableFormat {
  readonly ending: 'csv' | 'json' | 'xml';
  readonly formulation: string;
  readonly iterator?: string;
  readonly write: Writer;
  reference(column: string): string;
}

export const FORMATS: readonly TableFormat[] = [
  { ending: 'csv', formulation: 'rml:CSV', write: toCsv, reference: (column) => column },
  {
    ending: 'json',
    formulation: 'rml:JSONPath',
    iterator: '$.rows[*]',
    write: toJson,
    reference: (column) => `$['${column}']`,
  },
  {
    ending: 'xml',
    formulation: 'rml:XPath',
    iterator: '/rows/row',
    write: toXml,
    reference: (column) => column,
  },
];

/** The files of a pair in one format, with the mapping: what a folder holds. */
export const filesOf = (
  { main, other }: TablePair,
  format: TableFormat,
  { absent = false, nulls = '' }: { readonly absent?: boolean; readonly nulls?: string } = {},
): Readonly<Record<string, string>> => ({
  [`main.${format.ending}`]: format.write(main, absent),
  [`other.${format.ending}`]: format.write(other, absent),
  'mapping.ttl': mappingOf({ main, other }, format, nulls),
});

const text = (value: string): string => JSON.stringify(value);

/** References, templates, a language, a datatype, a class, a graph, a blank node, a join and a GREL function. */
function mappingOf({ main, other }: TablePair, format: TableFormat, nulls: string): string {
  const [key, first, second, third] = referencesOf(main, format);
  const [otherKey, otherValue] = referencesOf(other, format);
  return `@prefix rml: <http://w3id.org/rml/> .
@prefix ex: <http://example.com/> .
@prefix grel: <http://users.ugent.be/~bjdmeest/function/grel.ttl#> .
@base <http://example.com/base/> .

<#main> a rml:TriplesMap ;
  rml:logicalSource ${sourceOf('main', format, nulls)} ;
  rml:subjectMap [ rml:template ${text(`http://example.com/{${key}}/{${first}}`)} ; rml:class ex:Thing ;
    rml:graphMap [ rml:template ${text(`http://example.com/graph/{${key}}`)} ] ] ;
  rml:predicateObjectMap [ rml:predicate ex:plain ; rml:objectMap [ rml:reference ${text(first ?? '')} ] ] ;
  rml:predicateObjectMap [ rml:predicate ex:french ;
    rml:objectMap [ rml:reference ${text(second ?? '')} ; rml:language "fr" ] ] ;
  rml:predicateObjectMap [ rml:predicate ex:typed ;
    rml:objectMap [ rml:reference ${text(third ?? '')} ; rml:datatype ex:code ] ] ;
  rml:predicateObjectMap [ rml:predicate ex:sentence ;
    rml:objectMap [ rml:template ${text(`\\{{${second}}\\} – {${third}}`)} ; rml:termType rml:Literal ] ] ;
  rml:predicateObjectMap [ rml:predicate ex:node ;
    rml:objectMap [ rml:template ${text(`b{${third}}`)} ; rml:termType rml:BlankNode ] ] ;
  rml:predicateObjectMap [ rml:predicate ex:upper ; rml:objectMap [ rml:functionExecution <#upper> ] ] ;
  rml:predicateObjectMap [ rml:predicate ex:joined ; rml:objectMap [ rml:parentTriplesMap <#other> ;
    rml:joinCondition [ rml:child ${text(key ?? '')} ; rml:parent ${text(otherKey ?? '')} ] ] ] .

<#other> a rml:TriplesMap ;
  rml:logicalSource ${sourceOf('other', format, nulls)} ;
  rml:subjectMap [ rml:template ${text(`http://example.com/other/{${otherValue}}`)} ] ;
  rml:predicateObjectMap [ rml:predicate ex:key ; rml:objectMap [ rml:reference ${text(otherKey ?? '')} ] ] .

<#upper> rml:function grel:toUpperCase ;
  rml:input [ rml:parameter grel:valueParam ; rml:inputValueMap [ rml:reference ${text(first ?? '')} ] ] .
`;
}

const referencesOf = ({ columns }: Table, format: TableFormat): readonly string[] =>
  columns.map((column) => format.reference(column));

const sourceOf = (name: string, { ending, formulation, iterator }: TableFormat, nulls: string): string =>
  `[ rml:source [ a rml:RelativePathSource ; rml:root rml:MappingDirectory ; rml:path "${name}.${ending}"${nulls} ] ;
    rml:referenceFormulation ${formulation}${iterator === undefined ? '' : ` ; rml:iterator "${iterator}"`} ]`;
