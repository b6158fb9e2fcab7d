import { nearest } from '../documents/index.ts';
import type { Bilingual, Complaint, MadeTerms } from '../model/index.ts';
import { compactIri, type RDF, sh } from '../rdf/index.ts';
import { createSuperclasses } from './class-hierarchy.ts';
import type { House } from './house.ts';
import { complainOf } from './shape-complaint.ts';
import type { ShapeGraph, ShapeStatement } from './shape-graph.ts';

/** Terms that things of the project can have. */
export interface Reachable {
  readonly classes: ReadonlySet<string>;
  readonly predicates: ReadonlySet<string>;
}

/** What things can be targeted by: the classes that they are given and all above these, and their predicates. */
export function reachableBy(
  makes: readonly MadeTerms[],
  graph: ShapeGraph,
  ontologies: readonly RDF.Quad[],
): Reachable {
  const superclasses = createSuperclasses([...graph.quads, ...ontologies]);
  return {
    classes: new Set(makes.flatMap(({ classes }) => [...classes].flatMap((one) => [...superclasses(one)]))),
    predicates: new Set(makes.flatMap(({ predicates }) => [...predicates])),
  };
}

/** Targets that are chosen by a predicate. */
export const OF_PREDICATES: readonly string[] = [sh.targetSubjectsOf, sh.targetObjectsOf];

/** Which terms a target is looked for among; none for targets that name single nodes. */
function candidatesOf(target: string, reachable: Reachable): ReadonlySet<string> | undefined {
  if (target === sh.targetClass) return reachable.classes;
  return OF_PREDICATES.includes(target) ? reachable.predicates : undefined;
}

/** Targets that nothing in the project can have: the shape would judge nothing, which looks like data without fault. */
export function checkTargets(
  graph: ShapeGraph,
  { datasets, ontologies, platform, common }: House,
): readonly Complaint[] {
  const makes = datasets.map((dataset) => dataset.makes);
  const known = [platform.makes, ...makes.filter((one) => one !== undefined)];
  if (known.length <= makes.length || !known.every(({ isComplete }) => isComplete)) return [];
  const reachable = reachableBy(known, graph, ontologies);
  const declared = new Set(ontologies.map(({ subject }) => subject.value));
  return graph.statements.flatMap((statement) => {
    const { predicate, object } = statement.quad;
    if (common?.has(statement.source.file)) return [];
    const candidates = candidatesOf(predicate.value, reachable);
    if (!candidates || candidates.has(object.value) || declared.has(object.value)) return [];
    return [unreachable(statement, candidates)];
  });
}

function unreachable(statement: ShapeStatement, candidates: ReadonlySet<string>): Complaint {
  const { predicate, object } = statement.quad;
  const term = compactIri(object.value);
  const near = nearest(
    term,
    [...candidates].map((one) => compactIri(one)),
  );
  return complainOf(statement, predicate.value, {
    found:
      predicate.value === sh.targetClass
        ? {
            fr: `Aucun mapping ne donne la classe ${term} : cette cible ne vise rien.`,
            en: `No mapping gives the class ${term}: this target aims at nothing.`,
          }
        : {
            fr: `Aucun mapping n’emploie la propriété ${term} : cette cible ne vise rien.`,
            en: `No mapping uses the property ${term}: this target aims at nothing.`,
          },
    remedy: near === undefined ? TO_DECLARE : meant(near),
  });
}

const meant = (near: string): Bilingual => ({
  fr: `Vouliez-vous dire ${near} ?`,
  en: `Did you mean ${near}?`,
});

const TO_DECLARE: Bilingual = {
  fr: 'Corrigez la cible, ou déclarez le terme dans un fichier de ontologies/.',
  en: 'Correct the target, or declare the term in a file of ontologies/.',
};
