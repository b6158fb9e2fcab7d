import { nearest } from '../documents/index.ts';
import type { Bilingual, Complaint } from '../model/index.ts';
import { compactIri, type RDF, rdf, sh, termText } from '../rdf/index.ts';
import { knownTerms, type Terms } from './known-terms.ts';
import { nestingComplaints } from './nesting-complaints.ts';
import type { Reading } from './reading.ts';
import { complainOf, distinctComplaints, local, shown } from './shape-complaint.ts';
import type { ShapeGraph, ShapeStatement } from './shape-graph.ts';
import { type TermRule, UNSUPPORTED_TERMS } from './shape-terms.ts';
import { checkQueries } from './sparql/check-queries.ts';
import { TARGETS } from './targets.ts';
import { targetComplaints } from './whole-graph-mistakes.ts';

/** What shapes are read for. */
export interface ShapeReading {
  /** `house` unless given. */
  readonly reading?: Reading;
  /** Whether there is a store to ask constraints in SPARQL of; they are refused otherwise. */
  readonly sparql?: boolean;
}

/**
 * Everything in a shapes graph that would not be judged, or not as SHACL means it: unknown, misspelt, misplaced and
 * unsupported terms, ill-formed parameters, shapes that ask themselves or are described nowhere, no target at all.
 * None means: all is applied.
 */
export function checkShapes(
  graph: ShapeGraph,
  { reading = 'house', sparql = false }: ShapeReading = {},
): Complaint[] {
  const terms = knownTerms(sparql);
  const complaints: Complaint[] = [];
  for (const statement of graph.statements) {
    if (complaints.length > MOST) break;
    complaints.push(...termComplaints(statement, graph, { reading, terms }));
    if (reading === 'house') complaints.push(...classComplaints(statement, terms));
  }
  // Queries are looked into where their terms are in order.
  const queries = sparql && complaints.length === 0 ? checkQueries(graph, reading) : [];
  const mistakes = reading === 'house' ? targetComplaints(graph) : [];
  const distinct = distinctComplaints([...complaints, ...queries, ...nestingComplaints(graph)]);
  return distinct.length > MOST ? [...distinct.slice(0, MOST), OTHERS] : [...distinct, ...mistakes];
}

/** Complaints that one can still correct before checking anew. */
const MOST = 200;
const OTHERS: Complaint = {
  place: { file: '…' },
  found: { fr: 'D’autres fautes suivent.', en: 'Other mistakes follow.' },
  remedy: { fr: 'Corrigez celles-ci d’abord.', en: 'Correct these first.' },
};

function termComplaints(
  statement: ShapeStatement,
  graph: ShapeGraph,
  { reading, terms }: { readonly reading: Reading; readonly terms: Terms },
): Complaint[] {
  const { subject, predicate, object } = statement.quad;
  if (!predicate.value.startsWith(sh.namespace)) return [];
  const rule = terms.rules[predicate.value];
  if (!rule)
    return isIgnored(predicate.value, reading) ? [] : [unknownTerm(statement, predicate.value, terms)];
  const check = (reading === 'letter' && rule.letter) || rule.value;
  const expected = check(object, graph, subject);
  return [
    ...(expected ? [illFormed(statement, expected)] : []),
    ...repeated(statement, rule, graph),
    ...(reading === 'house' ? mistakes(statement, rule, graph) : []),
  ];
}

/** Words that SHACL does not know mean nothing to it; those that it knows must be applied. */
const isIgnored = (term: string, reading: Reading): boolean =>
  reading === 'letter' && !UNSUPPORTED_TERMS.includes(term);

/** What SHACL ignores and whoever wrote it did not mean to be ignored. */
const mistakes = (statement: ShapeStatement, rule: TermRule, graph: ShapeGraph): Complaint[] => [
  ...misplaced(statement, rule, graph),
  ...alone(statement, rule, graph),
  ...nameless(statement),
];

function classComplaints(statement: ShapeStatement, terms: Terms): Complaint[] {
  const { predicate, object } = statement.quad;
  const isShaclClass = predicate.value === rdf.type && object.value.startsWith(sh.namespace);
  return isShaclClass && !terms.classes.includes(object.value)
    ? [unknownTerm(statement, object.value, terms)]
    : [];
}

