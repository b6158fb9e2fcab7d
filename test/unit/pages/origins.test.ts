import { describe, expect, it } from '@jest/globals';
import type {
  AskedStatement,
  SourceRecord,
  StatementOrigin,
  StatementRule,
} from '../../../src/model/index.ts';
import { thingPage } from '../../../src/pages/index.ts';
import { elementsOf, textOf } from './elements.ts';
import { frame, THING, thingContent } from './values.ts';

const record = (row: number, cells: Readonly<Record<string, string>> = {}): SourceRecord => ({
  file: 'data/cabanes/source/cabanes.csv',
  row,
  line: row + 1,
  cells: new Map(Object.entries(cells)),
});
const rule = (given: Partial<StatementRule> = {}): StatementRule => ({
  file: 'data/cabanes/mapping.yml',
  line: 58,
  columns: ['Taille'],
  how: 'cell',
  ...given,
});

const STATEMENTS = [
  '<> schema:name "Cabane"@fr',
  '<> schema:size "17 H"@fr',
  '<> schema:material "bois"@fr',
  '<> schema:material "terre"@fr',
];

type Of = (asked: AskedStatement) => StatementOrigin | undefined;

function pageOf(
  statement: Of | undefined,
  { statements = STATEMENTS, takesReports = true, language = 'fr' as 'fr' | 'en' } = {},
): string {
  const content = thingContent(statements);
  return thingPage(frame(language, '/doc/cabanes/c1'), {
    ...content,
    description: { ...content.description, changed: '2026-11-20T08:00:00Z' },
    origins: { origin: statement && { records: [record(1)], statement }, takesReports },
  });
}

const origin = (given: Partial<StatementOrigin> = {}): StatementOrigin => ({
  records: [record(1, { Taille: '17 H ; 24.2 L' })],
  rules: [rule()],
  ...given,
});
const summaries = (page: string) =>
  [...page.matchAll(/<details class="origin"><summary>(.*?)<\/summary>/gs)].map(([, text]) =>
    textOf(`<main>${text}</main>`).replace(/\s+/g, ' ').trim(),
  );

