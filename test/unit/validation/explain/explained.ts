import type { RDF } from '../../../../src/rdf/index.ts';
import {
  type ConstraintVerdict,
  type Explanation,
  explainResource,
  type ResourceToExplain,
  type ShapeVerdict,
} from '../../../../src/validation/index.ts';
import { shapesFile } from '../shapes.ts';

export const EX = 'http://example.org/';

export const quadsOf = (turtle: string): readonly RDF.Quad[] => shapesFile(turtle).quads;

/** What is explained of `ex:a`, or of another name. */
export function explained(shapes: string, data: string, more: Partial<ResourceToExplain> = {}): Explanation {
  const outcome = explainResource({
    resource: `${EX}a`,
    shapes: [shapesFile(shapes)],
    data: quadsOf(data),
    ...more,
  });
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.complaints, null, 1));
  return outcome.explanation;
}

/** Constraint of the first shape that judged, or of its only property shape, by its parameter's local name. */
export function constraint(explanation: Explanation, name: string): ConstraintVerdict {
  const found = everything(verdictOf(explanation)).find(({ parameter }) => parameter.endsWith(`#${name}`));
  if (!found) throw new Error(`${name} was not tried.`);
  return found;
}

export function verdictOf({ judged }: Explanation): ShapeVerdict {
  const [first] = judged.told;
  if (!first) throw new Error('Nothing was judged.');
  return first.verdict;
}

/** Own constraints, then those of property shapes inside; not those of shapes that constraints ask. */
const everything = ({ constraints, properties }: ShapeVerdict): readonly ConstraintVerdict[] => [
  ...constraints,
  ...properties.told.flatMap(everything),
];

/** Local names. */
export const names = (values: readonly (RDF.Term | undefined)[]): readonly (string | undefined)[] =>
  values.map((value) => value?.value.replace(EX, ''));
