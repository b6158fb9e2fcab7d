import type * as RDF from '@rdfjs/types';
import { Lexer, Parser } from 'n3';
import type { Complaint } from '../model/index.ts';
import { malformedTurtle } from './parse.ts';
import { type Token, type TokenPlace, TokenPlaces } from './token-places.ts';

/** A statement, and where its object begins. */
export interface PlacedQuad extends TokenPlace {
  readonly quad: RDF.Quad;
  /** Where its subject is named: an IRI, or the bracket that opens a blank node. */
  readonly subject: TokenPlace;
}

export type PlacedTurtle =
  | { readonly kind: 'parsed'; readonly quads: readonly PlacedQuad[] }
  | { readonly kind: 'malformed'; readonly complaint: Complaint };

/** Parses Turtle, and tells of each statement where it stands: for documents whose faults must be pointed at. */
export function parsePlacedTurtle(text: string, file: string, base: string): PlacedTurtle {
  const lexer = new Lexer() as unknown as { tokenize(input: string): Token[] };
  const places = new TokenPlaces();
  const quads: PlacedQuad[] = [];
  const parser = new Parser({ baseIRI: base, format: 'text/turtle', lexer: { tokenize } } as never);
  let failure: unknown;
  try {
    parser.parse(text, (error, quad) => {
      if (error) failure = error;
      else if (quad) quads.push({ quad, ...places.object, subject: places.subject });
    });
  } catch (error) {
    failure = error;
  }
  if (failure !== undefined) return { kind: 'malformed', complaint: malformedTurtle(failure, file) };
  return { kind: 'parsed', quads };

  /** Stands in for the lexer: remembers the place of each term before the parser sees it. */
  function tokenize(input: string, callback: (error: unknown, token?: Token) => void): void {
    try {
      for (const token of lexer.tokenize(input)) {
        places.enter(token);
        callback(null, token);
        places.leave(token);
      }
    } catch (error) {
      callback(error);
    }
  }
}
