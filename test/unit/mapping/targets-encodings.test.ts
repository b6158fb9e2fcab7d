import { describe, expect, it } from '@jest/globals';
import { RefusedInput } from '../../../src/model/index.ts';
import { formats, parseLines, parseTurtle, quadLine } from '../../../src/rdf/index.ts';
import { inFolder, targetIn, writtenBy } from './targets-files.ts';

const LINE = '<http://a/é> <http://a/p> "été — œuvre €, Ł, 🎨"@fr .\n';

const decoded = (bytes: Buffer, encoding: string): string => new TextDecoder(encoding).decode(bytes);

const said = (line: string) => parseLines([line.trimEnd()]).map((one) => quadLine(one));

describe('A target in an encoding of one byte a character', () => {
  it.each([
    ['windows-1252', '<http://a/é> <http://a/p> "été — œuvre €, \\u0141, \\U0001F3A8"@fr .\n'],
    ['latin1', '<http://a/é> <http://a/p> "été — œuvre €, \\u0141, \\U0001F3A8"@fr .\n'],
    ['ISO-8859-15', '<http://a/é> <http://a/p> "été \\u2014 œuvre €, \\u0141, \\U0001F3A8"@fr .\n'],
    ['windows-1250', '<http://a/é> <http://a/p> "été — \\u0153uvre €, Ł, \\U0001F3A8"@fr .\n'],
  ])('in %s escapes what the encoding lacks', async (encoding, expected) => {
    const bytes = await writtenBy({ encoding }, LINE);
    expect(decoded(bytes, encoding)).toBe(expected);
    expect(said(expected)).toEqual(said(LINE));
  });

  it('says the same in Turtle', async () => {
    const bytes = await writtenBy({ encoding: 'windows-1252', serialization: formats.Turtle }, LINE);
    const parsed = parseTurtle(decoded(bytes, 'windows-1252'), 'x.ttl', 'http://a/');
    expect(parsed).toMatchObject({
      quads: [{ subject: { value: 'http://a/é' }, object: { value: 'été — œuvre €, Ł, 🎨' } }],
    });
  });

  it('says the same in JSON-LD', async () => {
    const bytes = await writtenBy({ encoding: 'latin1', serialization: formats['JSON-LD'] }, LINE);
    expect(JSON.stringify(JSON.parse(decoded(bytes, 'latin1')))).toContain('été — œuvre €, Ł, 🎨');
  });

  it('names itself in RDF/XML, and writes the rest by number', async () => {
    const bytes = await writtenBy({ encoding: 'windows-1252', serialization: formats.RDF_XML }, LINE);
    const text = decoded(bytes, 'windows-1252');
    expect(text).toContain('encoding="WINDOWS-1252"');
    expect(text).toContain('été — œuvre €, &#x141;, &#x1F3A8;');
  });

  it.each(['shift_jis', 'utf-7', 'utf-16be'])('is refused in %s, before anything is written', (encoding) =>
    inFolder(async (folder) => {
      expect(() => targetIn(folder, 'x.nq', { encoding })).toThrow(RefusedInput);
    }),
  );
});
