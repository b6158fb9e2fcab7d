import { crm, literalSpan, type RDF, spanBetween, type YearSpan } from '../rdf/index.ts';
import { type Reading, termTitle } from './links.ts';
import type { Sheet, Statements } from './sheet.ts';

/** A span of time that a description gives, and what happened then. */
export interface SaidTime {
  readonly span: YearSpan;
  /** Capitalised label of the property that leads to it; undefined where the thing itself is the span. */
  readonly label?: string;
}

/** Properties whose values bound a span: shown as one bar. */
export const BOUNDS: ReadonlySet<string> = new Set([crm.P82a_begin_of_the_begin, crm.P82b_end_of_the_end]);

/** Every span in a description, in order of beginning; the same span under the same name once. */
export function timesOf(sheet: Sheet, reading: Reading): readonly SaidTime[] {
  const found = [...sheet.subjects].flatMap(([subject, statements]) => {
    const bounds = boundedSpan(statements);
    const dated = datedSpans(statements);
    if (dated.length === 0 && bounds) return [said(bounds, labelOf(subject, sheet, reading))];
    return dated.map(({ span, property }) =>
      said(span, labelOf(subject, sheet, reading) ?? termTitle(property, reading)),
    );
  });
  const distinct = new Map(
    found.map((one) => [JSON.stringify([one.label, one.span.begin, one.span.end]), one]),
  );
  return [...distinct.values()].sort((a, b) => a.span.begin - b.span.begin || a.span.end - b.span.end);
}

const said = (span: YearSpan, label: string | undefined): SaidTime =>
  label === undefined ? { span } : { span, label };

/** A hash IRI is named by the property of the thing that leads to it, however many steps away. */
function labelOf(subject: string, sheet: Sheet, reading: Reading, depth = 0): string | undefined {
  const way = sheet.reachedBy.get(subject);
  if (!way || depth > 8) return undefined;
  return labelOf(way.subject, sheet, reading, depth + 1) ?? termTitle(way.property, reading);
}

/** The span between a subject's earliest begin and its latest end. */
export function boundedSpan(statements: Statements): YearSpan | undefined {
  const texts = (property: string) => (statements.get(property) ?? []).map((term) => term.value);
  return spanBetween(texts(crm.P82a_begin_of_the_begin), texts(crm.P82b_end_of_the_end));
}

function datedSpans(statements: Statements): readonly { span: YearSpan; property: string }[] {
  return [...statements]
    .filter(([property]) => !BOUNDS.has(property))
    .flatMap(([property, terms]) => terms.map((term) => ({ property, span: spanOf(term) })))
    .flatMap(({ property, span }) => (span ? [{ property, span }] : []));
}

const spanOf = (term: RDF.Term): YearSpan | undefined =>
  term.termType === 'Literal' ? literalSpan(term.value, term.datatype.value) : undefined;
