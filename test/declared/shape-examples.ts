import { basename } from 'node:path';
import { quad, type RDF } from '../../src/rdf/index.ts';
import type { ShapesFile } from '../../src/validation/index.ts';
import { readTurtle, withWhatItAsks } from './shape-library.ts';
import { turtleFiles } from './turtle-files.ts';

/** A failing example: a world with one thing changed, and the shapes that must then complain, these and no other. */
export interface Break {
  readonly shapes: readonly string[];
  readonly world: readonly RDF.Quad[];
}

/** A file of `test/declared/shapes`: a world in which the file of the same name finds nothing, and its breaks. */
export interface Examples {
  readonly file: string;
  readonly shapes: readonly ShapesFile[];
  readonly world: readonly RDF.Quad[];
  readonly breaks: readonly Break[];
}

const EX = 'urn:cimaise:example:';

/** Reads every example file: IRIs are the world, anonymous nodes with `ex:breaks` are changes of it. */
export const readExamples = (): readonly Examples[] =>
  turtleFiles('test/declared/shapes').map((file) => {
    const { quads } = readTurtle(file);
    const world = quads.filter(({ subject }) => subject.termType !== 'BlankNode');
    const breaking = quads.filter(({ predicate }) => predicate.value === `${EX}breaks`);
    const nodes = new Set(breaking.map(({ subject }) => subject.value));
    return {
      file,
      shapes: withWhatItAsks(`shapes/${basename(file)}`),
      world,
      breaks: [...nodes].map((node) => breakOf(node, quads, world)),
    };
  });

function breakOf(node: string, quads: readonly RDF.Quad[], world: readonly RDF.Quad[]): Break {
  const said = (term: string) =>
    quads
      .filter(({ subject, predicate }) => subject.value === node && predicate.value === EX + term)
      .map(({ object }) => object);
  const shapes = said('breaks').map(({ value }) => value);
  const [of] = said('of');
  if (of?.termType !== 'NamedNode') throw new Error(`A break of ${shapes.join()} does not tell ex:of.`);
  const without = new Set(said('without').map(({ value }) => value));
  const kept = world.filter(
    ({ subject, predicate }) => subject.value !== of.value || !without.has(predicate.value),
  );
  const news = said('with').flatMap((body) =>
    quads
      .filter(({ subject }) => subject.equals(body))
      .map(({ predicate, object }) => quad(of, predicate as RDF.Quad_Predicate, object as RDF.Quad_Object)),
  );
  return { shapes, world: [...kept, ...news] };
}
