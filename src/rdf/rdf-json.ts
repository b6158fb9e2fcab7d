import type * as RDF from '@rdfjs/types';
import { xsd } from './vocabulary.ts';

/** Triples as RDF/JSON (https://www.w3.org/TR/rdf-json/): subject → predicate → values, each once; graphs are left out. */
export function rdfJson(quads: readonly RDF.Quad[]): string {
  const subjects = Map.groupBy(quads, ({ subject }) => nodeName(subject));
  const document = [...subjects].map(([subject, own]) => {
    const predicates = Map.groupBy(own, ({ predicate }) => predicate.value);
    const values = [...predicates].map(([predicate, same]) => `    ${member(predicate, valuesOf(same))}`);
    return member(subject, `{\n${values.join(',\n')}\n  }`);
  });
  return `{\n${document.map((one) => `  ${one}`).join(',\n')}\n}\n`;
}

/** Written as text: an IRI such as `__proto__` or `1` is a member like another, and the order stays. */
const member = (name: string, value: string): string => `${JSON.stringify(name)}: ${value}`;

const valuesOf = (quads: readonly RDF.Quad[]): string =>
  `[${[...new Set(quads.map(({ object }) => JSON.stringify(objectValue(object))))].join(', ')}]`;

const nodeName = (term: RDF.Term): string => (term.termType === 'BlankNode' ? `_:${term.value}` : term.value);

function objectValue(term: RDF.Term): Readonly<Record<string, string>> {
  if (term.termType === 'BlankNode') return { type: 'bnode', value: nodeName(term) };
  if (term.termType !== 'Literal') return { type: 'uri', value: term.value };
  const value = { type: 'literal', value: term.value };
  if (term.language) return { ...value, lang: term.language };
  return term.datatype.value === xsd.string ? value : { ...value, datatype: term.datatype.value };
}
