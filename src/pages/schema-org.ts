import { type RDF, rdf, schema, xsd } from '../rdf/index.ts';
import { dataBlock } from './data-block.ts';
import type { Html } from './html.ts';
import type { Sheet, Statements } from './sheet.ts';

/** Values longer than this are left out: a shortened one would be said by nobody. */
const LONGEST_VALUE = 2000;
const MOST_VALUES = 50;

/** A JSON-LD block that nothing in its texts can end. */
export const jsonLdBlock = (document: object): Html => dataBlock('type="application/ld+json"', document);

/**
 * What the description says with schema.org's terms, statement by statement: the types, and every statement whose
 * property is schema.org's. It says nothing that the Turtle does not. Undefined where there is none.
 */
export function thingJsonLd({ subjects }: Pick<Sheet, 'subjects'>): object | undefined {
  const nodes = [...subjects]
    .map(([iri, statements]) => node(iri, statements))
    .filter((one) => one !== undefined);
  return nodes.length === 0 ? undefined : { '@context': { '@vocab': schema.namespace }, '@graph': nodes };
}

function node(iri: string, statements: Statements): object | undefined {
  const said = [...statements]
    .filter(([property]) => property.startsWith(schema.namespace))
    .map(([property, terms]) => [
      property.slice(schema.namespace.length),
      terms.flatMap(value).slice(0, MOST_VALUES),
    ])
    .filter(([, values]) => (values as unknown[]).length > 0);
  const types = (statements.get(rdf.type) ?? []).map((type) => type.value);
  const speaksSchema = said.length > 0 || types.some((type) => type.startsWith(schema.namespace));
  if (!speaksSchema) return undefined;
  return { '@id': iri, ...(types.length > 0 && { '@type': types }), ...Object.fromEntries(said) };
}

function value(term: RDF.Term): object[] {
  if (term.termType === 'NamedNode') return [{ '@id': term.value }];
  if (term.termType !== 'Literal' || term.value.length > LONGEST_VALUE) return [];
  if (term.language !== '') return [{ '@value': term.value, '@language': term.language }];
  if (term.datatype.value === xsd.string) return [{ '@value': term.value }];
  return [{ '@value': term.value, '@type': term.datatype.value }];
}
