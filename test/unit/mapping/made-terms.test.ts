import { describe, expect, it } from '@jest/globals';
import { madeTerms, parseMapping, parseRml } from '../../../src/mapping/index.ts';
import { complaintText } from '../../../src/model/index.ts';

const BASE = 'http://example.org/';
const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

function made(pairs: string) {
  const text = `mappings:\n  thing:\n    subjects: id:things/$(id)\n    predicateobjects:\n${pairs}`;
  const parsed = parseMapping(text, 'mapping.yml', BASE);
  if (parsed.kind === 'refused')
    throw new Error(parsed.complaints.map((one) => complaintText(one, 'en')).join());
  const { classes, predicates, isComplete } = madeTerms(parsed.mapping, BASE);
  return { classes: [...classes], predicates: [...predicates], isComplete };
}

describe('The terms that a mapping makes', () => {
  it('are its classes and predicates, each once', () => {
    expect(
      made(`      - [a, [schema:Museum, crm:E74_Group]]
      - [schema:name, $(name)]
      - p: a
        o: schema:Museum
        condition: cim:isNotEmpty($(name))
`),
    ).toEqual({
      classes: ['http://schema.org/Museum', 'http://www.cidoc-crm.org/cidoc-crm/E74_Group'],
      predicates: [RDF_TYPE, 'http://schema.org/name'],
      isComplete: true,
    });
  });

  it('are put behind the base where they are relative', () => {
    expect(made('      - [a, def:Kind]\n      - [def:label, $(label)]\n')).toEqual({
      classes: [`${BASE}def/Kind`],
      predicates: [RDF_TYPE, `${BASE}def/label`],
      isComplete: true,
    });
  });

  it.each([
    ['a class', '      - [a, def:$(kind)~iri]\n'],
    ['a predicate', '      - [def:$(kind), $(name)]\n'],
  ])('are not all known where %s is made from a value', (_, pairs) => {
    expect(made(`      - [a, schema:Museum]\n${pairs}`).isComplete).toBe(false);
  });

  it('are read of RML as well', () => {
    const parsed = parseRml(
      `@prefix rml: <http://w3id.org/rml/> .
<#m> rml:logicalSource [ rml:source [ a rml:RelativePathSource ; rml:root rml:MappingDirectory ; rml:path "x.csv" ] ; rml:referenceFormulation rml:CSV ] ;
  rml:subjectMap [ rml:template "http://example.org/{id}" ; rml:class <http://example.org/Kind> ] ;
  rml:predicateObjectMap [ rml:predicate <http://example.org/p> ; rml:objectMap [ rml:reference "x" ] ] .`,
      'mapping.ttl',
      BASE,
      { mapping: '/', working: '/' },
    );
    if (parsed.kind === 'refused')
      throw new Error(parsed.complaints.map((one) => complaintText(one, 'en')).join());
    const { classes, predicates } = madeTerms(parsed.mapping, BASE);
    expect([[...classes], [...predicates]]).toEqual([
      ['http://example.org/Kind'],
      [RDF_TYPE, 'http://example.org/p'],
    ]);
  });
});