function unknownTerm(statement: ShapeStatement, term: string, { rules, classes }: Terms): Complaint {
  const found = compactIri(term);
  if (UNSUPPORTED_TERMS.includes(term))
    return complainOf(statement, term, {
      found: {
        fr: `${found} n’est pas encore pris en charge.`,
        en: `${found} is not supported yet.`,
      },
      remedy: {
        fr: 'Retirez-le, ou dites-le par d’autres contraintes : il ne sera pas ignoré en silence.',
        en: 'Take it out, or say it by other constraints: it will not be ignored in silence.',
      },
    });
  const meant = nearest(local(term), [...Object.keys(rules), ...classes].map(local));
  return complainOf(statement, term, {
    found: { fr: `SHACL ne connaît pas ${found}.`, en: `SHACL has no term ${found}.` },
    remedy: meant
      ? { fr: `Écrivez sh:${meant}.`, en: `Write sh:${meant}.` }
      : { fr: 'Retirez-le ou corrigez-le.', en: 'Take it out or correct it.' },
  });
}

function illFormed(statement: ShapeStatement, expected: Bilingual): Complaint {
  const { predicate, object } = statement.quad;
  const name = compactIri(predicate.value);
  const value = shown(object);
  return complainOf(statement, predicate.value, {
    found: {
      fr: `La valeur de ${name}${value ? `, ${value},` : ''} ne convient pas.`,
      en: `The value of ${name}${value ? `, ${value},` : ''} does not fit.`,
    },
    remedy: { fr: `Il faut ${expected.fr}.`, en: `It takes ${expected.en}.` },
  });
}

function misplaced(statement: ShapeStatement, rule: TermRule, graph: ShapeGraph): Complaint[] {
  const { subject, predicate } = statement.quad;
  if (!rule.ofProperties || graph.objects(subject, sh.path).length > 0) return [];
  const name = compactIri(predicate.value);
  return [
    complainOf(statement, predicate.value, {
      found: {
        fr: `${name} se trouve sur une forme sans sh:path.`,
        en: `${name} stands on a shape without sh:path.`,
      },
      remedy: {
        fr: 'Mettez-le à l’intérieur d’un sh:property [ sh:path … ].',
        en: 'Put it inside an sh:property [ sh:path … ].',
      },
    }),
  ];
}

function repeated(statement: ShapeStatement, rule: TermRule, graph: ShapeGraph): Complaint[] {
  const { subject, predicate } = statement.quad;
  if (!rule.single || !isRepeated(graph.objects(subject, predicate.value))) return [];
  const name = compactIri(predicate.value);
  return [
    complainOf(statement, predicate.value, {
      found: {
        fr: `Une même forme a plusieurs ${name}.`,
        en: `One shape has several ${name}.`,
      },
      remedy: {
        fr: 'N’en gardez qu’un par forme ; écrivez une seconde forme pour l’autre.',
        en: 'Keep one a shape; write a second shape for the other.',
      },
    }),
  ];
}

const isRepeated = (values: readonly RDF.Term[]): boolean =>
  values.some((value) => value !== values[0] && termText(value) !== termText(values[0] ?? value));

/** `sh:flags` without `sh:pattern`, a qualified shape without a number. */
function alone(statement: ShapeStatement, rule: TermRule, graph: ShapeGraph): Complaint[] {
  const { subject, predicate } = statement.quad;
  if (!rule.beside || rule.beside.some((term) => graph.objects(subject, term).length > 0)) return [];
  const name = compactIri(predicate.value);
  const [fr, en] = [' ou ', ' or '].map((or) => rule.beside?.map((term) => compactIri(term)).join(or));
  return [
    complainOf(statement, predicate.value, {
      found: { fr: `${name} est seul et ne dit rien.`, en: `${name} stands alone and says nothing.` },
      remedy: { fr: `Ajoutez ${fr}, ou retirez-le.`, en: `Add ${en}, or take it out.` },
    }),
  ];
}

function nameless(statement: ShapeStatement): Complaint[] {
  const { subject, predicate } = statement.quad;
  if (subject.termType !== 'BlankNode' || !TARGETS.includes(predicate.value)) return [];
  return [
    complainOf(statement, predicate.value, {
      found: { fr: 'Une forme qui a une cible n’a pas d’IRI.', en: 'A shape with a target has no IRI.' },
      remedy: {
        fr: 'Donnez-lui un IRI, pour que les rapports puissent la nommer.',
        en: 'Give it an IRI, so that reports can name it.',
      },
    }),
  ];
}
