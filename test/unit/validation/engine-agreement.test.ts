import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RDF } from '../../../src/rdf/index.ts';
import { validateGraph } from '../../../src/validation/index.ts';
import { bareResults, resultText } from './bare-engine.ts';
import { shapesFile } from './shapes.ts';

function ourResults(shapes: string, data: readonly RDF.Quad[]): string[] {
  const validated = validateGraph({ shapes: [shapesFile(shapes)], data });
  if (validated.kind === 'refused') throw new Error(JSON.stringify(validated.complaints, null, 1));
  return validated.results
    .map(({ focusNode, component, value }) => resultText(focusNode, component, value))
    .sort();
}

const SIMPLE = [
  'sh:nodeKind sh:IRI',
  'sh:nodeKind sh:Literal',
  'sh:class ex:C',
  'sh:datatype xsd:integer',
  'sh:minInclusive 2',
  'sh:pattern "b"',
  'sh:in ( ex:a 1 "x" )',
  'sh:hasValue ex:b',
  'sh:hasValue 1',
];
const ON_PATHS = ['sh:minCount 1', 'sh:maxCount 1', 'sh:maxCount 0', 'sh:equals ex:q', 'sh:lessThan ex:q'];
const PATHS = [
  'ex:p',
  'ex:q',
  '[ sh:inversePath ex:p ]',
  '( ex:p ex:q )',
  '[ sh:zeroOrMorePath ex:q ]',
  '[ sh:alternativePath ( ex:p ex:q ) ]',
  '[ sh:oneOrMorePath ex:p ]',
  '[ sh:zeroOrOnePath ex:q ]',
];

/** Trees of shapes without names, so that the engine never meets a shape and a node again. */
const { shape: trees } = fc.letrec<{ shape: string }>((tie) => ({
  shape: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(...SIMPLE),
    fc
      .tuple(fc.constantFrom(...PATHS), fc.constantFrom(...ON_PATHS), tie('shape'))
      .map(([path, more, inside]) => `sh:property [ sh:path ${path} ; ${more} ; sh:node [ ${inside} ] ]`),
    fc
      .tuple(fc.constantFrom('and', 'or', 'xone'), fc.array(tie('shape'), { minLength: 1, maxLength: 3 }))
      .map(([kind, inside]) => `sh:${kind} ( ${inside.map((one) => `[ ${one} ]`).join(' ')} )`),
    tie('shape').map((inside) => `sh:not [ ${inside} ]`),
  ),
}));

/** Qualified shapes stand outermost: inside others the engine judges the wrong node. */
const qualified = fc
  .tuple(fc.constantFrom(...PATHS), fc.constantFrom('Min', 'Max'), trees)
  .map(
    ([path, bound, inside]) =>
      `sh:property [ sh:path ${path} ; sh:qualified${bound}Count 1 ; sh:qualifiedValueShape [ ${inside} ] ]`,
  );
const shapes = fc.oneof({ weight: 3, arbitrary: trees }, { weight: 1, arbitrary: qualified });

const nodes = fc.constantFrom('ex:a', 'ex:b', 'ex:c', 'ex:d');
const statements = fc.oneof(
  fc.tuple(nodes, fc.constantFrom('ex:p', 'ex:q'), fc.oneof(nodes, fc.constantFrom('1', '2', '"x"'))),
  fc.tuple(nodes, fc.constant('a'), fc.constantFrom('ex:C', 'ex:D')),
);
const graphs = fc.array(
  statements.map((parts) => `${parts.join(' ')} .`),
  { minLength: 1, maxLength: 10 },
);

describe('Where shacl-engine by itself is right', () => {
  it('the results are the same', async () => {
    await fc.assert(
      fc.asyncProperty(shapes, graphs, nodes, async (body, lines, focus) => {
        const turtle = `ex:S a sh:NodeShape ; sh:targetNode ${focus} ; ${body} .`;
        const data = shapesFile(lines.join('\n')).quads;
        expect(ourResults(turtle, data)).toEqual(await bareResults(shapesFile(turtle).quads, data));
      }),
      { numRuns: 500 },
    );
  });
});
