import type { Complaint } from '../model/index.ts';
import type { CsvFault } from './csv-fault.ts';

export const noRow = (file: string): Complaint => ({
  place: { file },
  found: { fr: 'La table n’a aucune ligne.', en: 'The table has no row.' },
  remedy: {
    fr: 'La première ligne doit nommer les colonnes.',
    en: 'The first row must name the columns.',
  },
});

export function singleColumn(file: string, line: number, delimiter: string, other: string): Complaint {
  const shownOther = other === '\t' ? '\\t' : other;
  return {
    place: { file, line },
    found: {
      fr: `Avec le séparateur « ${delimiter} », la première ligne ne fait qu’une colonne.`,
      en: `With the separator “${delimiter}”, the first row is a single column.`,
    },
    remedy: {
      fr: `Le séparateur semble être « ${shownOther} » : dites-le avec la source (delimiter dans dataset.yml ou en YARRRML, csvw:dialect [ csvw:delimiter "${shownOther}" ] en RML).`,
      en: `The separator seems to be “${shownOther}”: tell it with the source (delimiter in dataset.yml or YARRRML, csvw:dialect [ csvw:delimiter "${shownOther}" ] in RML).`,
    },
  };
}

export const raggedRow = (file: string, line: number, found: number, expected: number): Complaint => ({
  place: { file, line },
  found: {
    fr: `Cette ligne a ${found} cellules et l’en-tête ${expected}.`,
    en: `This row has ${found} cells and the header ${expected}.`,
  },
  remedy: {
    fr: 'Complétez-la, ou mettez entre guillemets les cellules qui contiennent le séparateur.',
    en: 'Complete it, or quote the cells that contain the separator.',
  },
});

export const faultyTable = (file: string, { reason, line }: CsvFault): Complaint =>
  reason === 'unclosed-quote' ? unclosedQuote(file, line) : longRow(file, line);

const unclosedQuote = (file: string, line: number): Complaint => ({
  place: { file, line },
  found: {
    fr: 'Un guillemet ouvert sur cette ligne n’est jamais refermé.',
    en: 'A quote opened on this line is never closed.',
  },
  remedy: {
    fr: 'Fermez-le, ou doublez les guillemets à l’intérieur des cellules ("").',
    en: 'Close it, or double the quotes inside cells ("").',
  },
});

const longRow = (file: string, line: number): Complaint => ({
  place: { file, line },
  found: {
    fr: 'La ligne de table qui commence ici n’a pas de fin.',
    en: 'The row of the table that begins here has no end.',
  },
  remedy: {
    fr: 'Vérifiez que le fichier est bien une table, et ses fins de ligne.',
    en: 'Check that the file is a table, and its line endings.',
  },
});
