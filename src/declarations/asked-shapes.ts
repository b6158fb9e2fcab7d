import { basename } from 'node:path';
import type { Complaint, Dataset } from '../model/index.ts';
import { sh } from '../rdf/index.ts';
import { layeredFiles } from './layers.ts';
import { readTurtleFiles, type TurtleFile } from './ontologies.ts';

/** As much of a project as tells which shapes there are. */
interface Shaped {
  readonly root: string;
  readonly base: string;
  readonly shapes: readonly TurtleFile[];
}

/**
 * Shapes that the files of a dataset ask, and that stand in files of the project or of the platform that it does not list.
 * @returns undefined where it lists all that there is
 */
export async function unlistedShapes(
  dataset: Dataset,
  { root, base, shapes }: Shaped,
): Promise<Complaint | undefined> {
  const listed = shapes.filter(({ path }) => dataset.shapes.includes(path));
  const known = new Set(listed.flatMap(({ quads }) => quads.map(({ subject }) => subject.value)));
  const asked = new Set(
    listed
      .flatMap(({ quads }) => quads.map(({ object }) => object.value))
      .filter((iri) => iri.startsWith(`${base}shapes/`) && !known.has(iri)),
  );
  const others = [...(await layeredFiles(root, 'shapes', '.ttl'))].filter(
    ([, { path }]) => !dataset.shapes.includes(path),
  );
  const read = await readTurtleFiles(
    others.map(([, file]) => file),
    base,
    [],
  );
  const lacking = read.filter(({ quads }) => quads.some(({ subject }) => asked.has(subject.value)));
  return lacking.length === 0 ? undefined : complaint(dataset, namesOf(lacking));
}

const namesOf = (files: readonly TurtleFile[]): readonly string[] => files.map(({ path }) => basename(path));

function complaint({ shapes, places, place }: Dataset, lacking: readonly string[]): Complaint {
  const names = lacking.join(', ');
  const all = [...lacking, ...shapes.map((path) => basename(path))].join(', ');
  return {
    place: places.get(sh.shapesGraph) ?? place,
    found: {
      fr: `Ces formes en demandent d’autres, qui sont dans ${names}.`,
      en: `These shapes ask for others, which are in ${names}.`,
    },
    remedy: { fr: `Écrivez « shapes: [${all}] ».`, en: `Write “shapes: [${all}]”.` },
  };
}
