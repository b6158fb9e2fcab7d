import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RefusedInput } from '../../../src/model/index.ts';
import { refusal } from '../sources/files.ts';
import { createProfiler } from './profiled.ts';

let files: Awaited<ReturnType<typeof createProfiler>>;
beforeAll(async () => {
  files = await createProfiler();
});
afterAll(() => files.remove());

const ROWS = ['ref;nom;année', 'A1;Musée de l’Évêché;1898', 'A2;Église à Nîmes;1912', 'A3;Forêt brûlée;1920'];
const TABLE = `${ROWS.join('\n')}\n`;

/** A text in an encoding of one byte a letter, by its own table. */
function inOneByte(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const codes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  return Uint8Array.from(text, (letter) => codes.get(letter) ?? 63);
}

describe('The encoding of a table', () => {
  it.each([
    ['utf-8', Buffer.from(TABLE)],
    ['utf-8', Buffer.from(`\ufeff${TABLE}`)],
    ['utf-8', Buffer.from(`\ufeff\ufeff${TABLE}`)],
    ['utf-16le', Buffer.from(`\ufeff${TABLE}`, 'utf16le')],
    ['utf-16le', Buffer.from(TABLE, 'utf16le')],
    ['utf-16be', Buffer.from(`\ufeff${TABLE}`, 'utf16le').swap16()],
    ['windows-1252', inOneByte(TABLE, 'windows-1252')],
    ['macintosh', inOneByte(TABLE, 'macintosh')],
    [
      'iso-8859-15',
      inOneByte(TABLE.replaceAll('’', ' ').replaceAll('nom', 'cœur € Œuvre').repeat(2), 'iso-8859-15'),
    ],
  ])('is found to be %s', async (encoding, bytes) => {
    const { source, columns } = await files.profile(bytes);
    expect(source.dialect.encoding).toBe(encoding);
    expect(columns[2]?.name).toBe('année');
  });

  it('is looked for in the whole file where its beginning is plain ASCII', async () => {
    const plain = Array.from({ length: 20_000 }, (_, row) => `A${row};Musee municipal;1900`).join('\n');
    const bytes = inOneByte(`ref;nom;annee\n${plain}\nB1;Évêché;1898\nB2;Forêt;1899\n`, 'windows-1252');
    const { source, records } = await files.profile(bytes);
    expect([source.dialect.encoding, records]).toEqual(['windows-1252', 20_002]);
  });

  it('is refused with its line where a few bytes are broken', async () => {
    const bytes = Buffer.concat([Buffer.from(TABLE.repeat(20)), Buffer.of(0xe9, 10)]);
    const [complaint] = await refusal(files.profile(bytes));
    expect(complaint?.place.line).toBe(81);
  });

  it('tells of a second byte order mark', async () => {
    const { findings } = await files.profile(`\ufeff\ufeff${TABLE}`);
    expect(findings.map(({ sentence }) => sentence.en).join()).toContain('2 byte order marks');
  });
});

