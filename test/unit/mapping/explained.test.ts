import { describe, expect, it } from '@jest/globals';
import type { MappingReport } from '../../../src/model/index.ts';
import { runDocument } from '../../run-document.ts';
import { inFolder } from './yarrrml-run.ts';

const PREFIXES = `@prefix rml: <http://w3id.org/rml/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix ex: <http://example.org/> .
@prefix cim: <urn:cimaise:function:> .
@prefix cimp: <urn:cimaise:parameter:> .
`;
const source = (path: string): string => {
  const format = path.endsWith('json')
    ? 'rml:iterator "$[*]" ; rml:referenceFormulation rml:JSONPath'
    : 'rml:referenceFormulation rml:CSV';
  return `[ rml:source [ a rml:RelativePathSource ; rml:root rml:MappingDirectory ; rml:path "${path}" ] ; rml:null "" ; ${format} ]`;
};
const rule = (path: string, ...pairs: readonly string[]): string =>
  `${PREFIXES}<#x> a rml:TriplesMap ; rml:logicalSource ${source(path)} ; rml:subjectMap [ rml:template "http://example.org/{id}" ]
  ${pairs.map((pair) => `; rml:predicateObjectMap [ ${pair} ]`).join('\n  ')} .`;

const TABLE = 'id,nom,gr,lang\n1,Louvre,,\n2,Orsay,g,fr\n';

async function run(
  mapping: string,
  files: Readonly<Record<string, string>>,
  policy: 'skip-term' | 'skip-record' = 'skip-term',
) {
  const { outcome, text } = await inFolder({ ...files, 'm.ttl': mapping }, (folder) =>
    runDocument(`${folder}/m.ttl`, { policy }),
  );
  if (outcome.kind !== 'mapped') throw new Error(JSON.stringify(outcome));
  return { report: outcome.report, lines: text.split('\n').filter((line) => line !== '') };
}

const absences = ({ absences }: MappingReport) =>
  absences.map(({ reason, column, count }) => [reason, column, count]);

describe('A statement that is not made is explained', () => {
  it.each([
    [
      'its graph has no value',
      'rml:predicate ex:n ; rml:objectMap [ rml:reference "nom" ] ; rml:graphMap [ rml:template "http://example.org/{gr}" ]',
      'gr',
    ],
    [
      'its predicate has no value',
      'rml:predicateMap [ rml:template "http://example.org/p{gr}" ] ; rml:objectMap [ rml:reference "nom" ]',
      'gr',
    ],
    [
      'its language has no value',
      'rml:predicate ex:n ; rml:objectMap [ rml:reference "nom" ; rml:languageMap [ rml:reference "lang" ] ]',
      'lang',
    ],
    [
      'a part of its template has no value',
      'rml:predicate ex:n ; rml:objectMap [ rml:template "{nom}-{gr}" ; rml:termType rml:Literal ]',
      'gr',
    ],
  ])('where %s', async (_, pair, column) => {
    const { report, lines } = await run(rule('x.csv', pair), { 'x.csv': TABLE });
    expect(absences(report)).toEqual([['empty', column, 1]]);
    expect(lines).toHaveLength(1);
  });

  it('where a function gives nothing of values that are there', async () => {
    const call = `rml:functionExecution [ rml:function cim:extract ; rml:input [ rml:parameter cimp:value ; rml:inputValueMap [ rml:reference "nom" ] ], [ rml:parameter cimp:pattern ; rml:inputValue "^L.*" ] ]`;
    const { report } = await run(rule('x.csv', `rml:predicate ex:n ; rml:objectMap [ ${call} ]`), {
      'x.csv': TABLE,
    });
    expect(absences(report)).toEqual([['nothing', 'nom', 1]]);
  });

  it('where a collection lacks a member', async () => {
    const pair =
      'rml:predicate ex:l ; rml:objectMap [ rml:gather ( [ rml:reference "nom" ] [ rml:reference "gr" ] ) ; rml:gatherAs rdf:Bag ]';
    const { report } = await run(rule('x.csv', pair), { 'x.csv': TABLE });
    expect(absences(report)).toEqual([['empty', 'gr', 1]]);
  });

  it('where a row has no match in an inner join of views', async () => {
    const view = (name: string, path: string, rest = '') =>
      `<#${name}> a rml:LogicalView ; rml:viewOn ${source(path)} ; rml:field [ rml:fieldName "id" ; rml:reference "id" ] ${rest} .\n`;
    const join = `; rml:innerJoin [ rml:parentLogicalView <#b> ; rml:joinCondition [ rml:child "id" ; rml:parent "id" ] ; rml:field [ rml:fieldName "other" ; rml:reference "id" ] ]`;
    const mapping = `${PREFIXES}${view('a', 'x.csv', join)}${view('b', 'y.csv')}
<#m> a rml:TriplesMap ; rml:logicalSource <#a> ; rml:subjectMap [ rml:template "http://example.org/{id}" ] ;
  rml:predicateObjectMap [ rml:predicate ex:o ; rml:objectMap [ rml:reference "other" ] ] .`;
    const { report, lines } = await run(mapping, { 'x.csv': TABLE, 'y.csv': 'id\n2\n' });
    expect(lines).toHaveLength(1);
    expect(absences(report)).toEqual([['unmatched', 'id', 1]]);
  });
});

