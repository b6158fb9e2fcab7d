import type * as RDF from '@rdfjs/types';
import { DataFactory } from 'n3';
import { xsd } from './vocabulary.ts';

export type { RDF };

/** What makes RDF/JS terms, for libraries that ask for it. */
export const dataFactory: RDF.DataFactory = DataFactory;

/** RDF/JS terms. */
export const { namedNode, literal, blankNode, quad, defaultGraph, variable } = DataFactory;

export const iri = (value: string): RDF.NamedNode => namedNode(value);
export const text = (value: string, language: string): RDF.Literal => literal(value, language);
export const typed = (value: string | number | boolean, datatype: string): RDF.Literal =>
  literal(String(value), namedNode(datatype));
export const integer = (value: number): RDF.Literal => typed(value, xsd.integer);

/** A statement in the default graph. */
export const statement = (subject: string, predicate: string, object: RDF.Quad_Object): RDF.Quad =>
  quad(namedNode(subject), namedNode(predicate), object);
