import { describe, expect, it } from '@jest/globals';
import { checkMapping } from '../../../src/mapping/check.ts';
import { parseRml } from '../../../src/mapping/rml/parse.ts';
import { complaintText } from '../../../src/model/index.ts';
import { complaintsOf, ruleOf } from './mapping-run.ts';
import { BASE, sound } from './yarrrml-run.ts';

const told = (yarrrml: string) => complaintsOf(yarrrml).map((one) => complaintText(one, 'en'));

/** RML with a datatype and a prefix `sch`. */
const rml = (objectMap: string, namespace = 'http://schema.org/') => `
@prefix rml: <http://w3id.org/rml/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix sch: <${namespace}> .
<#map> rml:logicalSource [ rml:source "a.csv" ; rml:referenceFormulation rml:CSV ] ;
  rml:subjectMap [ rml:template "urn:{id}" ] ;
  rml:predicateObjectMap [ rml:predicate sch:name ; rml:objectMap [ ${objectMap} ] ] .
`;
const parsed = (turtle: string) => parseRml(turtle, 'm.ttl', BASE, { mapping: '/', working: '/' });

describe('A datatype that XML Schema does not have', () => {
  it('is refused in YARRRML, with the nearest one', () => {
    expect(told(ruleOf('- [schema:name, $(n), xsd:sting]'))).toEqual([
      'mapping.yml:5:23  There is no datatype “xsd:sting”. Did you mean “xsd:string”?',
    ]);
  });

  it('is refused in RML, as a property and as a constant', () => {
    for (const map of ['rml:reference "a" ; rml:datatype xsd:datetime', 'rml:constant "a"^^xsd:datetime'])
      expect(checkMapping(sound(parsed(rml(map))))).toMatchObject([
        { remedy: { fr: 'Vouliez-vous dire « xsd:dateTime » ?' } },
      ]);
  });

  it('is refused among those of RDF too', () => {
    expect(told(ruleOf('- [schema:name, $(n), rdf:html]'))).toEqual([
      expect.stringContaining('Did you mean “rdf:HTML”?'),
    ]);
  });

  it.each(['xsd:gMonthDay', 'rdf:JSON', 'rdf:XMLLiteral', 'schema:anything'])('is not %s', (datatype) => {
    expect(told(ruleOf(`- [schema:name, $(n), ${datatype}]`))).toEqual([]);
  });
});

describe('A prefix without its last sign', () => {
  const yarrrml = (namespace: string, pair: string) =>
    `prefixes: { sch: '${namespace}' }\n${ruleOf(`- ${pair}`)}`;

  it('is refused in YARRRML where it is used', () => {
    expect(told(yarrrml('http://schema.org', '[sch:name, $(n)]'))).toEqual([
      'mapping.yml:1:13  The prefix “sch” ends neither in / nor in #: “sch:name” would be http://schema.orgname. Write http://schema.org/ or http://schema.org#. If it is meant, write the IRIs in full.',
    ]);
  });

  it('is refused in RML where it is used', () => {
    const found = parsed(rml('rml:reference "a"', 'http://schema.org'));
    expect(found).toMatchObject({
      complaints: [
        { place: { line: 4 }, remedy: { en: expect.stringMatching(/^Write http:\/\/schema\.org\//) } },
      ],
    });
  });

  it.each([
    ['it is not used', 'http://schema.org', '[schema:name, $(n)]'],
    ['only XPath uses it', 'http://schema.org', '[schema:name, $(sch:n)]'],
    ['only XPath with parentheses uses it', 'http://schema.org', '[schema:name, "$(sch:n[sch:a/text()])"]'],
    ['it ends in another sign', 'http://x.org/GO_', '[sch:name, $(n)]'],
  ])('passes where %s', (_, namespace, pair) => {
    expect(told(yarrrml(namespace, pair))).toEqual([]);
  });
});
