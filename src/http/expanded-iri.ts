import { PREFIXES } from '../rdf/index.ts';

/** The IRI that a name with a known prefix stands for (`schema:about`, `def:…`); any other text as it is. */
export function expandedIri(name: string, base: string): string {
  const prefixes: Readonly<Record<string, string>> = { ...PREFIXES, def: `${base}def/` };
  const [prefix = '', local] = name.split(/:(.*)/s);
  const namespace = Object.hasOwn(prefixes, prefix) ? prefixes[prefix] : undefined;
  return namespace === undefined || local === undefined ? name : namespace + local;
}
