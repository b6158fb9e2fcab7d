import { createReadStream } from 'node:fs';
import { extname, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { createGunzip } from 'node:zlib';
import { type Bilingual, type Complaint, Fault, RefusedInput } from '../model/index.ts';
import { parseRdf, type RDF, READABLE_MEDIA_TYPES, rdfFormatByExtension } from '../rdf/index.ts';

/** An RDF file, read. */
export interface RdfFile {
  /** As it was typed. */
  readonly file: string;
  readonly text: string;
  readonly mediaType: string;
  /** What its relative IRIs are resolved against. */
  readonly base: string;
  readonly quads: readonly RDF.Quad[];
  /** Those that it declares. */
  readonly prefixes: Readonly<Record<string, string>>;
}

/** Standard input, among names of files. */
export const STANDARD_INPUT = '-';

export interface RdfReading {
  /** What relative IRIs are resolved against; without it, each file's own address. */
  readonly base?: string | undefined;
  /** Bytes that all files may have together, unpacked. */
  readonly most?: number;
  readonly stdin?: Readable;
}

const MEBIBYTE = 1024 * 1024;
/** What fits into memory many times over once it is parsed, unpacked. */
export const MOST_BYTES = 256 * MEBIBYTE;

/** Reads the RDF files of one run: together they may have so many bytes, unpacked. */
export class RdfFileReader {
  readonly #most: number;
  readonly #base: string | undefined;
  readonly #stdin: Readable;
  #left: number;

  constructor({ base, most = MOST_BYTES, stdin = process.stdin }: RdfReading = {}) {
    this.#base = base;
    this.#most = most;
    this.#stdin = stdin;
    this.#left = most;
  }

  /**
   * Reads files in the syntax that their extension names, `.gz` unpacked.
   * @param otherwise media type of standard input, and of files whose extension is of no syntax
   * @throws Fault for a file that cannot be read, is of no known syntax, or too much
   * @throws RefusedInput for malformed files, with all complaints
   */
  async read(files: readonly string[], otherwise?: string): Promise<readonly RdfFile[]> {
    const read: RdfFile[] = [];
    const complaints: Complaint[] = [];
    for (const file of files) {
      const found = await this.#readOne(file, mediaTypeOf(file) ?? otherwise);
      if ('quads' in found) read.push(found);
      else complaints.push(found);
    }
    if (complaints.length > 0) throw new RefusedInput(complaints);
    return read;
  }

  async #readOne(file: string, mediaType: string | undefined): Promise<RdfFile | Complaint> {
    if (mediaType === undefined) throw file === STANDARD_INPUT ? unnamedSyntax() : unknownSyntax(file);
    const bytes = await this.#bytes(file);
    const text = decoded(bytes);
    if (text === undefined) return isGzip(bytes) ? stillPacked(file) : notUtf8(file);
    const base = this.#base ?? pathToFileURL(resolve(file)).href;
    const parsed = await parseRdf({ text, file, mediaType, base });
    if (parsed.kind === 'malformed') return parsed.complaint;
    const { quads, prefixes } = parsed;
    return { file, text, mediaType, base, quads, prefixes };
  }

  async #bytes(file: string): Promise<Buffer> {
    const chunks: Buffer[] = [];
    const source: Readable = file === STANDARD_INPUT ? this.#stdin : createReadStream(file);
    const stream: Readable = isPacked(file) ? source.pipe(createGunzip()) : source;
    source.on('error', (error) => stream.destroy(error));
    try {
      for await (const chunk of stream) {
        this.#left -= (chunk as Buffer).length;
        if (this.#left < 0) throw tooMuch(file, this.#most);
        chunks.push(chunk as Buffer);
      }
    } catch (error) {
      throw error instanceof Fault ? error : unreadable(file, error as NodeJS.ErrnoException);
    } finally {
      source.destroy();
    }
    return Buffer.concat(chunks);
  }
}

const isPacked = (file: string): boolean => file.toLowerCase().endsWith('.gz');

