import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { complaintText } from '../../src/model/index.ts';
import { parseTurtle, type RDF, rdf, sh } from '../../src/rdf/index.ts';
import type { ShapesFile } from '../../src/validation/index.ts';
import { BASE, ROOT } from './shipped.ts';
import { turtleFiles } from './turtle-files.ts';

/** A Turtle file of the project. @param file path from the root */
export function readTurtle(file: string): ShapesFile & { readonly text: string } {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const parsed = parseTurtle(text, file, BASE);
  if (parsed.kind === 'malformed') throw new Error(complaintText(parsed.complaint, 'en'));
  return { file, text, quads: parsed.quads };
}

/** Every file of `shapes/`, by its path. */
export const LIBRARY: ReadonlyMap<string, ShapesFile> = new Map(
  turtleFiles('shapes').map((file) => [file, readTurtle(file)]),
);

const SHAPE_CLASSES: readonly string[] = [sh.NodeShape, sh.PropertyShape];

/** IRIs of the shapes that a file declares. */
export const declaredShapes = ({ quads }: ShapesFile): readonly string[] =>
  quads
    .filter(({ predicate, object }) => predicate.value === rdf.type && SHAPE_CLASSES.includes(object.value))
    .map(({ subject }) => subject.value);

const FILE_OF: ReadonlyMap<string, string> = new Map(
  [...LIBRARY].flatMap(([file, shapes]) => declaredShapes(shapes).map((shape) => [shape, file] as const)),
);

/** Every shape of `shapes/`. */
export const SHAPES: readonly string[] = [...FILE_OF.keys()];

/** A file of `shapes/` with those whose shapes it asks, and those that these ask. */
export function withWhatItAsks(file: string): readonly ShapesFile[] {
  const names = new Set([file]);
  for (const name of names)
    for (const { object } of LIBRARY.get(name)?.quads ?? []) {
      const asked = FILE_OF.get(object.value);
      if (asked !== undefined) names.add(asked);
    }
  return [...names].flatMap((name) => LIBRARY.get(name) ?? []);
}

/** Statements of shapes files about one shape. */
export const saidOf = (shape: string, predicate: string): readonly RDF.Term[] =>
  (LIBRARY.get(FILE_OF.get(shape) ?? '')?.quads ?? [])
    .filter((one) => one.subject.value === shape && one.predicate.value === predicate)
    .map(({ object }) => object);