describe('The dialect of a table', () => {
  it.each([';', ',', '\t', '|', '^'])('has the separator %j', async (delimiter) => {
    const { source, columns } = await files.profile(TABLE.replaceAll(';', delimiter));
    expect(source.dialect.delimiter).toBe(delimiter);
    expect(columns).toHaveLength(3);
  });

  it('is that of the columns where quoted values hold the same character', async () => {
    const { source, columns } = await files.profile('a,b,c\n"1,2,3",x,"a, b"\n"4,5",y,z\n"6",t,"u, v, w"\n');
    expect([source.dialect.delimiter, columns.length]).toEqual([',', 3]);
  });

  it('takes quotes for text where they open nothing', async () => {
    const rows = Array.from({ length: 30 }, (_, row) => `${row}a|"L’île|vue n° ${row}`);
    const { source, records } = await files.profile(`ref|titre|sous-titre\n${rows.join('\n')}\n`);
    expect([source.dialect.quote, records]).toEqual(['', 30]);
  });

  it('knows apostrophes that quote cells', async () => {
    const rows = Array.from({ length: 30 }, (_, row) => `'${row}a','Bois, forêts','n° ${row}'`);
    const { source, columns } = await files.profile(`'ref','titre','note'\n${rows.join('\n')}\n`);
    expect([source.dialect.quote, columns.length]).toEqual(["'", 3]);
  });

  it('knows quotes behind a backslash', async () => {
    const rows = Array.from({ length: 30 }, (_, row) => `${row}a,"dit \\"le Grand\\", roi",x`);
    const { source, columns } = await files.profile(`ref,titre,note\n${rows.join('\n')}\n`);
    expect([source.dialect.doubleQuote, columns[1]?.frequent[0]?.value]).toEqual([
      false,
      'dit "le Grand", roi',
    ]);
  });

  it('passes over lines above the header', async () => {
    const { source, columns, records } = await files.profile(`Export du 12 mars\n\n${TABLE}`);
    expect(source.dialect.skipRows).toBe(2);
    expect([columns[0]?.name, records]).toEqual(['ref', 3]);
  });

  it('has no header where the first row holds values', async () => {
    const { source, columns, records } = await files.profile('75056;Paris;2103778\n13055;Marseille;877215\n');
    expect([source.dialect.header, columns[0]?.name, records]).toEqual([false, '_col.1', 2]);
  });

  it('is believed where it is told', async () => {
    const told = { delimiter: '|', encoding: 'windows-1252' };
    const { source } = await files.profile('a|b;c\n1|2;3\n', { told });
    expect(source.dialect).toMatchObject(told);
  });

  it('is found again, whatever it is', async () => {
    const cell = fc.stringMatching(/^[A-ZÉ]?[a-zéèàç’]{1,12}$/);
    const dialects = fc.record({
      delimiter: fc.constantFrom(';', ',', '\t', '|'),
      encoding: fc.constantFrom('utf-8', 'windows-1252', 'macintosh', 'utf-16le'),
      end: fc.constantFrom('\n', '\r\n', '\r'),
      isQuoted: fc.boolean(),
      rows: fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 5, maxLength: 30 }),
    });
    await fc.assert(
      fc.asyncProperty(dialects, async ({ delimiter, encoding, end, isQuoted, rows }) => {
        const quote = isQuoted ? '"' : '';
        const line = (cells: readonly string[]): string =>
          cells.map((text) => `${quote}${text}${isQuoted ? delimiter : ''}${quote}`).join(delimiter);
        const header = ['réf', 'désignation', 'époque', 'numéro']
          .map((name) => quote + name + quote)
          .join(delimiter);
        const text =
          [header, ...rows.map((row, index) => line([`x${index}`, ...row.slice(1)]))].join(end) + end;
        const bytes =
          encoding === 'utf-8'
            ? Buffer.from(text)
            : encoding === 'utf-16le'
              ? Buffer.from(`\ufeff${text}`, 'utf16le')
              : inOneByte(text, encoding);
        const { source, columns, records } = await files.profile(bytes);
        expect(source.dialect).toMatchObject({ delimiter, encoding });
        expect([columns.map(({ name }) => name), records]).toEqual([
          ['réf', 'désignation', 'époque', 'numéro'],
          rows.length,
        ]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('The records of a document', () => {
  it.each([
    [
      '{"type":"FeatureCollection","features":[{"properties":{"a":"1"}},{"properties":{"a":"2"}}]}',
      '$.features[*]',
      '$.properties.a',
    ],
    ['[{"a":"1"},{"a":"2"}]', '$[*]', '$.a'],
    ['{"total":2,"results":[{"a b":"1","tags":["x"]},{"a b":"2","tags":[]}]}', '$.results[*]', "$['a b']"],
    ['{"a":"1"}\n{"a":"2"}\n', '$', '$.a'],
  ])('of %s are found', async (text, iterator, reference) => {
    const { source, records, columns } = await files.profile(text);
    expect([source.format, source.iterator, records]).toEqual(['json', iterator, 2]);
    expect(columns.map(({ name }) => name)).toContain(reference);
  });

  it('have several values where a list stands, and two where a point does', async () => {
    const text = '[{"p":[43.6,1.44],"t":["a","b"]},{"p":[43.7,1.45],"t":["c"]}]';
    const { columns } = await files.profile(text);
    expect(columns.map(({ name, filled }) => [name, filled])).toEqual([
      ['$.p[0]', 2],
      ['$.p[1]', 2],
      ['$.t[*]', 3],
    ]);
  });

  it.each([
    ['<r xmlns="urn:x"><o id="1"><n>a</n></o><o id="2"><n>b</n></o></r>', '/ns:r/ns:o', ['@id', 'ns:n']],
    [
      '<l:lidoWrap xmlns:l="http://www.lido-schema.org"><l:lido><l:lidoRecID>1</l:lidoRecID></l:lido><l:lido><l:lidoRecID>2</l:lidoRecID></l:lido></l:lidoWrap>',
      '/l:lidoWrap/l:lido',
      ['l:lidoRecID'],
    ],
    [
      '<ead><archdesc><dsc><c id="a"><did>x</did><c id="b"><did>y</did></c></c></dsc></archdesc></ead>',
      '//c',
      ['@id', 'did'],
    ],
  ])('of %s are found', async (text, iterator, references) => {
    const { source, records, columns } = await files.profile(text);
    expect([source.format, source.iterator, records]).toEqual(['xml', iterator, 2]);
    expect(columns.map(({ name }) => name)).toEqual(expect.arrayContaining([...references]));
  });
});

describe('A file that holds no records', () => {
  it.each([
    ['an HTML page', '<!DOCTYPE html><html><body>Maintenance</body></html>', 'HTML'],
    ['a PDF', '%PDF-1.7\n', 'PDF'],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'Excel'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), 'PNG'],
    ['an empty file', '', 'vide'],
    ['blanks', ' \n\n ', 'blancs'],
    ['bytes that are no text', Buffer.from([1, 2, 3, 4, 5, 6, 7, 8, 14, 15]), 'texte'],
  ])('is refused, be it %s, with a remedy', async (_, content, word) => {
    const [complaint] = await refusal(files.profile(content));
    expect(complaint?.found.fr).toContain(word);
    expect(complaint?.remedy.fr).toMatch(/\.$/);
  });

  it('is refused where it is not there', async () => {
    const { profileSource } = await import('../../../src/profiling/index.ts');
    await expect(profileSource({ path: '/nowhere/x.csv', shown: 'x.csv' })).rejects.toThrow(RefusedInput);
  });
});
