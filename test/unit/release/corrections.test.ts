import { describe, expect, it } from '@jest/globals';
import type { ShapeResult } from '../../../src/model/index.ts';
import { type CorrectionsOptions, correctionsCsv } from '../../../src/release/cells/corrections.ts';
import { harmless } from '../../../src/release/cells/csv-row.ts';
import type { LocatedResults } from '../../../src/release/cells/locate.ts';
import { openSource } from '../../../src/sources/index.ts';
import { temporaryFolders } from './folders.ts';
import { judgedSource, sourceIn } from './judged-source.ts';

const folder = temporaryFolders();

const MAPPING = `
mappings:
  work:
    subjects: id:works/$(ref)
    predicateobjects:
      - [a, schema:VisualArtwork]
      - [schema:name, $(Titre)]
      - [schema:dateCreated, $(Date)]
      - [schema:size, $(Taille)]`;
const SHAPES = `
<shapes/work> a sh:NodeShape ; sh:targetClass schema:VisualArtwork ;
  sh:property <shapes/work#name> , <shapes/work#date> , <shapes/work#size> .
<shapes/work#name> sh:path schema:name ; sh:minCount 1 ; sh:severity sh:Warning ; sh:message "Sans titre."@fr , "No title."@en .
<shapes/work#date> sh:path schema:dateCreated ; sh:pattern "^[0-9]{4}$" ; sh:message "=Date ?"@fr , "=Date?"@en .
<shapes/work#size> sh:path schema:size ; sh:minCount 1 ; sh:severity sh:Info .`;
const TABLE = `ref;Titre;Date;Taille;Motif;
A1;Port;1850;;a;
A2;;" v. 1851 ";;"=HYPERLINK(""x"")";"; x"
A3;;1852;;c;
A4;Quai;x;;"deux
lignes";
`;

const located = () =>
  judgedSource({ folder: folder(), file: ['x.csv', TABLE], mapping: MAPPING, shapes: SHAPES });

/** The table as a reader of CSV sees it: header first. */
async function tableOf(results: LocatedResults, options: CorrectionsOptions) {
  const file = [...correctionsCsv(results, options)].join('');
  const delimiter = options.language === 'fr' ? ';' : ',';
  const source = sourceIn({
    folder: folder(),
    file: ['c.csv', file],
    source: { dialect: { delimiter, quote: '"', encoding: 'utf-8', header: false }, nulls: [] },
  });
  const { columns = [], reference, records } = await openSource(source);
  const batches = await Array.fromAsync(records());
  return batches.flat().map(({ record }) => columns.flatMap((column) => reference(column)(record)));
}

