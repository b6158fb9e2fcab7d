import type { Complaint, MadeTerms } from '../model/index.ts';
import { compactIri, sh } from '../rdf/index.ts';
import type { House, HousedDataset } from './house.ts';
import { complainOfShape, findShapes } from './house-shapes.ts';
import { OF_PREDICATES, type Reachable, reachableBy } from './house-targets.ts';
import { shapeName } from './shape-complaint.ts';
import { isActive, ShapeGraph } from './shape-graph.ts';
import { targetedClasses, targetedShapes } from './targets.ts';
import { termKey } from './term-keys.ts';

/** Shapes and files that judge nothing, and datasets that nothing judges. */
export const checkUse = (graph: ShapeGraph, house: House): readonly Complaint[] => [
  ...unasked(graph).filter(({ place }) => !house.common?.has(place.file)),
  ...unlisted(house),
  ...house.datasets.flatMap((dataset) => unjudged(dataset, house)),
];

/** Shapes without a target that no other shape asks. */
function unasked(graph: ShapeGraph): readonly Complaint[] {
  const targeted = new Set(targetedShapes(graph).map(termKey));
  return findShapes(graph)
    .filter(({ shape, askedBy }) => askedBy.length === 0 && !targeted.has(termKey(shape)))
    .filter(({ shape }) => isActive(graph, shape))
    .map((one) => {
      const name = compactIri(shapeName(graph, one.shape));
      return complainOfShape(one, {
        found: {
          fr: `La forme ${name} n’a pas de cible et aucune autre ne la demande : elle ne juge rien.`,
          en: `The shape ${name} has no target and no other asks it: it judges nothing.`,
        },
        remedy: {
          fr: 'Donnez-lui une cible (sh:targetClass), demandez-la par sh:property ou sh:node, ou retirez-la.',
          en: 'Give it a target (sh:targetClass), ask it by sh:property or sh:node, or take it out.',
        },
      });
    });
}

/** Files that no dataset lists. */
function unlisted({ shapes, datasets, platform }: House): readonly Complaint[] {
  const listed = new Set([...platform.files, ...datasets.flatMap((dataset) => dataset.shapes)]);
  return shapes
    .filter(({ file }) => !listed.has(file))
    .map(({ file }) => ({
      place: { file },
      found: {
        fr: 'Aucun jeu de données ne nomme ce fichier : ses règles ne jugent rien.',
        en: 'No dataset lists this file: its rules judge nothing.',
      },
      remedy: {
        fr: 'Ajoutez-le à « shapes » dans data/<jeu>/dataset.yml, ou retirez-le de shapes/.',
        en: 'Add it to “shapes” in data/<dataset>/dataset.yml, or take it out of shapes/.',
      },
    }));
}

/** A dataset whose things no target of its shapes can be: all of it would be published as if it had been judged. */
function unjudged(
  { place, shapes, makes }: HousedDataset,
  { shapes: files, ontologies }: House,
): Complaint[] {
  const graph = new ShapeGraph(files.filter(({ file }) => shapes.includes(file)));
  // Shapes without any target are complained of where they are compiled.
  if (!makes?.isComplete || targetedShapes(graph).length === 0) return [];
  const reachable = reachableBy([makes], graph, ontologies);
  return aimsAt(graph, reachable) ? [] : [idle({ place, shapes, makes })];
}

function aimsAt(graph: ShapeGraph, { classes, predicates }: Reachable): boolean {
  if (targetedClasses(graph).some((name) => classes.has(name))) return true;
  const active = new Set(targetedShapes(graph).map(termKey));
  return graph.statements
    .filter(({ quad }) => active.has(termKey(quad.subject)))
    .some(
      ({ quad: { predicate, object } }) =>
        predicate.value === sh.targetNode ||
        (OF_PREDICATES.includes(predicate.value) && predicates.has(object.value)),
    );
}

const MOST_LISTED = 5;

function idle({ place, shapes, makes }: HousedDataset & { readonly makes: MadeTerms }): Complaint {
  const made = [...makes.classes].slice(0, MOST_LISTED).map((one) => compactIri(one));
  const [files, classes] = [shapes, made].map((names) => names.join(', '));
  return {
    place,
    found: {
      fr: `Aucune cible de ${files} ne vise ce que le mapping fait : tout serait publié sans être jugé.`,
      en: `No target in ${files} aims at what the mapping makes: all would be published without being judged.`,
    },
    remedy:
      made.length === 0
        ? {
            fr: 'Le mapping ne donne pas de classe : ajoutez-en une (a), et visez-la par sh:targetClass.',
            en: 'The mapping gives no class: add one (a), and aim at it by sh:targetClass.',
          }
        : {
            fr: `Le mapping fait ${classes} : nommez un fichier de formes qui vise une de ces classes.`,
            en: `The mapping makes ${classes}: list a shapes file that aims at one of these classes.`,
          },
  };
}
