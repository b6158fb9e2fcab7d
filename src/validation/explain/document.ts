import type { Bilingual, Severity } from '../../model/index.ts';
import { iriText, type RDF } from '../../rdf/index.ts';
import { pathText } from '../paths.ts';
import { type ReportedTerm, termWriter } from '../reports/json.ts';
import type {
  ConstraintVerdict,
  Explanation,
  IdleShape,
  ShapeNames,
  ShapeVerdict,
  Some,
  TargetReason,
} from './explanation.ts';

/** An explanation as JSON: the members of `Explanation`, terms as in SPARQL's JSON results, paths as SPARQL has them. */
export interface ExplanationDocument {
  /** The form of this document: raised when a member changes its meaning or goes away. */
  readonly version: 1;
  readonly resource: string;
  readonly described: boolean;
  readonly conforms: boolean;
  readonly counts: Readonly<Record<Severity, number>>;
  readonly judged: Some<{ readonly reasons: readonly object[]; readonly verdict: VerdictDocument }>;
  readonly others: Some<NamesDocument & Pick<IdleShape, 'why'> & { readonly targets: Some<object> }>;
}

export interface NamesDocument {
  /** IRI of the shape, or of the one that holds it. */
  readonly shape?: string;
  readonly name?: Bilingual;
  readonly description?: Bilingual;
}

export interface VerdictDocument extends NamesDocument, Pick<ShapeVerdict, 'state' | 'severity' | 'cut'> {
  readonly focusNode: ReportedTerm;
  readonly path?: string;
  readonly values?: Some<ReportedTerm>;
  readonly constraints: readonly ConstraintDocument[];
  readonly properties: Some<VerdictDocument>;
}

export interface ConstraintDocument
  extends Pick<ConstraintVerdict, 'parameter' | 'asks' | 'outcome' | 'severity' | 'message'> {
  readonly faults: Some<{ readonly value?: ReportedTerm; readonly path?: string }>;
  readonly members: Some<VerdictDocument>;
}

/** An explanation as a value that `JSON.stringify` writes. */
export function explanationDocument(explanation: Explanation): ExplanationDocument {
  const { resource, described, conforms, counts, judged, others } = explanation;
  const term = termWriter(explanation);
  return {
    version: 1,
    resource,
    described,
    conforms,
    counts,
    judged: each(judged, ({ reasons, verdict }) => ({
      reasons: reasons.map((reason) => reasonDocument(reason, term)),
      verdict: verdictDocument(verdict, term),
    })),
    others: each(others, (one) => ({
      ...namesDocument(one),
      why: one.why,
      targets: each(one.targets, ({ parameter, value }) => ({ parameter, value: term(value) })),
    })),
  };
}

type TermWriter = (term: RDF.Term) => ReportedTerm;

const each = <T, U>({ told, count }: Some<T>, write: (one: T) => U): Some<U> => ({
  told: told.map(write),
  count,
});

const reasonDocument = (reason: TargetReason, term: TermWriter): object =>
  reason.kind === 'objects-of' ? { ...reason, subject: term(reason.subject) } : reason;

const namesDocument = ({ shapeIri, name, description }: ShapeNames): NamesDocument => ({
  ...(shapeIri !== undefined && { shape: shapeIri }),
  ...(name && { name }),
  ...(description && { description }),
});

function verdictDocument(verdict: ShapeVerdict, term: TermWriter): VerdictDocument {
  const { focusNode, path, values, constraints, properties, state, severity, cut } = verdict;
  return {
    ...namesDocument(verdict),
    focusNode: term(focusNode),
    state,
    severity,
    ...(path && { path: pathText(path, iriText) }),
    ...(values && { values: each(values, term) }),
    constraints: constraints.map(({ faults, members, ...rest }) => ({
      ...rest,
      faults: each(faults, ({ value, path: of }) => ({
        ...(value && { value: term(value) }),
        ...(of && { path: pathText(of, iriText) }),
      })),
      members: each(members, (one) => verdictDocument(one, term)),
    })),
    properties: each(properties, (one) => verdictDocument(one, term)),
    cut,
  };
}
