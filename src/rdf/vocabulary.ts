import { activity, hydra, ldes, tree } from './hypermedia-vocabulary.ts';
import { vocabulary } from './make-vocabulary.ts';

/**
 * The IRIs that this platform's code speaks of itself, each namespace and term in one typed place: a misspelt term
 * does not compile. Terms of the datasets are not here: they live in mappings, shapes and `ontologies/`.
 */

export const rdf = vocabulary(
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  'type value langString first rest nil Property Statement subject predicate object',
);
export const rdfs = vocabulary(
  'http://www.w3.org/2000/01/rdf-schema#',
  'label comment seeAlso isDefinedBy Class Literal subClassOf subPropertyOf domain range',
);
export const owl = vocabulary(
  'http://www.w3.org/2002/07/owl#',
  'Ontology Class imports sameAs versionInfo deprecated',
);
export const xsd = vocabulary(
  'http://www.w3.org/2001/XMLSchema#',
  'string boolean integer nonNegativeInteger decimal double date dateTime gYear gYearMonth duration anyURI language hexBinary',
);
export const skos = vocabulary(
  'http://www.w3.org/2004/02/skos/core#',
  'Concept ConceptScheme prefLabel altLabel hiddenLabel definition broader narrower inScheme topConceptOf hasTopConcept exactMatch closeMatch broadMatch narrowMatch relatedMatch related notation scopeNote changeNote',
);
export const dcterms = vocabulary(
  'http://purl.org/dc/terms/',
  'title description identifier publisher creator license issued modified language source spatial accrualPeriodicity conformsTo format hasPart isPartOf isReplacedBy replaces subject temporal type rights accessRights date LicenseDocument MediaTypeOrExtent Location Frequency MediaType LinguisticSystem Standard RightsStatement isVersionOf audience',
);
export const dcat = vocabulary(
  'http://www.w3.org/ns/dcat#',
  'Catalog Dataset Distribution DataService dataset distribution service servesDataset keyword theme landingPage accessURL downloadURL accessService mediaType compressFormat packageFormat byteSize endpointURL endpointDescription version hasVersion isVersionOf hasCurrentVersion previousVersion contactPoint themeTaxonomy DatasetSeries inSeries',
);
export const foaf = vocabulary(
  'http://xmlns.com/foaf/0.1/',
  'Agent Organization Document name homepage page primaryTopic topic',
);
export const vcard = vocabulary('http://www.w3.org/2006/vcard/ns#', 'Kind Organization fn hasEmail hasURL');
export const voidVocabulary = vocabulary(
  'http://rdfs.org/ns/void#',
  'Dataset Linkset inDataset triples entities distinctSubjects classes properties class property classPartition propertyPartition subset linkPredicate subjectsTarget objectsTarget vocabulary dataDump sparqlEndpoint uriSpace exampleResource feature DatasetDescription',
);
export const sd = vocabulary(
  'http://www.w3.org/ns/sparql-service-description#',
  'Service endpoint supportedLanguage SPARQL11Query resultFormat feature UnionDefaultGraph BasicFederatedQuery extensionFunction Function defaultDataset Dataset namedGraph NamedGraph name graph Graph defaultGraph',
);
export const spdx = vocabulary(
  'http://spdx.org/rdf/terms#',
  'Checksum checksum algorithm checksumValue checksumAlgorithm_sha256 ChecksumAlgorithm',
);
export const prov = vocabulary(
  'http://www.w3.org/ns/prov#',
  'Entity Activity wasDerivedFrom wasGeneratedBy generatedAtTime endedAtTime invalidatedAtTime',
);
export const dqv = vocabulary(
  'http://www.w3.org/ns/dqv#',
  'Metric Dimension Category QualityMetadata QualityMeasurement QualityAnnotation isMeasurementOf computedOn value expectedDataType inDimension inCategory hasQualityMetadata hasQualityAnnotation qualityAssessment',
);
/** Dimensions of quality of linked data (https://www.w3.org/2016/05/ldqd). */
export const ldqd = vocabulary(
  'http://www.w3.org/2016/05/ldqd#',
  'intrinsicDimensions completeness syntacticValidity consistency conciseness',
);
/** Representations of a resource by profile (https://www.w3.org/TR/dx-prof-conneg/). */
export const altr = vocabulary(
  'http://www.w3.org/ns/dx/conneg/altr#',
  'Representation hasRepresentation hasDefaultRepresentation',
);
export const prof = vocabulary('http://www.w3.org/ns/dx/prof/', 'Profile hasToken');
export const oa = vocabulary(
  'http://www.w3.org/ns/oa#',
  'Annotation TextualBody SpecificResource Selector TimeState Motivation hasBody hasTarget hasSource hasSelector hasState hasPurpose cachedSource motivatedBy editing commenting describing linking replying',
);
/** How datasets are used, and what people say of them (https://www.w3.org/TR/vocab-duv/). */
export const duv = vocabulary(
  'http://www.w3.org/ns/duv#',
  'Usage UserFeedback hasUsage hasFeedback refersTo performedBy',
);
/** Status of what is published (https://www.w3.org/TR/vocab-adms/). */
export const adms = vocabulary('http://www.w3.org/ns/adms#', 'status');
export const sh = vocabulary(
  'http://www.w3.org/ns/shacl#',
  'NodeShape PropertyShape targetClass targetNode targetSubjectsOf targetObjectsOf property path name description message severity Violation Warning Info minCount maxCount datatype nodeKind pattern flags minLength maxLength minInclusive maxInclusive minExclusive maxExclusive in languageIn uniqueLang hasValue order group PropertyGroup deactivated shapesGraph IRI Literal BlankNode BlankNodeOrIRI BlankNodeOrLiteral IRIOrLiteral class node and or not xone qualifiedValueShape qualifiedValueShapesDisjoint qualifiedMinCount qualifiedMaxCount closed ignoredProperties equals disjoint lessThan lessThanOrEquals inversePath alternativePath zeroOrMorePath oneOrMorePath zeroOrOnePath defaultValue declare prefix ValidationReport ValidationResult conforms result focusNode resultPath value sourceShape sourceConstraintComponent resultSeverity resultMessage detail sourceConstraint sparql select ask prefixes validator nodeValidator propertyValidator parameter optional labelTemplate PrefixDeclaration SPARQLConstraint ConstraintComponent Parameter SPARQLSelectValidator SPARQLAskValidator SPARQLExecutable SPARQLSelectExecutable SPARQLAskExecutable SPARQLConstructExecutable construct',
);
export const schema = vocabulary(
  'http://schema.org/',
  'domainIncludes rangeIncludes name alternateName containedInPlace location description latitude longitude geo GeoCoordinates url image sameAs Dataset DataDownload dateCreated target legalName familyName givenName addressLocality addressRegion postalCode birthDate deathDate identifier propertyID value',
);
/** The same terms as others than RDF write them: FAIR Signposting asks for these. */
export const schemaOrg = vocabulary('https://schema.org/', 'AboutPage Dataset');
export const geo = vocabulary(
  'http://www.opengis.net/ont/geosparql#',
  'hasGeometry asWKT wktLiteral Geometry sfWithin',
);
/** Functions of GeoSPARQL 1.1 that Oxigraph evaluates. */
export const geof = vocabulary(
  'http://www.opengis.net/def/function/geosparql/',
  'convexHull coordinateDimension difference dimension distance envelope getSRID intersection isEmpty isSimple sfEquals sfDisjoint sfIntersects sfTouches sfCrosses sfWithin sfContains sfOverlaps ehEquals ehDisjoint ehMeet ehOverlap ehCovers ehCoveredBy ehInside ehContains rcc8eq rcc8dc rcc8ec rcc8po rcc8tppi rcc8tpp rcc8ntpp rcc8ntppi relate union symDifference spatialDimension length centroid perimeter',
);
export const wgs = vocabulary('http://www.w3.org/2003/01/geo/wgs84_pos#', 'lat long SpatialThing');
export const edtf = vocabulary('http://id.loc.gov/datatypes/edtf/', 'EDTF');
export const crm = vocabulary(
  'http://www.cidoc-crm.org/cidoc-crm/',
  'P82a_begin_of_the_begin P82b_end_of_the_end P1_is_identified_by P50_has_current_keeper P55_has_current_location P89_falls_within',
);
export const rml = vocabulary(
  'http://w3id.org/rml/',
  'TriplesMap logicalSource LogicalSource LogicalView subjectMap subject predicateObjectMap predicateMap predicate objectMap object graphMap graph defaultGraph class constant reference template termType IRI URI UnsafeIRI UnsafeURI BlankNode Literal languageMap language datatypeMap datatype parentTriplesMap joinCondition child parent childMap parentMap baseIRI source path root MappingDirectory CurrentWorkingDirectory RelativePathSource FilePath referenceFormulation iterator encoding compression null namespace namespacePrefix namespaceURL none gzip zip targz tarxz CSV JSONPath XPath XPathReferenceFormulation logicalTarget LogicalTarget target serialization mode Write WriteRead functionExecution functionMap function input parameter parameterMap inputValue inputValueMap return returnMap condition viewOn field fieldName ExpressionField IterableField leftJoin innerJoin parentLogicalView gather gatherAs strategy append cartesianProduct allowEmptyListAndContainer',
);
export const csvw = vocabulary(
  'http://www.w3.org/ns/csvw#',
  'Table Dialect url null dialect delimiter quoteChar encoding commentPrefix doubleQuote header headerRowCount lineTerminators skipBlankRows skipColumns skipInitialSpace skipRows trim',
);
/** Authority tables of the Publications Office of the European Union that catalogues refer to. */
export const euAuthority = vocabulary(
  'http://publications.europa.eu/resource/authority/',
  'data-theme frequency language/FRA language/ENG file-type/RDF_N_QUADS file-type/RDF_N_TRIPLES file-type/RDF_TURTLE file-type/JSON_LD file-type/RDF_XML file-type/CSV file-type/GEOJSON file-type/SPARQLQ access-right/PUBLIC',
);
export const ianaMediaType = vocabulary(
  'https://www.iana.org/assignments/media-types/',
  'application/n-quads application/n-triples text/turtle application/ld+json application/rdf+xml text/csv application/geo+json application/gzip application/zstd',
);
/** Unique IRIs of file formats (https://www.w3.org/ns/formats/). */
export const formats = vocabulary(
  'http://www.w3.org/ns/formats/',
  'SPARQL_Results_JSON SPARQL_Results_XML SPARQL_Results_CSV SPARQL_Results_TSV Turtle N-Triples RDF_XML JSON-LD N-Quads TriG N3 RDF_JSON',
);
export const w3cReport = vocabulary('https://www.w3.org/TR/', 'sparql11-protocol/');
/** Interfaces of the Web that services keep. */
export const interfaces = vocabulary(
  'https://',
  'linkeddatafragments.org/specification/triple-pattern-fragments/ spec.openapis.org/oas/v3.1.0',
);
/** What mappings were written in before `rml`. */
export const r2rml = vocabulary('http://www.w3.org/ns/r2rml#', 'column logicalTable tableName');
export const oldRml = vocabulary('http://semweb.mmlab.be/ns/rml#', 'logicalSource');
export const queryLanguage = vocabulary('http://semweb.mmlab.be/ns/ql#', 'CSV JSONPath XPath');
export const oldFnml = vocabulary('http://semweb.mmlab.be/ns/fnml#', 'functionValue');
export const fno = vocabulary('https://w3id.org/function/ontology#', 'executes');
/** Terms of the platform itself, for declarations: what no standard vocabulary says. */
export const cimaise = vocabulary(
  'urn:cimaise:',
  'mapping policy faultLimit quarantineLimit vocabulary uriPattern register privateColumns sharedFrom namespaces format resolvedBy harvest resource metadataPrefix fall',
);
/** Search inside SPARQL: what `SERVICE <base>search { … }` understands. */
export const search = vocabulary('urn:cimaise:search#', 'query said near limit score label kilometres');

