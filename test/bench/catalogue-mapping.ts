/** The mapping of the generated catalogue, in RML, for each of its three formats. */
const SOURCES = {
  csv: { formulation: 'CSV', iterator: '', reference: (name: string) => name },
  json: {
    formulation: 'JSONPath',
    iterator: 'rml:iterator "$.objets[*]" ;',
    reference: (name: string) => (name === 'technique' ? '$.technique[*]' : `$.${name}`),
  },
  xml: {
    formulation: 'XPath',
    iterator: 'rml:iterator "/objets/objet" ;',
    reference: (name: string) => name,
  },
} as const;

export type CatalogueFormat = keyof typeof SOURCES;

const PREFIXES = `@prefix rml: <http://w3id.org/rml/> .
@prefix schema: <http://schema.org/> .
@prefix crm: <http://www.cidoc-crm.org/cidoc-crm/> .
@prefix wgs: <http://www.w3.org/2003/01/geo/wgs84_pos#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix ex: <http://example.org/def/> .
@prefix cim: <urn:cimaise:function:> .
@prefix cimp: <urn:cimaise:parameter:> .
`;

/** RML for a file of the catalogue beside it. In CSV techniques are split by a function. */
export function catalogueMapping(format: CatalogueFormat, path: string): string {
  const { formulation, iterator, reference } = SOURCES[format];
  const literal = (predicate: string, name: string, rest = '') =>
    `rml:predicateObjectMap [ rml:predicate ${predicate} ; rml:objectMap [ rml:reference "${reference(name)}" ${rest} ] ]`;
  const iri = (predicate: string, template: string) =>
    `rml:predicateObjectMap [ rml:predicate ${predicate} ; rml:objectMap [ rml:template "${template}" ] ]`;
  const technique =
    format === 'csv'
      ? `rml:predicateObjectMap [ rml:predicate ex:technique ; rml:objectMap [ rml:functionExecution [ rml:function cim:split ;
          rml:input [ rml:parameter cimp:value ; rml:inputValueMap [ rml:reference "technique" ] ],
                    [ rml:parameter cimp:separator ; rml:inputValue ";" ] ] ] ]`
      : literal('ex:technique', 'technique');
  return `${PREFIXES}
<#objet> a rml:TriplesMap ;
  rml:logicalSource [ rml:source [ a rml:RelativePathSource ; rml:root rml:MappingDirectory ; rml:path "${path}" ] ;
    ${iterator} ${format === 'xml' ? '' : 'rml:null "" ;'} rml:referenceFormulation rml:${formulation} ] ;
  rml:subjectMap [ rml:template "http://example.org/id/objets/{${reference('ref')}}" ; rml:class schema:VisualArtwork ] ;
  ${[
    literal('dcterms:identifier', 'ref'),
    literal('schema:name', 'titre', '; rml:language "fr"'),
    literal('schema:creator', 'auteur'),
    iri('dcterms:subject', `http://example.org/id/domaines/{${reference('domaine')}}`),
    technique,
    literal('crm:P82a_begin_of_the_begin', 'debut', '; rml:datatype xsd:gYear'),
    literal('crm:P82b_end_of_the_end', 'fin', '; rml:datatype xsd:gYear'),
    literal('schema:height', 'hauteur', '; rml:datatype xsd:decimal'),
    literal('schema:width', 'largeur', '; rml:datatype xsd:decimal'),
    iri('crm:P50_has_current_keeper', `http://example.org/id/musees/{${reference('musee')}}`),
    literal('wgs:lat', 'latitude', '; rml:datatype xsd:decimal'),
    literal('wgs:long', 'longitude', '; rml:datatype xsd:decimal'),
    literal('ex:statut', 'statut', '; rml:language "fr"'),
    literal('schema:description', 'description', '; rml:language "fr"'),
  ].join(' ;\n  ')} .
`;
}
