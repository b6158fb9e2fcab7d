import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ColumnKind } from '../../../src/model/index.ts';
import { column, columnOf, createProfiler, repeated } from './profiled.ts';

let files: Awaited<ReturnType<typeof createProfiler>>;
beforeAll(async () => {
  files = await createProfiler();
});
afterAll(() => files.remove());

/** The column of these values under this header, as it is found. */
const found = async (name: string, values: readonly string[]) =>
  columnOf(await files.profile(column(name, values)), name);

const kindOf = async (name: string, values: readonly string[]): Promise<ColumnKind> =>
  (await found(name, values)).kind.value;

const each = (count: number, make: (index: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, index) => make(index));

const SAMPLES: readonly (readonly [kind: ColumnKind, what: string, values: readonly string[]])[] = [
  ['whole', 'plain figures', ['12', '7', '1500', '88', '-3']],
  ['whole', 'thousands apart by spaces', ['1 234', '15 000', '877 215', '12', '7']],
  ['decimal', 'a comma before the fraction', ['3,5', '12,25', '8', '1 234,50', '0,1']],
  ['decimal', 'a point before the fraction', ['3.5', '12.25', '8', '-1.5', '.5']],
  ['date', 'the order of ISO 8601', ['2024-01-31', '1998-12-05', '2003-07-14']],
  ['date', 'the French order', ['31/01/2024', '05/12/1998', '14/07/2003']],
  ['date', 'a time of the day', ['2024-01-31T00:00:00', '1998-12-05T10:30:00Z', '2003-07-14T12:00:00']],
  ['year', 'four figures', ['1889', '2003', '1913', '1984']],
  ['period', 'centuries', ['12e siècle', '2e moitié 17e siècle', '1er quart 18e siècle', '15e siècle']],
  ['period', 'centuries in Roman figures', ['XIIe siècle', 'XVIe siècle', 'XVIIIe siècle', 'XXe siècle']],
  ['period', 'stretches and doubts', ['vers 1850', '1840-1860', 'entre 1920 et 1930', '17e siècle']],
  ['boolean', 'yes and no', repeated(['Oui', 'Non', 'oui'], 12)],
  ['boolean', 'true and false', repeated(['true', 'false'], 12)],
  ['boolean', 'one and zero', repeated(['0', '1', '1'], 12)],
  ['web-address', 'addresses', ['https://a.fr/x', 'http://www.b.org', 'https://c.museum/?id=3']],
  ['web-address', 'bare names', ['www.musee-x.fr', 'musee-y.com', 'www.z.org/accueil']],
  ['email', 'e-mail addresses', ['a@b.fr', 'contact@musee-x.org', 'jeanne.martin@exemple.com']],
  ['phone', 'pairs of figures', ['01 40 20 50 50', '05.61.22.33.44', '0467891234', '+33 1 40 20 53 17']],
  ['museofile', 'identifiers of museums', ['M0001', 'M5052', 'M1234', 'M0410']],
  ['merimee', 'references of buildings', ['PA00094518', 'IA31104925', 'PA31000012', 'IA00094521']],
  ['palissy', 'references of objects', ['PM31000012', 'IM31000123', 'PM00094518', 'IM00094521']],
  ['coordinates', 'points', ['48.8606, 2.3376', '43.6044, 1.4442', '45.7640, 4.8357']],
  ['projected', 'points in metres', ['574357, 6279645', '652469, 6862035', '842666, 6519924']],
  ['department-name', 'names of départements', ['Ain', 'Côtes-d’Armor', 'LOT ET GARONNE', 'La Réunion']],
  ['region-name', 'names of régions', ['Occitanie', 'Bretagne', 'Midi-Pyrénées', 'GRAND EST']],
  ['html', 'mark-up', ['<p>Un <b>musée</b></p>', '<p>Deux</p>', '<ul><li>Trois</li></ul>', 'Quatre<br/>']],
  ['closed-list', 'a few words again and again', repeated(['public', 'privé', 'mixte'], 30)],
  ['code', 'letters and figures', each(30, (index) => `FEST_${39_073 + index * 7}_${index}`)],
  ['code', 'figures behind a zero', each(30, (index) => `0${100 + index * 7}`)],
  ['text', 'phrases', each(30, (index) => `Un beau musée, le ${index}e du nom`)],
];

