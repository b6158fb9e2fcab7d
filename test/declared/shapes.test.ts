import { beforeAll, describe, expect, it } from '@jest/globals';
import { complaintText, LANGUAGES } from '../../src/model/index.ts';
import { type RDF, sh } from '../../src/rdf/index.ts';
import { type ShapesFile, validateGraph } from '../../src/validation/index.ts';
import { frenchFaults } from './french.ts';
import { declaredShapes, LIBRARY, SHAPES, saidOf, withWhatItAsks } from './shape-library.ts';
import { BASE } from './shipped.ts';

const SEVERITIES: readonly string[] = [sh.Violation, sh.Warning, sh.Info];
const ASKED = new Set(
  [...LIBRARY.values()]
    .flatMap(({ quads }) => quads)
    .filter(({ predicate }) => predicate.value === sh.property)
    .map(({ object }) => object.value),
);

const textsOf = ({ quads }: ShapesFile): readonly RDF.Literal[] =>
  quads.map(({ object }) => object).filter((term): term is RDF.Literal => term.termType === 'Literal');

describe.each([...LIBRARY.keys()])('%s', (file) => {
  let shapes: ShapesFile;
  let declared: readonly string[];

  beforeAll(() => {
    shapes = withWhatItAsks(file)[0] as ShapesFile;
    declared = declaredShapes(shapes);
  });

  it('is accepted by the validator, with the files whose shapes it asks', async () => {
    const outcome = await validateGraph({ shapes: withWhatItAsks(file), data: [] });
    const complaints = outcome.kind === 'refused' ? outcome.complaints : [];
    // SPARQL is asked of sets by a part of the platform that is still being built.
    const serious = complaints.filter(({ found }) => !found.en.includes('is not supported yet'));
    const noTarget = serious.filter(({ found }) => found.en.startsWith('No shape has a target'));
    expect(serious.filter((one) => !noTarget.includes(one)).map((one) => complaintText(one, 'en'))).toEqual(
      [],
    );
    expect(noTarget.length > 0).toBe(declared.every((shape) => ASKED.has(shape)));
  });

  it('names every shape by an IRI below the base', () => {
    expect(declared.length).toBeGreaterThan(0);
    expect(declared.filter((iri) => !iri.startsWith(`${BASE}shapes/`))).toEqual([]);
  });

  it('asks property shapes that are declared', () => {
    const asked = shapes.quads.filter(({ predicate }) => predicate.value === sh.property);
    expect(asked.map(({ object }) => object.value).filter((iri) => !SHAPES.includes(iri))).toEqual([]);
  });

  it.each([
    ['name', sh.name],
    ['message', sh.message],
    ['description: why it matters', sh.description],
  ])('gives every shape one %s in French and one in English', (_, predicate) => {
    const found = declared.map((shape) => [
      shape,
      saidOf(shape, predicate)
        .map((term) => (term.termType === 'Literal' ? term.language : 'no text'))
        .sort(),
    ]);
    expect(found).toEqual(declared.map((shape) => [shape, LANGUAGES.toSorted()]));
  });

  it('says in every message what is wrong and what to do', () => {
    const messages = textsOf(shapes).filter((text) =>
      shapes.quads.some(({ predicate, object }) => predicate.value === sh.message && object === text),
    );
    const sentences = (text: string) => text.split(/(?<=[.!?])\s+(?=\p{Lu}|«)/u).length;
    const single = messages.filter(({ value }) => sentences(value) < 2);
    expect(single.map(({ value }) => value)).toEqual([]);
  });

  it('gives every shape one severity', () => {
    const severities = declared.map((shape) => saidOf(shape, sh.severity).map(({ value }) => value));
    expect(severities.filter((one) => one.length !== 1 || !SEVERITIES.includes(one[0] ?? ''))).toEqual([]);
  });

  it('is written as French is printed', () => {
    const french = textsOf(shapes).filter(({ language }) => language === 'fr');
    expect(french.flatMap(({ value }) => frenchFaults(value))).toEqual([]);
  });
});
