import { Readable } from 'node:stream';
import type * as RDF from '@rdfjs/types';
import type { Complaint } from '../model/index.ts';

const PIECE = 1 << 16;

/** What a document in RDF/XML says, and the prefixes that it declares. */
export interface ReadRdfXml {
  readonly quads: readonly RDF.Quad[];
  readonly prefixes: Readonly<Record<string, string>>;
}

/**
 * Reads RDF/XML. Nothing is fetched; entities are plain texts, and bounded.
 * @throws Error with a message for `malformedRdfXml`
 */
export async function readRdfXml(text: string, base: string): Promise<ReadRdfXml> {
  const { StrictRdfXmlParser } = await import('./strict-rdf-xml.ts');
  const parser = new StrictRdfXmlParser(base);
  const quads: RDF.Quad[] = [];
  await new Promise<void>((resolve, reject) => {
    parser.on('data', (quad: RDF.Quad) => quads.push(quad));
    parser.on('error', reject);
    parser.on('end', resolve);
    Readable.from(pieces(text)).pipe(parser);
  });
  return { quads, prefixes: parser.prefixes };
}

/** Never cut within a character. */
function* pieces(text: string): Generator<Buffer> {
  for (let start = 0; start < text.length; ) {
    const isCut = /[\ud800-\udbff]/.test(text.charAt(start + PIECE - 1));
    const end = start + PIECE + (isCut ? 1 : 0);
    yield Buffer.from(text.slice(start, end));
    start = end;
  }
}

/** How the two parsers, of XML and of RDF, begin their messages. */
const PLACE = /^(?:Line (\d+) column (\d+)|(\d+):(\d+)): /;

export function malformedRdfXml({ message }: Error, file: string): Complaint {
  const [, line, column, xmlLine, xmlColumn] = PLACE.exec(message) ?? [];
  const [row, character] = [line ?? xmlLine, column ?? xmlColumn];
  const reason = message.replace(PLACE, '').replace(/\s+/g, ' ').slice(0, 200).replace(/\.$/, '');
  return {
    place: row === undefined ? { file } : { file, line: Number(row), column: Math.max(1, Number(character)) },
    found: { fr: `Ce n’est pas du RDF/XML : ${reason}.`, en: `This is not RDF/XML: ${reason}.` },
    remedy: {
      fr: 'Corrigez le fichier à cet endroit, ou convertissez-le en Turtle depuis sa source.',
      en: 'Correct the file at this place, or convert it to Turtle from its source.',
    },
  };
}
