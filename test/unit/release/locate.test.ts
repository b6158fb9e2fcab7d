import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import type { ShapeResult } from '../../../src/model/index.ts';
import { locate } from '../../../src/release/cells/locate.ts';
import { temporaryFolders } from './folders.ts';
import { BASE, judgedSource, parsedMapping, placeOf, sourceIn } from './judged-source.ts';

const folder = temporaryFolders();

const MAPPING = `
columns:
  title: [Titre]
  date: { aliases: [Date, Millésime], optional: true }
sources:
  authors: { each: 'cim:split($(Auteur), "/")', as: one }
mappings:
  work:
    subjects: id:works/$(ref)
    predicateobjects:
      - [a, schema:VisualArtwork]
      - p: schema:name
        o: { function: cim:capitalise($(title)) }
      - [schema:dateCreated, $(date)]
      - [schema:material, $(Technique)]
  person:
    sources: authors
    subjects: { function: 'cim:concat(cim:slug($(one)), "id/people/", "")' }
    predicateobjects:
      - [a, schema:Person]
      - [schema:birthDate, $(Naissance)]`;

const SHAPES = `
<shapes/work> a sh:NodeShape ; sh:targetClass schema:VisualArtwork ; sh:property <shapes/work#name> , <shapes/work#date> , <shapes/work#material> .
<shapes/work#name> sh:path schema:name ; sh:minCount 1 .
<shapes/work#date> sh:path schema:dateCreated ; sh:pattern "^[0-9]{4}$" .
<shapes/work#material> sh:path schema:material ; sh:maxLength 10 ; sh:severity sh:Warning .
<shapes/person> a sh:NodeShape ; sh:targetClass schema:Person ; sh:property <shapes/person#birth> .
<shapes/person#birth> sh:path schema:birthDate ; sh:maxCount 1 ; sh:pattern "^[0-9]{4}$" .`;

const judged = (content: string | Uint8Array, more: Partial<Parameters<typeof judgedSource>[0]> = {}) =>
  judgedSource({ folder: folder(), file: ['x.csv', content], mapping: MAPPING, shapes: SHAPES, ...more });

const of = (results: readonly ShapeResult[], shape: string) =>
  results.filter((result) => result.shape.endsWith(shape));

const TABLE = [
  'ref;Titre;Millésime;Auteur;Naissance;Technique',
  'A1;"Vue de',
  'Rouen";1850;;;',
  '',
  'A2; ;vers 1850;;; huile sur toile très épaisse',
  'A3;Port;1851;Doe / Roe;1800;',
  'A4;Quai;1852;Roe;18OO;',
  'A5;Pont;1853;Roe;1801;',
].join('\r\n');

