import { type Bilingual, spaced } from '../../model/index.ts';

const figure = (value: number, language: 'fr' | 'en'): string => value.toLocaleString(language);

/** French has the singular for none and for one. */
const several = (count: number, one: string, more: string): string => (count < 2 ? one : more);

const told = (fr: string, en: string): Bilingual => ({ fr: spaced(fr, 'fr'), en });

const LONGEST_VALUE = 40;
const cut = (value: string): string =>
  value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE - 1)}…` : value;

/** Why records were chosen, a sentence each. */
export const reasonText = {
  longest: (characters: number): Bilingual =>
    told(
      `Parmi les plus longues : ${figure(characters, 'fr')} ${several(characters, 'caractère', 'caractères')}.`,
      `Among the longest: ${figure(characters, 'en')} ${characters === 1 ? 'character' : 'characters'}.`,
    ),
  emptiest: (filled: number, columns: number): Bilingual =>
    told(
      `Parmi les plus vides : ${figure(filled, 'fr')} ${several(filled, 'colonne remplie', 'colonnes remplies')} sur ${figure(columns, 'fr')}.`,
      `Among the emptiest: ${figure(filled, 'en')} of ${figure(columns, 'en')} columns filled.`,
    ),
  strangest: (column: string, value: string, count: number, filled: number): Bilingual =>
    told(
      `Inhabituelle : dans « ${column} », « ${cut(value)} » n’a pas l’allure des autres (${figure(count, 'fr')} sur ${figure(filled, 'fr')}).`,
      `Unusual: in “${column}”, “${cut(value)}” does not look like the others (${figure(count, 'en')} of ${figure(filled, 'en')}).`,
    ),
  combination: (): Bilingual =>
    told(
      'Inhabituelle : la seule dont ces colonnes-là sont remplies.',
      'Unusual: the only one with just these columns filled.',
    ),
  random: (): Bilingual => told('Tirée au sort.', 'Drawn by lot.'),
  every: (): Bilingual =>
    told('Le fichier est court : toutes les fiches sont là.', 'The file is short: all its records are here.'),
  corrected: (message: Bilingual): Bilingual => ({
    fr: spaced(`N’est plus fautive : ${message.fr}`, 'fr'),
    en: `Is not at fault any more: ${message.en}`,
  }),
  faulty: (message: Bilingual): Bilingual => ({
    fr: spaced(`Fautive à la dernière lecture entière : ${message.fr}`, 'fr'),
    en: `At fault when the whole file was last read: ${message.en}`,
  }),
} as const;
