import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, readFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { parseRdf, quadLine, type RDF } from '../rdf/index.ts';
import type { DescribedDump } from './description.ts';
import { Breach } from './outcomes.ts';
import { isPacking, unpacked } from './unpacked.ts';
import type { AnswerHead, WebClient } from './web-client.ts';
import { dumpTooLong } from './web-faults.ts';

/** A dump that was fetched: where its bytes lie, and what came with them. */
export interface DumpFile {
  /** Absolute path. */
  readonly path: string;
  readonly head: AnswerHead;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly syntax: DumpSyntax;
}

/** How a dump is written and packed. */
export interface DumpSyntax {
  readonly mediaType: string;
  /** As `unpacked` knows it; empty: not at all. */
  readonly packing: string;
}

/** One row a syntax, the ones that are read line by line first. */
const EXTENSIONS: readonly (readonly [extension: string, mediaType: string])[] = [
  ['nq', 'application/n-quads'],
  ['nt', 'application/n-triples'],
  ['ttl', 'text/turtle'],
];

const ORDER = EXTENSIONS.map(([, mediaType]) => mediaType);

/** How a dump is written, by its description, else by its name; undefined where it is not known or not read. */
export function syntaxOf({ address, mediaType, packing }: DescribedDump): DumpSyntax | undefined {
  const name = new URL(address).pathname.toLowerCase();
  const [, extension = '', packed = ''] = /\.([a-z]+)(?:\.([a-z0-9]+))?$/.exec(name) ?? [];
  const byName = EXTENSIONS.find(([one]) => one === extension)?.[1];
  const type = ORDER.find((one) => one === mediaType) ?? byName;
  const isUnknown = type === undefined || (packed !== '' && byName !== undefined && !isPacking(packed));
  return isUnknown ? undefined : { mediaType: type, packing: packing ?? packed };
}

/** The dump that is easiest to count and compare: line by line before Turtle, packed by gzip before others. */
export function dumpToRead(dumps: readonly DescribedDump[]): DescribedDump | undefined {
  const rank = (dump: DescribedDump): number => {
    const syntax = syntaxOf(dump);
    return syntax ? ORDER.indexOf(syntax.mediaType) * 2 + (/gz/.test(syntax.packing) ? 0 : 1) : Infinity;
  };
  return dumps.filter((dump) => syntaxOf(dump) !== undefined).sort((a, b) => rank(a) - rank(b))[0];
}

/**
 * Fetches a dump into a file, hashing its bytes as they come.
 * @throws Breach where fewer bytes come than were announced or the status is not 200, Unanswered beyond the bounds
 */
export function fetchDump(
  client: WebClient,
  url: string,
  { path, syntax }: { readonly path: string; readonly syntax: DumpSyntax },
): Promise<DumpFile> {
  return client.stream({ url }, async (head, body) => {
    if (head.status !== 200)
      throw new Breach({ fr: `Le statut est ${head.status}.`, en: `The status is ${head.status}.` });
    const file = await open(path, 'w');
    try {
      return {
        path,
        head,
        syntax: arrivedAs(syntax, head),
        ...(await kept(file, head, body, client.bounds.dumpBytes)),
      };
    } finally {
      await file.close();
    }
  });
}

/** A server that says `Content-Encoding` has packed what it sends. */
const arrivedAs = (syntax: DumpSyntax, { headers }: AnswerHead): DumpSyntax => {
  const encoding = headers['content-encoding'];
  return encoding !== undefined && syntax.packing === '' ? { ...syntax, packing: encoding } : syntax;
};

async function kept(file: FileHandle, head: AnswerHead, body: Readable, most: number) {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const part of body as AsyncIterable<Uint8Array>) {
      bytes += part.length;
      if (bytes > most) throw dumpTooLong(most);
      hash.update(part);
      await file.write(part);
    }
  } catch (error) {
    const announced = Number(head.headers['content-length'] ?? 0);
    if ((error as NodeJS.ErrnoException).code === 'ECONNRESET' && bytes < announced)
      throw cut(bytes, announced);
    throw error;
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** Characters of a line, and how much larger than its file a dump may become. */
const LONGEST_LINE = 16 << 20;
const MOST_TIMES_LARGER = 200;
/** Bytes of a dump that cannot be read line by line. */
const MOST_WHOLE = 32 << 20;

/** The statements of a fetched dump, in batches of lines of N-Quads. @throws Breach for what cannot be unpacked or read */
export async function* dumpLines(file: DumpFile): AsyncGenerator<readonly string[]> {
  const { mediaType } = file.syntax;
  if (mediaType === 'text/turtle') yield await turtleLines(file);
  else yield* textLines(file);
}

async function* textLines({ path, bytes, syntax }: DumpFile): AsyncGenerator<readonly string[]> {
  const most = Math.max(1 << 20, bytes * MOST_TIMES_LARGER);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  let size = 0;
  for await (const chunk of unpackedFile(path, syntax)) {
    size += chunk.length;
    if (size > most || rest.length > LONGEST_LINE) throw tooLarge();
    const lines = (rest + decoded(decoder, chunk)).split('\n');
    rest = lines.pop() ?? '';
    yield lines.filter(isStatement);
  }
  if (isStatement(rest)) yield [rest];
}

const isStatement = (line: string): boolean => /^\s*[^\s#]/.test(line);

function decoded(decoder: TextDecoder, chunk: Uint8Array): string {
  try {
    return decoder.decode(chunk, { stream: true });
  } catch {
    throw new Breach({ fr: 'Le fichier n’est pas en UTF-8.', en: 'The file is not in UTF-8.' });
  }
}

async function* unpackedFile(path: string, { packing }: DumpSyntax): AsyncGenerator<Uint8Array> {
  const stream = createReadStream(path, { highWaterMark: 1 << 18 });
  try {
    yield* unpacked(stream, packing);
  } catch (error) {
    if (error instanceof Breach) throw error;
    throw damaged(error);
  } finally {
    stream.destroy();
  }
}

async function turtleLines({ path, bytes, syntax, head }: DumpFile): Promise<readonly string[]> {
  if (bytes > MOST_WHOLE) throw tooLarge();
  const parts =
    syntax.packing === '' ? [await readFile(path)] : await Array.fromAsync(unpackedFile(path, syntax));
  const text = Buffer.concat(parts).toString('utf8');
  const parsed = await parseRdf({ text, file: head.url, mediaType: syntax.mediaType, base: head.url });
  if (parsed.kind === 'malformed') throw new Breach(parsed.complaint.found);
  return parsed.quads.map((one: RDF.Quad) => quadLine(one));
}

const cut = (bytes: number, announced: number): Breach =>
  new Breach({
    fr: `Le fichier est coupé : ${bytes.toLocaleString('fr')} octets sur ${announced.toLocaleString('fr')}.`,
    en: `The file is cut: ${bytes.toLocaleString('en')} bytes of ${announced.toLocaleString('en')}.`,
  });

const damaged = (error: unknown): Breach => {
  const reason = error instanceof Error ? error.message : String(error);
  return new Breach({
    fr: `Le fichier ne se décompresse pas jusqu’au bout : ${reason}.`,
    en: `The file cannot be unpacked to its end: ${reason}.`,
  });
};

const tooLarge = (): Breach =>
  new Breach({
    fr: 'Le fichier se décompresse en bien plus que ce qu’il annonce, ou a une ligne sans fin : il n’est pas lu plus loin.',
    en: 'The file unpacks into far more than it announces, or has an endless line: it is not read further.',
  });
