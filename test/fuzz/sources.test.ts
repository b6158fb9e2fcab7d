import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Source, SourceFormat } from '../../src/model/index.ts';
import { createOutcomes, type Outcomes } from './outcomes.ts';

let outcomes: Awaited<ReturnType<typeof createOutcomes>>;
beforeAll(async () => {
  outcomes = await createOutcomes();
});
afterAll(() => outcomes.remove());

const outcome: Outcomes = (...file) => outcomes.of(...file);

const SAMPLES: readonly (readonly [SourceFormat, string, Partial<Source>])[] = [
  ['csv', 'a,b\n1,"é ""x"" \n z"\r\n2,œ\n', {}],
  ['json', '{"r": [{"a": "é\\n", "b": [1, {"c": null}]}, {"a": 2}], "z": "\\u00e9"}', { iterator: '$.r[*]' }],
  ['json', '{"a": 1}\n{"a": "é"}\n', {}],
  [
    'xml',
    '<?xml version="1.0"?><d xmlns:x="u"><r a="1">é<b/><![CDATA[<z>]]></r><!-- c --><r/></d>',
    { iterator: '/d/r' },
  ],
  ['xml', '<d><r a="1"><r>é</r></r></d>', { iterator: '//r' }],
];

const edits = fc.array(
  fc.record({ at: fc.nat(), drop: fc.nat({ max: 6 }), put: fc.uint8Array({ maxLength: 4 }) }),
  { minLength: 1, maxLength: 4 },
);

function edited(bytes: Buffer, changes: readonly { at: number; drop: number; put: Uint8Array }[]): Buffer {
  return changes.reduce((whole, { at, drop, put }) => {
    const place = at % (whole.length + 1);
    return Buffer.concat([whole.subarray(0, place), put, whole.subarray(place + drop)]);
  }, bytes);
}

describe('A damaged source', () => {
  it.each(SAMPLES)('gives records or a clear refusal, as %s (%.20s)', async (format, text, declared) => {
    await fc.assert(
      fc.asyncProperty(edits, async (changes) => {
        await outcome(format, edited(Buffer.from(text), changes), declared);
      }),
      { numRuns: 150 },
    );
  });

  it.each(SAMPLES)(
    'gives no more records than the whole when it is cut anywhere, as %s (%.20s)',
    async (format, text, declared) => {
      const bytes = Buffer.from(text);
      const { records = 0 } = await outcome(format, bytes, declared);
      expect(records).toBeGreaterThan(0);
      for (let end = 0; end < bytes.length; end++) {
        const found = await outcome(format, bytes.subarray(0, end), declared);
        expect('records' in found ? (found.records ?? 0) : 0).toBeLessThanOrEqual(records);
      }
    },
  );

  it.each(['csv', 'json', 'xml'] as const)(
    'is refused or read when it is made of any bytes, as %s',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
          await outcome(
            format,
            bytes,
            format === 'csv' ? {} : { iterator: format === 'json' ? '$[*]' : '//*' },
          );
        }),
        { numRuns: 150 },
      );
    },
  );

  it.each(['gzip', 'zip', 'tar.gz', 'tar.xz'] as const)(
    'is refused when it is no %s at all',
    async (compression) => {
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), async (bytes) => {
          expect(await outcome('csv', bytes, { compression })).toHaveProperty('refused');
        }),
        { numRuns: 60 },
      );
    },
  );
});

describe('A huge source', () => {
  const big = (text: string, times: number) => Buffer.from(text.repeat(times));

  it.each<readonly [string, SourceFormat, () => Buffer, Partial<Source>, string]>([
    ['a cell that is never closed', 'csv', () => big('a,b\n1,"', 1).fill(' ', 0, 0), {}, 'never closed'],
    [
      'an open quote before the rest',
      'csv',
      () => Buffer.concat([Buffer.from('a,b\n"'), big('x,y\n', 4e6)]),
      {},
      'never closed',
    ],
    ['a million brackets', 'json', () => big('[', 1e6), { iterator: '$' }, '1000 levels'],
    [
      'a million brackets to skip',
      'json',
      () => Buffer.from(`{"x": ${'['.repeat(1e6)}`),
      { iterator: '$.a' },
      '1000 levels',
    ],
    ['a key without end', 'json', () => Buffer.from(`{"${'k'.repeat(3e6)}`), { iterator: '$.a' }, 'too long'],
    ['elements in elements', 'xml', () => big('<a>', 1e5), { iterator: '/a/b' }, '200 levels'],
    [
      'a record without end',
      'xml',
      () => Buffer.from(`<d><r>${'<b>x</b>'.repeat(2.2e6)}`),
      { iterator: '/d/r' },
      'too long',
    ],
    [
      'a text without end',
      'xml',
      () => Buffer.from(`<d>${'x'.repeat(18e6)}`),
      { iterator: '/d/r' },
      'too long',
    ],
    [
      'a tag without end',
      'xml',
      () => Buffer.from(`<d><r a="${'x'.repeat(18e6)}`),
      { iterator: '/d/r' },
      'too long',
    ],
    [
      'a billion laughs',
      'xml',
      () => Buffer.from('<!DOCTYPE d [<!ENTITY a "ha">]><d>&a;</d>'),
      { iterator: '/d' },
      'DOCTYPE',
    ],
    [
      'an external entity',
      'xml',
      () => Buffer.from('<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>'),
      { iterator: '/d' },
      'DOCTYPE',
    ],
    [
      'an entity of a DTD that is not loaded',
      'xml',
      () => Buffer.from('<!DOCTYPE d SYSTEM "file:///etc/passwd"><d>&eacute;</d>'),
      { iterator: '/d' },
      'entity',
    ],
  ])('is refused for %s', async (_, format, content, declared, words) => {
    const found = await outcome(format, content(), declared);
    expect(found).toHaveProperty('refused', expect.stringContaining(words));
  });

  it('is read to its end where its cells are merely large', async () => {
    const cell = `"${'é\n'.repeat(500_000)}"`;
    expect(await outcome('csv', Buffer.from(`a,b\n${`${cell},x\n`.repeat(8)}`))).toEqual({ records: 8 });
  });
});
