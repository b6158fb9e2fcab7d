import { formats, rml } from '../../rdf/index.ts';
import type { QuerySourceRule } from '../rules.ts';
import { notOne } from './complaints.ts';
import { resolvePath } from './folders.ts';
import type { RmlDocument, RmlNode } from './node.ts';
import { notOfQueries } from './source-complaints.ts';

/** Reference formulations whose iterator is a SPARQL query on an RDF file; references are its variables. */
const RESULTS: readonly string[] = [
  formats.SPARQL_Results_CSV,
  formats.SPARQL_Results_TSV,
  formats.SPARQL_Results_JSON,
  formats.SPARQL_Results_XML,
];

/** What has no meaning for an RDF file, which is UTF-8 or says by itself what it is. */
const NOT_OF_QUERIES = {
  [rml.compression]: ['rml:compression', rml.none],
  [rml.encoding]: ['rml:encoding', `${rml.namespace}UTF-8`],
} as const;

export const isQuery = (node: RmlNode): boolean =>
  RESULTS.includes(node.value(rml.referenceFormulation)?.term.value ?? '');

/** A logical source that is a query: `rml:iterator` holds it. */
export function readQuery(
  node: RmlNode,
  { access, path }: { readonly access: RmlNode; readonly path: string },
  document: RmlDocument,
): QuerySourceRule | undefined {
  const query = node.value(rml.iterator);
  if (query === undefined) {
    document.complain(node.place, ...notOne('rml:iterator', 0));
    return undefined;
  }
  for (const [property, [name, usual]] of Object.entries(NOT_OF_QUERIES)) {
    const told = access.value(property) ?? node.value(property);
    if (told && told.term.value !== usual) document.complain(told.place, ...notOfQueries(name));
  }
  const described = {
    path: resolvePath(path, access.value(rml.root)?.term.value, document, 'source'),
    shown: path,
    query: query.term.value,
    results: node.value(rml.referenceFormulation)?.term.value ?? '',
    nulls: [...access.values(rml.null), ...node.values(rml.null)].map(({ term }) => term.value),
  };
  return { kind: 'query', id: JSON.stringify(described), place: query.place, ...described };
}
