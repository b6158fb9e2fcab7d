import { type Bilingual, type Complaint, type Place, placeText } from '../../model/index.ts';
import {
  cimaise,
  dcterms,
  integer,
  iri,
  literal,
  prov,
  type RDF,
  rdf,
  sh,
  statement,
  text,
} from '../../rdf/index.ts';
import {
  type ReportDocument,
  type ReportedAbsence,
  type ReportedExample,
  type ReportedFault,
  reportDocument,
} from './json.ts';
import type { RunReport } from './run-report.ts';

/**
 * Terms of the platform for reports. RML has no vocabulary of its own for them yet (the RML Execution Report, RER, is a
 * proposal of 2026 without a published namespace): messages and severities are SHACL's, the rest is ours.
 */
const TERMS = [
  'MappingReport',
  'MappingFault',
  'MappingComplaint',
  'MappingExample',
  'MappingAbsence',
  'outcome',
  'policy',
  'records',
  'skippedRecords',
  'statements',
  'faultCount',
  'noteCount',
  'complaint',
  'fault',
  'example',
  'absence',
  'reason',
  'code',
  'rule',
  'count',
  'suggestion',
  'file',
  'row',
  'line',
  'column',
  'value',
  'missingColumn',
  'unusedColumn',
  'target',
] as const;
type Term = (typeof TERMS)[number];

const term = (name: Term): string => cimaise.namespace + name;

/** Prefixes for writing a report, beside the usual ones. */
export const REPORT_PREFIXES: Readonly<Record<string, string>> = {
  cimaise: cimaise.namespace,
  dcterms: dcterms.namespace,
  prov: prov.namespace,
  rdf: rdf.namespace,
  sh: sh.namespace,
};

/**
 * A run as statements, without blank nodes: its parts are `<iri>#fault-1`, `<iri>#fault-1-example-1`, ….
 * @param report IRI of the report; empty, all names are relative to the document that they are written in
 */
export function reportQuads(run: RunReport, report: string): readonly RDF.Quad[] {
  const document = reportDocument(run);
  return [
    ...reportStatements(document, report),
    ...document.complaints.flatMap((complaint, index) =>
      complaintStatements(complaint, sh.Violation, { report, subject: `${report}#complaint-${index + 1}` }),
    ),
    ...document.unknownColumns.flatMap((complaint, index) =>
      complaintStatements(complaint, sh.Warning, {
        report,
        subject: `${report}#unknown-column-${index + 1}`,
      }),
    ),
    ...document.faults.flatMap((fault, index) =>
      faultStatements(fault, report, `${report}#fault-${index + 1}`),
    ),
    ...document.absences.flatMap((absence, index) =>
      absenceStatements(absence, report, `${report}#absence-${index + 1}`),
    ),
  ];
}

function reportStatements(document: ReportDocument, report: string): readonly RDF.Quad[] {
  const say = (name: Term, object: RDF.Quad_Object) => statement(report, term(name), object);
  const { missingColumns, unusedColumns, targets } = document;
  return [
    ...typedAs(report, 'MappingReport'),
    statement(report, rdf.type, iri(prov.Entity)),
    statement(report, dcterms.source, literal(document.mapping)),
    say('outcome', literal(document.outcome)),
    say('policy', literal(document.policy)),
    ...(['records', 'skippedRecords', 'statements', 'faultCount', 'noteCount'] as const).map((name) =>
      say(name, integer(document[name])),
    ),
    ...missingColumns.map((name) => say('missingColumn', literal(name))),
    ...unusedColumns.map((name) => say('unusedColumn', literal(name))),
    ...targets.map((path) => say('target', literal(path))),
  ];
}

function complaintStatements(
  { place, found, remedy }: Complaint,
  severity: string,
  { report, subject }: { readonly report: string; readonly subject: string },
): readonly RDF.Quad[] {
  return [
    statement(report, term('complaint'), iri(subject)),
    ...typedAs(subject, 'MappingComplaint'),
    statement(subject, sh.severity, iri(severity)),
    ...placed(subject, place),
    ...bilingual(subject, sh.message, found),
    ...bilingual(subject, term('suggestion'), remedy),
  ];
}

function faultStatements(fault: ReportedFault, report: string, subject: string): readonly RDF.Quad[] {
  return [
    statement(report, term('fault'), iri(subject)),
    ...typedAs(subject, 'MappingFault'),
    statement(subject, sh.severity, iri(fault.severity === 'fault' ? sh.Violation : sh.Info)),
    statement(subject, term('code'), literal(fault.code)),
    statement(subject, term('count'), integer(fault.count)),
    ...placed(subject, fault.rule),
    ...bilingual(subject, sh.message, fault.message),
    ...bilingual(subject, term('suggestion'), fault.suggestion),
    ...fault.examples.flatMap((example, index) =>
      exampleStatements(example, subject, `${subject}-example-${index + 1}`),
    ),
  ];
}

function absenceStatements(
  { reason, message, rule, column, count }: ReportedAbsence,
  report: string,
  subject: string,
): readonly RDF.Quad[] {
  return [
    statement(report, term('absence'), iri(subject)),
    ...typedAs(subject, 'MappingAbsence'),
    statement(subject, term('reason'), literal(reason)),
    ...bilingual(subject, sh.message, message),
    ...placed(subject, rule),
    ...(column === '' ? [] : [statement(subject, term('column'), literal(column))]),
    statement(subject, term('count'), integer(count)),
  ];
}

function exampleStatements(
  { file, row, line, column, value }: ReportedExample,
  fault: string,
  subject: string,
): readonly RDF.Quad[] {
  const said = (name: Term, text: string) =>
    text === '' ? [] : [statement(subject, term(name), literal(text))];
  return [
    statement(fault, term('example'), iri(subject)),
    ...typedAs(subject, 'MappingExample'),
    ...said('file', file),
    statement(subject, term('row'), integer(row)),
    statement(subject, term('line'), integer(line)),
    ...said('column', column),
    ...said('value', value),
  ];
}

const typedAs = (subject: string, name: Term): readonly RDF.Quad[] => [
  statement(subject, rdf.type, iri(term(name))),
];

/** `mapping.ttl:14:9`, and its file and line apart for who asks for them. */
const placed = (subject: string, place: Place): readonly RDF.Quad[] => [
  statement(subject, term('rule'), literal(placeText(place))),
  statement(subject, term('file'), literal(place.file)),
  ...(place.line === undefined ? [] : [statement(subject, term('line'), integer(place.line))]),
];

const bilingual = (subject: string, predicate: string, { fr, en }: Bilingual): readonly RDF.Quad[] => [
  statement(subject, predicate, text(fr, 'fr')),
  statement(subject, predicate, text(en, 'en')),
];
