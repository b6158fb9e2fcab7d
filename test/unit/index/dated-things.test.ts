import { describe, expect, it } from '@jest/globals';
import { BASE, id, line, SCHEMA, withIndex } from './dumps.ts';

const names = ['a', 'b', 'c', 'd'];
const content = {
  musees: names.flatMap((name) => [
    line(id('musees', name), `${SCHEMA}name`, `"${name}"`),
    line(`${id('musees', name)}#place`, `${SCHEMA}name`, '"x"'),
  ]),
};
const FIRST = '2026-01-01T00:00:00Z';
const SECOND = '2026-02-02T00:00:00Z';
const row = (...cells: string[]): string => cells.join('\t');
const LEDGER = [
  row(id('musees', 'a'), 'a'.repeat(32), FIRST, FIRST, 'published', '', '', '', ''),
  row(id('musees', 'b'), 'b'.repeat(32), FIRST, SECOND, 'published', '', '', '', ''),
  row(
    id('musees', 'gone'),
    'c'.repeat(32),
    FIRST,
    SECOND,
    'withdrawn',
    '2026-02-01',
    '',
    'Une\\tfiche\\\\\\nen trop',
    'Too much',
  ),
  row(
    id('musees', 'moved'),
    'd'.repeat(32),
    FIRST,
    SECOND,
    'replaced',
    '2026-02-01',
    id('musees', 'a'),
    'Doublon',
    '',
  ),
  row(`${BASE}def/x`, 'e'.repeat(32), FIRST, FIRST, 'published', '', '', '', ''),
];

describe('What the ledger knows', () => {
  it('dates things and gives their hashes; what it does not know has no date', async () => {
    await withIndex(
      content,
      (index) => {
        expect(index.datedThings('musees', { limit: 3 })).toEqual([
          { iri: id('musees', 'a'), changed: FIRST },
          { iri: id('musees', 'b'), changed: SECOND },
          { iri: id('musees', 'c') },
        ]);
        expect(index.datedThings('musees', { limit: 3, after: id('musees', 'c') })).toEqual([
          { iri: id('musees', 'd') },
        ]);
        expect(index.describe(id('musees', 'b'))).toMatchObject({ changed: SECOND, hash: 'b'.repeat(32) });
        expect(index.describe(id('musees', 'c'))?.changed).toBeUndefined();
      },
      LEDGER,
    );
  });

  it('tells what became of what is not published any more, and of nothing else', async () => {
    await withIndex(
      content,
      (index) => {
        expect(index.withdrawal(id('musees', 'gone'))).toEqual({
          iri: id('musees', 'gone'),
          date: '2026-02-01',
          reason: { fr: 'Une\tfiche\\\nen trop', en: 'Too much' },
        });
        expect(index.withdrawal(id('musees', 'moved'))).toMatchObject({ replacedBy: id('musees', 'a') });
        expect(index.withdrawal(id('musees', 'a'))).toBeUndefined();
        expect(index.withdrawal(id('musees', 'never'))).toBeUndefined();
      },
      LEDGER,
    );
  });

  it('is not needed: hashes are those of the statements, whatever dump they stand in', async () => {
    const of = (statements: Readonly<Record<string, readonly string[]>>) =>
      withIndex(statements, (index) => index.describe(id('musees', 'a'))?.hash);
    const [name, other] = [1, 2].map((at) => line(id('musees', 'a'), `${SCHEMA}p${at}`, '"x"')) as [
      string,
      string,
    ];
    const hash = await of({ musees: [name, other] });
    expect(hash).toMatch(/^[0-9a-f]{32}$/);
    expect(await of({ musees: [name], autres: [other] })).toBe(hash);
    expect(await of({ musees: [name] })).not.toBe(hash);
  });
});
