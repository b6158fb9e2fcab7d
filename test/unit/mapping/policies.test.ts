import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Policy } from '../../../src/mapping/index.ts';
import { runDocument } from '../../run-document.ts';

const MAPPING = `@prefix rml: <http://w3id.org/rml/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix ex: <http://example.org/> .
@prefix formats: <http://www.w3.org/ns/formats/> .
<#x> a rml:TriplesMap ;
  rml:logicalSource [ rml:source [ a rml:RelativePathSource ; rml:root rml:MappingDirectory ; rml:path "x.csv" ] ;
    rml:referenceFormulation rml:CSV ] ;
  rml:subjectMap [ rml:template "http://example.org/{id}" ] ;
  rml:predicateObjectMap [ rml:predicate ex:name ; rml:objectMap [ rml:reference "name" ] ] ;
  rml:predicateObjectMap [ rml:predicate ex:all ; rml:objectMap [
    rml:template "http://example.org/all" ; rml:gather ( [ rml:reference "name" ] ) ; rml:gatherAs rdf:Bag ] ] ;
  rml:predicateObjectMap [ rml:predicate ex:copy ; rml:objectMap [ rml:reference "name" ; rml:logicalTarget <#copy> ] ] ;
  rml:predicateObjectMap [ rml:predicate ex:year ; rml:objectMap [ rml:reference "year" ; rml:datatype xsd:integer ] ] .
<#copy> a rml:LogicalTarget ; rml:serialization formats:N-Quads ;
  rml:target [ a rml:FilePath ; rml:root rml:MappingDirectory ; rml:path "copy.nq" ] .
`;
const TABLE = 'id,name,year\n1,a,1850\n2,b,194.en\n3,c,1852\n';

async function under(policy: Policy, mapping = MAPPING, maxFaults?: number) {
  const folder = mkdtempSync(join(tmpdir(), 'policies-'));
  writeFileSync(join(folder, 'x.csv'), TABLE);
  writeFileSync(join(folder, 'm.ttl'), mapping);
  const { outcome, text } = await runDocument(join(folder, 'm.ttl'), {
    policy,
    ...(maxFaults === undefined ? {} : { maxFaults: { value: maxFaults, unit: 'faults' } }),
  });
  const copied = () => readFileSync(join(folder, 'copy.nq'), 'utf8');
  return { outcome, text, copied };
}

const names = (text: string): string[] => [...text.matchAll(/"([abc])"/g)].map(([, name]) => name as string);

describe('A fault', () => {
  it('costs its term and nothing else under skip-term', async () => {
    const { outcome, text, copied } = await under('skip-term');
    expect(outcome).toMatchObject({ kind: 'mapped', report: { faults: [{ code: 'ill-typed', count: 1 }] } });
    expect(names(text)).toEqual(['a', 'b', 'c', 'a', 'b', 'c']);
    expect(names(copied())).toEqual(['a', 'b', 'c']);
  });

  it('costs its whole record under skip-record, in targets and collections too', async () => {
    const { outcome, text, copied } = await under('skip-record');
    expect(outcome).toMatchObject({ kind: 'mapped', report: { records: 3, faults: [{ count: 1 }] } });
    expect(names(text)).toEqual(['a', 'c', 'a', 'c']);
    expect(text).toContain('rdf-syntax-ns#_2> "c"');
    expect(names(copied())).toEqual(['a', 'c']);
  });

  it('costs the run under strict, which names file, line, column and value, and leaves no target', async () => {
    const { outcome, copied } = await under('strict');
    expect(outcome).toMatchObject({ kind: 'refused', complaints: [{ place: { line: 14 } }] });
    expect(JSON.stringify(outcome)).toMatch(/x\.csv:3 \(record 2\), “year”: “194\.en”/);
    expect(copied).toThrow();
  });

  it('costs the run and its targets past a limit', async () => {
    expect((await under('skip-term', MAPPING, 1)).outcome.kind).toBe('mapped');
    const { outcome, copied } = await under('skip-term', MAPPING, 0);
    expect(outcome).toMatchObject({ kind: 'too-many-faults', report: { records: 3 } });
    expect(copied).toThrow();
  });
});
