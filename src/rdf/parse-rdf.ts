import type * as RDF from '@rdfjs/types';
import { Parser } from 'n3';
import type { Bilingual, Complaint } from '../model/index.ts';
import { jsonLdToQuads } from './json-ld.ts';
import { malformedJsonLine } from './json-line.ts';
import { malformedTurtle } from './parse.ts';
import { contextPrefixes } from './prefixes.ts';
import { malformedRdfXml, readRdfXml } from './read-rdf-xml.ts';

/** What parsing an RDF document gives: quads, or a complaint with its line where one is known. */
export type ParsedRdf =
  | {
      readonly kind: 'parsed';
      readonly quads: readonly RDF.Quad[];
      /** Those that the document declares. */
      readonly prefixes: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'malformed'; readonly complaint: Complaint };

/** A document, and how it is to be understood. */
export interface RdfDocument {
  readonly text: string;
  /** The name that complaints give. */
  readonly file: string;
  readonly mediaType: string;
  /** What relative IRIs are resolved against. */
  readonly base: string;
}

type Reader = (document: RdfDocument) => Promise<ParsedRdf>;

/** One row a syntax that can be read: media type → how text becomes quads. */
const READERS: Readonly<Record<string, Reader>> = {
  'text/turtle': n3Reader('Turtle', 'text/turtle'),
  'application/trig': n3Reader('TriG', 'application/trig'),
  'application/n-triples': n3Reader('N-Triples', 'N-Triples'),
  'application/n-quads': n3Reader('N-Quads', 'N-Quads'),
  'application/ld+json': readJsonLd,
  'application/rdf+xml': readXml,
};

/** Media types of the syntaxes that can be read. */
export const READABLE_MEDIA_TYPES: readonly string[] = Object.keys(READERS);

/**
 * Parses an RDF 1.1 document. Nothing is fetched: a JSON-LD context has to be inline.
 * @throws RangeError for a media type that is not in `READABLE_MEDIA_TYPES`
 */
export async function parseRdf(document: RdfDocument): Promise<ParsedRdf> {
  const reader = READERS[document.mediaType];
  if (!reader) throw new RangeError(`No reader for ${document.mediaType}.`);
  const parsed = await reader(document);
  return parsed.kind === 'parsed' && parsed.quads.some(isBeyondRdf11) ? tripleTerms(document) : parsed;
}

function n3Reader(name: string, format: string): Reader {
  const isLines = format.startsWith('N-');
  return async ({ text, file, base }) => {
    const prefixes: Record<string, string> = {};
    try {
      const parser = new Parser({ format, ...(isLines ? {} : { baseIRI: base }) });
      const quads = parser.parse(text, null, (prefix, namespace) => {
        prefixes[prefix] = typeof namespace === 'string' ? namespace : namespace.value;
      });
      return { kind: 'parsed', quads, prefixes };
    } catch (error) {
      return { kind: 'malformed', complaint: malformedTurtle(error, file, name) };
    }
  };
}

async function readJsonLd({ text, file, base }: RdfDocument): Promise<ParsedRdf> {
  try {
    const document = JSON.parse(text) as object;
    return {
      kind: 'parsed',
      quads: await jsonLdToQuads(document, base),
      prefixes: contextPrefixes(document),
    };
  } catch (error) {
    return { kind: 'malformed', complaint: malformedJsonLd(error as Error, text, file) };
  }
}

async function readXml({ text, file, base }: RdfDocument): Promise<ParsedRdf> {
  try {
    return { kind: 'parsed', ...(await readRdfXml(text, base)) };
  } catch (error) {
    return { kind: 'malformed', complaint: malformedRdfXml(error as Error, file) };
  }
}

const CONTEXT: Bilingual = {
  fr: 'Rien n’est téléchargé : mettez le contexte dans le fichier même, et vérifiez sa forme.',
  en: 'Nothing is fetched: put the context into the file itself, and check its form.',
};
const PUNCTUATION: Bilingual = {
  fr: 'Vérifiez les virgules, les guillemets et les accolades.',
  en: 'Check commas, quotes and braces.',
};

function malformedJsonLd(error: Error, text: string, file: string): Complaint {
  const isJson = !(error instanceof SyntaxError);
  const line = isJson ? undefined : malformedJsonLine(text);
  const { details } = error as { details?: { cause?: Error } };
  const reason = (details?.cause ?? error).message.replace(/\s+/g, ' ').slice(0, 200).replace(/\.$/, '');
  return {
    place: line === undefined ? { file } : { file, line },
    found: { fr: `Ce n’est pas du JSON-LD : ${reason}.`, en: `This is not JSON-LD: ${reason}.` },
    remedy: isJson ? CONTEXT : PUNCTUATION,
  };
}

const isBeyondRdf11 = ({ subject, object }: RDF.Quad): boolean =>
  (subject.termType as string) === 'Quad' || (object.termType as string) === 'Quad';

const tripleTerms = ({ file }: RdfDocument): ParsedRdf => ({
  kind: 'malformed',
  complaint: {
    place: { file },
    found: {
      fr: 'Le fichier contient des énoncés sur des énoncés (RDF 1.2), que SHACL 1.0 ne connaît pas.',
      en: 'The file has statements about statements (RDF 1.2), which SHACL 1.0 does not know.',
    },
    remedy: {
      fr: 'Retirez-les, ou réifiez-les par rdf:Statement.',
      en: 'Take them out, or reify them by rdf:Statement.',
    },
  },
});