describe('A column that bears the name of another', () => {
  it('is told, since what it holds cannot be asked for', async () => {
    const { report } = await run(
      rule('x.csv', 'rml:predicate ex:n ; rml:objectMap [ rml:reference "nom" ]'),
      {
        'x.csv': 'id,nom,nom\n1,A,B\n',
      },
    );
    expect(report.faults).toMatchObject([
      { code: 'repeated-column', count: 1, examples: [{ line: 1, value: 'nom' }] },
    ]);
  });
});

describe('A reference that leads to a list or an object', () => {
  const pairs = ['a', 'b'].map(
    (name) => `rml:predicate ex:${name} ; rml:objectMap [ rml:reference "$.${name}" ]`,
  );

  it.each([
    ['[{"id":"1","a":["x","y"],"b":"B"}]', '[… 2]'],
    ['[{"id":"1","a":{"h":1,"l":2},"b":"B"}]', '{h, l}'],
  ])('costs its own term in %s, and is told with its place', async (json, value) => {
    const { report, lines } = await run(rule('x.json', ...pairs).replace('{id}', '{$.id}'), {
      'x.json': json,
    });
    expect(lines).toEqual(['<http://example.org/1> <http://example.org/b> "B" .']);
    expect(report.faults).toMatchObject([
      { code: 'not-a-scalar', count: 1, place: { line: 7 }, examples: [{ column: '$.a', value }] },
    ]);
  });
});

describe('Under skip-record', () => {
  it('a record without identifier for one rule keeps what others say of it', async () => {
    const second = `<#y> a rml:TriplesMap ; rml:logicalSource ${source('x.csv')} ; rml:subjectMap [ rml:template "http://example.org/g/{gr}" ; rml:class ex:G ] .`;
    const { report, lines } = await run(
      `${rule('x.csv', 'rml:predicate ex:n ; rml:objectMap [ rml:reference "nom" ]')}\n${second}`,
      { 'x.csv': TABLE },
      'skip-record',
    );
    expect(lines).toHaveLength(3);
    expect(report).toMatchObject({ records: 2, skippedRecords: 0, faults: [{ code: 'empty-subject' }] });
  });

  it('a ragged row is left out, and counted', async () => {
    const { report, lines } = await run(
      rule('x.csv', 'rml:predicate ex:n ; rml:objectMap [ rml:reference "nom" ]'),
      { 'x.csv': `${TABLE}3,Cluny\n4,Guimet,,\n` },
      'skip-record',
    );
    expect(lines).toHaveLength(3);
    expect(report).toMatchObject({
      records: 4,
      skippedRecords: 1,
      faults: [{ code: 'short-row', count: 1 }],
    });
  });
});