/** `works.ttl.gz` → `text/turtle`; undefined for extensions that name no syntax. */
function mediaTypeOf(file: string): string | undefined {
  const name = isPacked(file) ? file.slice(0, -'.gz'.length) : file;
  return mediaTypeByName(extname(name).slice(1));
}

/** `ttl`, `turtle` or `text/turtle` → `text/turtle`; undefined where it is no syntax that can be read. */
export function mediaTypeByName(name: string): string | undefined {
  const lower = name.toLowerCase();
  const mediaType = rdfFormatByExtension(OTHER_EXTENSIONS[lower] ?? lower)?.mediaType ?? lower;
  return READABLE_MEDIA_TYPES.includes(mediaType) ? mediaType : undefined;
}

const OTHER_EXTENSIONS: Readonly<Record<string, string>> = {
  turtle: 'ttl',
  json: 'jsonld',
  xml: 'rdf',
  owl: 'rdf',
  ntriples: 'nt',
  nquads: 'nq',
};

function decoded(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const notUtf8 = (file: string): Complaint => ({
  place: { file },
  found: { fr: 'Ce texte n’est pas en UTF-8.', en: 'This text is not in UTF-8.' },
  remedy: { fr: 'Enregistrez-le en UTF-8.', en: 'Save it as UTF-8.' },
});

/** By the two bytes that begin every member (RFC 1952, 2.3.1). */
const isGzip = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

const stillPacked = (file: string): Complaint => ({
  place: { file },
  found: { fr: 'Ces données sont compressées (gzip).', en: 'These data are packed (gzip).' },
  remedy: {
    fr: 'Décompressez-les (zcat), ou donnez un fichier dont le nom finit par .gz.',
    en: 'Unpack them (zcat), or give a file whose name ends in .gz.',
  },
});

const about = (file: string, { fr, en }: Bilingual): Bilingual => ({
  fr: `Le fichier « ${file} » ${fr}`,
  en: `The file “${file}” ${en}`,
});

const unreadable = (file: string, error: NodeJS.ErrnoException): Fault =>
  new Fault(
    about(file, {
      fr: `ne peut pas être lu (${error.code ?? error.message}).`,
      en: `cannot be read (${error.code ?? error.message}).`,
    }),
    {
      fr: 'Vérifiez son chemin, compté depuis le dossier où vous êtes, et qu’il est entier.',
      en: 'Check its path, counted from the folder where you stand, and that it is complete.',
    },
    error,
  );

const unknownSyntax = (file: string): Fault =>
  new Fault(about(file, { fr: 'n’a pas d’extension de RDF.', en: 'has no extension of RDF.' }), {
    fr: 'Nommez-le .ttl, .nt, .nq, .trig, .jsonld ou .rdf selon sa syntaxe, suivi de .gz s’il est compressé.',
    en: 'Name it .ttl, .nt, .nq, .trig, .jsonld or .rdf by its syntax, followed by .gz where it is packed.',
  });

const unnamedSyntax = (): Fault =>
  new Fault(
    {
      fr: 'La syntaxe de l’entrée standard n’est pas connue.',
      en: 'The syntax of standard input is not known.',
    },
    {
      fr: 'Nommez celle des données, par exemple --data-format ttl ; les formes se lisent dans des fichiers.',
      en: 'Name that of the data, --data-format ttl for example; shapes are read from files.',
    },
  );

function tooMuch(file: string, most: number): Fault {
  const mebibytes = Math.ceil(most / MEBIBYTE);
  return new Fault(
    about(file, {
      fr: `fait passer la limite : cette commande lit ${mebibytes} Mio de texte au plus, décompressés.`,
      en: `goes past the limit: this command reads ${mebibytes} MiB of text at most, unpacked.`,
    }),
    {
      fr: 'Validez les données par parties, ou construisez un projet (cimaise build), qui les juge au fil de la lecture.',
      en: 'Validate the data in parts, or build a project (cimaise build), which judges them as they are read.',
    },
  );
}
