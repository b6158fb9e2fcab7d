import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { outputOf } from '../../run-document.ts';

const MAPPING = `@prefix rml: <http://w3id.org/rml/> .
<#x> a rml:TriplesMap ;
  rml:logicalSource [ rml:source [ a rml:RelativePathSource ; rml:root rml:MappingDirectory ; rml:path "x.json" ] ;
    rml:iterator "$[*]" ; rml:referenceFormulation rml:JSONPath ] ;
  rml:subjectMap [ rml:template "http://example.org/{$.id}" ] ;
  rml:predicateObjectMap [ rml:predicate <http://example.org/p> ; rml:objectMap [ rml:reference "REFERENCE" ] ] .
`;

/** The literals that a reference gives of a JSON document. */
async function literals(reference: string, document: unknown): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'natural-'));
  writeFileSync(join(folder, 'x.json'), JSON.stringify(document));
  writeFileSync(join(folder, 'm.ttl'), MAPPING.replace('REFERENCE', reference));
  const text = await outputOf(join(folder, 'm.ttl'));
  return text
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/^\S+ \S+ (.*) \.$/, '$1'));
}

const xsd = (name: string) => `^^<http://www.w3.org/2001/XMLSchema#${name}>`;
const VALUES = [3.5, 12, true, 'texte', 1e21];
const EXPECTED = [
  `"3.5E0"${xsd('double')}`,
  `"12"${xsd('integer')}`,
  `"true"${xsd('boolean')}`,
  '"texte"',
  `"1.0E21"${xsd('double')}`,
];

describe('A value of JSON without declared datatype', () => {
  it('has its natural datatype, in canonical form', async () => {
    const records = VALUES.map((v, id) => ({ id: String(id), v }));
    expect(await literals('$.v', records)).toEqual(EXPECTED);
  });

  it('has them likewise where there are several', async () => {
    expect(await literals('$.v[*]', [{ id: '1', v: VALUES }])).toEqual(EXPECTED);
  });
});
