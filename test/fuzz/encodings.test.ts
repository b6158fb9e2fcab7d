import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Source, SourceFormat } from '../../src/model/index.ts';
import { createOutcomes } from './outcomes.ts';

let outcomes: Awaited<ReturnType<typeof createOutcomes>>;
beforeAll(async () => {
  outcomes = await createOutcomes();
});
afterAll(() => outcomes.remove());

const FORMATS: readonly (readonly [SourceFormat, string, Partial<Source>])[] = [
  ['csv', 'a,b\n1,é\n2,🏛\n', {}],
  ['json', '[{"a": "é"},\n {"a": "🏛"}]', {}],
  ['xml', '<d>\n<r a="é"/>\n<r a="🏛"/></d>', { iterator: '/d/r' }],
];
const inEncoding = (encoding: string) => ({ dialect: { delimiter: ',', quote: '"', encoding } });

/** Byte sequences that no well-formed UTF-8 holds (Unicode 16, table 3-7). */
const ILL_FORMED: readonly (readonly [string, readonly number[]])[] = [
  ['a byte that continues nothing', [0x80]],
  ['a letter cut by the next', [0xc3, 0x28]],
  ['an overlong slash', [0xc0, 0xaf]],
  ['a surrogate', [0xed, 0xa0, 0x80]],
  ['a letter beyond the last', [0xf4, 0x90, 0x80, 0x80]],
  ['a byte of no letter', [0xff]],
];

describe.each(FORMATS)('Ill-encoded %s', (format, text, declared) => {
  const bytes = Buffer.from(text);
  /** Before the first letter that is not ASCII, on the second line or the first. */
  const at = text.search(/[^\p{ASCII}]/u);
  const line = text.slice(0, at).split('\n').length;

  it.each(ILL_FORMED)('is refused at its line for %s', async (_, wrong) => {
    const damaged = Buffer.concat([bytes.subarray(0, at), Buffer.from(wrong), bytes.subarray(at)]);
    expect(await outcomes.of(format, damaged, declared)).toMatchObject({
      refused: expect.stringContaining('not utf-8'),
      line,
    });
  });

  it.each(['utf-16le', 'utf-16be'] as const)(
    'is refused as %s with half a letter at its end',
    async (encoding) => {
      const whole = Buffer.from(text, 'utf16le');
      const ordered = encoding === 'utf-16le' ? whole : Buffer.from(whole).swap16();
      const read = { ...declared, ...inEncoding(encoding) };
      expect(await outcomes.of(format, ordered, read)).toEqual({ records: 2 });
      for (const odd of [ordered.subarray(0, -1), Buffer.concat([ordered, Buffer.from([0x20])])])
        expect(await outcomes.of(format, odd, read)).toHaveProperty(
          'refused',
          expect.stringMatching(/^x:\d/),
        );
    },
  );

  it.each([
    ['high', [0x00, 0xd8]],
    ['low', [0x00, 0xdc]],
  ] as const)('is refused as utf-16 with a lone %s surrogate', async (_, unit) => {
    const whole = Buffer.from(text, 'utf16le');
    const damaged = Buffer.concat([whole.subarray(0, 2 * at), Buffer.from(unit), whole.subarray(2 * at)]);
    expect(await outcomes.of(format, damaged, { ...declared, ...inEncoding('utf-16le') })).toMatchObject({
      refused: expect.stringContaining('not utf-16le'),
      line,
    });
  });

  it('is read or refused in any encoding that it is not in', async () => {
    const encodings = fc.constantFrom(
      'utf-16le',
      'utf-16be',
      'windows-1252',
      'gb18030',
      'shift_jis',
      'euc-kr',
    );
    await fc.assert(
      fc.asyncProperty(encodings, fc.nat({ max: bytes.length }), async (encoding, end) => {
        await outcomes.of(format, bytes.subarray(0, end), { ...declared, ...inEncoding(encoding) });
      }),
      { numRuns: 60 },
    );
  });
});

describe('Text in escapes', () => {
  it.each(['&#xD800;', '&#0;', '&#x110000;', '&#xFFFE;', '&a;'])(
    'is refused as XML for %s',
    async (reference) => {
      const found = await outcomes.of('xml', Buffer.from(`<d>\n<r a="${reference}"/></d>`), {
        iterator: '/d/r',
      });
      expect(found).toMatchObject({ refused: expect.any(String), line: 2 });
    },
  );

  it.each([String.raw`\ud800`, String.raw`\udc00x`, String.raw`\u0000`, String.raw`\uffff`])(
    'is read as JSON for %s, which JSON allows',
    async (text) => {
      expect(await outcomes.of('json', Buffer.from(`[{"a": "${text}"}]`))).toEqual({ records: 1 });
    },
  );

  it.each([String.raw`\u00`, String.raw`\x41`, '\u0001', '\t'])('is refused as JSON for %j', async (text) => {
    const found = await outcomes.of('json', Buffer.from(`[{"a": 1},\n{"a": "${text}"}]`));
    expect(found).toMatchObject({ refused: expect.any(String), line: 2 });
  });
});
