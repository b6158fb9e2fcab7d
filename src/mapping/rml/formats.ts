import type { SourceFormat } from '../../model/index.ts';
import { rdf, rml } from '../../rdf/index.ts';
import { NAMESPACE } from './known-terms.ts';
import type { RmlNode } from './node.ts';

const FORMATS: Readonly<Record<string, SourceFormat>> = {
  [rml.CSV]: 'csv',
  [rml.JSONPath]: 'json',
  [rml.XPath]: 'xml',
};

/** Reference formulations that a file can have. */
export const FORMULATIONS: readonly string[] = Object.keys(FORMATS);

/** The format that a reference formulation stands for; its own node may declare namespaces. */
export function formatOf(node: RmlNode | undefined): SourceFormat | undefined {
  if (node === undefined) return undefined;
  const isXPath = node.values(rdf.type).some(({ term }) => term.value === rml.XPathReferenceFormulation);
  return isXPath ? 'xml' : FORMATS[node.term.value];
}

export function namespacesOf(node: RmlNode | undefined): Readonly<Record<string, string>> {
  const declared = node?.values(NAMESPACE) ?? [];
  return Object.fromEntries(
    declared.map((one) => [
      one.value(rml.namespacePrefix)?.term.value ?? '',
      one.value(rml.namespaceURL)?.term.value ?? '',
    ]),
  );
}
