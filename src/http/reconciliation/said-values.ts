import type { ResourceDescription } from '../../model/index.ts';
import { literalParts, unescapeLiteral, xsd } from '../../rdf/index.ts';

/** An object of a statement. */
export type SaidValue =
  | { readonly kind: 'thing'; readonly iri: string }
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly language: string;
      /** IRI; of texts with a language, and of plain ones, that of strings. */
      readonly datatype: string;
    };

/** A statement of a thing, or of one of its hash IRIs. */
export interface SaidStatement {
  readonly subject: string;
  readonly property: string;
  readonly value: SaidValue;
}

/** Statements that are looked at of one thing: what one answer costs is bounded. */
const MOST_STATEMENTS = 2000;

/** The statements of a description, those of its hash IRIs included, in its order. */
export const saidOf = ({ lines }: ResourceDescription): readonly SaidStatement[] =>
  lines.slice(0, MOST_STATEMENTS).map(saidStatement);

function saidStatement(line: string): SaidStatement {
  const subjectEnd = line.indexOf('> <');
  const propertyEnd = line.indexOf('> ', subjectEnd + 3);
  const object = line.slice(propertyEnd + 2, line.lastIndexOf(' .'));
  return {
    subject: line.slice(1, subjectEnd),
    property: line.slice(subjectEnd + 3, propertyEnd),
    value: saidValue(object),
  };
}

function saidValue(object: string): SaidValue {
  if (!object.startsWith('"')) return { kind: 'thing', iri: object.slice(1, -1) };
  const { escaped, language = '', datatype = xsd.string } = literalParts(object);
  return { kind: 'text', text: unescapeLiteral(escaped), language, datatype };
}
