import type * as RDF from '@rdfjs/types';
import { Lexer, Parser } from 'n3';
import type { Complaint } from '../model/index.ts';
import { malformedTurtle } from './parse.ts';

/** A statement and the line (from 1) on which it ends. */
export interface PlacedQuad {
  readonly quad: RDF.Quad;
  readonly line: number;
}

export type PlacedTurtle =
  | { readonly kind: 'parsed'; readonly quads: readonly PlacedQuad[] }
  | { readonly kind: 'malformed'; readonly complaint: Complaint };

interface Token {
  readonly line: number;
}

/** Parses Turtle, and tells of each statement on which line it stands: for documents whose faults must be pointed at. */
export function parsePlacedTurtle(text: string, file: string, base: string): PlacedTurtle {
  const lexer = new Lexer() as unknown as { tokenize(input: string): Token[] };
  let line = 1;
  const quads: PlacedQuad[] = [];
  const parser = new Parser({ baseIRI: base, format: 'text/turtle', lexer: { tokenize } } as never);
  let failure: unknown;
  try {
    parser.parse(text, (error, quad) => {
      if (error) failure = error;
      else if (quad) quads.push({ quad, line });
    });
  } catch (error) {
    failure = error;
  }
  if (failure !== undefined) return { kind: 'malformed', complaint: malformedTurtle(failure, file) };
  return { kind: 'parsed', quads };

  /** Stands in for the lexer: remembers the line of each token before the parser sees it. */
  function tokenize(input: string, callback: (error: unknown, token?: Token) => void): void {
    try {
      for (const token of lexer.tokenize(input)) {
        line = token.line;
        callback(null, token);
      }
    } catch (error) {
      callback(error);
    }
  }
}
