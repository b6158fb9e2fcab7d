import type { Bilingual } from '../../model/index.ts';
import {
  blankNode,
  cimaise,
  integer,
  iri,
  literal,
  PREFIXES,
  quad,
  type RDF,
  rdf,
  rdfs,
  sh,
  text,
  typed,
  xsd,
} from '../../rdf/index.ts';
import { termKey } from '../term-keys.ts';
import { MOST_DETAILS } from '../too-costly.ts';
import type { GraphResult } from '../validate-graph.ts';
import { pathStatements } from './path-statements.ts';
import { type GraphReport, LONGEST_VALUE } from './report.ts';

/** Prefixes for writing a report: the usual ones, and that of the platform's own terms. */
export const GRAPH_REPORT_PREFIXES: Readonly<Record<string, string>> = {
  ...PREFIXES,
  cimaise: cimaise.namespace,
};

/** Reasons that are written in a whole report, each as often as another has it. */
const MOST_REASONS = 20_000;

type Subject = RDF.NamedNode | RDF.BlankNode;

/**
 * A validation as a SHACL validation report (SHACL 3.6), its reasons as `sh:detail`. A report that a limit cut says so:
 * `cimaise:truncated true`, with the number of all results (on a result: reasons were left out); `sh:conforms` is always
 * that of all. Blank nodes of data
 * and shapes have a comment, because their names mean nothing elsewhere.
 */
export function graphReportQuads(report: GraphReport): readonly RDF.Quad[] {
  const root = blankNode('report');
  const writer = new ReportWriter(report);
  writer.say(root, rdf.type, iri(sh.ValidationReport));
  writer.say(root, sh.conforms, typed(report.conforms, xsd.boolean));
  if (report.truncated) {
    writer.say(root, `${cimaise.namespace}truncated`, typed(true, xsd.boolean));
    writer.say(root, `${cimaise.namespace}resultCount`, integer(report.resultCount));
  }
  const results = report.told.map((result) => writer.result(result));
  for (const result of results) writer.say(root, sh.result, result);
  return [...Map.groupBy(writer.quads, ({ subject }) => subject.value).values()].flat();
}

/** Collects statements; a finding that several others have for a reason is written once. */
class ReportWriter {
  readonly quads: RDF.Quad[] = [];
  readonly #report: GraphReport;
  readonly #written = new Map<GraphResult, Subject>();
  readonly #described = new Set<string>();
  #details = 0;

  constructor(report: GraphReport) {
    this.#report = report;
  }

  say(subject: Subject, predicate: string, object: RDF.Quad_Object): void {
    this.quads.push(quad(subject, iri(predicate), object));
  }

  /** The node of a result, and its statements where they are not written yet. */
  result(result: GraphResult): Subject {
    const known = this.#written.get(result);
    if (known) return known;
    const node = blankNode(`result${this.#written.size + 1}`);
    this.#written.set(result, node);
    this.say(node, rdf.type, iri(sh.ValidationResult));
    this.say(node, sh.focusNode, this.#node(result.focusNode));
    if (result.path) this.say(node, sh.resultPath, pathStatements(result.path, this.quads));
    if (result.value) this.#value(node, result.value);
    this.say(node, sh.resultSeverity, result.severity as RDF.NamedNode);
    this.say(node, sh.sourceConstraintComponent, iri(result.component));
    this.say(node, sh.sourceShape, this.#shape(result));
    if (result.sourceConstraint)
      this.say(node, sh.sourceConstraint, this.#constraint(result.sourceConstraint));
    this.#bilingual(node, sh.resultMessage, result.message);
    this.#reasons(node, result.details);
    return node;
  }

  #reasons(node: Subject, details: readonly GraphResult[]): void {
    for (const [index, detail] of details.entries()) {
      if (index === MOST_DETAILS || this.#details >= MOST_REASONS) {
        this.say(node, `${cimaise.namespace}truncated`, typed(true, xsd.boolean));
        return;
      }
      this.#details += 1;
      this.say(node, sh.detail, this.result(detail));
    }
  }

  /** A text of many pages is told by its beginning, under a name that does not claim to be the value. */
  #value(node: Subject, value: RDF.Term): void {
    if (value.termType === 'Literal' && value.value.length > LONGEST_VALUE) {
      const beginning = value.value.slice(0, LONGEST_VALUE).toWellFormed();
      this.say(node, `${cimaise.namespace}valueBeginning`, literal(beginning));
      this.say(node, `${cimaise.namespace}valueLength`, integer(value.value.length));
    } else this.say(node, sh.value, this.#node(value));
  }

  /** Blank nodes of data and shapes come from different files: their labels are kept apart. */
  #node(term: RDF.Term): RDF.Quad_Object {
    if (term.termType !== 'BlankNode') return term as RDF.Quad_Object;
    const node = blankNode(`data.${term.value}`);
    const { describe } = this.#report;
    this.#comment(node, () => ({ fr: describe(term, 'fr'), en: describe(term, 'en') }));
    return node;
  }

  #shape({ shape, shapeIri }: GraphResult): Subject {
    if (shape.termType === 'NamedNode') return shape;
    const node = blankNode(`shape.${shape.value}`);
    if (shapeIri !== undefined && !this.#described.has(termKey(node)))
      this.say(node, rdfs.seeAlso, iri(shapeIri));
    this.#comment(node, () => ({
      fr: `forme sans IRI${shapeIri === undefined ? '' : `, dans <${shapeIri}>`}`,
      en: `shape without IRI${shapeIri === undefined ? '' : `, in <${shapeIri}>`}`,
    }));
    return node;
  }

  #constraint(term: RDF.Term): Subject {
    return term.termType === 'NamedNode' ? term : blankNode(`shape.${term.value}`);
  }

  #comment(node: Subject, comment: () => Bilingual): void {
    if (this.#described.has(termKey(node))) return;
    this.#described.add(termKey(node));
    this.#bilingual(node, rdfs.comment, comment());
  }

  #bilingual(subject: Subject, predicate: string, { fr, en }: Bilingual): void {
    this.say(subject, predicate, text(fr, 'fr'));
    this.say(subject, predicate, text(en, 'en'));
  }
}
