import type { Bilingual, Severity } from '../../model/index.ts';
import type { RDF } from '../../rdf/index.ts';
import type { Path } from '../paths.ts';
import type { Describer } from '../reports/describe.ts';

/** The first of several, and how many there are. */
export interface Some<T> {
  readonly told: readonly T[];
  readonly count: number;
}

/** Everything that shapes say of one resource: why they judge it, each constraint tried, and what came of it. */
export interface Explanation {
  /** IRI. */
  readonly resource: string;
  /** Whether a statement of the data has it, or a part of it, as its subject. */
  readonly described: boolean;
  /** As SHACL has it: no result at all, whatever the severity. */
  readonly conforms: boolean;
  /** Results, as a validation report counts them. */
  readonly counts: Readonly<Record<Severity, number>>;
  /** Shapes that have the resource, or a part of it, as their target. */
  readonly judged: Some<TargetVerdict>;
  /** Shapes with a target that did not judge it. */
  readonly others: Some<IdleShape>;
  /** Names terms for people. */
  readonly describe: Describer;
}

/** Why a shape judges a node (SHACL 2.1.3). */
export type TargetReason =
  /** From the node's type to the targeted class; `implicit` where the shape is that class. */
  | { readonly kind: 'class'; readonly classes: readonly string[]; readonly implicit: boolean }
  | { readonly kind: 'node' }
  | { readonly kind: 'subjects-of'; readonly property: string }
  | { readonly kind: 'objects-of'; readonly property: string; readonly subject: RDF.Term };

export interface TargetVerdict {
  readonly reasons: readonly TargetReason[];
  readonly verdict: ShapeVerdict;
}

/** A shape that has targets, none of which is the resource, or that is switched off. */
export interface IdleShape extends ShapeNames {
  readonly why: 'no-target-matches' | 'deactivated';
  /** What it targets: classes, nodes, properties. */
  readonly targets: Some<{ readonly parameter: string; readonly value: RDF.Term }>;
}

/** How a shape presents itself. */
export interface ShapeNames {
  readonly shape: RDF.Term;
  /** Its IRI, or that of the shape that holds it. */
  readonly shapeIri?: string;
  readonly name?: Bilingual;
  /** Why it matters (`sh:description`). */
  readonly description?: Bilingual;
}

/** What one shape makes of one node. */
export interface ShapeVerdict extends ShapeNames {
  readonly focusNode: RDF.Term;
  readonly state: 'kept' | 'violated' | 'deactivated';
  readonly severity: Severity;
  /** Property shapes: the path, and the value nodes that it leads to. */
  readonly path?: Path;
  readonly values?: Some<RDF.Term>;
  readonly constraints: readonly ConstraintVerdict[];
  /** What the property shapes inside make of each value node. */
  readonly properties: Some<ShapeVerdict>;
  /** Whether its inside is left out, because it is too deep or the explanation too long. */
  readonly cut: boolean;
}

/** What came of one constraint: one value of one parameter on one shape. */
export interface ConstraintVerdict {
  /** IRI of the parameter: `sh:minCount`. */
  readonly parameter: string;
  /** What it asks, in words: “at least 1 value”. */
  readonly asks: Bilingual;
  /** `not-tried`: it is judged elsewhere (`sh:sparql`), or has no meaning here. */
  readonly outcome: 'kept' | 'violated' | 'not-tried';
  readonly severity: Severity;
  /** What the results say: what to do. */
  readonly message?: Bilingual;
  /** Its results. */
  readonly faults: Some<Fault>;
  /** What the shapes that it asks make of each value node, those at fault first. */
  readonly members: Some<ShapeVerdict>;
}

/** One result: the value at fault where it is one, its property where that is not the shape's path (`sh:closed`). */
export interface Fault {
  readonly value?: RDF.Term;
  readonly path?: Path;
}
