/** Two tables to be joined: many things, each with one of few keys. */
export const JOIN_KEYS = 1000;

export function* things(rows: number): Generator<string> {
  yield 'ref,musee\n';
  for (let row = 0; row < rows; row++)
    yield `M${String(row).padStart(7, '0')},M${String((row * 7919) % JOIN_KEYS).padStart(4, '0')}\n`;
}

export function* keys(): Generator<string> {
  yield 'musee,nom\n';
  for (let row = 0; row < JOIN_KEYS; row++)
    yield `M${String(row).padStart(4, '0')},Musée numéro ${row} de Besançon\n`;
}

/** Which of the two tables is read row by row, and which is looked up. */
export type JoinSide = 'things-to-keys' | 'keys-to-things';

const PREFIXES = `@prefix rml: <http://w3id.org/rml/> .
@prefix ex: <http://example.org/def/> .
`;

const rule = (name: string, path: string, template: string, pair: string): string => `
<#${name}> a rml:TriplesMap ;
  rml:logicalSource [ rml:source [ a rml:RelativePathSource ; rml:root rml:MappingDirectory ; rml:path "${path}" ] ;
    rml:referenceFormulation rml:CSV ] ;
  rml:subjectMap [ rml:template "http://example.org/id/${template}" ] ${pair} .
`;

const join = (predicate: string, parent: string): string =>
  `; rml:predicateObjectMap [ rml:predicate ${predicate} ; rml:objectMap [ rml:parentTriplesMap <#${parent}> ;
    rml:joinCondition [ rml:child "musee" ; rml:parent "musee" ] ] ]`;

/** RML that says one statement for each thing. */
export function joinMapping(
  side: JoinSide,
  paths: { readonly things: string; readonly keys: string },
): string {
  const fromThings = side === 'things-to-keys';
  return [
    PREFIXES,
    rule('thing', paths.things, 'objets/{ref}', fromThings ? join('ex:musee', 'key') : ''),
    rule('key', paths.keys, 'musees/{musee}', fromThings ? '' : join('ex:objet', 'thing')),
  ].join('');
}
