import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseRml } from '../../../src/mapping/rml/parse.ts';
import { complaintText } from '../../../src/model/index.ts';
import { BASE, bothOutputs, inFolder, outputOf, sound } from './yarrrml-run.ts';

/** A mapping of one file; its logical source holds these lines from line 5 on. */
const mapping = (...source: readonly string[]): string => `@prefix rml: <http://w3id.org/rml/> .
@prefix csvw: <http://www.w3.org/ns/csvw#> .
@prefix : <urn:> .
<#map> rml:logicalSource [
${source.join('\n')} ] ;
  rml:subjectMap [ rml:template "urn:{id}" ] ;
  rml:predicateObjectMap [ rml:predicate :n ; rml:objectMap [ rml:reference "n" ] ] .
`;
const withDialect = (dialect: string): string =>
  mapping(
    `rml:source [ a csvw:Table ; csvw:url "a.csv" ; csvw:dialect [ ${dialect} ] ] ; rml:referenceFormulation rml:CSV`,
  );

const lines = (turtle: string, data: string | Uint8Array, name = 'a.csv') =>
  inFolder({ 'mapping.ttl': turtle, [name]: data }, async (folder) => {
    const file = join(folder, 'mapping.ttl');
    const folders = { mapping: folder, working: folder };
    return (await outputOf(sound(parseRml(readFileSync(file, 'utf8'), file, BASE, folders)))).lines;
  });

function complaints(turtle: string): readonly string[] {
  const parsed = parseRml(turtle, 'm.ttl', BASE, { mapping: '/', working: '/' });
  return parsed.kind === 'parsed' ? [] : parsed.complaints.map((one) => complaintText(one, 'en'));
}

const EXPECTED = ['<urn:1> <urn:n> "été" .'];

describe('A CSVW dialect in RML', () => {
  it.each([
    ['the delimiter', 'csvw:delimiter ";"', 'id;n\n1;été\n'],
    ['a tab', 'csvw:delimiter "\\t"', 'id\tn\n1\tété\n'],
    ['the quote', `csvw:quoteChar "'"`, "id,n\n1,'été'\n"],
    ['the prefix of comments', 'csvw:commentPrefix "#"', '# x\nid,n\n1,été\n'],
    ['lines to skip', 'csvw:skipRows 2', 'x\ny\nid,n\n1,été\n'],
    ['white space to trim', 'csvw:trim true', 'id,n\n1 , été \n'],
    ['white space to trim at the start', 'csvw:trim "start"', 'id,n\n 1, été\n'],
    ['initial space to skip', 'csvw:skipInitialSpace true', 'id,n\n 1, été\n'],
    ['quotes that are escaped', 'csvw:doubleQuote false ; csvw:delimiter ";"', 'id;n\n1;"été"\n'],
    ['one line terminator', 'csvw:lineTerminators "|"', 'id,n|1,été|'],
    ['a list of line terminators', 'csvw:lineTerminators ( "|" "\\n" )', 'id,n\n1,été|'],
    ['that there is a header', 'csvw:header true ; csvw:headerRowCount 1', 'id,n\n1,été\n'],
    ['what changes nothing', 'csvw:skipBlankRows true ; csvw:skipColumns 0', 'id,n\n\n1,été\n'],
    ['values that are absent', 'csvw:null "-"', 'id,n\n1,été\n2,-\n'],
  ])('tells %s', async (_, dialect, data) => {
    expect(await lines(withDialect(dialect), data)).toEqual(EXPECTED);
  });

  it('names columns by number where it tells that there is no header', async () => {
    const turtle = withDialect('csvw:header false').replace('{id}', '{_col.1}').replace('"n"', '"_col.2"');
    expect(await lines(turtle, '1,été\n')).toEqual(EXPECTED);
  });

  it.each([
    ['beside rml:path', 'rml:source [ rml:path "a.csv" ; csvw:dialect [ csvw:delimiter ";" ] ]'],
    ['on the logical source', 'rml:source "a.csv" ; csvw:dialect [ csvw:delimiter ";" ]'],
    [
      'on a table without formulation',
      'rml:source [ a csvw:Table ; csvw:url "a.csv" ; csvw:dialect [ csvw:delimiter ";" ] ]',
    ],
    [
      'on both, the source first',
      'rml:source [ rml:path "a.csv" ; csvw:dialect [ csvw:delimiter ";" ] ] ; csvw:dialect [ csvw:delimiter "|" ; csvw:quoteChar "\'" ]',
    ],
  ])('may stand %s', async (_, source) => {
    expect(await lines(mapping(source), 'id;n\n1;été\n')).toEqual(EXPECTED);
  });

  it('may be told of a table by csvw:null, too', async () => {
    const turtle = mapping('rml:source [ a csvw:Table ; csvw:url "a.csv" ; csvw:null "-", "" ]');
    expect(await lines(turtle, 'id,n\n1,été\n2,-\n3,\n')).toEqual(EXPECTED);
  });

  it('is the same when a YARRRML source is written as RML', async () => {
    const { own, written } = await bothOutputs(
      `sources: { a: { access: a.csv, delimiter: ';', quote: "'", trim: true, commentPrefix: '#', skipRows: 1 } }
mappings: { m: { sources: a, s: 'urn:$(id)', po: [['urn:n', $(n)]] } }`,
      { 'a.csv': "x\n# y\nid;n\n1 ;'été'\n" },
    );
    expect(own.lines).toEqual(EXPECTED);
    expect(written).toEqual(own);
  });

  it.each([
    [
      'a property that is none',
      'csvw:delimeter ";"',
      'csvw:delimeter is not a term of csvw:Dialect. Did you mean csvw:delimiter?',
    ],
    [
      'a delimiter of two characters',
      'csvw:delimiter "||"',
      'csvw:delimiter cannot be “||”. Give one character.',
    ],
    ['a quote that is the delimiter', 'csvw:quoteChar ","', 'csvw:quoteChar cannot be “,”.'],
    ['an unknown encoding', 'csvw:encoding "utf-9"', 'csvw:encoding cannot be “utf-9”. For example utf-8'],
    ['a flag that is none', 'csvw:header "non"', 'csvw:header cannot be “non”. Write true or false.'],
    ['two rows of headers', 'csvw:headerRowCount 2', 'One header row at most is read: 0 or 1.'],
    ['columns to skip', 'csvw:skipColumns 1', 'All columns are read'],
    ['a number that is none', 'csvw:skipRows "x"', 'csvw:skipRows cannot be “x”. Give a number.'],
    ['three line terminators', 'csvw:lineTerminators ( "a" "b" "c" )', 'two different characters at most'],
  ])('is refused with its line for %s', (_, dialect, text) => {
    expect(complaints(withDialect(dialect))).toEqual([expect.stringMatching(/^m\.ttl:5:\d+ /)]);
    expect(complaints(withDialect(dialect))[0]).toContain(text);
  });

  it('says nothing to JSON', () => {
    const turtle = mapping(
      'rml:source [ rml:path "a.json" ; csvw:dialect [ csvw:delimiter ";" ] ] ;',
      'rml:referenceFormulation rml:JSONPath ; rml:iterator "$[*]"',
    );
    expect(complaints(turtle)).toEqual([expect.stringContaining('this source is none')]);
  });
});

