import { nearest } from '../documents/index.ts';
import type { Bilingual, Complaint } from '../model/index.ts';
import { compactIri, type RDF, rdf, sh, termText } from '../rdf/index.ts';
import type { ShapeGraph, ShapeStatement } from './shape-graph.ts';
import { SHAPE_CLASSES, TERM_RULES, type TermRule, UNSUPPORTED_TERMS } from './shape-terms.ts';
import { targetedShapes } from './targets.ts';
import { lineOf } from './term-line.ts';

/**
 * Everything in a shapes graph that would not be judged, or not as SHACL means it: unknown, misspelt, misplaced and
 * unsupported terms, ill-formed parameters, shapes without a name, no target at all. None means: all is applied.
 */
export function checkShapes(graph: ShapeGraph): Complaint[] {
  const complaints = graph.statements.flatMap((statement) => [
    ...termComplaints(statement, graph),
    ...classComplaints(statement),
  ]);
  return [...distinct(complaints), ...targetComplaints(graph)];
}

function termComplaints(statement: ShapeStatement, graph: ShapeGraph): Complaint[] {
  const { subject, predicate, object } = statement.quad;
  if (!predicate.value.startsWith(sh.namespace)) return [];
  const rule = TERM_RULES[predicate.value];
  if (!rule) return [unknownTerm(statement, predicate.value)];
  const expected = rule.value(object, graph, subject);
  return [
    ...(expected ? [illFormed(statement, expected)] : []),
    ...misplaced(statement, rule, graph),
    ...repeated(statement, rule, graph),
    ...nameless(statement),
  ];
}

function classComplaints(statement: ShapeStatement): Complaint[] {
  const { predicate, object } = statement.quad;
  const isShaclClass = predicate.value === rdf.type && object.value.startsWith(sh.namespace);
  return isShaclClass && !SHAPE_CLASSES.includes(object.value) ? [unknownTerm(statement, object.value)] : [];
}

function unknownTerm(statement: ShapeStatement, term: string): Complaint {
  const found = compactIri(term);
  if (UNSUPPORTED_TERMS.includes(term))
    return complaint(statement, term, {
      found: {
        fr: `${found} n’est pas encore pris en charge.`,
        en: `${found} is not supported yet.`,
      },
      remedy: {
        fr: 'Retirez-le, ou dites-le par d’autres contraintes : il ne sera pas ignoré en silence.',
        en: 'Take it out, or say it by other constraints: it will not be ignored in silence.',
      },
    });
  const meant = nearest(local(term), [...Object.keys(TERM_RULES), ...SHAPE_CLASSES].map(local));
  return complaint(statement, term, {
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
  return complaint(statement, predicate.value, {
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
    complaint(statement, predicate.value, {
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
  const values = new Set(graph.objects(subject, predicate.value).map(termText));
  if (!rule.single || values.size < 2) return [];
  const name = compactIri(predicate.value);
  return [
    complaint(statement, predicate.value, {
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

const TARGETS: readonly string[] = [sh.targetClass, sh.targetNode, sh.targetSubjectsOf, sh.targetObjectsOf];

function nameless(statement: ShapeStatement): Complaint[] {
  const { subject, predicate } = statement.quad;
  if (subject.termType !== 'BlankNode' || !TARGETS.includes(predicate.value)) return [];
  return [
    complaint(statement, predicate.value, {
      found: { fr: 'Une forme qui a une cible n’a pas d’IRI.', en: 'A shape with a target has no IRI.' },
      remedy: {
        fr: 'Donnez-lui un IRI, pour que les rapports puissent la nommer.',
        en: 'Give it an IRI, so that reports can name it.',
      },
    }),
  ];
}

/** Shapes that target nothing judge nothing, which looks exactly like data without fault. */
function targetComplaints(graph: ShapeGraph): Complaint[] {
  const [first] = graph.statements;
  const deactivated = graph.statements.some(({ quad }) => quad.predicate.value === sh.deactivated);
  if (!first || deactivated || targetedShapes(graph).length > 0) return [];
  return [
    {
      place: { file: first.source.file },
      found: {
        fr: 'Aucune forme n’a de cible : rien ne serait vérifié.',
        en: 'No shape has a target: nothing would be judged.',
      },
      remedy: {
        fr: `Ajoutez un sh:targetClass, et vérifiez que le préfixe sh: vaut <${sh.namespace}>.`,
        en: `Add an sh:targetClass, and check that the prefix sh: is <${sh.namespace}>.`,
      },
    },
  ];
}

function complaint(
  { source, quad }: ShapeStatement,
  term: string,
  { found, remedy }: Pick<Complaint, 'found' | 'remedy'>,
): Complaint {
  const line = lineOf(source.text, local(term), quad);
  return { place: line === undefined ? { file: source.file } : { file: source.file, line }, found, remedy };
}

const local = (iri: string): string => iri.slice(sh.namespace.length);

function shown(value: RDF.Term): string {
  if (value.termType === 'NamedNode') return compactIri(value.value);
  return value.termType === 'Literal' ? termText(value).slice(0, 100) : '';
}

function distinct(complaints: readonly Complaint[]): Complaint[] {
  return [...new Map(complaints.map((one) => [JSON.stringify(one), one])).values()];
}