describe('The origin of a value on a page', () => {
  it('says file, line, column, cell, rule and date, and links to a report of that statement', () => {
    const page = pageOf(() => origin());
    const text = textOf(page);
    expect(text).toContain(
      'Fichier cabanes.csv, ligne 2, colonne «\u00a0Taille\u00a0»\u00a0: «\u00a017 H ; 24.2 L\u00a0».',
    );
    expect(text).toContain('Règle mapping.yml:58, la cellule telle quelle.');
    expect(text).toContain('Inchangé depuis le 20\u00a0novembre\u00a02026.');
    expect(page).toContain(
      `/contribute/report?thing=${THING}&amp;subject=${THING}&amp;property=http://schema.org/size&amp;value=%2217%20H%22%40fr`,
    );
  });

  it('names its function as the mapping writes it, escaped, and the vocabulary that was looked up', () => {
    const made = rule({
      how: 'function',
      transformation: 'cim:lookup($(x), "<b>")',
      vocabulary: 'domaines',
    });
    const page = pageOf(() => origin({ rules: [made] }));
    expect(page).toContain('fonction <code>cim:lookup($(x), &quot;&lt;b&gt;&quot;)</code>');
    expect(page).toContain('cherché dans le vocabulaire <a href="/dataset/domaines">domaines</a>');
  });

  it('has a name that tells of which value it is', () => {
    expect(summaries(pageOf(() => origin()))).toContain('d’où\u202f? Size : 17 H'.replace('\u202f', ' '));
  });

  it('is said once of values that share it, each with its own link to a report', () => {
    const page = pageOf(() => origin());
    expect(summaries(page).filter((one) => one.includes('matériau'))).toHaveLength(0);
    expect(summaries(page).filter((one) => one.includes('Matériau'))).toEqual(['d’où ? Matériau']);
    expect(textOf(page)).toContain('Signaler une erreur sur\u00a0: bois · terre');
  });

  it('is said of each value where these differ', () => {
    const page = pageOf(({ value }) =>
      origin({ records: [record(value?.value === 'terre' ? 7 : 1, { Taille: 'x' })] }),
    );
    expect(summaries(page)).toEqual(
      expect.arrayContaining(['d’où ? Matériau : bois', 'd’où ? Matériau : terre']),
    );
    expect(textOf(page)).toContain('ligne 8');
  });

  it('tells some records of many, and counts the others', () => {
    const records = Array.from({ length: 9 }, (_, at) => record(at + 1, { Taille: `t${at}` }));
    expect(textOf(pageOf(() => origin({ records })))).toContain('et 5 autres enregistrements.');
  });

  it('calls the references of a document fields', () => {
    const file = 'data/x/source/x.xml';
    const records = [{ ...record(1, { './/a': 'v' }), file }];
    const text = textOf(pageOf(() => origin({ records, rules: [rule({ columns: ['.//a'] })] })));
    expect(text).toContain('Fichier x.xml, ligne 2, champ «\u00a0.//a\u00a0»');
  });

  it('says of several rules that the record decides', () => {
    const text = textOf(pageOf(() => origin({ rules: [rule(), rule({ line: 61 })] })));
    expect(text).toContain('l’une de ces règles');
    expect(text).toMatch(/mapping\.yml:58.*mapping\.yml:61/s);
  });

  it('says honestly that no rule made it', () => {
    const page = pageOf(({ property }) => (property.endsWith('size') ? undefined : origin()));
    expect(textOf(page)).toContain('la plateforme l’ajoute');
  });

  it('offers no report where none are taken', () => {
    expect(pageOf(() => origin(), { takesReports: false })).not.toContain('/contribute/');
  });

  it('is inert whatever the source holds', () => {
    const hostile = '</script><img src=x onerror=alert(1)>\u202egnp';
    const page = pageOf(() =>
      origin({
        records: [record(1, { [hostile]: hostile })],
        rules: [rule({ columns: [hostile], how: 'function', transformation: hostile })],
      }),
    );
    expect(elementsOf(page).filter(({ name }) => name === 'img')).toEqual([]);
    expect(page).not.toContain('\u202e');
  });

  it('takes the less of a page the more values it has, and says where the others are told', () => {
    const statements = Array.from({ length: 60 }, (_, p) =>
      Array.from({ length: 20 }, (_, v) => `<> schema:p${p} "value ${v} of ${p} and some more words"`),
    ).flat();
    const page = pageOf(({ value }) => origin({ records: [record(1, { Taille: value?.value ?? '' })] }), {
      statements,
    });
    expect(textOf(page)).toContain('D’où viennent les autres valeurs');
    const bare = thingPage(frame('fr', '/doc/cabanes/c1'), thingContent(statements));
    expect(Buffer.byteLength(page) - Buffer.byteLength(bare)).toBeLessThan(8000);
  });
});

describe('The origin of a thing', () => {
  it('tells of what stands at the top of the page, and leads to the JSON', () => {
    const page = pageOf(() => origin(), {
      statements: [...STATEMENTS, '<> wgs:lat "48.8"^^xsd:decimal', '<> wgs:long "2.3"^^xsd:decimal'],
    });
    const whole = /<details class="origin whole">.*?<\/details>/s.exec(page)?.[0] ?? '';
    expect(textOf(`<main>${whole}</main>`)).toContain('Lat');
    expect(whole).toContain(`/api/origins.json?thing=${THING}`);
    expect(whole).toContain('Version montrée');
  });

  it('is said to be no table where no mapping made it', () => {
    const page = pageOf(undefined, { language: 'en' });
    expect(textOf(page)).toContain('written by the platform; they come from no table');
    expect(page).not.toContain('<details class="origin">');
  });
});
