import { rml } from '../../rdf/index.ts';

/** `rml:namespace`: the vocabulary's own `namespace` is the namespace itself. */
export const NAMESPACE = `${rml.namespace}namespace`;

/** Every term of the vocabulary that a document may use. */
export const KNOWN_PROPERTIES: ReadonlySet<string> = new Set([...Object.values(rml), NAMESPACE]);
