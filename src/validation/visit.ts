/// <reference path="./shacl-engine.d.ts" />
import type { CompiledComponent, Context, Details } from 'shacl-engine';
import type { Bilingual } from '../model/index.ts';
import { type RDF, sh } from '../rdf/index.ts';
import type { Superclasses } from './class-hierarchy.ts';
import type { GraphView } from './graph-view.ts';
import type { Path } from './paths.ts';
import type { SparqlOracle } from './sparql/constraint.ts';
import { termKey } from './term-keys.ts';
import { MOST_DETAILS, MOST_OF_NODE, tooManyResults } from './too-costly.ts';
import type { Walk } from './walk-path.ts';

/** What is judged: data, and what is a subclass of what. */
export interface World {
  readonly data: GraphView;
  readonly superclasses: Superclasses;
  /** Is told every visit when it ends, those of inner shapes before those of outer ones. */
  readonly trace?: Trace | undefined;
  /** Who answers constraints in SPARQL; absent where shapes have none. */
  readonly sparql?: {
    readonly oracle: SparqlOracle;
    /** Those on target nodes are asked elsewhere, of all nodes at once. */
    readonly exceptSets?: boolean;
  };
}

/** @param found what this visit found, inner property shapes included */
export type Trace = (visit: Visit, found: readonly Finding[]) => void;

/**
 * The question whether one focus node has one shape. What inner shapes find on the way is kept until it is answered:
 * shapes that are reached by many ways are judged once, and every way tells the same.
 */
export interface Inquiry extends World {
  readonly found: Map<CompiledShape, Map<string, readonly Finding[]>>;
  /** The shape with the target, the node that is judged by it, and what it finds. */
  readonly top: {
    readonly shape: CompiledShape;
    readonly focusNode: RDF.Term;
    readonly findings: readonly Finding[];
  };
}

/** A shape ready to judge. */
export interface CompiledShape {
  readonly term: RDF.Term;
  readonly severity: RDF.Term;
  readonly path?: Path;
  /** For property shapes. */
  readonly walk?: Walk;
  /** Compiled by the engine when first asked for. */
  readonly components: readonly CompiledComponent[];
}

/** One `sh:ValidationResult` in terms of RDF. */
export interface Finding {
  readonly focusNode: RDF.Term;
  readonly shape: RDF.Term;
  /** IRI of the constraint component. */
  readonly component: string;
  readonly severity: RDF.Term;
  readonly path?: Path;
  readonly value?: RDF.Term;
  /** The value of the constraint's parameter, where the component tells it. */
  readonly parameter?: RDF.Term;
  /** What the shapes inside found: the reasons of `sh:node`, `sh:or` and their kin, the first hundred and one. */
  readonly details?: readonly Finding[];
  /** The constraint in SPARQL that found it (`sh:sourceConstraint`). */
  readonly sourceConstraint?: RDF.Term;
  /** The sentence that a query's solution makes; others are made from the constraint. */
  readonly said?: Bilingual;
}

/** What a component tells of a result; the visit knows the rest. */
export type Fault = Pick<Finding, 'path' | 'value' | 'parameter' | 'details' | 'sourceConstraint' | 'said'>;

const NO_FACTORY = { literal: () => undefined };

/**
 * One shape on one focus node: what components see. It stands in for the engine's own context, which remembers shapes
 * and nodes for a whole run and answers the second question about them with silence.
 */
export class Visit implements Context {
  readonly shape: CompiledShape;
  readonly focusNode: RDF.Term;
  readonly values: { readonly terms: readonly RDF.Term[] };
  /** The value node that a `generic` component of the engine is to judge. */
  readonly valueOrNode: { term: RDF.Term };
  readonly world: Inquiry;
  readonly findings: Finding[];

  constructor(shape: CompiledShape, focusNode: RDF.Term, world: Inquiry, findings: Finding[]) {
    this.shape = shape;
    this.focusNode = focusNode;
    this.world = world;
    this.findings = findings;
    this.values = { terms: shape.walk ? shape.walk(focusNode, world.data) : [focusNode] };
    this.valueOrNode = { term: focusNode };
  }

  /** Whether the focus node is the target itself, judged by the shape with the target or by one of its properties. */
  get isOfTarget(): boolean {
    const { shape, focusNode, findings } = this.world.top;
    return (
      this.findings === findings && this.focusNode === focusNode && (this.shape === shape || !shape.walk)
    );
  }

  /** Messages are made when results are presented, not for every test. */
  get factory(): typeof NO_FACTORY {
    return NO_FACTORY;
  }

  /** How components of the engine itself speak. */
  test(success: boolean, component: RDF.Term, details: Details): void {
    if (success) return;
    this.report(component.value, details.value ? { value: details.value.term } : {});
  }

  report(component: string, fault: Fault): void {
    const { term, severity, path } = this.shape;
    this.add({
      focusNode: this.focusNode,
      shape: term,
      component,
      severity,
      ...(path === undefined ? {} : { path }),
      ...fault,
      ...(fault.details && { details: firstOf(fault.details) }),
    });
  }

  add(finding: Finding): void {
    if (this.findings.length >= MOST_OF_NODE) throw tooManyResults(MOST_OF_NODE);
    this.findings.push(finding);
  }
}

/** One more than are told, so that it can be said that there are others. */
const firstOf = (details: readonly Finding[]): readonly Finding[] =>
  details.length > MOST_DETAILS ? details.slice(0, MOST_DETAILS + 1) : details;

/** Judges a focus node by a shape; what it finds is added to the findings. */
export function judge(shape: CompiledShape, focusNode: RDF.Term, world: Inquiry, findings: Finding[]): void {
  const visit = new Visit(shape, focusNode, world, findings);
  const { length } = findings;
  for (const component of shape.components) {
    (shape.walk ? component.property : component.node)?.(visit);
    if (component.generic) judgeEach(component.generic, visit);
  }
  world.trace?.(visit, findings.slice(length));
}

function judgeEach(generic: (context: Context) => void, visit: Visit): void {
  for (const term of visit.values.terms) {
    visit.valueOrNode.term = term;
    generic(visit);
  }
}

/** What a shape finds wrong with a node: nothing means that the node conforms, whatever the severity (SHACL 3.4). */
export function faultsOf(shape: CompiledShape, node: RDF.Term, inquiry: Inquiry): readonly Finding[] {
  const ofShape = inquiry.found.get(shape) ?? new Map<string, readonly Finding[]>();
  if (ofShape.size === 0) inquiry.found.set(shape, ofShape);
  const key = termKey(node);
  const known = ofShape.get(key);
  if (known) return known;
  const findings: Finding[] = [];
  judge(shape, node, inquiry, findings);
  ofShape.set(key, findings);
  return findings;
}

/** `Node` → the IRI of `sh:NodeConstraintComponent`. */
export const componentIri = (name: string): string => `${sh.namespace}${name}ConstraintComponent`;
