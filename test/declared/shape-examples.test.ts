import { describe, expect, it } from '@jest/globals';
import { complaintText } from '../../src/model/index.ts';
import { integer, iri, quad, type RDF, rdf, sh } from '../../src/rdf/index.ts';
import { createGraphStore } from '../../src/store/index.ts';
import { type ShapesFile, type ValidatedGraph, validateGraphWithStore } from '../../src/validation/index.ts';
import { type Examples, readExamples } from './shape-examples.ts';
import { SHAPES, saidOf } from './shape-library.ts';

type Validated = Extract<ValidatedGraph, { kind: 'validated' }>;

/** `letter` for shapes that were taken apart. */
async function judge(
  shapes: readonly ShapesFile[],
  data: readonly RDF.Quad[],
  reading: 'house' | 'letter' = 'house',
): Promise<Validated> {
  const outcome = await validateGraphWithStore({ shapes, data, reading }, createGraphStore);
  if (outcome.kind === 'validated') return outcome;
  throw new Error(outcome.complaints.map((one) => complaintText(one, 'en')).join('\n'));
}

const shapesAtFault = ({ results }: Validated): readonly string[] =>
  [...new Set(results.map(({ shape }) => shape.value))].sort();

const EXAMPLES = readExamples();

describe.each(EXAMPLES)('The examples of $file', (examples) => {
  const { shapes, world, breaks } = examples;

  it('find nothing as they stand', async () => {
    const { results } = await judge(shapes, world);
    expect(results.map(({ shape, focusNode }) => `${shape.value} of ${focusNode.value}`)).toEqual([]);
  });

  it.each(breaks)('fail $shapes once that is broken, and nothing else', async (broken) => {
    expect(shapesAtFault(await judge(shapes, broken.world))).toEqual([...broken.shapes].sort());
  });
});

/** Constraints that hold where there is no value. */
const wantsNoValue = (shape: string): boolean =>
  saidOf(shape, sh.maxCount).some(({ value }) => value === '0');

/** Property shapes that find nothing allowed: what they name is what their paths lead to. */
function probes({ quads, file }: ShapesFile): ShapesFile {
  const probed = quads.filter(({ predicate }) => predicate.value === sh.path).map(({ subject }) => subject);
  const isProbed = (subject: RDF.Term) =>
    subject.termType === 'NamedNode' && probed.some((one) => one.equals(subject));
  const kept = quads.filter(
    ({ subject, predicate }) => !isProbed(subject) || [rdf.type, sh.path].includes(predicate.value),
  );
  const forbidding = probed
    .filter(isProbed)
    .map((subject) => quad(subject as RDF.Quad_Subject, iri(sh.maxCount), integer(0)));
  return { file, quads: [...kept, ...forbidding] };
}

/** Shapes that judge something in the world of an example, which they find nothing to say of. */
async function passedIn({ shapes, world }: Examples): Promise<readonly string[]> {
  const probed = await judge(shapes.map(probes), world, 'letter');
  const { judged } = await judge(shapes, world);
  const targeted = judged.filter(({ focusNodes }) => focusNodes.length > 0).map(({ shape }) => shape.value);
  const asked = targeted.flatMap((shape) => saidOf(shape, sh.property).map(({ value }) => value));
  return [...targeted, ...asked.filter(wantsNoValue), ...shapesAtFault(probed)];
}

/** Shapes that a break is about: those that complain, and those whose target led to the complaint. */
async function failedIn({ shapes, breaks }: Examples): Promise<readonly string[]> {
  const broken = await Promise.all(breaks.map(({ world }) => judge(shapes, world)));
  const leading = broken.flatMap(({ judged }) => judged.filter(({ results }) => results.length > 0));
  return [...broken.flatMap(shapesAtFault), ...leading.map(({ shape }) => shape.value)];
}

describe('The shapes of the library', () => {
  it('each judge something in an example that passes', async () => {
    const passed = new Set((await Promise.all(EXAMPLES.map(passedIn))).flat());
    expect(SHAPES.filter((shape) => !passed.has(shape))).toEqual([]);
  });

  it('each fail in an example', async () => {
    const failed = new Set((await Promise.all(EXAMPLES.map(failedIn))).flat());
    expect(SHAPES.filter((shape) => !failed.has(shape))).toEqual([]);
  });

  it('are named by breaks that exist', () => {
    const named = new Set(EXAMPLES.flatMap(({ breaks }) => breaks.flatMap(({ shapes }) => shapes)));
    expect([...named].filter((shape) => !SHAPES.includes(shape))).toEqual([]);
  });
});