describe('The kind of a column, whatever its header', () => {
  it.each(SAMPLES)('is %s for %s', async (kind, _, values) => {
    const { kind: guess, odd } = await found('zone', values);
    expect([guess.value, odd]).toEqual([kind, []]);
    expect(guess.confidence).toBeGreaterThanOrEqual(0.6);
  });

  it('is found of values between spaces too', async () => {
    for (const [kind, , values] of SAMPLES)
      expect([
        kind,
        await kindOf(
          'zone',
          values.map((text) => ` ${text} `),
        ),
      ]).toEqual([kind, kind]);
  });

  it('is empty where no cell is filled, white space included', async () => {
    const { kind, filled, distinct } = await found('zone', ['', '  ', '\u00a0', '']);
    expect([kind.value, filled, distinct]).toEqual(['empty', 0, 0]);
  });

  it('is shown with figures in both languages', async () => {
    const { evidence } = (await found('zone', ['1889', '2003', '1913', '1984'])).kind;
    expect(evidence).toEqual({
      fr: '4 cellules sur 4\u00a0: des années.',
      en: '4 of 4 cells: years.',
    });
  });

  it.each<[ColumnKind, string]>([
    ['whole', 'chars'],
    ['decimal', 'mesure'],
  ])('is %s for whatever numbers of that kind', async (kind, header) => {
    const number =
      kind === 'whole' ? fc.integer({ min: 2100, max: 10 ** 9 }) : fc.double({ min: -1e6, max: 1e6 });
    const text = (value: number) => (kind === 'whole' ? String(value) : value.toFixed(2).replace('.', ','));
    await fc.assert(
      fc.asyncProperty(fc.array(number, { minLength: 4, maxLength: 40 }), async (numbers) => {
        const kinds = await kindOf(header, numbers.map(text));
        // A few long figures may look like codes of places or telephones.
        expect(['post-code', 'insee-commune', 'closed-list', kind]).toContain(kinds);
      }),
      { numRuns: 40 },
    );
  });

  it('is date for whatever days, in either order of writing', async () => {
    const day = fc.date({ min: new Date('1800-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    await fc.assert(
      fc.asyncProperty(
        fc.array(day, { minLength: 3, maxLength: 30 }),
        fc.boolean(),
        async (days, isFrench) => {
          const texts = days.map((one) => {
            const iso = one.toISOString().slice(0, 10);
            return isFrench ? iso.split('-').reverse().join('/') : iso;
          });
          expect(await kindOf('zone', texts)).toBe('date');
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('A header', () => {
  const FIGURES = each(40, (index) => String(10_000 + index * 1871));

  it('tells post codes from INSEE codes and from counts', async () => {
    expect(await kindOf('code_postal', FIGURES)).toBe('post-code');
    expect(await kindOf('Code Insee commune', FIGURES)).toBe('insee-commune');
    expect(await kindOf('visiteurs', ['12500', '877215', '3200', '45', '98000'])).toBe('whole');
  });

  it('tells codes of départements and régions, with the zero that spreadsheets take away', async () => {
    expect(await kindOf('DEP', ['01', '2A', '31', '75', '971'])).toBe('insee-department');
    expect(await kindOf('departement', ['1', '2', '31', '75', '9'])).toBe('insee-department');
    expect(await kindOf('REG', ['11', '76', '84', '93', '4'])).toBe('insee-region');
    expect(await kindOf('tarif', ['11', '76', '84', '93', '4'])).toBe('whole');
  });

  it('is not believed where values say otherwise', async () => {
    expect(await kindOf('date', ['Louvre', 'Orsay', 'Cluny', 'Guimet'])).toBe('text');
    expect(await kindOf('telephone', ['12', '7', '45', '88'])).toBe('whole');
    expect(await kindOf('latitude', ['12', '7', '45', '88'])).toBe('whole');
  });

  it('makes it surer', async () => {
    const values = ['01 40 20 50 50', '05 61 22 33 44', '04 67 89 12 34'];
    const [named, alone] = [await found('téléphone', values), await found('zone', values)];
    expect(named.kind.confidence).toBeGreaterThan(alone.kind.confidence);
    expect(named.kind.evidence.en).toContain('the header says so too');
  });

  it('makes numbers of four figures years, and of others counts', async () => {
    expect(await kindOf('annee_creation', ['1889', '2003', '1913', '1984'])).toBe('year');
    expect(
      await kindOf(
        'siret',
        each(20, (index) => String(21_310_555_000_000 + index * 31)),
      ),
    ).toBe('code');
  });

  it('of a Joconde reference makes its values records', async () => {
    const values = each(20, (index) => `000PE${String(1000 + index * 7).padStart(6, '0')}`);
    expect(await kindOf('reference', values)).toBe('joconde');
  });
});
