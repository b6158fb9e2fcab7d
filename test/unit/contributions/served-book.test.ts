import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openDesk, ServedBook } from '../../../src/contributions/index.ts';
import { Fault, type NewContribution } from '../../../src/model/index.ts';
import { Desk, MANY, newFile, report, START, THING } from './book.ts';

const decide = (
  file: string,
  id: string,
  verdict: Parameters<NonNullable<ReturnType<typeof openDesk>>['decide']>[1],
) => {
  const desk = openDesk(file);
  const decided = desk?.decide(id, verdict);
  desk?.close();
  return decided;
};

describe('A contribution', () => {
  it('is kept whole for the moderator', () => {
    const { book, file, ...desk } = new Desk();
    const id = new Desk({}, file).kept(report());
    const moderator = openDesk(file);
    expect(moderator?.show(id)).toMatchObject({ ...report(), id, status: 'pending', flags: [] });
    expect(moderator?.counts()).toEqual({ pending: 1, accepted: 0, refused: 0, resolved: 0 });
    expect(desk.noted).toEqual([]);
    moderator?.close();
    book.close();
  });

  it('is published once it is accepted, without the address and what moderators noted', () => {
    const desk = new Desk();
    const id = desk.kept(report());
    expect(desk.book.published()).toEqual([]);
    expect(desk.book.find(id)).toBeUndefined();
    decide(desk.file, id, { kind: 'accept', answer: 'Corrected at the source.' });
    const found = desk.book.find(id);
    expect(found).toMatchObject({ id, status: 'accepted', answer: 'Corrected at the source.' });
    expect(JSON.stringify([found, desk.book.published()])).not.toMatch(/reader@example|flags|reason/);
    expect(desk.book.published({ about: THING })).toHaveLength(1);
    expect(desk.book.published({ about: `${THING}2` })).toHaveLength(0);
  });

  it('is taken back when it is refused after all, and published when that was wrong', () => {
    const desk = new Desk();
    const id = desk.kept(report());
    decide(desk.file, id, { kind: 'accept' });
    expect(decide(desk.file, id, { kind: 'refuse', reason: 'a joke' })).toMatchObject({ reason: 'a joke' });
    expect(desk.book.find(id)).toBeUndefined();
    decide(desk.file, id, { kind: 'accept' });
    expect(desk.book.find(id)).toBeDefined();
  });

  it('is never published where it is a message', () => {
    const desk = new Desk();
    const id = desk.kept({ kind: 'message', release: 'r', text: 'Hello' });
    decide(desk.file, id, { kind: 'accept' });
    expect(desk.book.find(id)).toBeUndefined();
    expect(desk.book.published()).toEqual([]);
  });

  it('is kept once when the same is sent twice, by another form too', () => {
    const desk = new Desk();
    const id = desk.kept(report());
    expect(desk.send(report())).toEqual({ kind: 'repeated', id });
    expect(desk.send(report({ text: 'Else.' }))).toMatchObject({ kind: 'kept' });
  });

  it('that was resolved can be sent again: it may be wrong again', () => {
    const desk = new Desk();
    const id = desk.kept(report());
    desk.book.resolve([id], '2026-11-23.1');
    expect(desk.send(report())).toMatchObject({ kind: 'kept' });
  });

  it('is flagged where it looks like an advertisement, and kept', () => {
    const desk = new Desk();
    const text = 'See http://a.example http://b.example www.c.example <a href="http://d.example">';
    const id = desk.kept(report({ text }));
    const moderator = openDesk(desk.file);
    expect(moderator?.show(id)?.flags).toEqual(['links', 'markup']);
    moderator?.close();
  });

  it('comes back as it was sent, whatever it holds', () => {
    const desk = new Desk({ bounds: MANY });
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 });
    const moderator = () => openDesk(desk.file);
    fc.assert(
      fc.property(text, fc.option(text, { nil: undefined }), (said, name) => {
        const given: NewContribution = {
          kind: 'message',
          release: 'r',
          text: said,
          ...(name !== undefined && { name }),
        };
        const outcome = desk.send(given);
        if (outcome.kind === 'repeated') return;
        const open = moderator();
        expect(outcome.kind === 'kept' && open?.show(outcome.id)).toMatchObject({ ...given });
        open?.close();
      }),
      { numRuns: 40 },
    );
  });
});