describe('A source in RML', () => {
  it.each([
    ['rml:windows-1252', Buffer.from('id,n\n1,été\n', 'latin1')],
    ['"latin1"', Buffer.from('id,n\n1,été\n', 'latin1')],
    ['rml:UTF-16', Buffer.from('\uFEFFid,n\n1,été\n', 'utf16le')],
    ['"utf-16be"', Buffer.from('id,n\n1,été\n', 'utf16le').swap16()],
    ['rml:UTF-8', Buffer.from('id,n\n1,été\n')],
  ])('is read in %s', async (encoding, bytes) => {
    const turtle = mapping(`rml:source [ rml:path "a.csv" ; rml:encoding ${encoding} ]`);
    expect(await lines(turtle, bytes)).toEqual(EXPECTED);
  });

  it('is read in the encoding that RML tells, where CSVW tells another', async () => {
    const turtle = mapping(
      'rml:source [ rml:path "a.csv" ; rml:encoding "latin1" ; csvw:dialect [ csvw:encoding "utf-8" ] ]',
    );
    expect(await lines(turtle, Buffer.from('id,n\n1,été\n', 'latin1'))).toEqual(EXPECTED);
  });

  it.each([
    ['an encoding nobody knows', 'rml:encoding rml:UTF-9', 'The encoding “utf-9” is not known.'],
    [
      'a compression nobody knows',
      'rml:compression rml:rar',
      'rml:compression cannot be rml:rar. Choose one of: rml:none, rml:gzip',
    ],
    ['a table elsewhere', 'csvw:url "https://example.org/a.csv"', 'only local files are read'],
  ])('is refused with its line for %s', (_, property, text) => {
    const path = property.includes('url') ? '' : 'rml:path "a.csv" ;';
    const [first, ...more] = complaints(
      mapping('rml:source [', `${path} ${property} ]; rml:referenceFormulation rml:CSV`),
    );
    expect(first).toMatch(/^m\.ttl:6:\d+ /);
    expect(first).toContain(text);
    expect(more).toEqual([]);
  });

  it('is refused for a reference formulation nobody knows', () => {
    expect(complaints(mapping('rml:source "a.csv" ; rml:referenceFormulation rml:CVS'))).toEqual([
      'm.ttl:5:47  rml:referenceFormulation cannot be rml:CVS. Choose one of: rml:CSV, rml:JSONPath, rml:XPath.',
    ]);
  });
});

describe('A target in RML', () => {
  const target = (properties: string): string =>
    mapping('rml:source "a.csv"').replace(
      'rml:template "urn:{id}"',
      `rml:template "urn:{id}" ;\n rml:logicalTarget [ rml:target [ rml:path "x.nq" ; ${properties} ] ]`,
    );

  it.each([
    ['an encoding nobody knows', 'rml:encoding rml:UTF-9', 'The encoding “utf-9” is not known.'],
    ['a compression nobody knows', 'rml:compression rml:rar', 'rml:compression cannot be rml:rar.'],
    [
      'a mode that would add to it',
      'rml:mode rml:Append',
      'rml:mode cannot be rml:Append. Choose one of: rml:Write',
    ],
  ])('is refused with its line for %s', (_, properties, text) => {
    expect(complaints(target(properties))).toEqual([expect.stringMatching(/^m\.ttl:7:\d+ /)]);
    expect(complaints(target(properties))[0]).toContain(text);
  });

  it('is written anew, as the usual modes say', () => {
    expect(complaints(target('rml:mode rml:Write'))).toEqual([]);
  });
});
