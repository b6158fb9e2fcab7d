import { isIri } from './iri.ts';
import { PREFIXES, rdf, rdfs, sh, xsd } from './vocabulary.ts';

type Prefixes = Readonly<Record<string, string>>;

/** Prefixes of a JSON-LD document's own context: terms that stand for a text with a delimiter at its end. */
export function contextPrefixes(document: object): Prefixes {
  const given = (document as { readonly '@context'?: unknown })['@context'];
  const contexts = (Array.isArray(given) ? given : [given]).filter((one) => typeof one === 'object' && one);
  const terms = contexts.flatMap((one) => Object.entries(one as Readonly<Record<string, unknown>>));
  return Object.fromEntries(
    terms.filter(
      (term): term is [string, string] => typeof term[1] === 'string' && /[:/?#[\]@]$/.test(term[1]),
    ),
  );
}

/** What reports speak of; whatever a file calls so, a reader takes it for this. */
const KEPT: Prefixes = { rdf: rdf.namespace, rdfs: rdfs.namespace, xsd: xsd.namespace, sh: sh.namespace };
const MOST = 200;

/**
 * The prefixes to write a text with that speaks of these documents: their own, the first one's before the others', then
 * the platform's. At most two hundred; what could not be written in Turtle and JSON-LD alike is left out.
 */
export function reportPrefixes(declared: readonly Prefixes[], usual: Prefixes = PREFIXES): Prefixes {
  const found = new Map(Object.entries(KEPT));
  const namespaces = new Set(found.values());
  for (const [prefix, namespace] of [...declared, usual].flatMap((one) => Object.entries(one))) {
    if (found.size >= MOST || found.has(prefix) || namespaces.has(namespace)) continue;
    if (!/^[A-Za-z](?:[\w-]*\w)?$/.test(prefix) || !/[/#:?]$/.test(namespace) || !isIri(namespace)) continue;
    found.set(prefix, namespace);
    namespaces.add(namespace);
  }
  return Object.fromEntries(found);
}
