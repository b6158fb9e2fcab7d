import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createProfiler, table } from './profiled.ts';

let files: Awaited<ReturnType<typeof createProfiler>>;
beforeAll(async () => {
  files = await createProfiler();
});
afterAll(() => files.remove());

const found = async (header: readonly string[], rows: readonly (readonly string[])[]) => {
  const { identifiers, findings } = await files.profile(table(header, rows));
  return { ...identifiers, findings };
};

const each = (count: number, make: (index: number) => readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** Numbers in no order. */
const mixed = (index: number): number => ((index + 3) * 7919) % 10_007;
const name = (index: number): string => `Musée ${'abcdefghij'[index % 10]}${mixed(index)} du lieu`;

describe('The identifier that is proposed', () => {
  it('is the column that looks like one, not the first that is unique', async () => {
    const rows = each(40, (index) => [
      name(index),
      `https://a.fr/${index}`,
      `MHR_${mixed(index)}`,
      String(index % 5),
    ]);
    const { proposed } = await found(['nom', 'site', 'code', 'salle'], rows);
    expect(proposed?.value).toEqual(['code']);
    expect(proposed?.confidence).toBeGreaterThan(0.9);
    expect(proposed?.evidence.en).toBe('As many different values as records (40), no empty cell.');
  });

  it.each([
    ['a reference of Mérimée', 'REF', (index: number) => `PA0009${String(4000 + mixed(index)).slice(0, 4)}`],
    [
      'an identifier of Muséofile',
      'identifiant',
      (index: number) => `M${String(mixed(index)).padStart(4, '0').slice(0, 4)}`,
    ],
    ['a code of figures', 'Code INSEE', (index: number) => String(10_001 + index * 13)],
    ['an inventory number', 'numero_inventaire', (index: number) => `D.${1900 + index}.${mixed(index)}`],
  ])('may be %s', async (_, header, make) => {
    const rows = each(40, (index) => [make(index), name(index)]);
    const distinct = new Set(rows.map(([value]) => value)).size;
    expect(distinct).toBe(40);
    expect((await found([header, 'nom'], rows)).proposed?.value).toEqual([header]);
  });

  it('never has empty cells where another column has none', async () => {
    const rows = each(100, (index) => [index % 20 === 0 ? '' : `A${mixed(index)}`, `B${mixed(index)}`]);
    expect((await found(['code', 'ref'], rows)).proposed?.value).toEqual(['ref']);
  });

  it('is not a column that is empty in many records', async () => {
    const rows = each(100, (index) => [index % 4 === 0 ? '' : `A${mixed(index)}`, `texte ${index % 3}`]);
    expect((await found(['code', 'note'], rows)).proposed).toBeUndefined();
  });

  it('is rather a code than a date, a measure or a name, which are corrected', async () => {
    const day = (index: number) => new Date(Date.UTC(1990, 0, 1 + index * 11)).toISOString().slice(0, 10);
    const rows = each(60, (index) => [
      day(index),
      `${index},${index % 9}5`,
      name(index),
      `K-${mixed(index)}`,
    ]);
    expect((await found(['date', 'hauteur', 'nom', 'cle'], rows)).proposed?.value).toEqual(['cle']);
  });

  it('is little trusted where it is only a name, and that is said', async () => {
    const rows = each(60, (index) => [name(index), `${index % 4}`]);
    const { proposed, findings } = await found(['nom', 'salle'], rows);
    expect(proposed?.value).toEqual(['nom']);
    expect(proposed?.confidence).toBeLessThan(0.5);
    expect(findings[0]?.sentence.en).toBe('No column surely identifies a record; for want of better: “nom”.');
    expect(findings[0]?.remedy?.en).toContain('stays the same from one export to the next');
  });

  it('is the one column of the file that is unique, wherever it stands', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 4 }),
        fc.integer({ min: 20, max: 80 }),
        async (at, count) => {
          const rows = each(count, (index) => {
            const cells = Array.from({ length: 5 }, (_, column) => `v${(index * (column + 2)) % 7}`);
            cells[at] = `R${mixed(index)}`;
            return cells;
          });
          const header = ['a', 'b', 'c', 'd', 'e'];
          expect((await found(header, rows)).proposed?.value).toEqual([header[at]]);
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('An identifier that several records bear', () => {
  it('is proposed all the same where only a few do, with the values and their rows', async () => {
    const rows = each(1000, (index) => [
      index === 700 || index === 900 ? 'A-DOUBLE' : `A-${mixed(index)}`,
      name(index),
    ]);
    const { proposed, duplicates, duplicated, findings } = await found(['code', 'nom'], rows);
    expect(proposed?.value).toEqual(['code']);
    expect(duplicates).toEqual([{ value: 'A-DOUBLE', rows: [701, 901] }]);
    expect(duplicated).toEqual({ values: 1, records: 1 });
    expect(findings[0]).toMatchObject({ severity: 'warning', rows: [701, 901] });
    expect(findings[0]?.remedy?.en).toContain('Give each its own identifier');
  });

  it('is completed by the column that tells its repetitions apart', async () => {
    const rows = each(200, (index) => [
      `M${1000 + Math.floor(index / 4)}`,
      String(2019 + (index % 4)),
      String(mixed(index) % 90),
    ]);
    const { proposed, duplicated } = await found(['ref_musee', 'annee', 'entrees'], rows);
    expect([proposed?.value, duplicated.values]).toEqual([['ref_musee', 'annee'], 0]);
  });

  it('is made of three columns where two do not suffice', async () => {
    const rows = each(240, (index) => [
      `M${1000 + Math.floor(index / 12)}`,
      String(2019 + (Math.floor(index / 3) % 4)),
      ['payant', 'gratuit', 'scolaire'][index % 3] as string,
    ]);
    const { proposed } = await found(['ref_musee', 'annee', 'public'], rows);
    expect([...(proposed?.value ?? [])].sort()).toEqual(['annee', 'public', 'ref_musee']);
  });

  it('tells the rows of whatever repetitions there are', async () => {
    const some = fc.uniqueArray(fc.integer({ min: 1, max: 998 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(some, async (copies) => {
        const rows = each(1000, (index) => [
          `A-${mixed(copies.includes(index) ? index - 1 : index)}`,
          name(index),
        ]);
        const { duplicated, duplicates } = await found(['code', 'nom'], rows);
        const told = duplicates.flatMap(({ rows: at }) => at.slice(1)).sort((a, b) => a - b);
        const values = rows.map(([code]) => code);
        const repeats = values.flatMap((code, index) => (values.indexOf(code) < index ? [index + 1] : []));
        expect([told, duplicated.records]).toEqual([repeats, repeats.length]);
      }),
      { numRuns: 20 },
    );
  });
});

describe('A file without records to tell apart', () => {
  it('has no identifier where all rows are the same', async () => {
    expect(
      (
        await found(
          ['a', 'b'],
          each(20, () => ['x', 'y']),
        )
      ).proposed,
    ).toBeUndefined();
  });

  it('of one record is not warned of', async () => {
    expect((await found(['nom', 'ville'], [['Musée', 'Lille']])).findings).toEqual([]);
  });
});
