import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { iri, quad, type RDF } from '../../../src/rdf/index.ts';
import { GraphIndex } from '../../../src/validation/graph-view.ts';
import type { Path } from '../../../src/validation/paths.ts';
import { compilePath } from '../../../src/validation/walk-path.ts';

type Pair = readonly [from: number, to: number];
const NODES = [0, 1, 2, 3, 4];
const PREDICATES = ['http://example.org/p', 'http://example.org/q'];
const node = (number: number): RDF.NamedNode => iri(`http://example.org/n${number}`);

interface Edge {
  readonly pair: Pair;
  readonly predicate: string;
}

/** The meaning of a path as a set of pairs, composed and closed naively: SPARQL 1.1, 18.4. */
function relation(path: Path, edges: readonly Edge[]): readonly Pair[] {
  switch (path.kind) {
    case 'predicate':
      return edges.filter(({ predicate }) => predicate === path.iri).map(({ pair }) => pair);
    case 'inverse':
      return relation(path.path, edges).map(([from, to]) => [to, from]);
    case 'sequence':
      return path.paths.map((one) => relation(one, edges)).reduce(composed, identity);
    case 'alternative':
      return path.paths.flatMap((one) => relation(one, edges));
    case 'zeroOrOne':
      return [...identity, ...relation(path.path, edges)];
    case 'zeroOrMore':
      return [...identity, ...closure(relation(path.path, edges))];
    case 'oneOrMore':
      return closure(relation(path.path, edges));
  }
}

const identity: readonly Pair[] = NODES.map((number) => [number, number]);
const composed = (left: readonly Pair[], right: readonly Pair[]): readonly Pair[] =>
  left.flatMap(([from, middle]) =>
    right.filter(([start]) => start === middle).map(([, to]): Pair => [from, to]),
  );
const closure = (step: readonly Pair[]): readonly Pair[] =>
  NODES.reduce<readonly Pair[]>(
    (known) => [...new Map([...known, ...composed(known, step)].map((pair) => [pair.join(), pair])).values()],
    step,
  );

const { path: paths } = fc.letrec<{ path: Path }>((tie) => ({
  path: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom(...PREDICATES).map((name): Path => ({ kind: 'predicate', iri: name })),
    fc
      .tuple(fc.constantFrom('inverse', 'zeroOrMore', 'oneOrMore', 'zeroOrOne'), tie('path'))
      .map(([kind, path]) => ({ kind, path }) as Path),
    fc
      .tuple(
        fc.constantFrom('sequence', 'alternative'),
        fc.array(tie('path'), { minLength: 2, maxLength: 3 }),
      )
      .map(([kind, inside]) => ({ kind, paths: inside }) as Path),
  ),
}));
const number = fc.constantFrom(...NODES);
const graphs = fc.array(
  fc.record({ pair: fc.tuple(number, number), predicate: fc.constantFrom(...PREDICATES) }),
  { maxLength: 10 },
);

describe('A property path, nested however', () => {
  it('leads exactly where its relation does, each node once', () => {
    fc.assert(
      fc.property(paths, graphs, number, (path, edges, start) => {
        const data = new GraphIndex(
          edges.map(({ pair: [from, to], predicate }) => quad(node(from), iri(predicate), node(to))),
        );
        const found = compilePath(path)(node(start), data).map(({ value }) => value);
        const wanted = relation(path, edges).filter(([from]) => from === start);
        expect(new Set(found).size).toBe(found.length);
        expect(found.sort()).toEqual([...new Set(wanted.map(([, to]) => node(to).value))].sort());
      }),
      { numRuns: 500 },
    );
  });
});
