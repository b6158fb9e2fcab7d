/** The part of shacl-engine 1.1.2 that this room uses; the package has no types of its own. */
declare module 'shacl-engine' {
  import type * as RDF from '@rdfjs/types';

  /** A grapoi pointer: one or several terms in a dataset. */
  export interface Pointer {
    readonly term?: RDF.Term;
    readonly terms: readonly RDF.Term[];
  }

  export interface EngineShape {
    readonly ptr: Pointer;
    readonly path: readonly { readonly predicates: readonly RDF.Term[] }[] | null;
    readonly severity?: RDF.Term;
  }

  export interface Context {
    readonly valueOrNode: Pointer;
    /** Values of a property shape. */
    readonly values: Pointer;
    violation(component: RDF.Term, details: { readonly value?: Pointer }): void;
  }

  export interface CompiledComponent {
    /** Judges each value node. */
    readonly generic?: (context: Context) => void;
    /** Judges all values of a property shape together. */
    readonly property?: (context: Context) => void;
  }

  export interface EngineResult {
    readonly constraintComponent: RDF.Term;
    readonly focusNode: Pointer;
    readonly severity: RDF.Term;
    readonly shape: EngineShape;
    readonly value?: Pointer;
  }

  export class Validator {
    constructor(
      dataset: object,
      options: {
        readonly factory: object;
        readonly validations?: Iterable<
          readonly [RDF.Term, (shape: EngineShape) => CompiledComponent | null]
        >;
      },
    );
    validate(
      data: { readonly dataset: object; readonly terms: readonly RDF.Term[] },
      shapes: readonly { readonly terms: readonly RDF.Term[] }[],
    ): Promise<{ readonly results: readonly EngineResult[] }>;
  }
}
