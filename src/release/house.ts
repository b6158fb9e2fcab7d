import { describeCatalogue } from '../catalogue/index.ts';
import { isOfPlatform, type Project, shownPath, standsForPlatform } from '../declarations/index.ts';
import { type Mapping, madeTerms } from '../mapping/index.ts';
import type { Complaint, Dataset, MadeTerms, ReleasedDataset } from '../model/index.ts';
import { parseLines, type RDF, rdf, sh } from '../rdf/index.ts';
import { checkHouseRules } from '../validation/index.ts';
import { CATALOGUE_SHAPES, DESCRIPTION_SHAPES } from './platform-shapes.ts';

/**
 * What the project's own shapes break of the house rules. Those of the platform judge what other projects have, too.
 * @param mappings by slug; those that could be read
 */
export function checkHouse(project: Project, mappings: ReadonlyMap<string, Mapping>): readonly Complaint[] {
  const { root, base, shapes, ontologies, datasets } = project;
  const complaints = checkHouseRules({
    shapes,
    ontologies: ontologies.flatMap(({ quads }) => quads),
    common: new Set(shapes.map(({ file }) => file).filter((file) => isCommon(root, file))),
    datasets: datasets.map((dataset) => {
      const mapping = mappings.get(dataset.slug);
      return {
        place: dataset.places.get(sh.shapesGraph) ?? dataset.place,
        shapes: dataset.shapes.map((path) => shownPath(root, path)),
        makes: mapping && madeTerms(mapping, base),
      };
    }),
    platform: { files: JUDGED_BY_PLATFORM, makes: madeByPlatform(project) },
  });
  return complaints.filter(({ place }) => !isOfPlatform(place.file));
}

const JUDGED_BY_PLATFORM: readonly string[] = [DESCRIPTION_SHAPES, CATALOGUE_SHAPES];

/** Shapes of the platform may aim at what other projects have, and so may those in their place; what the platform says, it says here. */
const isCommon = (root: string, file: string): boolean =>
  isOfPlatform(file) || (standsForPlatform(root, file) && !JUDGED_BY_PLATFORM.includes(file));

/** The terms of descriptions, and of the catalogue of a release that would publish every dataset. */
function madeByPlatform({ base, datasets }: Project): MadeTerms {
  const catalogue = describeCatalogue({ datasets, released: datasets.map(released), base, release: RELEASE });
  const quads = [...parseLines(datasets.flatMap(({ statements }) => statements)), ...catalogue];
  return {
    classes: new Set(quads.filter(isType).map(({ object }) => object.value)),
    predicates: new Set(quads.map(({ predicate }) => predicate.value)),
    isComplete: true,
  };
}

const isType = ({ predicate }: RDF.Quad): boolean => predicate.value === rdf.type;

const RELEASE = { id: '2000-01-01.1', createdAt: '2000-01-01T00:00:00Z' };

/** As much of a released dataset as the catalogue tells. */
const released = ({ slug }: Dataset): ReleasedDataset =>
  ({ slug, statements: 1, things: 1, dump: { bytes: 1, sha256: '00' } }) as ReleasedDataset;