describe('A form', () => {
  const seal = (desk: Desk, target = 't') => desk.book.seal({ kind: 'report', target }) ?? '';
  const keep = (desk: Desk, sealed: string, target = 't', given = report()) =>
    desk.book.keep(given, { target, seal: sealed, sender: '192.0.2.1' });

  it('is taken from three seconds to a day after it was shown', () => {
    const desk = new Desk();
    const sealed = seal(desk);
    desk.now = START + 2_900;
    expect(keep(desk, sealed)).toEqual({ kind: 'seal-refused', fault: 'early' });
    desk.now = START + 86_401_000;
    expect(keep(desk, sealed)).toEqual({ kind: 'seal-refused', fault: 'expired' });
    desk.now = START + 3_000;
    expect(keep(desk, sealed)).toMatchObject({ kind: 'kept' });
  });

  it('serves one text: the same is told its number again, another is asked to begin anew', () => {
    const desk = new Desk();
    const sealed = seal(desk);
    desk.now += 10_000;
    const first = keep(desk, sealed);
    expect(first.kind).toBe('kept');
    expect(keep(desk, sealed)).toEqual({ ...first, kind: 'repeated' });
    expect(keep(desk, sealed, 't', report({ text: 'Else' }))).toEqual({
      kind: 'seal-refused',
      fault: 'used',
    });
  });

  it('outlives the server: shown before it was started anew, it is taken, once', () => {
    const before = new Desk();
    const [used, open] = [seal(before), seal(before)];
    before.now += 10_000;
    const first = keep(before, used);
    before.book.close();
    const desk = new Desk({}, before.file);
    desk.now = before.now;
    expect(keep(desk, used)).toEqual({ ...first, kind: 'repeated' });
    expect(keep(desk, used, 't', report({ text: 'Else' }))).toEqual({ kind: 'seal-refused', fault: 'used' });
    expect(keep(desk, open, 't', report({ text: 'Else' }))).toMatchObject({ kind: 'kept' });
    desk.book.close();
  });

  it('serves what it was shown for, in this site', () => {
    const desk = new Desk();
    const other = new Desk();
    const [own, foreign] = [seal(desk), seal(other)];
    desk.now += 10_000;
    expect(keep(desk, own, 'another thing')).toEqual({ kind: 'seal-refused', fault: 'forged' });
    expect(keep(desk, own, 't', report({ kind: 'reuse' }))).toEqual({
      kind: 'seal-refused',
      fault: 'forged',
    });
    expect(keep(desk, foreign)).toEqual({ kind: 'seal-refused', fault: 'forged' });
  });

  it('cannot be made up, nor can a seal be altered', () => {
    const desk = new Desk();
    const sealed = seal(desk);
    desk.now += 10_000;
    fc.assert(
      fc.property(fc.string(), fc.nat(sealed.length - 1), (text, at) => {
        expect(keep(desk, text)).toEqual({ kind: 'seal-refused', fault: 'forged' });
        const other = sealed[at] === 'A' ? 'B' : 'A';
        const altered = sealed.slice(0, at) + other + sealed.slice(at + 1);
        expect(keep(desk, altered)).toEqual({ kind: 'seal-refused', fault: 'forged' });
      }),
    );
    expect(keep(desk, sealed)).toMatchObject({ kind: 'kept' });
  });
});

describe('A sender', () => {
  it('who sent much waits, others do not, and the wait ends', () => {
    const desk = new Desk({ bounds: { ...MANY, perHour: 3, perDay: 5 } });
    const send = (number: number, sender?: string) => desk.send(report({ text: `${number}` }), sender);
    expect([1, 2, 3].map((one) => send(one).kind)).toEqual(['kept', 'kept', 'kept']);
    expect(send(4)).toEqual({ kind: 'too-many', seconds: 3600 - 180 });
    expect(send(4, '192.0.2.2').kind).toBe('kept');
    desk.now += 3_600_000;
    expect([5, 6].map((one) => send(one).kind)).toEqual(['kept', 'kept']);
    desk.now += 3_600_000;
    expect(send(7).kind).toBe('too-many');
    desk.now += 24 * 3_600_000;
    expect(send(7).kind).toBe('kept');
  });

  it('is never written down', () => {
    const desk = new Desk();
    desk.send(report(), '192.0.2.77');
    desk.book.close();
    expect(readFileSync(desk.file).includes('192.0.2.77')).toBe(false);
  });
});

