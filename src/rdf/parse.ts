import type * as RDF from '@rdfjs/types';
import { Parser } from 'n3';
import type { Complaint } from '../model/index.ts';

/** What Turtle parsing gives: quads, or a complaint with its line. */
export type ParsedTurtle =
  | {
      readonly kind: 'parsed';
      readonly quads: RDF.Quad[];
      readonly prefixes: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'malformed'; readonly complaint: Complaint };

/**
 * Parses Turtle or TriG (W3C RDF 1.1). Relative IRIs are resolved against `base`.
 * @param file the name complaints give
 */
export function parseTurtle(text: string, file: string, base: string): ParsedTurtle {
  const prefixes: Record<string, string> = {};
  try {
    const parser = new Parser({ baseIRI: base, format: 'application/trig' });
    const quads = parser.parse(text, null, (prefix, namespace) => {
      prefixes[prefix] = typeof namespace === 'string' ? namespace : namespace.value;
    });
    return { kind: 'parsed', quads, prefixes };
  } catch (error) {
    return { kind: 'malformed', complaint: malformedTurtle(error, file) };
  }
}

/** @param syntax its name, for Turtle's kin */
export function malformedTurtle(error: unknown, file: string, syntax = 'Turtle'): Complaint {
  const { message, context } = error as { message: string; context?: { line?: number } };
  const line = context?.line;
  const reason = message.replace(/ on line \d+\.?$/, '').replace(/\.$/, '');
  return {
    place: line === undefined ? { file } : { file, line },
    found: { fr: `Ce n’est pas du ${syntax} : ${reason}.`, en: `This is not ${syntax}: ${reason}.` },
    remedy: {
      fr: 'Vérifiez la ponctuation à cette ligne et à la précédente.',
      en: 'Check the punctuation on this line and the one before.',
    },
  };
}
