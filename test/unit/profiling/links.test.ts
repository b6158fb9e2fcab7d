import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { KnownDataset } from '../../../src/model/index.ts';
import { column, columnOf, createProfiler } from './profiled.ts';

let files: Awaited<ReturnType<typeof createProfiler>>;
beforeAll(async () => {
  files = await createProfiler();
});
afterAll(() => files.remove());

const knownBy = (slug: string, identifiers: readonly string[], labels: readonly string[]): KnownDataset => ({
  slug,
  hasIdentifier: (value) => identifiers.includes(value),
  hasLabel: (value) => labels.includes(value.toLowerCase()),
});

const MUSEUMS = Array.from({ length: 40 }, (_, index) => `M${1000 + index * 7}`);
const KNOWN = [
  knownBy('musees', MUSEUMS, []),
  knownBy('domaines', ['beaux-arts', 'histoire'], ['beaux-arts', 'histoire', 'archéologie', 'technique']),
];

const found = async (name: string, values: readonly string[], known: readonly KnownDataset[] = KNOWN) =>
  columnOf(
    await files.profile(
      column(
        name,
        values.map((text) => `"${text}"`),
      ),
      { known },
    ),
    name,
  );

const each = (count: number, make: (index: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, index) => make(index));

describe('References to national bases', () => {
  it.each([
    ['museofile', 'REF_MUSEE', (index: number) => `M${1000 + index}`],
    ['merimee', 'REFERENCE_MERIMEE', (index: number) => `PA000945${10 + index}`],
    ['palissy', 'REFERENCE_PALISSY', (index: number) => `PM310000${10 + index}`],
    ['joconde', 'REFERENCE_JOCONDE', (index: number) => `000PE0010${10 + index}`],
    ['joconde', 'notice', (index: number) => `M07090000${1000 + index}`.slice(0, 11)],
  ])('are %s under %s', async (kind, header, make) => {
    expect((await found(header, each(30, make))).kind.value).toBe(kind);
  });

  it('are recognised several in a cell', async () => {
    const told = await found(
      'voir',
      each(30, (index) => `M${1000 + index};M${2000 + index}`),
    );
    expect([told.kind.value, told.separation?.value.separator]).toEqual(['museofile', ';']);
  });
});

describe('A column that points to a dataset here', () => {
  it('does so by the identifiers of its things', async () => {
    const { link } = await found(
      'musee',
      each(60, (index) => MUSEUMS[index % 40] as string),
    );
    expect(link?.value).toEqual({ dataset: 'musees', by: 'identifier' });
    expect(link?.evidence).toEqual({
      fr: '40 valeurs différentes sur 40 sont des identifiants de «\u00a0musees\u00a0».',
      en: '40 of 40 different values are identifiers of “musees”.',
    });
  });

  it('does so by the names of a vocabulary, one value of a cell at a time', async () => {
    const cells = ['Beaux-Arts', 'Histoire ; Archéologie', 'Technique', 'Archéologie ; Beaux-Arts'];
    const { link, separation } = await found(
      'domaine',
      each(60, (index) => cells[index % 4] as string),
    );
    expect([link?.value, separation?.value.separator]).toEqual([{ dataset: 'domaines', by: 'label' }, ';']);
  });

  it('may hold a few values that are not found', async () => {
    const values = each(60, (index) => (index % 20 === 0 ? `M9${index}99` : (MUSEUMS[index % 40] as string)));
    const { link } = await found('musee', values);
    expect(link?.value.dataset).toBe('musees');
    expect(link?.confidence).toBeLessThan(0.97);
  });

  it('points nowhere where most values are not found', async () => {
    expect(
      (
        await found(
          'musee',
          each(60, (index) => (index % 2 ? `M${3000 + index}` : (MUSEUMS[index % 40] as string))),
        )
      ).link,
    ).toBeUndefined();
  });

  it('points nowhere where it counts or says a day, an address or a year', async () => {
    const all = [knownBy('tout', each(60, String), [])].map((one) => ({ ...one, hasIdentifier: () => true }));
    expect(
      (
        await found(
          'visites',
          each(60, (index) => String(index * 31)),
          all,
        )
      ).link,
    ).toBeUndefined();
    expect(
      (
        await found(
          'annee',
          each(60, (index) => String(1900 + index)),
          all,
        )
      ).link,
    ).toBeUndefined();
    expect(
      (
        await found(
          'site',
          each(60, (index) => `https://a.fr/${index}`),
          all,
        )
      ).link,
    ).toBeUndefined();
  });

  it('points to the dataset in which most of its values are', async () => {
    const half = knownBy('la-moitie', MUSEUMS.slice(0, 36), []);
    const { link } = await found('musee', MUSEUMS, [half, ...KNOWN]);
    expect(link?.value.dataset).toBe('musees');
  });
});
