import { readFile } from 'node:fs/promises';
import { declaredPath, type Project, platformFile } from '../declarations/index.ts';
import { type Complaint, datasetIri, RefusedInput } from '../model/index.ts';
import { parseTurtle, type RDF, sh } from '../rdf/index.ts';
import { type ShapesFile, validateGraph } from '../validation/index.ts';

/** Shapes that the platform applies itself: to descriptions, to the catalogue. */
export const DESCRIPTION_SHAPES = 'shapes/dataset-description.ttl';
export const CATALOGUE_SHAPES = 'shapes/catalogue.ttl';

/** A file of shapes: the project's own, else the one that comes with the platform. */
export async function platformShapes(
  project: Pick<Project, 'shapes' | 'base'>,
  name: string,
): Promise<ShapesFile & { readonly text: string }> {
  const own = project.shapes.find(({ file }) => file === name);
  if (own?.text !== undefined) return { ...own, text: own.text };
  const file = platformFile(name);
  const text = await readFile(declaredPath('', file), 'utf8');
  const parsed = parseTurtle(text, file, project.base);
  if (parsed.kind === 'malformed') throw new RefusedInput([parsed.complaint]);
  return { file, text, quads: parsed.quads };
}

/** What the catalogue of a release lacks to be harvested; nothing where it may be published. */
export async function checkCatalogue(
  project: Project,
  catalogue: readonly RDF.Quad[],
): Promise<readonly Complaint[]> {
  const shapes = [await platformShapes(project, CATALOGUE_SHAPES)];
  const judged = validateGraph({ shapes, data: catalogue });
  if (judged.kind === 'refused') return judged.complaints;
  return judged.results
    .filter(({ severity }) => severity.value === sh.Violation)
    .map(({ focusNode, message }) => {
      const dataset = project.datasets.find(({ slug }) =>
        focusNode.value.startsWith(datasetIri(project.base, slug)),
      );
      return {
        place: dataset?.place ?? { file: 'data' },
        found: {
          fr: `Catalogue, ${focusNode.value} : ${message.fr}`,
          en: `Catalogue, ${focusNode.value}: ${message.en}`,
        },
        remedy: { fr: 'Voyez data/README.md.', en: 'See data/README.md.' },
      };
    });
}
