import { testRmlSuite } from './rml-harness.ts';

const NATURAL =
  'RML-Core, “Generating RDF terms”: “Otherwise, return the natural RDF literal corresponding to value”: numbers of JSON are xsd:integer, as RMLTTC0004d expects of the same mapping and source';

const integers = (file: string) => ({ sentence: NATURAL, instead: { [file]: 'RMLTTC0004d/dump1.nq' } });

testRmlSuite('io', {
  leftOut: {
    RMLSTC0006a: 'its source is a table of an SQL database, $CONNECTIONDSN',
  },
  mistaken: {
    RMLSTC0009a: {
      sentence:
        'flagged as an error for want of a default.nq, yet it has an output.nq and “tests the generation of triples where columns are quoted”, which RFC 4180 allows: “Each field may or may not be enclosed in double quotes”',
    },
    RMLTTC0004a: integers('dump1.jsonld'),
    RMLTTC0004c: integers('dump1.nt'),
    RMLTTC0004e: integers('dump1.rdfjson'),
    RMLTTC0004f: integers('dump1.rdfxml'),
    RMLTTC0004g: integers('dump1.ttl'),
    RMLTTC0005b: integers('dump1.nq'),
    RMLTTC0006b: integers('dump1.nq.gz'),
    RMLTTC0006c: integers('dump1.nq.zip'),
    RMLTTC0006d: integers('dump1.nq.tar.xz'),
    RMLTTC0006e: integers('dump1.nq.tar.gz'),
  },
});