describe('A located result', () => {
  it('names file, row, line, the spreadsheet’s row, column and what stands there', async () => {
    const { results } = await judged(TABLE);
    expect(of(results, '#date').map(placeOf)).toEqual([
      { file: 'source/x.csv', row: 2, line: 5, sheetRow: 4, column: 'Millésime', cell: 'vers 1850' },
    ]);
  });

  it('of an absent value names the empty cell that should make it', async () => {
    const { results } = await judged(TABLE);
    expect(of(results, '#name').map(placeOf)).toMatchObject([{ row: 2, column: 'Titre', cell: ' ' }]);
  });

  it('shows the cell as it is written, spaces and all', async () => {
    const { results } = await judged(TABLE, {
      source: { dialect: { delimiter: ';', quote: '"', encoding: 'utf-8', trim: true }, nulls: ['', 'Port'] },
    });
    expect(of(results, '#material')[0]).toMatchObject({ cell: ' huile sur toile très épaisse' });
    expect(of(results, '#name').map(({ cell }) => cell)).toEqual([' ', 'Port']);
  });

  it('stands in the record that the value comes from, not in the first of its thing', async () => {
    const { results } = await judged(TABLE);
    const wrong = of(results, '#birth').filter(({ value }) => value === '18OO');
    expect(wrong.map(placeOf)).toMatchObject([{ row: 4, sheetRow: 6, column: 'Naissance', cell: '18OO' }]);
    expect(wrong[0]?.alsoRows).toBeUndefined();
  });

  it('of values that contradict each other names the other rows too', async () => {
    const { results } = await judged(TABLE);
    const several = of(results, '#birth').filter(({ value }) => value === undefined);
    expect(several.map(placeOf)).toMatchObject([{ row: 3, sheetRow: 5, column: 'Naissance', cell: '1800' }]);
    expect(several[0]?.alsoRows).toEqual([
      { row: 4, sheetRow: 6, cell: '18OO' },
      { row: 5, sheetRow: 7, cell: '1801' },
    ]);
  });

  it('tells a column that the source does not have', async () => {
    const { results } = await judged('ref;Titre;Auteur;Naissance\nA1;;;\n', {
      shapes: SHAPES.replace('sh:pattern "^[0-9]{4}$"', 'sh:minCount 1'),
    });
    expect(of(results, '#date')[0]).toMatchObject({ row: 1, missingColumns: ['date'] });
  });

  it('is found in a packed file', async () => {
    const { results } = await judged(gzipSync(TABLE));
    expect(of(results, '#date').map(placeOf)).toMatchObject([{ column: 'Millésime', cell: 'vers 1850' }]);
  });

  it('is found in a table without header', async () => {
    const { results } = await judged('A1;x\n', {
      source: { dialect: { delimiter: ';', quote: '"', encoding: 'utf-8', header: false } },
      mapping:
        'mappings: { w: { subjects: id:works/$(_col.1), predicateobjects: [[a, schema:VisualArtwork], [schema:name, Nom], [schema:dateCreated, $(_col.2)]] } }',
    });
    expect(of(results, '#date').map(placeOf)).toMatchObject([
      { row: 1, sheetRow: 1, column: '_col.2', cell: 'x' },
    ]);
  });

  it('is found by its reference in JSON, several values together', async () => {
    const { results } = await judged('[{"ref":"A1","t":{"fr":"Port"},"d":["1850","vers 1851"]}]', {
      file: ['x.json', '[{"ref":"A1","t":{"fr":"Port"},"d":["1850","vers 1851"]}]'],
      source: { format: 'json', iterator: '$[*]' },
      mapping:
        'mappings: { w: { subjects: id:works/$(ref), predicateobjects: [[a, schema:VisualArtwork], [schema:name, $(t.fr)], [schema:dateCreated, "$(d[*])"]] } }',
    });
    expect(results.map(placeOf)).toEqual([
      {
        file: 'source/x.json',
        row: 1,
        line: 1,
        sheetRow: undefined,
        column: 'd[*]',
        cell: '1850 ; vers 1851',
      },
    ]);
  });

  it('is found by its reference in XML', async () => {
    const { results } = await judged('', {
      file: ['x.xml', '<r>\n <w id="A1"><t>Port</t></w>\n <w id="A2"><t/></w>\n</r>'],
      source: { format: 'xml', iterator: '/r/w' },
      mapping:
        'mappings: { w: { subjects: id:works/$(@id), predicateobjects: [[a, schema:VisualArtwork], [schema:name, $(t)]] } }',
    });
    expect(results.map(placeOf)).toEqual([
      { file: 'source/x.xml', row: 2, line: 3, sheetRow: undefined, column: 't', cell: '' },
    ]);
  });

  it('follows the reasons inside a shape where it has no path itself', async () => {
    const { results } = await judged(TABLE, {
      shapes: `<shapes/work> a sh:NodeShape ; sh:targetClass schema:VisualArtwork ;
        sh:node [ sh:property [ sh:path schema:dateCreated ; sh:pattern "^[0-9]{4}$" ] ] .`,
    });
    expect(results.map(placeOf)).toMatchObject([{ row: 2, column: 'Millésime', cell: 'vers 1850' }]);
  });

  it('stays as it is where its thing has no record', async () => {
    const { results } = await judged(TABLE);
    const [result] = of(results, '#date').map(({ file, row, line, sheetRow, column, cell, ...rest }) => rest);
    const source = sourceIn({ folder: folder(), file: ['x.csv', TABLE] });
    const nowhere = { of: () => undefined, furtherRows: () => [] };
    const located = await locate(result ? [result] : [], {
      origins: nowhere,
      mapping: parsedMapping(MAPPING),
      base: BASE,
      source,
    });
    expect(located.results).toEqual([result]);
  });

  it('has no cell where a limit keeps records from being read, and that is told', async () => {
    const { results, records } = await judged(TABLE, { limits: { records: 1, characters: 1000 } });
    expect(records.truncated).toBe(true);
    expect(records.rows.size).toBe(1);
    const without = results.filter(({ cell }) => cell === undefined);
    expect(without.length).toBeGreaterThan(0);
    expect(without.every(({ row, column }) => row !== undefined && column !== undefined)).toBe(true);
  });

  it('is not read beyond a number of characters', async () => {
    const { records } = await judged(TABLE, { limits: { records: 100, characters: 10 } });
    expect(records).toMatchObject({ truncated: true });
    expect(records.rows.size).toBe(0);
  });
});
