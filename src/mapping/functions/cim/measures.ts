import { type FunctionDescription, type Run, reading } from '../function.ts';
import { dimensionOf, type Measure, parseMeasures } from '../measures.ts';
import { cim, type Draft, MISSES, optional, parameter, VALUE } from '../namespaces.ts';

const UNREADABLE = 'unreadable-measure';

const DIMENSION: Draft = optional(
  parameter(
    'dimension',
    'la dimension : hauteur, largeur, longueur, profondeur, épaisseur, diamètre, circonférence, poids, surface, volume ; sans elle, la première mesure',
    'the dimension: height, width, length, depth, thickness, diameter, weight…; without it, the first measure',
  ),
);

/** The measure of the whole before that of a part. */
function chosen(value: string, wanted: string): Measure | '' | undefined {
  const measures = parseMeasures(value);
  if (measures.length === 0) return undefined;
  const dimension = dimensionOf(wanted);
  const fitting = wanted === '' ? measures : measures.filter((one) => one.dimension === dimension);
  return fitting.find((one) => one.of === '') ?? fitting[0] ?? '';
}

const told = (give: (measure: Measure) => string): Run =>
  reading(
    UNREADABLE,
    (value, [wanted = '']) => {
      const measure = chosen(value, wanted);
      return measure && give(measure);
    },
    2,
  );

const written = ({ dimension, of, value, unit }: Measure): string =>
  [dimension, of === '' ? '' : `(${of})`, value, unit].filter((part) => part !== '').join(' ');

export const MEASURES: readonly FunctionDescription[] = [
  cim(
    'measures',
    'Chaque mesure d’une cellule, sous une seule forme : « hauteur 17 cm », « largeur (avec cadre) 80 cm ».',
    'Each measure of a cell, in one form: “hauteur 17 cm”, “largeur (avec cadre) 80 cm”.',
    [VALUE, MISSES],
    ([values = [], [misses = ''] = []], { note }) =>
      values.flatMap((value) => {
        const found = parseMeasures(value).map(written);
        if (found.length > 0) return found;
        if (misses === 'literal') return [value];
        if (misses !== 'quiet') note(UNREADABLE, value);
        return [];
      }),
    [
      [{ value: '17 H ; 24.2 L' }, ['hauteur 17', 'largeur 24.2']],
      [{ value: 'H. 21 cm, D. 69,5 cm' }, ['hauteur 21 cm', 'diamètre 69.5 cm']],
      [{ value: 'H. 0,402 ; l. 0,243 m' }, ['hauteur 0.402 m', 'largeur 0.243 m']],
      [{ value: 'L. 9,5 cm ; l. 4 cm' }, ['longueur 9.5 cm', 'largeur 4 cm']],
      [
        { value: 'Hauteur en cm (tasse) 6.5 ; Hauteur avec cadre en cm 80' },
        ['hauteur (tasse) 6.5 cm', 'hauteur (avec cadre) 80 cm'],
      ],
      [{ value: '43.2 H ; 31.5 H1' }, ['hauteur 43.2', 'hauteur (1) 31.5']],
      [{ value: 'En mm : H : 9 ; l : 12' }, ['hauteur 9 mm', 'largeur 12 mm']],
      [{ value: 'H: 33,4 L: 24,5 P: 9' }, ['hauteur 33.4', 'largeur 24.5', 'profondeur 9']],
      [{ value: 'H. 40 x L. 57 cm' }, ['hauteur 40 cm', 'largeur 57 cm']],
      [{ value: '45.7 x 32.2' }, [], UNREADABLE],
    ],
  ),
  cim(
    'measureValue',
    'La valeur d’une mesure, en décimal.',
    'The value of a measure, as a decimal.',
    [VALUE, DIMENSION, { ...MISSES }],
    told((measure) => measure.value),
    [
      [{ value: 'Hauteur en cm 58' }, '58'],
      [{ value: '31, 5 H ; 21, 1 L', dimension: 'largeur' }, '21.1'],
      [{ value: 'H.39.8, l. 29.6 (feuille)', dimension: 'H' }, '39.8'],
      [{ value: 'H. 0,402', dimension: 'poids' }, []],
      [{ value: 'Hauteur en cm ?' }, [], UNREADABLE],
      [{ value: 'hauteur (avec cadre) 80 cm' }, '80'],
    ],
  ),
  cim(
    'measureUnit',
    'L’unité d’une mesure : mm, cm, dm, m, g, kg ; rien si elle n’est pas dite.',
    'The unit of a measure: mm, cm, dm, m, g, kg; nothing where it is not said.',
    [VALUE, DIMENSION, MISSES],
    told((measure) => measure.unit),
    [
      [{ value: '1600 lo (en mm) , 2320 la (en mm)', dimension: 'longueur' }, 'mm'],
      [{ value: 'H. en m 0,160 ; L. en m 0,223' }, 'm'],
      [{ value: '17 H' }, []],
    ],
  ),
  cim(
    'measureDimension',
    'Le nom des dimensions mesurées.',
    'The names of the dimensions measured.',
    [VALUE],
    ([values = []]) => values.flatMap((value) => parseMeasures(value).map((measure) => measure.dimension)),
    [[{ value: 'Diamètre en cm 20.1 ; Epaisseur en cm 2.3' }, ['diamètre', 'épaisseur']]],
  ),
];
