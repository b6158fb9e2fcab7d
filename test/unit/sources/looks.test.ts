import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { complaintText, RefusedInput, type Source } from '../../../src/model/index.ts';
import { openSource } from '../../../src/sources/index.ts';
import { createSourceFolder, sourceOf } from './files.ts';

let sources: Awaited<ReturnType<typeof createSourceFolder>>;
beforeAll(async () => {
  sources = await createSourceFolder();
});
afterAll(() => sources.remove());

const PAGE = '\n<!DOCTYPE html>\n<html lang="fr"><head><title>Erreur</title></head></html>\n';
const TABLE = 'ref;nom\n1;Orsay\n';
const JSON_TEXT = '[\n  { "ref": 1 }\n]\n';
const XML_TEXT = '<?xml version="1.0"?>\n<works><work/></works>\n';

/** What is said of a file, `read` where it is read. */
async function told(
  format: Source['format'],
  content: string | Uint8Array,
  language: 'fr' | 'en' = 'en',
  more: Partial<Source> = {},
): Promise<string> {
  const path = await sources.write(content);
  const iterator = { csv: {}, json: { iterator: '$[*]' }, xml: { iterator: '//work' } }[format];
  try {
    const source = await openSource({ ...sourceOf({ path, format }), ...iterator, ...more });
    for await (const _ of source.records());
    return 'read';
  } catch (error) {
    if (!(error instanceof RefusedInput)) throw error;
    return error.complaints.map((one) => complaintText(one, language)).join('\n');
  }
}

describe('A file that is not what its source says', () => {
  it.each([
    ['csv', 'an HTML page', PAGE],
    ['json', 'an HTML page', PAGE],
    ['xml', 'an HTML page', PAGE],
  ] as const)('is told of a %s source to be %s, with what may have happened', async (format, _, content) => {
    expect(await told(format, content)).toBe(
      `source/x:1  The source is read as ${format.toUpperCase()}, and the file is an HTML page. A portal has perhaps answered with a welcome or error page: open it to read it, and download the data themselves.`,
    );
    expect(await told(format, content, 'fr')).toContain(
      'et le fichier est une page HTML. Un portail a sans doute',
    );
  });

  it.each([
    ['csv', 'JSON', JSON_TEXT],
    ['csv', 'JSON', '{"type": "FeatureCollection"}'],
    ['csv', 'XML', XML_TEXT],
    ['csv', 'XML', '<works>\n</works>'],
    ['json', 'XML', XML_TEXT],
    ['xml', 'JSON', JSON_TEXT],
    ['json', 'CSV', TABLE],
    ['json', 'CSV', '"ref","nom"\n"1","Orsay"\n'],
    ['json', 'CSV', '\uFEFFref\tnom\n'],
    ['xml', 'CSV', TABLE],
  ] as const)(
    'is told of a %s source to look like %s, and how to declare it',
    async (format, found, content) => {
      const text = await told(format, content);
      expect(text).toMatch(
        new RegExp(`^source/x:1 .* read as ${format.toUpperCase()}, and the file looks like .*${found}`),
      );
      expect(text).toContain(
        `Declare it as ${found} (format in dataset.yml, referenceFormulation in YARRRML or RML)`,
      );
    },
  );

  it.each([
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'is a PDF. Ask for the data in CSV'],
    [
      'an old workbook',
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]),
      'is a workbook (Excel). It is a workbook',
    ],
  ])('is told to be %s', async (_, content, text) => {
    expect(await told('csv', content)).toContain(text);
  });

  it('is told in the encoding of the source', async () => {
    const content = Buffer.from(`\uFEFF${JSON_TEXT}`, 'utf16le');
    const dialect = { delimiter: ',', quote: '"', encoding: 'utf-16' };
    expect(await told('csv', content, 'en', { dialect })).toContain('looks like JSON');
  });
});

describe('A file that begins like something else', () => {
  it.each([
    ['csv', 'names that begin with a bracket', '[ref],nom\n1,Orsay\n'],
    ['csv', 'names that hold markup', 'a<b>,nom\n1,Orsay\n'],
    ['json', 'a text with commas', '"a,b"\n'],
    ['json', 'documents line by line', '{"a": "x,y"}\n{"a": 2}\n'],
    ['xml', 'a page that is XML', '<html xmlns="http://www.w3.org/1999/xhtml"><work/></html>'],
  ] as const)('is read as %s: %s', async (format, _, content) => {
    expect(await told(format, content)).toBe('read');
  });

  it('is read as a table without header whose first cell is a document', async () => {
    const dialect = { delimiter: ';', quote: '"', encoding: 'utf-8', header: false };
    expect(await told('csv', '{"a": 1};x\n{"a": 2};y\n', 'en', { dialect })).toBe('read');
  });
});

describe('A separator that is another', () => {
  it('is told with how to declare it in a project, in YARRRML and in RML', async () => {
    expect(await told('csv', TABLE)).toContain(
      'The separator seems to be “;”: tell it with the source (delimiter in dataset.yml or YARRRML, csvw:dialect [ csvw:delimiter ";" ] in RML).',
    );
  });
});