/** Prefixes of every Turtle, JSON-LD and SPARQL text that the platform writes. */
export const PREFIXES: Readonly<Record<string, string>> = Object.freeze({
  rdf: rdf.namespace,
  rdfs: rdfs.namespace,
  owl: owl.namespace,
  xsd: xsd.namespace,
  skos: skos.namespace,
  dcterms: dcterms.namespace,
  dcat: dcat.namespace,
  foaf: foaf.namespace,
  vcard: vcard.namespace,
  void: voidVocabulary.namespace,
  sd: sd.namespace,
  spdx: spdx.namespace,
  prov: prov.namespace,
  dqv: dqv.namespace,
  duv: duv.namespace,
  adms: adms.namespace,
  ldqd: ldqd.namespace,
  altr: altr.namespace,
  prof: prof.namespace,
  oa: oa.namespace,
  hydra: hydra.namespace,
  as: activity.namespace,
  tree: tree.namespace,
  ldes: ldes.namespace,
  sh: sh.namespace,
  schema: schema.namespace,
  geo: geo.namespace,
  wgs: wgs.namespace,
  edtf: edtf.namespace,
  crm: crm.namespace,
  rml: rml.namespace,
  csvw: csvw.namespace,
});

/** Namespaces that are written for each other: what has a name in one often has the same in the other. */
export const NAMESPACE_TWINS: readonly (readonly [string, string])[] = [
  [dcterms.namespace, 'http://purl.org/dc/elements/1.1/'],
  [skos.namespace, 'http://www.w3.org/2008/05/skos#'],
  [rdf.namespace, rdfs.namespace],
  [wgs.namespace, 'http://www.w3.org/2003/01/geo/wgs84_pos/'],
  [crm.namespace, 'http://erlangen-crm.org/current/'],
  [schema.namespace, 'http://www.schema.org/'],
  [foaf.namespace, 'http://xmlns.com/foaf/spec/'],
];

/** Namespace of SVG elements (https://www.w3.org/TR/SVG2/struct.html), which images that stand alone declare. */
export const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';
