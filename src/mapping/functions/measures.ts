import { normalised } from './normalised.ts';

/** `H. 21 cm` → hauteur, 21, cm. */
export interface Measure {
  readonly dimension: string;
  /** Decimal, with a point. */
  readonly value: string;
  /** Symbol; empty where it is not said. */
  readonly unit: string;
  /** What part is measured, as written: `avec cadre`, `soucoupe`; empty for the whole. */
  readonly of: string;
}

/** Abbreviations and names, folded → the dimension. `L` alone is told apart by its neighbours. */
const DIMENSIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    hauteur: 'h ht haut hauteur height',
    largeur: 'l la larg largeur width',
    longueur: 'lo lg long longueur length',
    profondeur: 'p pr prof profondeur depth',
    épaisseur: 'e ep epaisseur thickness',
    diamètre: 'd diam diametre diameter',
    circonférence: 'c circ circonference',
    poids: 'pds poids weight',
    surface: 's surf surface',
    volume: 'v vol volum volume',
  }).flatMap(([dimension, names]) => names.split(' ').map((name) => [name, dimension])),
);

const UNITS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    mm: 'mm millimetre millimetres',
    cm: 'cm centimetre centimetres',
    dm: 'dm decimetre decimetres',
    m: 'm metre metres',
    kg: 'kg kilo kilos kilogramme kilogrammes',
    g: 'g gr gramme grammes',
  }).flatMap(([unit, names]) => names.split(' ').map((name) => [name, unit])),
);

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The dimension that a name or abbreviation stands for. */
export const dimensionOf = (name: string): string | undefined => DIMENSIONS.get(folded(name.trim()));

/** Longest cell that is read. */
const LONGEST = 5000;

/**
 * Reads the measures of a museum's cell: `17 H ; 24.2 L`, `H. 21 cm, D. 69,5 cm`, `Hauteur en cm 58`, `H. en m 0,160`,
 * `1600 lo (en mm)`, `En mm : H : 9 ; l : 12`. Parts that are not understood (`45 x 32`) give nothing. `L` is the width, or
 * the length beside a width; a measure without unit takes that of the next one.
 */
export function parseMeasures(text: string): readonly Measure[] {
  const plain = normalised(text.slice(0, LONGEST)).replace(/(\d), (\d{1,2})(?= ?[A-Za-z])/g, '$1.$2');
  const general = /^en (\p{L}+) ?: ?/iu.exec(plain);
  const found = plain
    .slice(general?.[0].length ?? 0)
    .split(/;|#|, ?(?=\p{L})|,(?!\d)|(?<=\d) (?:x )?(?=\p{L}{1,2} ?[:.])/u)
    .map(readMeasure)
    .filter((measure) => measure !== undefined);
  return withUnits(found.map(wideOrLong), UNITS.get(folded(general?.[1] ?? '')) ?? '');
}

/** Not the 1 of `H1`; `H.39.8` is 39.8. */
const NUMBER = /(?<![\p{L}\d,]|\d\.)\d{1,9}(?:[.,]\d{1,9})?/gu;

function readMeasure(part: string): Measure | undefined {
  const notes = [...part.matchAll(/\(([^()]*)\)/g)].map(([, note = '']) => note.trim());
  const bare = part.replace(/\([^()]*\)/g, ' ');
  const numbers = [...bare.matchAll(NUMBER)];
  const [number] = numbers;
  if (number === undefined || numbers.length > 1) return undefined;
  const left = wordsOf(bare.slice(0, number.index));
  const right = wordsOf(bare.slice(number.index + number[0].length));
  const unitNote = notes.map((note) => unitIn(wordsOf(note))).find((unit) => unit !== '');
  const unit = unitIn(right) || unitIn(left) || (unitNote ?? '');
  const label = withoutUnit(left.length > 0 && withoutUnit(left).length > 0 ? left : right);
  const [name = '', ...rest] = label;
  const numbered = /^(\p{L}+?)(\d?)$/u.exec(name);
  const short = numbered?.[1] ?? '';
  const dimension = short === 'L' ? 'L' : dimensionOf(short);
  if (dimension === undefined) return undefined;
  const of = [numbered?.[2] ?? '', ...rest, ...notes.filter((note) => unitIn(wordsOf(note)) === '')];
  return {
    dimension,
    value: number[0].replace(',', '.'),
    unit,
    of: of
      .map((one) => one.replace(/[()]/g, '').trim())
      .filter((one) => one !== '')
      .join(' '),
  };
}

const wordsOf = (text: string): readonly string[] => text.split(/[\s.:=]+/).filter((word) => word !== '');

const unitIn = (words: readonly string[]): string => {
  const at = words.findIndex(isUnit);
  return UNITS.get(folded(words[at] ?? '')) ?? '';
};

/** The words without `en cm`. */
const withoutUnit = (words: readonly string[]): readonly string[] =>
  words.filter((word, index) => !isUnit(word) && !(word === 'en' && isUnit(words[index + 1] ?? '')));

const isUnit = (word: string): boolean => UNITS.has(folded(word));

function wideOrLong(measure: Measure, _: number, all: readonly Measure[]): Measure {
  if (measure.dimension !== 'L') return measure;
  const hasWidth = all.some((one) => one.dimension === 'largeur' && one.of === measure.of);
  return { ...measure, dimension: hasWidth ? 'longueur' : 'largeur' };
}

function withUnits(measures: readonly Measure[], general: string): readonly Measure[] {
  let next = general;
  return measures
    .toReversed()
    .map((measure) => {
      if (measure.unit !== '') next = measure.dimension === 'poids' ? next : measure.unit;
      return measure.unit === '' && measure.dimension !== 'poids' ? { ...measure, unit: next } : measure;
    })
    .toReversed();
}
