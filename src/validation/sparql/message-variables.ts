import { nearest } from '../../documents/index.ts';
import type { Complaint } from '../../model/index.ts';
import { type RDF, sh } from '../../rdf/index.ts';
import { complainOf } from '../shape-complaint.ts';
import type { ShapeGraph, ShapeStatement } from '../shape-graph.ts';

/** What every message of a constraint in SPARQL may name. */
const ALWAYS: readonly string[] = ['this', 'value', 'path', 'PATH'];

/** Names in messages that the query beside them does not know: they would be shown as they are written. */
export function messageComplaints(graph: ShapeGraph): readonly Complaint[] {
  const holders = new Set(
    graph.statements
      .filter(({ quad }) => quad.predicate.value === sh.sparql)
      .map(({ quad }) => quad.object.value),
  );
  return graph.statements
    .filter(
      ({ quad: { subject, predicate } }) => predicate.value === sh.message && holders.has(subject.value),
    )
    .flatMap((statement) =>
      unknownNames(statement, graph).map(({ name, known }) => unknown(statement, name, known)),
    );
}

function unknownNames({ quad: { subject, object } }: ShapeStatement, graph: ShapeGraph) {
  const known = [...ALWAYS, ...variablesOf(subject, graph)];
  return [...object.value.matchAll(/\{[$?](\w+)\}/g)]
    .map(([, name = '']) => name)
    .filter((name) => !known.includes(name))
    .map((name) => ({ name, known }));
}

const variablesOf = (holder: RDF.Term, graph: ShapeGraph): readonly string[] =>
  graph
    .objects(holder, sh.select)
    .flatMap(({ value }) => [...value.matchAll(/[?$](\w+)/g)].map(([, name = '']) => name));

function unknown(statement: ShapeStatement, name: string, known: readonly string[]): Complaint {
  const meant = nearest(name, known);
  return complainOf(statement, sh.message, {
    found: {
      fr: `sh:message nomme {?${name}}, que la requête ne connaît pas : on lirait les accolades.`,
      en: `sh:message names {?${name}}, which the query does not know: one would read the braces.`,
    },
    remedy: meant
      ? { fr: `Écrivez {?${meant}}.`, en: `Write {?${meant}}.` }
      : { fr: 'Nommez une variable du SELECT.', en: 'Name a variable of the SELECT.' },
  });
}
