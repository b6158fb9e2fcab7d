import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { entryLine, type LedgerEntry, readEntry } from '../../../../src/release/ledger/entry.ts';

const text = fc
  .array(fc.constantFrom('a', 'é', '\t', '\n', '\r', '\\', 't', 'n', '"', ';', '😀', ' '), { maxLength: 8 })
  .map((parts) => parts.join(''));

const NOW = '2026-11-22T10:00:00.000Z';

const withdrawnEntry = fc
  .record({ fr: text, en: text, replacedBy: fc.option(fc.webUrl(), { nil: undefined }) })
  .map(
    ({ fr, en, replacedBy }): LedgerEntry => ({
      iri: 'http://localhost:3000/id/x/1',
      hash: '0'.repeat(32),
      first: NOW,
      changed: NOW,
      status: replacedBy === undefined ? 'withdrawn' : 'replaced',
      withdrawal: {
        date: '2026-01-01',
        ...(replacedBy === undefined ? {} : { replacedBy }),
        reason: { fr, en },
      },
    }),
  );

describe('An entry of the ledger', () => {
  it('is one line of nine cells that gives it back, whatever the reasons hold', () => {
    fc.assert(
      fc.property(withdrawnEntry, (entry) => {
        const line = entryLine(entry);
        expect(line).not.toMatch(/[\r\n]/);
        expect(line.split('\t')).toHaveLength(9);
        expect(readEntry(line)).toEqual(entry);
      }),
    );
  });

  it('is short where the thing is published', () => {
    const entry: LedgerEntry = {
      iri: 'http://a/b',
      hash: 'c',
      first: NOW,
      changed: NOW,
      status: 'published',
    };
    expect(entryLine(entry)).toBe(`http://a/b\tc\t${NOW}\t${NOW}\tpublished\t\t\t\t`);
    expect(readEntry(entryLine(entry))).toEqual(entry);
  });

  it('sorts as its IRI does, before those that go on after it', () => {
    const iris = [
      'http://a/b',
      'http://a/b!',
      'http://a/b.c',
      'http://a/b/c',
      'http://a/b1',
      'http://a/é',
      'http://a/😀',
    ];
    const lines = iris.map((iri) =>
      entryLine({ iri, hash: '', first: NOW, changed: NOW, status: 'published' }),
    );
    expect([...lines].sort().map((line) => readEntry(line).iri)).toEqual([...iris].sort());
  });
});
