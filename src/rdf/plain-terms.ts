import type * as RDF from '@rdfjs/types';
import { DataFactory } from 'n3';
import { rdf, xsd } from './vocabulary.ts';

const STRING = DataFactory.namedNode(xsd.string);
const LANGUAGE_STRING = DataFactory.namedNode(rdf.langString);

/** A literal whose parts are there at once: n3's cuts them out of one text each time they are asked for. */
export class PlainLiteral implements RDF.Literal {
  readonly termType = 'Literal';
  readonly value: string;
  readonly language: string;
  readonly direction = '';
  readonly datatype: RDF.NamedNode;

  constructor(value: string, language: string | undefined, datatype: RDF.NamedNode | undefined) {
    this.value = value;
    this.language = language === undefined ? '' : language.toLowerCase();
    this.datatype = datatype ?? (language === undefined ? STRING : LANGUAGE_STRING);
  }

  equals(other: RDF.Term | null | undefined): boolean {
    return (
      other?.termType === 'Literal' &&
      this.value === other.value &&
      this.language === other.language &&
      this.datatype.value === other.datatype.value
    );
  }
}
