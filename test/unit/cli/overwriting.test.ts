import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { inFolder } from '../mapping/targets-files.ts';
import { cimaise } from './streams.ts';

const CSV = 'id,n\n1,a\n2,b\n';
const prefixes = `@prefix rml: <http://w3id.org/rml/> . @prefix formats: <http://www.w3.org/ns/formats/> .
@prefix ex: <http://example.org/> .
`;
const source = (file: string) =>
  `[ rml:source [ a rml:RelativePathSource ; rml:path "${file}" ] ; rml:referenceFormulation rml:CSV ]`;

/** A mapping of a.csv, of a view over b.csv that joins c.csv, and of a query on d.ttl. */
const mapping = (target = '') => `${prefixes}
<#A> rml:logicalSource ${source('a.csv')} ;
  rml:subjectMap [ rml:template "http://example.org/{id}" ${target} ] ;
  rml:predicateObjectMap [ rml:predicate ex:n ; rml:objectMap [ rml:reference "n" ] ] .
<#C> a rml:LogicalView ; rml:viewOn ${source('c.csv')} ;
  rml:field [ rml:fieldName "id" ; rml:reference "id" ] ; rml:field [ rml:fieldName "m" ; rml:reference "n" ] .
<#B> a rml:LogicalView ; rml:viewOn ${source('b.csv')} ;
  rml:field [ rml:fieldName "id" ; rml:reference "id" ] ;
  rml:leftJoin [ rml:parentLogicalView <#C> ;
    rml:joinCondition [ rml:parent "id" ; rml:child "id" ] ;
    rml:field [ rml:fieldName "m" ; rml:reference "m" ] ] .
<#BC> rml:logicalSource <#B> ; rml:subjectMap [ rml:template "http://example.org/{id}" ] ;
  rml:predicateObjectMap [ rml:predicate ex:m ; rml:objectMap [ rml:reference "m" ] ] .
<#D> rml:logicalSource [ rml:source [ a rml:FilePath ; rml:path "d.ttl" ] ;
    rml:iterator "SELECT ?s { ?s ?p ?o }" ; rml:referenceFormulation formats:SPARQL_Results_CSV ] ;
  rml:subjectMap [ rml:reference "s" ] ;
  rml:predicateObjectMap [ rml:predicate ex:p ; rml:objectMap [ rml:constant "d" ] ] .
`;
const targetAt = (path: string) =>
  `; rml:logicalTarget [ a rml:LogicalTarget ; rml:target [ a rml:FilePath ; rml:root rml:MappingDirectory ; rml:path "${path}" ] ]`;

/** Puts the mapping `m.ttl` and what it reads into a folder. */
function fill(folder: string, target?: string): void {
  writeFileSync(join(folder, 'm.ttl'), mapping(target));
  for (const name of ['a.csv', 'b.csv', 'c.csv']) writeFileSync(join(folder, name), CSV);
  writeFileSync(join(folder, 'd.ttl'), '<urn:a> <urn:p> "33" .');
}

const contents = (folder: string) =>
  readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]);

