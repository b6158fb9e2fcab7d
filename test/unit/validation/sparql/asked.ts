import type { Complaint, GraphStore } from '../../../../src/model/index.ts';
import { createGraphStore } from '../../../../src/store/index.ts';
import { type GraphResult, validateGraphWithStore } from '../../../../src/validation/index.ts';
import { shapesFile } from '../shapes.ts';

const EX = 'http://example.org/';

/** Every file declares `ex:` for its queries. */
const DECLARED = `ex:prefixes sh:declare [ sh:prefix "ex" ; sh:namespace "${EX}"^^xsd:anyURI ] .`;

const quadsOf = (turtle: string) => shapesFile(turtle).quads;

const request = (shapes: string, data: string) => ({
  shapes: [shapesFile(`${DECLARED}\n${shapes}`)],
  data: quadsOf(data),
});

/** Results of shapes with SPARQL; throws where they are refused. */
export async function asked(
  shapes: string,
  data: string,
  createStore: () => GraphStore = createGraphStore,
): Promise<readonly GraphResult[]> {
  const validated = await validateGraphWithStore(request(shapes, data), createStore);
  if (validated.kind === 'refused') throw new Error(JSON.stringify(validated.complaints, null, 1));
  return validated.results;
}

/** Why shapes with SPARQL are refused; throws where they are not. */
export async function refused(
  shapes: string,
  data = 'ex:a a ex:Thing .',
  createStore: () => GraphStore = createGraphStore,
): Promise<readonly Complaint[]> {
  const validated = await validateGraphWithStore(request(shapes, data), createStore);
  if (validated.kind !== 'refused') throw new Error(JSON.stringify(validated.results, null, 1));
  return validated.complaints;
}

/** `focus node value`, without the namespace of the examples. */
export const faultTexts = (results: readonly GraphResult[]): readonly string[] =>
  results
    .map(({ focusNode, value }) => `${focusNode.value} ${value?.value ?? '-'}`.replaceAll(EX, ''))
    .sort();

/** `sh:sparql` with a query that may use `ex:`. */
export const sparql = (select: string, more = ''): string =>
  `sh:sparql [ sh:prefixes ex:prefixes ; sh:select """${select}""" ${more} ]`;

/** `ex:S` judges instances of `ex:Thing`. */
export const onThings = (...constraints: readonly string[]): string =>
  `ex:S a sh:NodeShape ; sh:targetClass ex:Thing ; ${constraints.join(' ; ')} .`;
