import { type Bilingual, type Complaint, RefusedInput, type SourceFormat } from '../model/index.ts';
import { type Likeness, likenessOf } from '../sources/index.ts';
import type { Peek } from './peek.ts';

/** Beginnings of files that hold no records. */
const PICTURES: readonly (readonly [string, readonly number[]])[] = [
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', [0x47, 0x49, 0x46, 0x38]],
  ['TIFF', [0x49, 0x49, 0x2a, 0]],
  ['TIFF', [0x4d, 0x4d, 0, 0x2a]],
  ['WebP', [0x52, 0x49, 0x46, 0x46]],
];

/** What a file is, by how it begins. @throws RefusedInput for what holds no records */
export function findFormat(seen: Peek, text: string, shown: string): SourceFormat {
  const picture = PICTURES.find(([, magic]) => magic.every((byte, index) => seen.head[index] === byte))?.[0];
  if (picture !== undefined) throw refusal(shown, PICTURE(picture));
  const likeness = likenessOf(seen.head, text);
  const refused = likeness === undefined ? undefined : REFUSED[likeness];
  if (refused !== undefined) throw refusal(shown, refused);
  if (text.trim() === '') throw refusal(shown, BLANK);
  if (isBinary(text)) throw refusal(shown, BINARY);
  return likeness === 'json' || likeness === 'xml' ? likeness : 'csv';
}

interface Refusal {
  readonly found: Bilingual;
  readonly remedy: Bilingual;
}

const refusal = (shown: string, { found, remedy }: Refusal): RefusedInput =>
  new RefusedInput([{ place: { file: shown }, found, remedy } satisfies Complaint]);

const REFUSED: Readonly<Partial<Record<Likeness, Refusal>>> = {
  html: {
    found: { fr: 'Le fichier est une page HTML.', en: 'The file is an HTML page.' },
    remedy: {
      fr: 'Un portail a sans doute répondu par une page d’accueil ou d’erreur : ouvrez-la pour la lire, et téléchargez les données elles-mêmes.',
      en: 'A portal has perhaps answered with a welcome or error page: open it to read it, and download the data themselves.',
    },
  },
  pdf: {
    found: { fr: 'Le fichier est un PDF.', en: 'The file is a PDF.' },
    remedy: {
      fr: 'Demandez les données en CSV, JSON ou XML : un PDF n’en est que l’image.',
      en: 'Ask for the data in CSV, JSON or XML: a PDF is only their picture.',
    },
  },
  spreadsheet: {
    found: { fr: 'Le fichier est un classeur (Excel).', en: 'The file is a workbook (Excel).' },
    remedy: {
      fr: 'Enregistrez la feuille voulue en CSV UTF-8.',
      en: 'Save the sheet that is meant as CSV UTF-8.',
    },
  },
};

const PICTURE = (kind: string): Refusal => ({
  found: { fr: `Le fichier est une image (${kind}).`, en: `The file is a picture (${kind}).` },
  remedy: {
    fr: 'Donnez la table ou le fichier de notices qui la décrit.',
    en: 'Give the table or the file of records that describes it.',
  },
});

const BLANK: Refusal = {
  found: { fr: 'Le fichier ne contient que des blancs.', en: 'The file holds nothing but blanks.' },
  remedy: { fr: 'Exportez-le de nouveau.', en: 'Export it again.' },
};

const BINARY: Refusal = {
  found: { fr: 'Le fichier n’est pas du texte.', en: 'The file is not text.' },
  remedy: {
    fr: 'Exportez les données en CSV, JSON ou XML.',
    en: 'Export the data as CSV, JSON or XML.',
  },
};

/** Texts have tabs and line ends, and no other control characters. */
function isBinary(text: string): boolean {
  const start = text.slice(0, 4096);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is counted
  const controls = start.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0;
  return controls > start.length / 50;
}