describe('An output that would overwrite what the run reads', () => {
  const refused = (args: (folder: string) => readonly string[], says: readonly string[], target?: string) =>
    inFolder(async (folder) => {
      fill(folder, target);
      symlinkSync(join(folder, 'a.csv'), join(folder, 'link.csv'));
      const before = contents(folder);
      const { code, out, err } = await cimaise(args(folder));
      expect({ code, out }).toEqual({ code: 2, out: '' });
      for (const part of says) expect(err).toContain(part);
      expect(contents(folder)).toEqual(before);
    });

  for (const option of ['--output', '--report', '--origins'])
    it.each([
      ['m.ttl', 'the mapping itself'],
      ['a.csv', 'a source of the mapping'],
      ['b.csv', 'a source of the mapping'],
      ['c.csv', 'a source of the mapping'],
      ['d.ttl', 'a source of the mapping'],
      ['link.csv', 'a source of the mapping'],
      ['said.nq', 'a target of the mapping'],
    ])(`is refused before anything is written: ${option} %s`, (name, what) =>
      refused(
        (folder) => ['map', join(folder, 'm.ttl'), option, join(folder, name)],
        [option, `${name}”, which is ${what}`, 'Give another file'],
        targetAt('said.nq'),
      ),
    );

  it('is refused by a relative path, too', () =>
    refused(
      (folder) => ['map', join(folder, 'm.ttl'), '--output', relative(process.cwd(), join(folder, 'a.csv'))],
      ['--output', 'a source of the mapping'],
    ));

  it.each(['m.ttl', 'a.csv', 'link.csv', 'c.csv'])('is refused by mapping convert: %s', (name) =>
    refused(
      (folder) => ['mapping', 'convert', join(folder, 'm.ttl'), '--output', join(folder, name)],
      ['--output', name],
    ),
  );

  it('is refused where two options lead to one file through a link', () =>
    inFolder(async (folder) => {
      fill(folder);
      mkdirSync(join(folder, 'real'));
      symlinkSync(join(folder, 'real'), join(folder, 'other'));
      const args = ['--output', join(folder, 'real/x'), '--report', join(folder, 'other/x')];
      const { code, err } = await cimaise(['map', join(folder, 'm.ttl'), ...args]);
      expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('the file of --output') });
      expect(readdirSync(join(folder, 'real'))).toEqual([]);
    }));

  it('is refused of a report whose name stands in a mapping that cannot be understood', () =>
    inFolder(async (folder) => {
      fill(folder);
      writeFileSync(join(folder, 'm.ttl'), mapping().replace('rml:template', 'rml:templat '));
      const ran = await cimaise(['map', join(folder, 'm.ttl'), '--report', join(folder, 'b.csv')]);
      expect(ran).toMatchObject({ code: 2, err: expect.stringContaining('a file that the mapping names') });
      expect(readFileSync(join(folder, 'b.csv'), 'utf8')).toBe(CSV);
      const elsewhere = await cimaise(['map', join(folder, 'm.ttl'), '--report', join(folder, 'r.txt')]);
      expect(elsewhere.code).toBe(1);
      expect(readdirSync(folder)).toContain('r.txt');
    }));

  it('is not one that is no regular file', () =>
    inFolder(async (folder) => {
      fill(folder);
      const args = ['--output', '/dev/null', '--report', '/dev/null'];
      expect(await cimaise(['map', join(folder, 'm.ttl'), ...args])).toMatchObject({ code: 0 });
    }));
});

describe("A mapping's own target over what it reads", () => {
  it.each(['a.csv', 'c.csv', 'd.ttl', 'm.ttl', 'link.csv', './deep/../a.csv'])(
    'is refused at its place, exit code 1: %s',
    (name) =>
      inFolder(async (folder) => {
        fill(folder, targetAt(name));
        symlinkSync(join(folder, 'a.csv'), join(folder, 'link.csv'));
        const before = contents(folder);
        const { code, err } = await cimaise(['map', join(folder, 'm.ttl'), '--output', join(folder, 'x.nq')]);
        expect(code).toBe(1);
        expect(err).toMatch(/m\.ttl:5:\d+ .*would overwrite a file that is read.*file of its own/);
        expect(contents(folder)).toEqual(before);
      }),
  );
});

describe('An output that cannot be made', () => {
  const told = (output: (folder: string) => string) =>
    inFolder(async (folder) => {
      fill(folder);
      const ran = await cimaise(['map', join(folder, 'm.ttl'), '--output', output(folder)]);
      return { ...ran, left: readdirSync(folder).length };
    });
  const untouched = { code: 2, left: 5 };

  it('below a file is told in a sentence', async () => {
    const ran = await told((folder) => join(folder, 'a.csv', 'x.nq'));
    expect(ran).toMatchObject(untouched);
    expect(ran.err).toMatch(/^“.*a\.csv” is a file: nothing can be written below it\. Give a path .*\n$/);
  });

  it('in /proc ends, and names the path that was given', async () => {
    const ran = await told(() => '/proc/nope/deep/x.nq');
    expect(ran).toMatchObject(untouched);
    expect(ran.err).toMatch(/^“\/proc\/nope\/deep\/x\.nq” cannot be written \(ENOENT\)\. Give a path/);
  });

  it('for want of rights names the path that was given, not the file written aside', async () => {
    // Root may write everywhere but here.
    const ran = await told(() => '/proc/1/x.nq');
    expect(ran).toMatchObject(untouched);
    expect(ran.err).toMatch(/^“\/proc\/1\/x\.nq” cannot be written/);
    expect(ran.err).not.toContain('aside');
  });
});
