import { nearest } from '../../documents/index.ts';
import { oldFnml, oldRml, r2rml, rml } from '../../rdf/index.ts';
import { unknownTerm, wrongNamespace } from './complaints.ts';
import { KNOWN_PROPERTIES } from './known-terms.ts';
import type { RmlDocument } from './node.ts';
import { FUNCTION_VALUE } from './old-vocabulary.ts';

/** Namespaces of RML, and how people abbreviate them. */
const PREFIXES: Readonly<Record<string, string>> = {
  [rml.namespace]: 'rml',
  [r2rml.namespace]: 'rr',
  [oldRml.namespace]: 'rml',
  [oldFnml.namespace]: 'fnml',
};

/** What every triples map has: where such a name stands in another namespace, RML is meant. */
const TELLING = /^(.*[/#])(logicalSource|logicalTable|subjectMap|predicateObjectMap)$/;

/** Complains of terms that RML does not have, as they are written, and of namespaces that are not its own. */
export function checkTerms(document: RmlDocument): void {
  const told = new Set<string>();
  for (const { property, written, place } of document.properties()) {
    const [, namespace] = TELLING.exec(written) ?? [];
    if (namespace !== undefined && isForeign(namespace) && !told.has(namespace)) {
      told.add(namespace);
      document.complain(place, ...wrongNamespace(namespace));
    }
    if (!property.startsWith(rml.namespace) || KNOWN_PROPERTIES.has(property) || property === FUNCTION_VALUE)
      continue;
    const prefix = prefixOf(written);
    const name = property.slice(rml.namespace.length);
    const near = meant(name, prefix);
    document.complain(place, ...unknownTerm(`${prefix}:${name}`, near && `${prefix}:${near}`));
  }
}

const isForeign = (namespace: string): boolean => PREFIXES[namespace] === undefined && /rml/i.test(namespace);

const prefixOf = (written: string): string =>
  Object.entries(PREFIXES).find(([namespace]) => written.startsWith(namespace))?.[1] ?? 'rml';

const NAMES = [...KNOWN_PROPERTIES].map((known) => known.slice(rml.namespace.length));
const OF_R2RML = ['column', 'logicalTable', 'tableName'];

/** The nearest term, else the shortest that begins like this one: `lang` is `language`. */
function meant(name: string, prefix: string): string | undefined {
  const known = prefix === 'rr' ? [...OF_R2RML, ...NAMES] : NAMES;
  const [longer] = known
    .filter((one) => name.length > 2 && one.startsWith(name))
    .sort((a, b) => a.length - b.length);
  return nearest(name, known) ?? longer;
}
