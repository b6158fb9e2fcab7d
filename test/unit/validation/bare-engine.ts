import { DataFactory, Store } from 'n3';
import { Validator } from 'shacl-engine';
import type { RDF } from '../../../src/rdf/index.ts';

/** The engine as it is published: what the platform itself never calls. */
interface BareEngine {
  validate(data: { dataset: Store }): Promise<{ readonly results: readonly BareResult[] }>;
}

interface BareResult {
  readonly focusNode: { readonly term: RDF.Term };
  readonly constraintComponent: RDF.Term;
  readonly value?: { readonly term: RDF.Term };
}

/** A result as it is compared. */
export const resultText = (focusNode: RDF.Term, component: string, value: RDF.Term | undefined): string =>
  [focusNode.value, component.replace(/.*#/, ''), value?.value ?? ''].join(' ');

/** What shacl-engine says without our mending. */
export async function bareResults(shapes: readonly RDF.Quad[], data: readonly RDF.Quad[]): Promise<string[]> {
  const engine = new Validator(new Store([...shapes]), { factory: DataFactory }) as unknown as BareEngine;
  const { results } = await engine.validate({ dataset: new Store([...data]) });
  return results
    .map(({ focusNode, constraintComponent, value }) =>
      resultText(focusNode.term, constraintComponent.value, value?.term),
    )
    .sort();
}
