import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { quadLineParts, readQuadLines } from '../../../rdf/index.ts';
import { sortLines } from '../../dataset/sort-lines.ts';
import { SortedFile } from './sorted-file.ts';

const TAB = '\t';
/** Longer literals are known by their hash. */
const LONGEST_KEY = 200;

/** Who refers to what: the statements of several files by their objects. */
export class ReversedFile {
  readonly #file: SortedFile;

  private constructor(file: SortedFile) {
    this.#file = file;
  }

  /**
   * Writes and opens `reversed.tsv` in a folder.
   * @param paths sorted N-Quads files, known by their position
   */
  static async make(paths: readonly string[], folder: string): Promise<ReversedFile> {
    const path = join(folder, 'reversed.tsv');
    async function* texts(): AsyncGenerator<string> {
      for await (const batch of sortLines(reversed(paths), { folder })) yield `${batch.join('\n')}\n`;
    }
    await pipeline(Readable.from(texts()), createWriteStream(path));
    return new ReversedFile(await SortedFile.open(path));
  }

  /** @param object as N-Triples writes it */
  referrersOf(object: string, predicate: string): readonly Referrer[] {
    return this.#file.linesOf(keyOf(object) + TAB + predicate + TAB).map(referrerOf);
  }

  /** Everything that refers to a thing or to a hash IRI of its document. */
  referrersOfThing(iri: string): readonly Referrer[] {
    return [`<${iri}>${TAB}`, `<${iri}#`].flatMap((beginning) =>
      this.#file.linesOf(beginning).map(referrerOf),
    );
  }

  close(): void {
    this.#file.close();
  }
}

/** The subject of a statement, and the position of the file that holds it. */
export interface Referrer {
  readonly subject: string;
  readonly file: number;
}

function referrerOf(line: string): Referrer {
  const [file = '', subject = ''] = line.split(TAB).reverse();
  return { subject, file: Number(file) };
}

/** Lines `object TAB predicate TAB subject TAB file`; a tab inside a literal is before the last three. */
async function* reversed(paths: readonly string[]): AsyncGenerator<string> {
  for (const [file, path] of paths.entries())
    for await (const batch of readQuadLines(path))
      yield batch.map((line) => `${reversedLine(line)}${TAB}${file}\n`).join('');
}

function reversedLine(line: string): string {
  const { subject, predicate, object } = quadLineParts(line);
  return [keyOf(object), predicate, subject].join(TAB);
}

const keyOf = (object: string): string =>
  object.startsWith('"') && object.length > LONGEST_KEY
    ? `#${createHash('sha256').update(object).digest('hex')}`
    : object;