describe('The file', () => {
  it('is nobody else’s to read', () => {
    const desk = new Desk();
    desk.kept(report());
    expect(statSync(desk.file).mode & 0o777).toBe(0o600);
  });

  it('takes no more than its bounds, and says so', () => {
    const pending = new Desk({ bounds: { ...MANY, pending: 2 } });
    expect([1, 2, 3].map((one) => pending.send(report({ text: `${one}` })).kind)).toEqual([
      'kept',
      'kept',
      'full',
    ]);
    const small = new Desk({ bounds: { ...MANY, bytes: 200_000 } });
    const kinds = Array.from(
      { length: 40 },
      (_, at) => small.send(report({ text: `${at}`.repeat(9000) })).kind,
    );
    expect(new Set(kinds)).toEqual(new Set(['kept', 'full']));
    expect(small.book.isUsable()).toBe(true);
    expect(statSync(small.file).size).toBeLessThanOrEqual(200_000);
  });

  it('that is damaged stops nothing and is taken up again when it is back', async () => {
    const desk = new Desk();
    const id = desk.kept(report());
    decide(desk.file, id, { kind: 'accept' });
    desk.book.close();
    renameSync(desk.file, `${desk.file}.good`);
    for (const end of ['-wal', '-shm']) rmSync(desk.file + end, { force: true });
    writeFileSync(desk.file, 'no database at all, but long enough to be read as one'.repeat(100));
    const damaged = new Desk({}, desk.file);
    expect(damaged.book.isUsable()).toBe(false);
    expect(damaged.book.seal({ kind: 'report', target: 't' })).toBeUndefined();
    expect(damaged.send(report())).toEqual({ kind: 'unavailable' });
    expect([damaged.book.published(), damaged.book.find(id), damaged.book.revision()]).toEqual([
      [],
      undefined,
      '',
    ]);
    expect(damaged.noted).toEqual(['contributions unusable']);
    expect(() => openDesk(desk.file)).toThrow(Fault);
    renameSync(`${desk.file}.good`, desk.file);
    await sleep(5100);
    expect(damaged.book.find(id)).toBeDefined();
  });

  it('that was replaced is taken up, and what is remembered of it is told', async () => {
    const desk = new Desk();
    const other = new Desk();
    const id = other.kept(report());
    decide(other.file, id, { kind: 'accept' });
    other.book.close();
    const before = desk.book.revision();
    expect(existsSync(desk.file)).toBe(true);
    renameSync(other.file, desk.file);
    for (const end of ['-wal', '-shm']) rmSync(desk.file + end, { force: true });
    await sleep(1100);
    expect(desk.book.find(id)).toBeDefined();
    expect(desk.book.revision()).not.toBe(before);
  });

  it('of a later version is left alone', () => {
    const desk = new Desk();
    desk.kept(report());
    desk.book.close();
    const database = new DatabaseSync(desk.file);
    database.exec('PRAGMA user_version = 99');
    database.close();
    expect(new Desk({}, desk.file).book.isUsable()).toBe(false);
    expect(() => openDesk(desk.file)).toThrow(/later version/);
  });

  it('is not made by who only looks', () => {
    const file = newFile();
    expect(openDesk(file)).toBeUndefined();
    expect(existsSync(file)).toBe(false);
  });
});

describe('The revision', () => {
  it('moves with every decision, also of another process, and not with what nobody sees', async () => {
    const desk = new Desk();
    const first = desk.book.revision();
    const id = desk.kept(report());
    await sleep(110);
    expect(desk.book.revision()).toBe(first);
    decide(desk.file, id, { kind: 'accept' });
    await sleep(110);
    const second = desk.book.revision();
    expect(second).not.toBe(first);
    desk.book.resolve([id], 'r2');
    expect(desk.book.revision()).not.toBe(second);
    expect(new ServedBook(desk.file).revision()).toBe(desk.book.revision());
  });
});
