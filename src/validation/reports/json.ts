import type { Bilingual, Severity } from '../../model/index.ts';
import { type RDF, xsd } from '../../rdf/index.ts';
import { pathText } from '../paths.ts';
import type { GraphResult } from '../validate-graph.ts';
import { type Cause, causesOf } from './causes.ts';
import { type GraphReport, groupsOf, LONGEST_VALUE, ownMessage, type ResultGroup } from './report.ts';

/** A validation as JSON. Texts are there in both languages; terms as in SPARQL's JSON results. */
export interface GraphReportDocument {
  /** The form of this document: raised when a member changes its meaning or goes away. */
  readonly version: 1;
  readonly data: readonly string[];
  readonly shapes: readonly string[];
  /** As SHACL has it: no result at all, whatever the severity. */
  readonly conforms: boolean;
  readonly resultCount: number;
  readonly counts: Readonly<Record<Severity, number>>;
  readonly statements: number;
  /** Focus nodes, once for each shape that judged them. With 0, nothing was judged. */
  readonly focusNodes: number;
  /** Whether `--limit` kept results from being samples. */
  readonly truncated: boolean;
  /** Every shape with a target. */
  readonly judged: readonly {
    readonly shape: string;
    readonly focusNodes: number;
    readonly results: number;
  }[];
  /** The gravest and most frequent first. */
  readonly groups: readonly ReportedGroup[];
  /** The number of all groups, where the rarest are left out. */
  readonly groupsTruncatedFrom?: number;
}

export interface ReportedGroup {
  /** The shape whose target led to the nodes. */
  readonly shape: string;
  /** The shape that speaks: its IRI, or that of the shape that holds it. */
  readonly sourceShape: string;
  /** As SPARQL writes it. */
  readonly path?: string;
  /** IRI. */
  readonly component: string;
  readonly severity: Severity;
  /** IRI: that of the shape, where it is none of SHACL's three. */
  readonly severityIri: string;
  readonly message: Bilingual;
  readonly count: number;
  /** Distinct nodes with such a result. */
  readonly nodesConcerned: number;
  readonly nodesJudged: number;
  /** The part of them that is concerned, 0 to 1; absent where shapes inside found it in other nodes. */
  readonly share?: number;
  /** Whether there are more results than samples. */
  readonly truncated: boolean;
  readonly samples: readonly ReportedSample[];
}

export interface ReportedSample {
  readonly focusNode: ReportedTerm;
  readonly value?: ReportedTerm;
  /** Where it differs from that of the group. */
  readonly message?: Bilingual;
  readonly causes: readonly ReportedCause[];
  readonly causesTruncated: boolean;
}

export interface ReportedCause {
  readonly message: Bilingual;
  readonly focusNode: ReportedTerm;
  readonly value?: ReportedTerm;
  readonly causes: readonly ReportedCause[];
}

export interface ReportedTerm {
  readonly type: 'uri' | 'literal' | 'bnode';
  readonly value: string;
  readonly 'xml:lang'?: string;
  readonly datatype?: string;
  /** The length of a text that is told by its beginning only. */
  readonly truncatedFrom?: number;
  /** Of blank nodes, whose names mean nothing outside the run. */
  readonly description?: Bilingual;
}

type TermWriter = (term: RDF.Term) => ReportedTerm;

/** A validation as a value that `JSON.stringify` writes. */
export function graphReportDocument(report: GraphReport): GraphReportDocument {
  const { data, shapes, conforms, resultCount, counts, statements, focusNodes, truncated } = report;
  const term = termWriter(report);
  return {
    version: 1,
    data,
    shapes,
    conforms,
    resultCount,
    counts,
    statements,
    focusNodes,
    truncated,
    judged: report.shapesJudged.map((one) => ({
      shape: one.shape.value,
      focusNodes: one.focusNodes,
      results: one.groups.reduce((sum, { count }) => sum + count, 0),
    })),
    groups: groupsOf(report).map((group) => reportedGroup(group, term)),
    ...(report.groupCount > groupsOf(report).length ? { groupsTruncatedFrom: report.groupCount } : {}),
  };
}

function reportedGroup(group: ResultGroup, term: TermWriter): ReportedGroup {
  const { shape, first, severity, message, count, concerned, judged, share, samples } = group;
  return {
    shape: shape.value,
    sourceShape: first.shapeIri ?? shape.value,
    ...(first.path === undefined ? {} : { path: pathText(first.path, (iri) => `<${iri}>`) }),
    component: first.component,
    severity,
    severityIri: first.severity.value,
    message,
    count,
    nodesConcerned: concerned,
    nodesJudged: judged,
    ...(share === undefined ? {} : { share }),
    truncated: samples.length < count,
    samples: samples.map((sample) => ({
      ...reportedSample(sample, term),
      ...ifAny(ownMessage(sample, group)),
    })),
  };
}

const ifAny = (message: Bilingual | undefined) => (message ? { message } : {});

function reportedSample(result: GraphResult, term: TermWriter): ReportedSample {
  const { causes, truncated } = causesOf(result);
  return {
    ...nodes(result, term),
    causes: causes.map((cause) => reportedCause(cause, term)),
    causesTruncated: truncated,
  };
}

const reportedCause = (cause: Cause, term: TermWriter): ReportedCause => ({
  message: cause.message,
  ...nodes(cause, term),
  causes: cause.causes.map((inner) => reportedCause(inner, term)),
});

const nodes = ({ focusNode, value }: Pick<GraphResult, 'focusNode' | 'value'>, term: TermWriter) => ({
  focusNode: term(focusNode),
  ...(value === undefined ? {} : { value: term(value) }),
});

export const termWriter =
  ({ describe }: Pick<GraphReport, 'describe'>): TermWriter =>
  (term) => {
    if (term.termType === 'NamedNode') return { type: 'uri', value: term.value };
    if (term.termType === 'Literal') return reportedLiteral(term);
    return {
      type: 'bnode',
      value: term.value,
      description: { fr: describe(term, 'fr'), en: describe(term, 'en') },
    };
  };

const cutValue = (value: string) =>
  value.length <= LONGEST_VALUE
    ? { value }
    : { value: value.slice(0, LONGEST_VALUE), truncatedFrom: value.length };

function reportedLiteral({ value, language, datatype }: RDF.Literal): ReportedTerm {
  const literal = { type: 'literal', ...cutValue(value) } as const;
  if (language) return { ...literal, 'xml:lang': language };
  return { ...literal, ...(datatype.value === xsd.string ? {} : { datatype: datatype.value }) };
}
