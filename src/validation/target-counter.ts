import type { ResourceStar } from '../model/index.ts';
import { parseLines, quadLineParts, type RDF } from '../rdf/index.ts';
import { createSuperclasses, type Superclasses } from './class-hierarchy.ts';
import { shapeName } from './shape-complaint.ts';
import type { ShapeGraph } from './shape-graph.ts';
import { createTargetFinder, type TargetFinder } from './targets.ts';

/** Counts the focus nodes of every shape that has a target. */
export class TargetCounter {
  /** By the shape's IRI, or that of the shape that holds it. */
  readonly counts = new Map<string, number>();
  readonly #graph: ShapeGraph;
  readonly #targets: TargetFinder;
  readonly #superclasses: Superclasses;

  constructor(graph: ShapeGraph, ontologies: readonly RDF.Quad[]) {
    this.#graph = graph;
    this.#targets = createTargetFinder(graph);
    this.#superclasses = createSuperclasses([...graph.quads, ...ontologies]);
  }

  add = (shape: RDF.Term, focusNodes: number): void => {
    const name = shapeName(this.#graph, shape);
    this.counts.set(name, (this.counts.get(name) ?? 0) + focusNodes);
  };

  /** Counts the targets in stars that nobody judges. */
  note(stars: readonly ResourceStar[]): void {
    const { among, objectsAmong, concerns } = this.#targets;
    for (const { lines } of stars) {
      const quads = parseLines(lines.filter((line) => concerns(quadLineParts(line).predicate)));
      for (const { shape, focusNodes } of [...among(quads, this.#superclasses), ...objectsAmong(quads)])
        this.add(shape, focusNodes.length);
    }
  }
}
