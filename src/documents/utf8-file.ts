import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import type { Bilingual, Complaint } from '../model/index.ts';

/** A file's text, or why there is none. */
export type ReadText =
  | { readonly kind: 'read'; readonly text: string }
  | { readonly kind: 'refused'; readonly complaint: Complaint };

/**
 * Reads a document that people write. Bytes that are not UTF-8 are refused: read all the same, they would be published
 * as U+FFFD.
 * @param file the name complaints give
 */
export async function readUtf8(path: string, file: string): Promise<ReadText> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    return { kind: 'refused', complaint: unreadable(file, error as NodeJS.ErrnoException) };
  }
  return isUtf8(bytes)
    ? { kind: 'read', text: bytes.toString() }
    : { kind: 'refused', complaint: notUtf8(file, illEncodedLine(bytes)) };
}

/** The line of the first bad byte. No character of UTF-8 but the line feed itself holds its byte. */
function illEncodedLine(bytes: Buffer): number {
  for (let from = 0, line = 1; ; line++) {
    const feed = bytes.indexOf(0x0a, from);
    if (feed === -1 || !isUtf8(bytes.subarray(from, feed))) return line;
    from = feed + 1;
  }
}

const unreadable = (file: string, { code, message }: NodeJS.ErrnoException): Complaint => ({
  place: { file },
  found: {
    fr: `Le fichier ne peut pas être lu (${code ?? message}).`,
    en: `The file cannot be read (${code ?? message}).`,
  },
  remedy: REMEDIES[code ?? ''] ?? {
    fr: 'Vérifiez son chemin, et que le fichier y est.',
    en: 'Check its path, and that the file is there.',
  },
});

const RIGHTS: Bilingual = {
  fr: 'Donnez-vous le droit de le lire, lui et ses dossiers.',
  en: 'Give yourself the right to read it and its folders.',
};

const REMEDIES: Readonly<Record<string, Bilingual>> = {
  EACCES: RIGHTS,
  EPERM: RIGHTS,
  EISDIR: {
    fr: 'C’est un dossier : donnez le chemin d’un fichier.',
    en: 'It is a folder: give the path of a file.',
  },
};

const notUtf8 = (file: string, line: number): Complaint => ({
  place: { file, line },
  found: { fr: 'À cette ligne, le texte n’est pas en UTF-8.', en: 'On this line the text is not UTF-8.' },
  remedy: {
    fr: 'Enregistrez le fichier en UTF-8.',
    en: 'Save the file as UTF-8.',
  },
});
