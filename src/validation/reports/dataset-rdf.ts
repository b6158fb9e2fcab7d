import { type Bilingual, SEVERITIES, type Severity, type ShapeResult } from '../../model/index.ts';
import {
  cimaise,
  integer,
  iri,
  isIri,
  literal,
  parseLines,
  type RDF,
  rdf,
  rdfs,
  sh,
  statement,
  text,
  typed,
  xsd,
} from '../../rdf/index.ts';

export interface ResultsToWrite {
  /** IRI of the report; results are `<report>#result-1`, …; empty, names are relative to the document. */
  readonly report: string;
  /** Every result: `sh:conforms` is that of all. */
  readonly results: readonly ShapeResult[];
  /** At most so many results are written (10,000), the gravest first. */
  readonly limit?: number;
}

const LIMIT = 10_000;
/** Characters of a value. */
const LONGEST = 10_000;
const SEVERITY_IRIS: Readonly<Record<Severity, string>> = {
  violation: sh.Violation,
  warning: sh.Warning,
  info: sh.Info,
};

/** Terms of the platform for what SHACL has no word for; those of a mapping's report where they say the same. */
const TERMS = [
  'truncated',
  'resultCount',
  'file',
  'row',
  'line',
  'sheetRow',
  'column',
  'cell',
  'suggestion',
  'path',
] as const;
const term = (name: (typeof TERMS)[number]): string => cimaise.namespace + name;

/**
 * Located results as a SHACL validation report (SHACL 3.6), without blank nodes: quarantined things first. The cell is
 * told in terms of the platform, the reason as `rdfs:comment`, suggestions as `cimaise:suggestion`. A report that the
 * limit cut says so by `cimaise:truncated`, with the number of all results. A longer path is told as SPARQL writes it.
 */
export function datasetReportQuads({ report, results, limit = LIMIT }: ResultsToWrite): readonly RDF.Quad[] {
  const told = SEVERITIES.flatMap((wanted) => results.filter(({ severity }) => severity === wanted)).slice(
    0,
    limit,
  );
  return [
    statement(report, rdf.type, iri(sh.ValidationReport)),
    statement(report, sh.conforms, typed(results.length === 0, xsd.boolean)),
    ...(told.length < results.length
      ? [
          statement(report, term('truncated'), typed(true, xsd.boolean)),
          statement(report, term('resultCount'), integer(results.length)),
        ]
      : []),
    ...told.map((_, index) => statement(report, sh.result, iri(nameOf(report, index)))),
    ...told.flatMap((result, index) => resultStatements(result, nameOf(report, index))),
  ];
}

const nameOf = (report: string, index: number): string => `${report}#result-${index + 1}`;

function resultStatements(result: ShapeResult, subject: string): readonly RDF.Quad[] {
  const { focusNode, shape, component, severity, message, why, path } = result;
  return [
    statement(subject, rdf.type, iri(sh.ValidationResult)),
    statement(subject, sh.focusNode, isIri(focusNode) ? iri(focusNode) : literal(focusNode)),
    ...(path === undefined ? [] : [pathStatement(subject, path)]),
    ...valueStatements(subject, result),
    statement(subject, sh.resultSeverity, iri(SEVERITY_IRIS[severity])),
    statement(subject, sh.sourceConstraintComponent, iri(sh.namespace + component)),
    ...(isIri(shape) ? [statement(subject, sh.sourceShape, iri(shape))] : []),
    ...bilingual(subject, sh.resultMessage, message),
    ...(why === undefined ? [] : bilingual(subject, rdfs.comment, why)),
    ...cellStatements(subject, result),
  ];
}

const pathStatement = (subject: string, path: string): RDF.Quad =>
  isIri(path)
    ? statement(subject, sh.resultPath, iri(path))
    : statement(subject, term('path'), literal(path));

/** The value with its language or datatype, where the result kept it; a very long one is left out, and that is told. */
function valueStatements(subject: string, { value, term: written }: ShapeResult): readonly RDF.Quad[] {
  if (value === undefined) return [];
  if (value.length > LONGEST) return [statement(subject, term('truncated'), typed(true, xsd.boolean))];
  if (written === undefined || written.startsWith('_:'))
    return [statement(subject, sh.value, literal(value))];
  return parseLines([`<urn:x> <urn:x> ${written} .`]).map(({ object }) =>
    statement(subject, sh.value, object),
  );
}

function cellStatements(
  subject: string,
  { file, row, line, sheetRow, column, cell, suggestions = [] }: ShapeResult,
): readonly RDF.Quad[] {
  const said = (name: (typeof TERMS)[number], value: string | number | undefined) => {
    if (value === undefined) return [];
    return [statement(subject, term(name), typeof value === 'number' ? integer(value) : literal(value))];
  };
  return [
    ...said('file', file),
    ...said('row', row),
    ...said('line', line),
    ...said('sheetRow', sheetRow),
    ...said('column', column),
    ...said('cell', cell),
    ...suggestions.flatMap((suggestion) => said('suggestion', suggestion)),
  ];
}

const bilingual = (subject: string, predicate: string, { fr, en }: Bilingual): readonly RDF.Quad[] => [
  statement(subject, predicate, text(fr, 'fr')),
  statement(subject, predicate, text(en, 'en')),
];
