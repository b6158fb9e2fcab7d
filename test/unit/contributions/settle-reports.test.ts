import { describe, expect, it } from '@jest/globals';
import { openDesk, settleReports } from '../../../src/contributions/index.ts';
import type { ResourceDescription } from '../../../src/model/index.ts';
import { Desk, MANY, report, THING } from './book.ts';

const BASE = 'https://data.example.org/';
const NAME = 'http://schema.org/name';

/** A release that says one thing of the hut, or nothing. */
function release(value: string | undefined, asked: string[] = []) {
  const described = (iri: string): ResourceDescription | undefined =>
    value === undefined
      ? undefined
      : { iri, dataset: 'huts', lines: [`<${iri}> <${NAME}> ${value} .`], incoming: [] };
  const index = {
    describe: (iri: string) => {
      asked.push(iri);
      return described(iri);
    },
  };
  return { id: '2026-11-23.1', base: BASE, datasets: ['huts'], index };
}

const statusOf = (file: string, id: string) => {
  const desk = openDesk(file);
  const found = desk?.show(id);
  desk?.close();
  return found && [found.status, found.resolvedBy];
};

describe('A report', () => {
  it('stays open while the release says the same', async () => {
    const desk = new Desk();
    const id = desk.kept(report());
    expect(await settleReports(desk.book, release('"Hut"@en'))).toBe(0);
    expect(statusOf(desk.file, id)).toEqual(['pending', undefined]);
  });

  it.each([
    ['another value', '"Cabin"@en'],
    ['another language', '"Hut"@fr'],
    ['no such thing', undefined],
  ])('is resolved by a release with %s', async (_name, value) => {
    const desk = new Desk();
    const id = desk.kept(report());
    expect(await settleReports(desk.book, release(value))).toBe(1);
    expect(statusOf(desk.file, id)).toEqual(['resolved', '2026-11-23.1']);
    expect(await settleReports(desk.book, release(value))).toBe(0);
  });

  it('that nobody moderated stays unpublished when a release resolves it, until it is accepted', async () => {
    const desk = new Desk();
    const id = desk.kept(report());
    await settleReports(desk.book, release('"Cabin"@en'));
    expect(desk.book.find(id)).toBeUndefined();
    const moderator = openDesk(desk.file);
    expect(moderator?.decide(id, { kind: 'accept' })).toMatchObject({ status: 'resolved' });
    moderator?.close();
    expect(desk.book.find(id)).toMatchObject({ status: 'resolved', resolvedBy: '2026-11-23.1' });
  });

  it('of a whole thing or dataset is resolved only when that is gone', async () => {
    const desk = new Desk();
    const { statement, ...whole } = report();
    const ids = [
      desk.kept(whole),
      desk.kept({ ...whole, about: `${BASE}dataset/huts` }),
      desk.kept({ ...whole, about: `${BASE}dataset/gone` }),
      desk.kept({ ...whole, about: `${BASE}dataset/huts/quality` }),
    ];
    await settleReports(desk.book, release('"Cabin"@en'));
    expect(ids.map((id) => statusOf(desk.file, id)?.[0])).toEqual([
      'pending',
      'pending',
      'resolved',
      'pending',
    ]);
    await settleReports(desk.book, release(undefined));
    expect(ids.map((id) => statusOf(desk.file, id)?.[0])).toEqual([
      'resolved',
      'pending',
      'resolved',
      'pending',
    ]);
  });

  it('among many about one thing has it read once a slice', async () => {
    const desk = new Desk({ bounds: MANY });
    const count = 120;
    for (let at = 0; at < count; at++) desk.kept(report({ text: `${at}` }));
    const asked: string[] = [];
    expect(await settleReports(desk.book, release('"Cabin"@en', asked))).toBe(count);
    expect(asked).toEqual([THING]);
  });

  it('is left where the release is closed first', async () => {
    const desk = new Desk();
    desk.kept(report());
    const signal = AbortSignal.abort();
    expect(await settleReports(desk.book, { ...release(undefined), signal })).toBe(0);
  });
});
