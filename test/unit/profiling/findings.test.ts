import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { column, createProfiler, table } from './profiled.ts';

let files: Awaited<ReturnType<typeof createProfiler>>;
beforeAll(async () => {
  files = await createProfiler();
});
afterAll(() => files.remove());

const each = (count: number, make: (index: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, index) => make(index));

const rows = (count: number, ...more: readonly string[]) =>
  each(count, String).map((index) => [`K${(Number(index) * 7919) % 10_007}`, ...more]);

/** Sentences of all findings of a text, in one language. */
const told = async (text: string, language: 'fr' | 'en' = 'en') =>
  (await files.profile(text)).findings.map(({ sentence }) => sentence[language]);

describe('What the owner of a file is told', () => {
  it('is nothing where nothing is wrong', async () => {
    expect(await told(table(['code', 'nom'], rows(30, 'Musée')))).toEqual([]);
  });

  it('is that e-mail addresses and telephones may be personal data, with the line that keeps them private', async () => {
    const { findings } = await files.profile(
      column(
        'contact',
        each(20, (index) => `a${index}@b.fr`),
      ),
    );
    expect(findings[0]?.sentence.en).toBe(
      '“contact” holds e-mail addresses (20 cells): personal data, perhaps.',
    );
    expect(findings[0]?.remedy?.en).toContain('privateColumns');
    const phones = column(
      'tel',
      each(20, (index) => `01 40 20 50 ${10 + index}`),
    );
    expect((await told(phones))[0]).toContain('phone numbers');
  });

  it('is of personal data in a document that no rule should read them: private columns are those of tables', async () => {
    const records = each(20, (index) => `a${index}@b.fr`).map((courriel) => ({ courriel }));
    const { findings } = await files.profile(JSON.stringify(records));
    const personal = findings.find(({ sentence }) => sentence.en.includes('personal data'));
    expect(personal?.remedy?.en).toContain('write no rule that reads them');
    expect(personal?.remedy?.fr).not.toContain('privateColumns');
  });

  it('is that codes have lost their zeros', async () => {
    const codes = each(30, (index) => (index % 3 === 0 ? String(1000 + index) : String(31_000 + index)));
    expect((await told(column('code_postal', codes), 'fr'))[0]).toBe(
      '«\u00a0code_postal\u00a0» a perdu des zéros\u00a0: «\u00a01000\u00a0» est sans doute «\u00a001000\u00a0».',
    );
  });

  it.each([400, 401])('is that fields of a document are left out, where they are: %i', async (count) => {
    const record = Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, index]));
    const fields = (language: 'fr' | 'en') => told(JSON.stringify([record, record]), language);
    const isTold = count > 400;
    expect((await fields('en')).some((one) => one.includes('more than 400 different fields'))).toBe(isTold);
    expect((await fields('fr')).some((one) => one.includes('plus de 400 champs différents'))).toBe(isTold);
  });

  it.each([
    ['a script', '#!/bin/sh\nset -eu\ncd /srv\nfor one in a b c\ndo\n  echo "$one"\ndone\n', true],
    ['a list', `nom\n${each(20, (index) => `Objet ${index}`).join('\n')}\n`, true],
    ['a table', table(['code', 'nom'], rows(30, 'Musée')), false],
    ['a document', JSON.stringify(each(5, String).map((nom) => ({ nom }))), false],
  ])('is that no separator was found: %s', async (_, text, isTold) => {
    const { findings, dialect } = await files.profile(text);
    const found = findings.find(({ sentence }) => sentence.en.includes('a single column'));
    expect([found !== undefined, found?.severity]).toEqual([isTold, isTold ? 'warning' : undefined]);
    expect(dialect.some(({ evidence }) => evidence.en.includes('none was found'))).toBe(isTold);
  });

  it('is which rows have too many or too few cells', async () => {
    const whole = rows(30, 'a', 'b').map((cells) => cells.join(';'));
    whole[4] = 'K;a';
    whole[9] = 'L;a;b;c';
    const { findings } = await files.profile(`code;x;y\n${whole.join('\n')}\n`);
    const ragged = findings.find(({ sentence }) => sentence.en.includes('not as many cells'));
    expect([ragged?.severity, ragged?.rows, ragged?.sentence.en]).toEqual([
      'warning',
      [5, 10],
      '2 rows have not as many cells as the header.',
    ]);
  });

  it('is which names of columns are repeated or missing', async () => {
    const sentences = await told(table(['code', 'nom', 'nom', ''], rows(20, 'a', 'b', 'c')));
    expect(sentences).toContain('Several columns bear the same name (“nom”): only the first can be read.');
    expect(sentences).toContain('1 column has no name.');
  });

  it('is which columns are empty', async () => {
    expect(await told(table(['code', 'vide', 'nul'], rows(20, '', ' ')))).toContain(
      '2 columns are entirely empty: “vide”, “nul”.',
    );
  });

  it('is one odd cell of a column, with the rows of the first few', async () => {
    const days = each(40, (index) => `2024-01-${10 + (index % 20)}`).map((day, at) =>
      at === 6 ? 'inconnu' : day,
    );
    const { findings } = await files.profile(column('jour', days));
    expect(findings).toEqual([
      {
        severity: 'info',
        sentence: expect.objectContaining({
          en: '“jour” holds something else than days, for example “inconnu”.',
        }),
        rows: [7],
      },
    ]);
  });

  it('comes with what is worth acting on first', async () => {
    const { findings } = await files.profile(
      table(
        ['code', 'vide', 'mail'],
        each(20, (index) => `K${(index * 7919) % 10_007}`).map((code) => [code, '', 'a@b.fr']),
      ),
    );
    expect(findings.map(({ severity }) => severity)).toEqual(['warning', 'info']);
  });

  it('is written as French is printed', async () => {
    const { findings } = await files.profile(
      column(
        'mail',
        each(20, (index) => `a${index}@b.fr`),
      ),
    );
    for (const { sentence, remedy } of findings)
      expect(`${sentence.fr} ${remedy?.fr}`).not.toMatch(/ [:;?!»]|« /);
  });
});
