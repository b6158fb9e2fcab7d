import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { column, columnOf, createProfiler } from './profiled.ts';

let files: Awaited<ReturnType<typeof createProfiler>>;
beforeAll(async () => {
  files = await createProfiler();
});
afterAll(() => files.remove());

const quoted = (values: readonly string[]): readonly string[] => values.map((text) => `"${text}"`);
const found = async (values: readonly string[], name = 'zone') =>
  columnOf(await files.profile(column(name, quoted(values))), name);

const each = (count: number, make: (index: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, index) => make(index));

const DOMAINS = ['Beaux-Arts', 'Archéologie', 'Ethnologie', 'Histoire', 'Art moderne', 'Technique'] as const;

/** Cells of one to three words of a few, in varying order. */
const listed = (between: string, count = 60): readonly string[] =>
  each(count, (index) =>
    Array.from(
      { length: 1 + (index % 3) },
      (_, at) => DOMAINS[(index * 5 + at * (1 + (index % 4))) % 6],
    ).join(between),
  );

describe('Values separated inside cells', () => {
  it.each([
    [';', ';'],
    [';', ' ; '],
    ['|', ' | '],
    ['#', '#'],
    [',', ', '],
    ['/', '/'],
    ['\n', '\n'],
  ])('by %j are found where cells say %j', async (separator, between) => {
    const { separation, kind } = await found(listed(between));
    expect(separation?.value).toEqual({ separator, cells: 40, values: 120 });
    expect([kind.value, separation?.evidence.en]).toEqual([
      'closed-list',
      expect.stringContaining('40 of 60 cells hold several values'),
    ]);
  });

  it('have the kind of one of them', async () => {
    const addresses = each(40, (index) => `https://a.fr/${index} ; https://b.org/${index % 7}`);
    const references = each(40, (index) => `PA000945${10 + index};IA311049${10 + index}`);
    const centuries = ['12e siècle ; 15e siècle', '15e siècle', '17e siècle ; 12e siècle', '17e siècle'];
    expect((await found(addresses)).kind.value).toBe('web-address');
    expect((await found(references)).kind.value).toBe('merimee');
    expect((await found(each(40, (index) => centuries[index % 4] as string))).kind.value).toBe('period');
  });

  it('are listed one by one where they are few', async () => {
    expect((await found(listed(';'))).values).toEqual([...DOMAINS].sort((a, b) => a.localeCompare(b, 'fr')));
  });

  it('are found where only a few cells of a long file hold several', async () => {
    const rare = each(2000, (index) =>
      index % 80 === 0 ? 'Histoire ; Technique' : (DOMAINS[index % 6] as string),
    );
    expect((await found(rare)).separation?.value).toMatchObject({ separator: ';', cells: 25 });
  });

  it('are found past the values that are kept', async () => {
    const many = each(13_000, (index) => `n${index % 113};n${(index * 7) % 127}`);
    const { separation } = await found(many);
    expect(separation?.value).toEqual({ separator: ';', cells: 13_000, values: 26_000 });
  });

  it('are found whatever the words and whichever the separator', async () => {
    const word = fc.stringMatching(/^[A-Z][a-zé]{2,10}$/);
    const cases = fc.record({
      words: fc.uniqueArray(word, { minLength: 5, maxLength: 12 }),
      separator: fc.constantFrom(';', '|', '#', ',', '\n'),
      seed: fc.integer({ min: 1, max: 1000 }),
    });
    await fc.assert(
      fc.asyncProperty(cases, async ({ words, separator, seed }) => {
        let state = seed;
        const drawn = (below: number) => {
          state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
          return Math.floor((state / 2_147_483_648) * below);
        };
        const cells = each(80, (index) =>
          [...new Set(Array.from({ length: 1 + (index % 3) }, () => words[drawn(words.length)]))].join(
            separator,
          ),
        );
        expect((await found(cells)).separation?.value.separator).toBe(separator);
      }),
      { numRuns: 100 },
    );
  });
});

describe('Cells that hold one value', () => {
  it.each<[string, readonly string[]]>([
    [
      'phrases with commas',
      each(60, (index) => `Un jardin de ${index} ares, clos de murs, planté en ${1700 + index}`),
    ],
    [
      'phrases with semicolons',
      each(
        60,
        (index) =>
          `Le parc n° ${index} est ouvert ; la serre ${index * 3} est fermée au public depuis longtemps`,
      ),
    ],
    ['addresses with commas', each(60, (index) => `${index}, rue du Port, bâtiment ${index * 3}`)],
    ['titles with a stroke', each(60, (index) => `Vue ${index} de la ville/Étude ${index * 7}`)],
    ['numbers with a comma', each(60, (index) => `${index},${index % 10}`)],
    ['points', each(60, (index) => `${43 + index / 100}, ${1 + index / 90}`)],
    ['days with strokes', each(60, (index) => `${10 + (index % 18)}/0${1 + (index % 9)}/2003`)],
    ['telephones with strokes', each(60, (index) => `05/61/22/33/${10 + (index % 80)}`)],
    ['addresses of sites with semicolons', each(60, (index) => `https://a.fr/x?a=${index};b=${index % 3}`)],
    [
      'names of persons, family name first',
      each(60, (index) => `Nom${'abcdefgh'[index % 8]}${index}, Prénom${index % 5}`),
    ],
    ['a stretch of years', each(60, (index) => `${1800 + index} entre ; ${1810 + index} et`)],
    ['a date with its act', each(60, (index) => `19${30 + index}/04/01 : inscrit MH`)],
  ])('are not separated: %s', async (_, values) => {
    expect((await found(values)).separation).toBeUndefined();
  });

  it('are not separated where parts repeat always in the same order', async () => {
    const places = each(60, (index) => `Commune ${index}, ${['Ain', 'Lot', 'Gers'][index % 3]}`);
    expect((await found(places)).separation).toBeUndefined();
  });

  it('are not separated by what stands in one or two of thousands', async () => {
    const rare = each(3000, (index) =>
      index === 700 ? 'Histoire ; Technique' : (DOMAINS[index % 6] as string),
    );
    expect((await found(rare)).separation).toBeUndefined();
  });
});
