import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { temporaryFolders } from '../folders.ts';
import { LedgerFolder, type Things } from './ledger-folder.ts';

jest.setTimeout(120_000);
const newFolder = temporaryFolders();

const HEADER = 'uri,replaced_by,date,reason_fr\n';
const IDS = ['1', '10', '1.5', '2', '1/a', 'é', '😀'];

const ELSEWHERE = 'https://example.org/1';

/** What one release publishes, and how those that are gone are told of: a row each, or one for all. */
const step = fc.record({
  things: fc.dictionary(fc.constantFrom(...IDS), fc.constantFrom('a', 'b'), { minKeys: 1 }),
  byOneRow: fc.boolean(),
  replacedBy: fc.constantFrom('', ELSEWHERE),
  staysTheSame: fc.boolean(),
});

interface Known {
  readonly first: string;
  readonly changed: string;
  readonly status: string;
  readonly said: string;
}

/** What the ledger must hold, kept by the plainest means. */
class Model {
  readonly known = new Map<string, Known>();

  vanishing(present: Things): readonly string[] {
    return [...this.known]
      .filter(([id, { status }]) => status === 'published' && !present.has(id))
      .map(([id]) => id);
  }

  release(present: Things, now: string, fate: string): void {
    for (const id of this.vanishing(present))
      this.known.set(id, { ...(this.known.get(id) as Known), changed: now, status: fate });
    for (const [id, said] of present) this.#publish(id, said, now);
  }

  #publish(id: string, said: string, now: string): void {
    const before = this.known.get(id);
    if (before?.status === 'published' && before.said === said) return;
    this.known.set(id, { first: before?.first ?? now, changed: now, status: 'published', said });
  }

  get ledger(): readonly (readonly [string, Omit<Known, 'said'>])[] {
    return [...this.known]
      .map(([id, { said: _, ...known }]) => [id, known] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1));
  }
}

const found = async (folder: LedgerFolder) =>
  [...(await folder.ledger())].map(([id, { first, changed, status }]) => [id, { first, changed, status }]);

describe('Whatever comes, goes and comes back', () => {
  it('every URI ever published is in the ledger, since when, last changed when, and what it is now', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 6 }), async (steps) => {
        const folder = new LedgerFolder(newFolder());
        const model = new Model();
        let before: Things = new Map();
        for (const [index, { things, byOneRow, replacedBy, staysTheSame }] of steps.entries()) {
          const taken = staysTheSame && index > 0;
          const present = taken ? before : new Map(Object.entries(things));
          const gone = model.vanishing(present);
          folder.withdraw(HEADER);
          if (gone.length > 0) expect((await folder.release(present)).kind).toBe('refused');
          const rows = byOneRow ? ['*'] : gone;
          folder.withdraw(HEADER + rows.map((id) => `${id},${replacedBy},2026-05-05,Parti.\n`).join(''));
          expect((await folder.release(present, { taken })).kind).toBe('kept');
          const fate = replacedBy === '' ? 'withdrawn' : 'replaced';
          model.release(present, LedgerFolder.createdAt(index + 1), fate);
          expect(await found(folder)).toEqual(model.ledger);
          before = present;
        }
      }),
      { numRuns: 10 },
    );
  });

  it('a ledger that is lost is made again from the releases: the same but for what was declared', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
        const [kept, lost] = [new LedgerFolder(newFolder()), new LedgerFolder(newFolder())];
        const all = new Map<string, string>();
        for (const { things } of steps) {
          // Nothing ever goes: what a release publishes is added to what others did.
          for (const [id, said] of Object.entries(things)) all.set(id, said);
          for (const folder of [kept, lost])
            expect((await folder.release(all, { withoutLedger: folder === lost })).kind).toBe('kept');
        }
        for (const folder of [kept, lost]) expect((await folder.release(all)).kind).toBe('kept');
        expect(await lost.ledger()).toEqual(await kept.ledger());
        expect(lost.events).toContainEqual({ kind: 'ledger-made-again', id: '2026-01-01.1' });
        expect(kept.events).toEqual([]);
      }),
      { numRuns: 5 },
    );
  });
});
