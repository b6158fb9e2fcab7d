/** The part of shacl-engine 1.1.2 that this room uses; the package has no types of its own. */
declare module 'shacl-engine' {
  import type * as RDF from '@rdfjs/types';

  /** A grapoi pointer: one or several terms in the shapes graph. */
  export interface Pointer {
    readonly term?: RDF.Term;
    readonly terms: readonly RDF.Term[];
    node(terms: readonly RDF.Term[]): Pointer;
  }

  export interface EngineShape {
    readonly ptr: Pointer;
    readonly deactivated: unknown;
  }

  export interface Details {
    readonly value?: { readonly term: RDF.Term };
  }

  /** What the engine's own components ask of the context in which they judge. */
  export interface Context {
    readonly factory: { literal(text: string): unknown };
    readonly valueOrNode: { readonly term: RDF.Term };
    /** Value nodes of a property shape. */
    readonly values: { readonly terms: readonly RDF.Term[] };
    test(success: boolean, component: RDF.Term, details: Details): void;
  }

  export interface CompiledComponent {
    /** Judges each value node. */
    generic?(context: Context): void;
    /** Judges the focus node of a node shape. */
    node?(context: Context): void;
    /** Judges all value nodes of a property shape together. */
    property?(context: Context): void;
  }

  export type CompileComponent = (shape: EngineShape) => CompiledComponent | null;

  export class Validator {
    constructor(
      dataset: object,
      options: {
        readonly factory: object;
        readonly validations?: Iterable<readonly [RDF.Term, CompileComponent]>;
      },
    );
    readonly registry: { readonly validations: { get(parameter: RDF.Term): CompileComponent | undefined } };
    readonly shapesPtr: Pointer;
    shape(pointer: Pointer): EngineShape | null;
  }
}
