import { owl, type RDF, sh } from '../../rdf/index.ts';
import type { ShapeGraph } from '../shape-graph.ts';
import { termKey } from '../term-keys.ts';

const NAMESPACE = `${sh.namespace}namespace`;

/** Prefixes for the query of a constraint or validator: those of `sh:prefixes` and of what these import (SHACL 5.2.1). */
export function prefixesOf(holder: RDF.Term, graph: ShapeGraph): ReadonlyMap<string, string> {
  return new Map(declarationsOf(holder, graph).map(({ prefix, namespace }) => [prefix, namespace]));
}

/** Prefixes that are declared for two namespaces at once. */
export function ambiguousPrefixes(holder: RDF.Term, graph: ShapeGraph): readonly string[] {
  const byPrefix = Map.groupBy(declarationsOf(holder, graph), ({ prefix }) => prefix);
  return [...byPrefix]
    .filter(([, declared]) => new Set(declared.map(({ namespace }) => namespace)).size > 1)
    .map(([prefix]) => prefix);
}

interface Declaration {
  readonly prefix: string;
  readonly namespace: string;
}

function declarationsOf(holder: RDF.Term, graph: ShapeGraph): readonly Declaration[] {
  const reached = new Map(graph.objects(holder, sh.prefixes).map((one) => [termKey(one), one]));
  for (const one of reached.values())
    for (const imported of graph.objects(one, owl.imports)) reached.set(termKey(imported), imported);
  return [...reached.values()].flatMap((one) =>
    graph.objects(one, sh.declare).flatMap((declared) => {
      const prefix = graph.object(declared, sh.prefix)?.value;
      const namespace = graph.object(declared, NAMESPACE)?.value;
      return prefix === undefined || namespace === undefined ? [] : [{ prefix, namespace }];
    }),
  );
}
