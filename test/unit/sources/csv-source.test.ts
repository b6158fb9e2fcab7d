import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { recordLanguage } from '../../../src/sources/index.ts';
import { createSourceFolder, readAll, refusal, sourceOf } from './files.ts';

let files: Awaited<ReturnType<typeof createSourceFolder>>;
beforeAll(async () => {
  files = await createSourceFolder();
});
afterAll(() => files.remove());

const read = async (content: string | Uint8Array, dialect = {}, references = ['nom']) =>
  readAll(sourceOf({ path: await files.write(content), dialect }), references);
const refused = async (content: string | Uint8Array, dialect = {}) =>
  refusal(readAll(sourceOf({ path: await files.write(content), dialect }), []));

describe('A CSV source', () => {
  it('counts rows from 1 after the header, and gives the line of each', async () => {
    const { rows, columns } = await read('ref,nom\n1,"a\nb"\n\n2,c\n');
    expect(columns).toEqual(['ref', 'nom']);
    expect(rows).toEqual([
      { row: 1, line: 2, values: [['a\nb']] },
      { row: 2, line: 5, values: [['c']] },
    ]);
  });

  it('leaves empty cells and unknown columns without value', async () => {
    const { rows } = await read('ref,nom\n1,\n', {}, ['nom', 'titre']);
    expect(rows[0]?.values).toEqual([[], []]);
  });

  it.each([
    ['one', '\uFEFF'],
    ['two', '\uFEFF\uFEFF'],
  ])('is read past %s byte order marks', async (_, marks) => {
    const { columns } = await read(`${marks}ref,nom\n1,a\n`);
    expect(columns).toEqual(['ref', 'nom']);
  });

  it('trims the names of its columns and composes their accents', async () => {
    const { columns } = await read(' ref ,De\u0301partement\u00a0\n1,a\n');
    expect(columns).toEqual(['ref', 'Département']);
  });

  it.each([
    ['utf-16le', Buffer.from('\uFEFFref;nom\n1;Orsay – musée\n', 'utf16le'), 'Orsay – musée'],
    [
      'windows-1252',
      Buffer.from([...Buffer.from('ref;nom\n1;', 'latin1'), 0x8c, 0x75, 0x76, 0x72, 0xe9, 10]),
      'Œuvré',
    ],
    ['iso-8859-15', Buffer.from([...Buffer.from('ref;nom\n1;', 'latin1'), 0xa4, 10]), '€'],
  ])('is read in %s', async (encoding, bytes, expected) => {
    const { rows } = await read(bytes, { encoding, delimiter: ';' });
    expect(rows[0]?.values).toEqual([[expected]]);
  });

  it('keeps letters whole whose bytes fall into two pieces of the file', async () => {
    const name = 'é'.repeat(400_000);
    const { rows } = await read(`ref,nom\n1,${name}\n`);
    expect(rows[0]?.values[0]?.[0]).toBe(name);
  });

  it.each([
    ['short', 'ref,nom,lieu\n1,a\n2,b,c\n', [{ code: 'short-row', row: 1, line: 2, detail: '2 < 3' }]],
    ['long', 'ref,nom\n1,a\n2,b,c\n', [{ code: 'long-row', row: 2, line: 3, detail: '3 > 2' }]],
  ])('keeps a row that is too %s and notes it', async (_, text, faults) => {
    const found = await read(text);
    expect(found.rows).toHaveLength(2);
    expect(found.faults).toEqual(faults);
  });
});

describe('The place of a CSV row', () => {
  const text = 'réf,nom\r\n1,"é’😀\r\nb"\n\n2,œ\n3,c';
  it.each([
    ['utf-8', Buffer.from(text), 0],
    ['utf-8', Buffer.from(`\uFEFF\uFEFF${text}`), 6],
    ['utf-16le', Buffer.from(`\uFEFF${text}`, 'utf16le'), 2],
    ['utf-16be', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(), 2],
    ['utf-16', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(), 2],
    [
      'windows-1252',
      Buffer.from(text.replace('😀', '').replace('’', '\x92').replace('œ', '\x9c'), 'latin1'),
      0,
    ],
  ])('is its first byte in %s', async (encoding, bytes, marks) => {
    const path = await files.write(bytes);
    const { rows, offsets } = await readAll(sourceOf({ path, dialect: { encoding } }), ['réf', 'nom']);
    expect(rows.map(({ line }) => line)).toEqual([2, 5, 6]);
    expect(rows[1]?.values).toEqual([['2'], ['œ']]);
    const unit = encoding.startsWith('utf-16') ? 2 : 1;
    const first = encoding === 'utf-16be' || encoding === 'utf-16' ? 1 : 0;
    expect(offsets.map((at) => String.fromCharCode(bytes[at + first] ?? 0))).toEqual(['1', '2', '3']);
    expect(offsets[0]).toBeGreaterThan(marks + unit * 8);
  });
});

