import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { TextDecoder } from 'node:util';
import { type Complaint, RefusedInput } from '../model/index.ts';

/** Refuses a source that is not there, is a folder or is empty, before anything else is tried. */
export async function assertReadable(path: string, shown: string): Promise<void> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => error);
  if (!('isFile' in found)) throw new RefusedInput([missing(shown, found.code ?? found.message)]);
  if (!found.isFile()) throw new RefusedInput([notAFile(shown)]);
  if (found.size === 0) throw new RefusedInput([emptyFile(shown)]);
}

/** Decodes a file as it is read; byte order marks at the beginning, one or several, are dropped. */
export async function* decodedText(path: string, encoding: string, shown: string): AsyncGenerator<string> {
  await assertReadable(path, shown);
  const decoder = new TextDecoder(encoding, { fatal: true });
  let begun = false;
  let readBytes = 0;
  const refuse = async () => {
    const line = await illEncodedLine(path, encoding, readBytes);
    return new RefusedInput([illEncoded(shown, line, encoding)]);
  };
  for await (const chunk of createReadStream(path, { highWaterMark: PIECE })) {
    const text = decoded(decoder, chunk as Uint8Array);
    if (text === undefined) throw await refuse();
    readBytes += (chunk as Uint8Array).length;
    const shownText: string = begun ? text : text.replace(/^\uFEFF+/, '');
    begun ||= shownText !== '';
    if (shownText !== '') yield shownText;
  }
  const rest = decoded(decoder);
  if (rest === undefined) throw await refuse();
  if (rest !== '') yield rest;
}

const PIECE = 1 << 18;

/** The next piece of text, or undefined where the bytes are not of the encoding. Without bytes: the end. */
function decoded(decoder: TextDecoder, bytes?: Uint8Array): string | undefined {
  try {
    return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}

/** The line of the first ill-encoded byte: the file is read again, slowly where the fault must be. */
async function illEncodedLine(path: string, encoding: string, goodBytes: number): Promise<number> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let line = 1;
  let at = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: PIECE })) {
    const pieces = at < goodBytes ? [chunk as Uint8Array] : linesOf(chunk as Uint8Array);
    for (const piece of pieces) {
      const text = decoded(decoder, piece);
      if (text === undefined) return line;
      line += text.split('\n').length - 1;
    }
    at += (chunk as Uint8Array).length;
  }
  return line;
}

function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  let from = 0;
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
    yield bytes.subarray(from, end + 1);
    from = end + 1;
  }
  yield bytes.subarray(from);
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

function illEncoded(file: string, line: number, encoding: string): Complaint {
  return {
    place: { file, line },
    found: {
      fr: `À cette ligne, le texte n’est pas en ${encoding}.`,
      en: `On this line the text is not ${encoding}.`,
    },
    remedy: {
      fr: 'Indiquez son encodage dans dataset.yml (source: encoding), par exemple windows-1252, ou enregistrez-le en UTF-8.',
      en: 'Tell its encoding in dataset.yml (source: encoding), windows-1252 for example, or save it as UTF-8.',
    },
  };
}
