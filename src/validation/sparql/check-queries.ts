import type { Bilingual, Complaint } from '../../model/index.ts';
import { compactIri, type RDF, sh } from '../../rdf/index.ts';
import type { PreparedQuery } from '../../sparql/index.ts';
import type { Reading } from '../reading.ts';
import { complainOf, shapeName } from '../shape-complaint.ts';
import type { ShapeGraph, ShapeStatement } from '../shape-graph.ts';
import { componentComplaints } from './check-components.ts';
import { preparedQuery, queryStatement } from './compile.ts';
import { declaredComponents, VALIDATORS } from './components.ts';
import { messageComplaints } from './message-variables.ts';
import { ambiguousPrefixes } from './prefixes.ts';
import { FAULTS } from './query-sentences.ts';
import { strayComplaints } from './stray-terms.ts';

/** Every query of a shapes graph that could not be asked as SHACL means it, and components that would say nothing. */
export const checkQueries = (graph: ShapeGraph, reading: Reading): readonly Complaint[] => [
  ...constraintComplaints(graph),
  ...(reading === 'house' ? [...strayComplaints(graph), ...messageComplaints(graph)] : []),
  ...validatorComplaints(graph),
  ...componentComplaints(graph, reading),
];

function constraintComplaints(graph: ShapeGraph): Complaint[] {
  return graph.statements
    .filter(({ quad }) => quad.predicate.value === sh.sparql)
    .flatMap(({ quad: { subject, object } }) => [
      ...prefixComplaints(object, graph),
      ...queryComplaints({ holder: object, names: [], isProperty: isProperty(subject, graph) }, graph),
    ]);
}

const isProperty = (shape: RDF.Term, graph: ShapeGraph): boolean => graph.objects(shape, sh.path).length > 0;

function validatorComplaints(graph: ShapeGraph): Complaint[] {
  return declaredComponents(graph).flatMap(({ component, parameters }) =>
    VALIDATORS.flatMap((predicate) =>
      graph.objects(component, predicate).flatMap((holder) => [
        ...prefixComplaints(holder, graph),
        ...queryComplaints(
          {
            holder,
            names: parameters.map(({ name }) => name),
            isProperty: predicate === sh.propertyValidator,
          },
          graph,
        ),
      ]),
    ),
  );
}

interface HeldQuery {
  readonly holder: RDF.Term;
  readonly names: readonly string[];
  readonly isProperty: boolean;
}

/** Stands for any path: what follows from it does not depend on which. */
const SOME_PATH = '<urn:cimaise:path>';

function queryComplaints(
  { holder, names, isProperty: ofProperty }: HeldQuery,
  graph: ShapeGraph,
): Complaint[] {
  const statement = queryStatement(holder, graph);
  const prepared = preparedQuery({ holder, names, ...(ofProperty ? { path: SOME_PATH } : {}) }, graph);
  return statement && prepared ? refusedQuery(statement, prepared) : [];
}

function refusedQuery(statement: ShapeStatement, prepared: PreparedQuery): Complaint[] {
  const term = statement.quad.predicate.value;
  if (prepared.kind === 'prepared') return [];
  if (prepared.kind === 'faulty')
    return prepared.faults.map(({ kind, subject }) => complainOf(statement, term, FAULTS[kind](subject)));
  const place = prepared.kind === 'malformed' ? placeText(prepared) : { fr: '', en: '' };
  const reason = prepared.reason.replace(/\.$/, '');
  return [
    complainOf(statement, term, {
      found: {
        fr: `La requête de ${compactIri(term)} ne peut pas être lue${place.fr} : ${reason}.`,
        en: `The query of ${compactIri(term)} cannot be read${place.en}: ${reason}.`,
      },
      remedy: {
        fr: 'Corrigez-la ; les préfixes se déclarent par sh:prefixes et sh:declare.',
        en: 'Correct it; prefixes are declared by sh:prefixes and sh:declare.',
      },
    }),
  ];
}

function placeText({ line, column }: { readonly line?: number; readonly column?: number }): Bilingual {
  if (line === undefined) return { fr: '', en: '' };
  const [fr, en] = column === undefined ? ['', ''] : [`, colonne ${column}`, `, column ${column}`];
  return { fr: ` (ligne ${line}${fr} de la requête)`, en: ` (line ${line}${en} of the query)` };
}

function prefixComplaints(holder: RDF.Term, graph: ShapeGraph): Complaint[] {
  const statement = graph.statements.find(
    ({ quad }) => quad.predicate.value === sh.prefixes && quad.subject.equals(holder),
  );
  if (!statement) return [];
  return ambiguousPrefixes(holder, graph).map((prefix) =>
    complainOf(statement, sh.prefixes, {
      found: {
        fr: `Le préfixe ${prefix}: est déclaré pour deux espaces de noms (${compactIri(shapeName(graph, holder))}).`,
        en: `The prefix ${prefix}: is declared for two namespaces (${compactIri(shapeName(graph, holder))}).`,
      },
      remedy: { fr: 'N’en gardez qu’un.', en: 'Keep one.' },
    }),
  );
}