describe('A CSV source of its own dialect', () => {
  it('names its columns as CSVW does where it has no header', async () => {
    const { rows, columns } = await read('1,a\n2,b\n', { header: false }, ['_col.2']);
    expect(columns).toEqual(['_col.1', '_col.2']);
    expect(rows).toEqual([
      { row: 1, line: 1, values: [['a']] },
      { row: 2, line: 2, values: [['b']] },
    ]);
  });

  it('counts as absent what it lists, and then nothing else', async () => {
    const path = await files.write('a,b,c\n,NULL,x\n');
    const values = async (nulls?: readonly string[]) =>
      (await readAll(sourceOf({ path, ...(nulls ? { nulls } : {}) }), ['a', 'b', 'c'])).rows[0]?.values;
    expect(await values()).toEqual([[], ['NULL'], ['x']]);
    expect(await values(['NULL'])).toEqual([[''], [], ['x']]);
    expect(await values([])).toEqual([[''], ['NULL'], ['x']]);
  });

  it('is refused at a ragged row where it is strict', async () => {
    const path = await files.write('id,name,age\n1,a,2\n6,Phoebe 37\n');
    const [complaint] = await refusal(readAll(sourceOf({ path, strict: true }), ['id']));
    expect(complaint).toMatchObject({
      place: { line: 3 },
      found: { fr: 'Cette ligne a 2 cellules et l’en-tête 3.', en: 'This row has 2 cells and the header 3.' },
    });
  });

  it('is refused in an encoding nobody knows', async () => {
    expect((await refused('a,b\n', { encoding: 'utf-99' }))[0]?.found.en).toBe(
      'The encoding “utf-99” is not known.',
    );
  });
});

describe('A table in a cell', () => {
  it('is read by its own header, row by row', () => {
    const { parse, iterator, reference } = recordLanguage('csv');
    const rows = iterator('')(parse('type,weight\nsword,1500\n"a,b",2\n'));
    expect(rows.map(reference('type'))).toEqual([['sword'], ['a,b']]);
    expect(rows.map(reference('absent'))).toEqual([[], []]);
    expect(iterator('')(rows[0])).toEqual([rows[0]]);
  });
});

describe('A CSV source that cannot be read', () => {
  it.each([
    ['at its beginning', 2, 0],
    ['after many pieces', 60_002, 60_000],
  ])('is refused at the line of an ill-encoded byte %s', async (_, line, before) => {
    const lines = 'ref,nom et adresse\n'.repeat(before + 1);
    const [complaint] = await refused(
      Buffer.concat([Buffer.from(lines), Buffer.from([0x31, 0x2c, 0xe9, 10, 10])]),
    );
    expect(complaint).toMatchObject({ place: { file: 'source/x', line } });
    expect(complaint?.found.fr).toContain('n’est pas en utf-8');
    expect(complaint?.remedy.en).toContain('windows-1252');
  });

  it('is refused when its last letter is cut', async () => {
    const [complaint] = await refused(Buffer.from([0x61, 0x2c, 0x62, 10, 0xc3]));
    expect(complaint).toMatchObject({ place: { line: 2 } });
  });

  it('is refused at the line of a quote that is never closed', async () => {
    const [complaint] = await refused('ref,nom\n1,a\n2,"b\n3,c\n');
    expect(complaint).toMatchObject({
      place: { file: 'source/x', line: 3 },
      found: { fr: 'Un guillemet ouvert sur cette ligne n’est jamais refermé.' },
    });
  });

  it.each([
    ['ref;nom;lieu\n', ',', '“;”'],
    ['ref|nom|lieu\n', ';', '“|”'],
    ['"ref","nom","lieu"\n', ';', '“,”'],
    ['ref\tnom\n', ',', '“\\t”'],
    ['ref;nom, ou titre;lieu;date\n', '|', '“;”'],
  ])('is refused with the separator it seems to have: %j', async (text, delimiter, proposed) => {
    const [complaint] = await refused(text, { delimiter });
    expect(complaint).toMatchObject({ place: { line: 1 } });
    expect(complaint?.found.en).toContain(`“${delimiter}”`);
    expect(complaint?.remedy.en).toContain(proposed);
    expect(complaint?.remedy.fr).toContain('dataset.yml');
  });

  it.each([
    ['an empty file', '', 'La source est vide.', 'The source is empty.'],
    ['a file of empty lines', '\n\n', 'La table n’a aucune ligne.', 'The table has no row.'],
  ])('is refused as %s', async (_, text, fr, en) => {
    expect(await refused(text)).toMatchObject([{ found: { fr, en } }]);
  });

  it('is refused when it is a folder or is not there', async () => {
    const folder = join(files.folder, 'folder');
    await mkdir(folder);
    const attempts = [folder, join(files.folder, 'nowhere.csv')].map((path) =>
      refusal(readAll(sourceOf({ path }), [])),
    );
    expect(await Promise.all(attempts)).toMatchObject([
      [{ found: { fr: 'La source n’est pas un fichier.', en: 'The source is not a file.' } }],
      [{ found: { fr: expect.stringContaining('ENOENT'), en: 'The source cannot be read (ENOENT).' } }],
    ]);
  });
});
