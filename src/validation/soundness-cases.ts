/** A small world and the results that SHACL gives it. */
export interface SoundnessCase {
  /** What went wrong, as a finished claim about what is right. */
  readonly claim: string;
  /** Turtle; `ex:`, `sh:`, `xsd:`, `rdf:` and `rdfs:` are declared. */
  readonly shapes: string;
  readonly data: string;
  /** `focus node, component` of each result, with local names, in the order of the alphabet. */
  readonly expected: readonly string[];
}

const TARGET = 'ex:S a sh:NodeShape ; sh:targetClass ex:T ; ';
const ONE = 'ex:a a ex:T ; ex:p ex:b .';

/**
 * What shacl-engine 1.1.2 by itself answers wrongly, mostly by silence, and deactivation, which must stay right. They
 * run before the first shapes are compiled (`soundness.ts`) and one by one as tests.
 */
export const SOUNDNESS_CASES: readonly SoundnessCase[] = [
  {
    claim: 'sh:or fails although one of its shapes has judged the node before',
    shapes: `ex:A a sh:NodeShape ; sh:targetClass ex:T ; sh:property [ sh:path ex:q ; sh:minCount 1 ] . ${TARGET} sh:or ( ex:A [ sh:nodeKind sh:Literal ] ) .`,
    data: ONE,
    expected: ['a MinCount', 'a Or'],
  },
  {
    claim: 'sh:not asks its shape anew where that has judged the node before',
    shapes: `ex:A a sh:NodeShape ; sh:targetClass ex:T ; sh:property [ sh:path ex:q ; sh:minCount 1 ] . ${TARGET} sh:not ex:A .`,
    data: ONE,
    expected: ['a MinCount'],
  },
  {
    claim: 'sh:xone counts a shape that has judged the node before, and one that stands twice in its list',
    shapes: `ex:A sh:property [ sh:path ex:q ; sh:minCount 1 ] . ex:B sh:nodeKind sh:IRI . ${TARGET} sh:node ex:A ; sh:xone ( ex:A ex:B ) . ex:R a sh:NodeShape ; sh:targetClass ex:T ; sh:xone ( ex:B ex:B ) .`,
    data: ONE,
    expected: ['a Node', 'a Xone'],
  },
  {
    claim: 'three shapes that share one by sh:node have three results',
    shapes: `ex:Base sh:property [ sh:path ex:q ; sh:minCount 1 ] . ${TARGET} sh:node ex:Base . ex:R a sh:NodeShape ; sh:targetClass ex:T ; sh:node ex:Base . ex:Q a sh:NodeShape ; sh:targetClass ex:T ; sh:node ex:Base .`,
    data: ONE,
    expected: ['a Node', 'a Node', 'a Node'],
  },
  {
    claim: 'two sh:or on one shape are two constraints',
    shapes: `${TARGET} sh:or ( [ sh:nodeKind sh:IRI ] ) , ( [ sh:nodeKind sh:Literal ] ) .`,
    data: ONE,
    expected: ['a Or'],
  },
  {
    claim: 'two sh:not on one shape are two constraints',
    shapes: `${TARGET} sh:not [ sh:nodeKind sh:IRI ] , [ sh:class ex:T ] , [ sh:nodeKind sh:Literal ] .`,
    data: ONE,
    expected: ['a Not', 'a Not'],
  },
  {
    claim: 'two sh:hasValue on one shape are two constraints',
    shapes: `${TARGET} sh:property [ sh:path ex:p ; sh:hasValue ex:b , ex:c , ex:d ] .`,
    data: ONE,
    expected: ['a HasValue', 'a HasValue'],
  },
  {
    claim: 'sh:languageIn takes tags as ranges, whatever their case',
    shapes: `${TARGET} sh:property [ sh:path ex:p ; sh:languageIn ( "fr" ) ] , [ sh:path ex:q ; sh:languageIn ( "EN" ) ] .`,
    data: 'ex:a a ex:T ; ex:p "x"@fr-CA , "y"@frr , "z"@frs ; ex:q "w"@en .',
    expected: ['a LanguageIn', 'a LanguageIn'],
  },
  {
    claim: 'sh:pattern knows \\p{L} and matches no blank node',
    shapes: `${TARGET} sh:property [ sh:path ex:p ; sh:pattern "^\\\\p{L}+$" ] .`,
    data: 'ex:a a ex:T ; ex:p "été" , "x1" , [] .',
    expected: ['a Pattern', 'a Pattern'],
  },
  {
    claim: 'an empty data graph is judged where a node is named',
    shapes: 'ex:S a sh:NodeShape ; sh:targetNode ex:a ; sh:property [ sh:path ex:p ; sh:minCount 1 ] .',
    data: '',
    expected: ['a MinCount'],
  },
  {
    claim: 'a result of any severity inside sh:node keeps the node from conforming',
    shapes: `${TARGET} sh:node [ sh:nodeKind sh:Literal ; sh:severity ex:Grave ] ; sh:not [ sh:nodeKind sh:Literal ; sh:severity ex:Grave ] .`,
    data: ONE,
    expected: ['a Node'],
  },
  {
    claim: 'sh:closed takes no inverse path for an allowed predicate, and tells every value',
    shapes: `${TARGET} sh:closed true ; sh:ignoredProperties ( rdf:type ) ; sh:property [ sh:path [ sh:inversePath ex:p ] ] .`,
    data: 'ex:a a ex:T ; ex:p ex:b , ex:c .',
    expected: ['a Closed', 'a Closed'],
  },
  {
    claim: '30 February is no date, and years before our era are years',
    shapes: `${TARGET} sh:property [ sh:path ex:p ; sh:datatype xsd:date ] , [ sh:path ex:q ; sh:minInclusive "-0450"^^xsd:gYear ] .`,
    data: 'ex:a a ex:T ; ex:p "2024-02-30"^^xsd:date , "-0044-03-15"^^xsd:date ; ex:q "-0500"^^xsd:gYear , "-0300"^^xsd:gYear .',
    expected: ['a Datatype', 'a MinInclusive'],
  },
  {
    claim: 'the inverse of a sequence leads back along it',
    shapes:
      'ex:S a sh:NodeShape ; sh:targetNode ex:c ; sh:property [ sh:path [ sh:inversePath ( ex:p ex:q ) ] ; sh:maxCount 0 ] .',
    data: 'ex:a ex:p ex:b . ex:b ex:q ex:c .',
    expected: ['c MaxCount'],
  },
  {
    claim: 'a repeated inverse leads to all ancestors, circles included',
    shapes:
      'ex:S a sh:NodeShape ; sh:targetNode ex:c ; sh:property [ sh:path [ sh:zeroOrMorePath [ sh:inversePath ex:p ] ] ; sh:nodeKind sh:Literal ] .',
    data: 'ex:a ex:p ex:b . ex:b ex:p ex:c . ex:c ex:p ex:a .',
    expected: ['c NodeKind', 'c NodeKind', 'c NodeKind'],
  },
  {
    claim: 'a deactivated shape judges nothing, inside others neither',
    shapes: `ex:D sh:nodeKind sh:Literal ; sh:deactivated true . ${TARGET} sh:node ex:D ; sh:not ex:D .`,
    data: ONE,
    expected: ['a Not'],
  },
  {
    claim: 'subclass statements of the data count',
    shapes: `${TARGET} sh:property [ sh:path ex:p ; sh:class ex:C ] .`,
    data: 'ex:U rdfs:subClassOf ex:T . ex:D rdfs:subClassOf ex:C . ex:a a ex:U ; ex:p ex:b , ex:c . ex:b a ex:D .',
    expected: ['a Class'],
  },
  {
    claim: 'a value that conforms to one sibling shape is not counted where they are to be disjoint',
    shapes: `${TARGET} sh:property [ sh:path ex:p ; sh:qualifiedValueShape [ sh:nodeKind sh:IRI ] ; sh:qualifiedValueShapesDisjoint true ; sh:qualifiedMinCount 1 ] ,
      [ sh:path ex:p ; sh:qualifiedValueShape [ sh:pattern "b" ] ; sh:qualifiedMinCount 1 ] , [ sh:path ex:p ; sh:qualifiedValueShape [ sh:pattern "z" ] ; sh:qualifiedMinCount 0 ] .`,
    data: ONE,
    expected: ['a QualifiedMinCount'],
  },
  {
    claim: 'sh:equals on the thing itself tells every difference, and two of them are two constraints',
    shapes: `${TARGET} sh:equals ex:p , ex:q .`,
    data: 'ex:a a ex:T ; ex:p ex:a ; ex:q ex:b , ex:c .',
    expected: ['a Equals', 'a Equals', 'a Equals'],
  },
  {
    claim: 'ranges compare long numbers exactly, and lengths count characters',
    shapes: `${TARGET} sh:property [ sh:path ex:p ; sh:maxInclusive 9007199254740992 ] , [ sh:path ex:q ; sh:maxLength 1 ] .`,
    data: 'ex:a a ex:T ; ex:p 9007199254740993 , 9007199254740992 ; ex:q "𝄞" , "ab" .',
    expected: ['a MaxInclusive', 'a MaxLength'],
  },
  {
    claim: 'a qualified shape inside other shapes judges its own values',
    shapes: `${TARGET} sh:property [ sh:path ex:p ; sh:node [ sh:property [ sh:path ex:p ; sh:qualifiedValueShape [ sh:class ex:C ] ; sh:qualifiedMinCount 1 ] ] ] .`,
    data: 'ex:a a ex:T ; ex:p ex:b . ex:b a ex:C ; ex:p ex:c .',
    expected: ['a Node'],
  },
];