describe('Corrections', () => {
  it('are the faulty rows alone, once each, violations first, then in the order of the source', async () => {
    const [, ...rows] = await tableOf(await located(), { language: 'fr' });
    expect(rows.map((row) => row.slice(0, 2))).toEqual([
      ['violation', '3'],
      ['violation', '5'],
      ['avertissement', '4'],
    ]);
  });

  it('hold the source’s columns in their order and its values as they are written', async () => {
    const [header, first, second] = await tableOf(await located(), { language: 'fr' });
    expect(header?.slice(-6)).toEqual(['ref', 'Titre', 'Date', 'Taille', 'Motif', '']);
    expect(first?.slice(-6)).toEqual(['A2', '', ' v. 1851 ', '', '=HYPERLINK("x")', '; x']);
    expect(second?.slice(-6)).toEqual(['A4', 'Quai', 'x', '', 'deux\nlignes', '']);
  });

  it('number the reasons of a row, so that columns, reasons and remedies belong together', async () => {
    const [header, first] = await tableOf(await located(), { language: 'fr' });
    const of = (name: string) => first?.[header?.indexOf(name) ?? -1];
    expect(of('Colonne')).toBe('1. Date\n2. Titre');
    expect(of('Que faire')).toBe(
      '1. Corrigez «\u00a0Date\u00a0» (par exemple «\u00a01234\u00a0»).\n2. Remplissez «\u00a0Titre\u00a0».',
    );
    expect(of('Valeurs possibles')).toBe('1. 1234\n2. –');
    expect(of('Chose')).toBe('http://example.org/id/works/A2');
  });

  it('keep their columns apart from those of the source', async () => {
    const [header] = await tableOf(await located(), { language: 'fr' });
    expect(header?.slice(0, 8)).toEqual([
      'Gravité',
      'Ligne',
      'Colonne',
      'Motif (Cimaise)',
      'Que faire',
      'Valeurs possibles',
      'Pourquoi',
      'Chose',
    ]);
  });

  it('begin with a byte order mark, end rows as RFC 4180 does, and are there in English', async () => {
    const [header = '', ...rows] = [...correctionsCsv(await located(), { language: 'en' })];
    expect(header).toMatch(/^\ufeffSeverity,Row,Column,Reason,What to do,.*\r\n$/);
    expect(rows.every((row) => row.endsWith('\r\n'))).toBe(true);
  });

  it('never begin a formula in a cell of ours', async () => {
    const { results, records } = await located();
    const only = { results: results.filter(({ thing }) => thing.endsWith('A4')), records };
    const [header, row] = await tableOf(only, { language: 'fr' });
    expect(row?.[header?.indexOf('Motif (Cimaise)') ?? -1]).toMatch(/^'=Date/);
  });

  it('say what a limit left out', async () => {
    const rows = await tableOf(await located(), { language: 'en', limit: 1 });
    expect(rows).toHaveLength(3);
    expect(rows.at(-1)?.join('')).toBe(
      'Truncated: 2 more rows are to be corrected. Correct these, then publish again.',
    );
  });

  it('say where records were not read again', async () => {
    const results = await located();
    const records = { ...results.records, rows: new Map(), truncated: true };
    const rows = await tableOf({ ...results, records }, { language: 'en' });
    expect(rows[1]?.slice(-6)).toEqual(['', '', '', '', '', '']);
    expect(rows.at(-1)?.join('')).toMatch(/^Truncated: some rows were not read again/);
  });

  it('hold every row of those that contradict each other', async () => {
    const people = await judgedSource({
      folder: folder(),
      file: ['p.csv', 'ref;Nom;Date\nA1;Roe;1850\nA2;Roe;\nA3;Roe;1851\n'],
      mapping:
        'mappings: { p: { subjects: id:people/$(Nom), predicateobjects: [[a, schema:Person], [schema:birthDate, $(Date)]] } }',
      shapes: `<shapes/p> a sh:NodeShape ; sh:targetClass schema:Person ; sh:property <shapes/p#birth> .
        <shapes/p#birth> sh:path schema:birthDate ; sh:maxCount 1 .`,
    });
    const [header, ...rows] = await tableOf(people, { language: 'en' });
    expect(rows.map((row) => [row[1], ...row.slice(-3)])).toEqual([
      ['2', 'A1', 'Roe', '1850'],
      ['4', 'A3', 'Roe', '1851'],
    ]);
    const told = rows.map((row) => row[header?.indexOf('What to do') ?? -1]);
    expect(told[1]).toBe(
      'Make “Date” agree between the rows that name the same thing (2: “1850”; 4: “1851”) or, if they are two things, correct the identifier of one.',
    );
  });

  it('name a thing that has no record', async () => {
    const { results, records } = await located();
    const { row, line, sheetRow, column, cell, file, ...nowhere } = results.find(
      ({ severity }) => severity === 'warning',
    ) as ShapeResult;
    const [, found] = await tableOf({ results: [nowhere], records }, { language: 'en' });
    expect(found?.slice(0, 4)).toEqual(['warning', '', '', 'No title.']);
  });

  it('are a header alone where nothing is to be corrected', async () => {
    const { records } = await located();
    expect([...correctionsCsv({ results: [], records }, { language: 'fr' })]).toHaveLength(1);
  });
});

describe('A harmless text', () => {
  it.each(['=1+1', '+1', '-1', '@x', '\t=1', '  =1'])('begins with an apostrophe: %j', (text) => {
    expect(harmless(text)).toBe(`'${text}`);
  });

  it.each(['1. =x', 'x', '', '« = »'])('stays as it is: %j', (text) => {
    expect(harmless(text)).toBe(text);
  });
});
