import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { TextDecoder } from 'node:util';
import { type Complaint, RefusedInput } from '../model/index.ts';

/** Refuses a source that is not there, is a folder or is empty, before anything else is tried. */
export async function assertReadable(path: string, shown: string): Promise<void> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error) throw new RefusedInput([missing(shown, found.code ?? found.message)]);
  if (!found.isFile()) throw new RefusedInput([notAFile(shown)]);
  if (found.size === 0) throw new RefusedInput([emptyFile(shown)]);
}

/** Decodes a file as it is read; byte order marks at the beginning, one or several, are dropped. */
export async function* decodedText(path: string, encoding: string, shown: string): AsyncGenerator<string> {
  await assertReadable(path, shown);
  const decoder = new TextDecoder(encoding, { fatal: true });
  let first = true;
  let line = 1;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) {
    const text = decode(decoder, chunk as Uint8Array, { shown, line, encoding });
    line += text.split('\n').length - 1;
    yield first ? text.replace(/^\uFEFF+/, '') : text;
    first = false;
  }
  const rest = decode(decoder, undefined, { shown, line, encoding });
  if (rest !== '') yield rest;
}

interface DecodingPlace {
  readonly shown: string;
  readonly line: number;
  readonly encoding: string;
}

function decode(decoder: TextDecoder, chunk: Uint8Array | undefined, place: DecodingPlace): string {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch {
    throw new RefusedInput([illEncoded(place)]);
  }
}

function missing(file: string, reason: string): Complaint {
  return {
    place: { file },
    found: {
      fr: `La source ne peut pas être lue (${reason}).`,
      en: `The source cannot be read (${reason}).`,
    },
    remedy: {
      fr: 'Mettez le fichier à cet endroit, ou corrigez « source: path » dans dataset.yml ou l’option --source.',
      en: 'Put the file there, or correct “source: path” in dataset.yml or the --source option.',
    },
  };
}

function notAFile(file: string): Complaint {
  return {
    place: { file },
    found: { fr: 'La source n’est pas un fichier.', en: 'The source is not a file.' },
    remedy: { fr: 'Donnez le chemin d’un fichier.', en: 'Give the path of a file.' },
  };
}

function emptyFile(file: string): Complaint {
  return {
    place: { file },
    found: { fr: 'La source est vide.', en: 'The source is empty.' },
    remedy: { fr: 'Exportez-la de nouveau.', en: 'Export it again.' },
  };
}

function illEncoded({ shown, line, encoding }: DecodingPlace): Complaint {
  return {
    place: { file: shown },
    found: {
      fr: `Après la ligne ${line}, le texte n’est pas en ${encoding}.`,
      en: `After line ${line} the text is not ${encoding}.`,
    },
    remedy: {
      fr: 'Indiquez son encodage dans dataset.yml (source: encoding), par exemple windows-1252, ou enregistrez-le en UTF-8.',
      en: 'Tell its encoding in dataset.yml (source: encoding), windows-1252 for example, or save it as UTF-8.',
    },
  };
}
