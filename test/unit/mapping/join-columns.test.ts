import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { runRml } from '../../../src/mapping/index.ts';
import { complaintText } from '../../../src/model/index.ts';
import { BASE, inFolder } from './yarrrml-run.ts';

const ARTISTS = { header: 'id,name', rows: ['7,Redon', '8,Cassatt'] };
const WORKS = { header: 'ref,artist', rows: ['1,7', '2,8'] };
const JOINED = ['<urn:w:1> <urn:by> <urn:a:7> .', '<urn:w:2> <urn:by> <urn:a:8> .'];

const table = ({ header, rows }: { readonly header: string; readonly rows: readonly string[] }): string =>
  `${[header, ...rows].join('\n')}\n`;

/** Works and artists, joined by a column of each. */
const yarrrml = (child: string, parent: string, columns = '{}'): string => `columns: ${columns}
mappings:
  work:
    sources: [[works.csv~csv]]
    s: urn:w:$(ref)
    po:
      - p: urn:by
        o:
          mapping: artist
          condition:
            function: equal
            parameters:
              - [str1, $(${child}), s]
              - [str2, $(${parent}), o]
  artist:
    sources: [[artists.csv~csv]]
    s: urn:a:$(id)
`;

/** Parent and child of the join stand on lines 6 and 7. */
const rml = (child: string, parent: string): string => `@prefix rml: <http://w3id.org/rml/> .
<#work> rml:logicalSource [ rml:source "works.csv" ; rml:referenceFormulation rml:CSV ] ;
  rml:subjectMap [ rml:template "urn:w:{ref}" ] ;
  rml:predicateObjectMap [ rml:predicate <urn:by> ; rml:objectMap [
    rml:parentTriplesMap <#artist> ; rml:joinCondition [
      rml:parent "${parent}" ;
      rml:child "${child}" ] ] ] .
<#artist> rml:logicalSource [ rml:source "artists.csv" ; rml:referenceFormulation rml:CSV ] ;
  rml:subjectMap [ rml:template "urn:a:{id}" ] .
`;

const run = (name: string, mapping: string, works = WORKS, artists = ARTISTS) =>
  inFolder({ [name]: mapping, 'works.csv': table(works), 'artists.csv': table(artists) }, async (folder) => {
    const texts: string[] = [];
    const outcome = await runRml({
      mapping: join(folder, name),
      base: BASE,
      workingDirectory: folder,
      policy: 'strict',
      write: (nquads) => void texts.push(Buffer.from(nquads).toString()),
    });
    if (outcome.kind !== 'refused') return texts.join('').trimEnd().split('\n');
    return outcome.complaints.map((one) => complaintText(one, 'en').replace(`${folder}/`, ''));
  });

describe('A join in YARRRML', () => {
  it('finds the columns of both sides as they are written', async () => {
    expect(await run('m.yml', yarrrml('artist', 'id'))).toEqual(JOINED);
  });

  it('finds them in other letters', async () => {
    const artists = { ...ARTISTS, header: 'id,name,Clé ' };
    const rows = ['7,Redon,7', '8,Cassatt,8'];
    expect(await run('m.yml', yarrrml('ARTIST', 'cle'), WORKS, { ...artists, rows })).toEqual(JOINED);
  });

  it('finds them by their aliases', async () => {
    const mapping = yarrrml('auteur', 'numero', '{ auteur: [artist], numero: [Number] }');
    const artists = { header: 'id,name,Number', rows: ['7,Redon,7', '8,Cassatt,8'] };
    expect(await run('m.yml', mapping, WORKS, artists)).toEqual(JOINED);
  });

  it('is refused before data is read for a column that the parent does not have', async () => {
    expect(await run('m.yml', yarrrml('artist', 'nmae'))).toEqual([
      'm.yml:14:24  The source “artists.csv” has no column “nmae”. The nearest is “name”: write $(name), or declare aliases (columns).',
    ]);
  });

  it('is refused before data is read for a column that the child does not have', async () => {
    expect(await run('m.yml', yarrrml('artits', 'id'))).toEqual([
      expect.stringMatching(
        /^m\.yml:13:24 {2}The source “works\.csv” has no column “artits”\. The nearest is “artist”/,
      ),
    ]);
  });
});

describe('A join in RML', () => {
  it('finds the columns of both sides', async () => {
    expect(await run('m.ttl', rml('artist', 'id'))).toEqual(JOINED);
  });

  it('is refused before data is read for columns that parent and child do not have', async () => {
    expect(await run('m.ttl', rml('artits', 'ID'))).toEqual([
      expect.stringMatching(
        /^m\.ttl:7\S* {2}The source “works\.csv” has no column “artits”\. The nearest is “artist”: correct the reference\./,
      ),
      expect.stringMatching(
        /^m\.ttl:6\S* {2}The source “artists\.csv” has no column “ID”\. The nearest is “id”/,
      ),
    ]);
  });

  it('is refused for a parent that is none, with the nearest', async () => {
    const mapping = rml('artist', 'id').replace('<#artist> ;', '<#artists> ;');
    expect(await run('m.ttl', mapping)).toEqual([
      expect.stringMatching(
        /^m\.ttl:4:67 {2}The parent triples map .*Did you mean <http:\/\/example\.com\/#artist>\?/,
      ),
    ]);
  });
});

describe('A join of logical views', () => {
  /** The join stands on lines 6 to 9. */
  const views = (
    child: string,
    parent: string,
    field: string,
    column = 'id',
  ): string => `@prefix rml: <http://w3id.org/rml/> .
<#artists> a rml:LogicalView ; rml:viewOn [ rml:source "artists.csv" ; rml:referenceFormulation rml:CSV ] ;
  rml:field [ rml:fieldName "key" ; rml:reference "${column}" ] .
<#works> a rml:LogicalView ; rml:viewOn [ rml:source "works.csv" ; rml:referenceFormulation rml:CSV ] ;
  rml:field [ rml:fieldName "ref" ; rml:reference "ref" ], [ rml:fieldName "artist" ; rml:reference "artist" ] ;
  rml:innerJoin [ rml:parentLogicalView <#artists> ; rml:joinCondition [
      rml:parent "${parent}" ;
      rml:child "${child}" ] ;
    rml:field [ rml:fieldName "by" ; rml:reference "${field}" ] ] .
<#work> rml:logicalSource <#works> ; rml:subjectMap [ rml:template "urn:w:{ref}" ] ;
  rml:predicateObjectMap [ rml:predicate <urn:by> ; rml:objectMap [ rml:template "urn:a:{by}" ] ] .
`;

  it('finds the fields of both sides', async () => {
    expect(await run('m.ttl', views('artist', 'key', 'key'))).toEqual(JOINED);
  });

  it.each([
    ['child', views('artiste', 'key', 'key'), 8, 'artist'],
    ['parent', views('artist', 'kye', 'key'), 7, 'key'],
    ['field', views('artist', 'key', 'keyy'), 9, 'key'],
  ])('is refused for a %s that no view has, with the nearest', async (_, mapping, line, near) => {
    expect(await run('m.ttl', mapping)).toEqual([
      expect.stringMatching(
        new RegExp(`^m\\.ttl:${line}\\S* {2}The view has no field .* Did you mean “${near}”\\?`),
      ),
    ]);
  });

  it('is refused for a field that reads a column its table does not have', async () => {
    expect(await run('m.ttl', views('artist', 'key', 'key', 'idd'))).toEqual([
      expect.stringMatching(
        /^m\.ttl:3\S* {2}The source “artists\.csv” has no column “idd”\. The nearest is “id”/,
      ),
    ]);
  });
});
