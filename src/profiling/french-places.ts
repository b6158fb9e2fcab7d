import { DEPARTMENTS, type Department } from './departments.ts';

/** Overseas collectivities, which stand in columns of départements, of codes and of names. */
const COLLECTIVITIES: readonly Department[] = [
  ['975', 'Saint-Pierre-et-Miquelon', 46.95, -56.33],
  ['977', 'Saint-Barthélemy', 17.9, -62.83],
  ['978', 'Saint-Martin', 18.08, -63.06],
  ['984', 'Terres australes et antarctiques françaises', -49.35, 69.5],
  ['986', 'Wallis-et-Futuna', -13.77, -177.16],
  ['987', 'Polynésie française', -17.65, -149.43],
  ['988', 'Nouvelle-Calédonie', -21.3, 165.5],
];

const OTHER_NAMES: readonly (readonly [name: string, code: string])[] = [
  ['réunion', '974'],
  ['guyane française', '973'],
  ['ville de paris', '75'],
  ['rhône métropole de lyon', '69'],
  ['métropole de lyon', '69'],
  ['wallis et futuna', '986'],
  ['corse du sud', '2A'],
  ['alsace bas rhin', '67'],
];

/** Régions as they are since 2016, with their INSEE codes. */
const REGIONS: readonly (readonly [code: string, name: string])[] = [
  ['01', 'Guadeloupe'],
  ['02', 'Martinique'],
  ['03', 'Guyane'],
  ['04', 'La Réunion'],
  ['06', 'Mayotte'],
  ['11', 'Île-de-France'],
  ['24', 'Centre-Val de Loire'],
  ['27', 'Bourgogne-Franche-Comté'],
  ['28', 'Normandie'],
  ['32', 'Hauts-de-France'],
  ['44', 'Grand Est'],
  ['52', 'Pays de la Loire'],
  ['53', 'Bretagne'],
  ['75', 'Nouvelle-Aquitaine'],
  ['76', 'Occitanie'],
  ['84', 'Auvergne-Rhône-Alpes'],
  ['93', 'Provence-Alpes-Côte d’Azur'],
  ['94', 'Corse'],
];

/** As they were before, and as people write them. */
const OLD_REGIONS: readonly string[] = [
  ...['Alsace', 'Aquitaine', 'Auvergne', 'Basse-Normandie', 'Bourgogne', 'Centre', 'Champagne-Ardenne'],
  ...['Franche-Comté', 'Haute-Normandie', 'Languedoc-Roussillon', 'Limousin', 'Lorraine', 'Midi-Pyrénées'],
  ...['Nord-Pas-de-Calais', 'Picardie', 'Poitou-Charentes', 'Rhône-Alpes', 'Réunion', 'Alsace-Moselle'],
  ...['Alsace-Champagne-Ardenne-Lorraine', 'Aquitaine-Limousin-Poitou-Charentes'],
  ...['PACA', 'Outre-mer', 'Languedoc-Roussillon-Midi-Pyrénées', 'Nord-Pas-de-Calais-Picardie'],
];

const OLD_REGION_CODES = [
  '21',
  '22',
  '23',
  '25',
  '26',
  '31',
  '41',
  '42',
  '43',
  '54',
  '72',
  '73',
  '74',
  '82',
  '83',
  '91',
];

/** A name without accents, case, hyphens or apostrophes. */
export const plainName = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const ALL = [...DEPARTMENTS, ...COLLECTIVITIES];
const CODES: ReadonlyMap<string, Department> = new Map(ALL.map((one) => [one[0], one]));
const NAMES: ReadonlyMap<string, string> = new Map([
  ...ALL.map(([code, name]) => [plainName(name), code] as const),
  ...OTHER_NAMES.map(([name, code]) => [plainName(name), code] as const),
]);
const REGION_NAMES: ReadonlySet<string> = new Set(
  [...REGIONS.map(([, name]) => name), ...OLD_REGIONS, ...COLLECTIVITIES.map(([, name]) => name)].map(
    plainName,
  ),
);
const REGION_CODES: ReadonlySet<string> = new Set([...REGIONS.map(([code]) => code), ...OLD_REGION_CODES]);

/** A code such as `01`, `2A`, `971`; the zero that spreadsheets lose is given back. */
export const isDepartmentCode = (value: string): boolean => CODES.has(padded(value));

const padded = (value: string): string => value.trim().toUpperCase().padStart(2, '0');

/** The code of a département by its name; `01 - Ain` and `Ain (01)` are names too. */
export const departmentNamed = (value: string): string | undefined =>
  NAMES.get(plainName(value.replace(/^\s*(?:\d{2,3}|2[AB])\s*[-:]\s*|\s*\(?(?:\d{2,3}|2[AB])\)?\s*$/gi, '')));

export const isRegionName = (value: string): boolean => REGION_NAMES.has(plainName(value));

export const isRegionCode = (value: string): boolean => REGION_CODES.has(padded(value));

/**
 * The département of an INSEE code of a commune, a post code, a code or a name of a département; undefined where it is
 * none of these.
 */
export function departmentOf(value: string): Department | undefined {
  const text = value.trim().toUpperCase();
  const commune = /^(?:\d{4,5}|2[AB]\d{3})$/.test(text) ? text.padStart(5, '0') : undefined;
  if (commune === undefined) return CODES.get(padded(text)) ?? CODES.get(departmentNamed(value) ?? '');
  if (/^9[78]/.test(commune)) return CODES.get(commune.slice(0, 3));
  // Post codes of Corsica begin with 20, whichever its département.
  if (commune.startsWith('20')) return CODES.get(commune < '20200' ? '2A' : '2B');
  return CODES.get(commune.slice(0, 2));
}

/** Degrees within which France lies, in pieces: the metropolis and the overseas lands. */
export const isInFrance = (latitude: number, longitude: number): boolean =>
  FRANCE.some(
    ([south, west, north, east]) =>
      latitude >= south && latitude <= north && longitude >= west && longitude <= east,
  );

const FRANCE: readonly (readonly [south: number, west: number, north: number, east: number])[] = [
  [41.2, -5.6, 51.3, 9.8],
  [14.2, -63.3, 18.3, -60.6],
  [2, -54.8, 6, -51.4],
  [-21.6, 55, -20.7, 56],
  [-13.2, 44.8, -12.5, 45.5],
  [46.6, -56.6, 47.3, -56],
  [-23.6, 158, -19.3, 168.5],
  [-28, -155, -7.5, -134],
  [-14.6, -178.4, -13, -175.9],
];
