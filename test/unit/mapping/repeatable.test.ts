import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { catalogueMapping } from '../../bench/catalogue-mapping.ts';
import { catalogue, WRITERS } from '../../bench/museum-catalogue.ts';
import { outputOf } from '../../run-document.ts';
import { inFolder } from './yarrrml-run.ts';

const ROWS = 2000;
const BLANKS = `@prefix rml: <http://w3id.org/rml/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix ex: <http://example.org/> .
<#x> a rml:TriplesMap ;
  rml:logicalSource [ rml:source [ a rml:RelativePathSource ; rml:root rml:MappingDirectory ; rml:path "x.csv" ] ;
    rml:referenceFormulation rml:CSV ] ;
  rml:subjectMap [ rml:termType rml:BlankNode ] ;
  rml:predicateObjectMap [ rml:predicate ex:town ; rml:objectMap [ rml:template "{ville}" ; rml:termType rml:BlankNode ] ] ;
  rml:predicateObjectMap [ rml:predicate ex:list ; rml:objectMap [
    rml:gather ( [ rml:reference "ref" ] [ rml:reference "titre" ] ) ; rml:gatherAs rdf:List ] ] .
`;

describe('Two runs of a mapping', () => {
  it.each(['csv', 'json', 'xml'] as const)('on the same %s give the same bytes', async (format) => {
    const files = {
      [`x.${format}`]: [...WRITERS[format](catalogue(ROWS))].join(''),
      'm.ttl': catalogueMapping(format, `x.${format}`),
    };
    const [first, second] = await inFolder(files, async (folder) => [
      await outputOf(join(folder, 'm.ttl')),
      await outputOf(join(folder, 'm.ttl')),
    ]);
    expect(first?.split('\n').length).toBeGreaterThan(15 * ROWS);
    expect(second === first).toBe(true);
  });

  it('give the same bytes where nodes have no names', async () => {
    const files = { 'x.csv': [...WRITERS.csv(catalogue(ROWS))].join(''), 'm.ttl': BLANKS };
    const [first, second] = await inFolder(files, async (folder) => [
      await outputOf(join(folder, 'm.ttl')),
      await outputOf(join(folder, 'm.ttl')),
    ]);
    expect(first).toContain('_:');
    expect(second === first).toBe(true);
  });
});
