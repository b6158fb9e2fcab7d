import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { declaredPath, loadProject, platformFile, type TurtleFile } from '../../declarations/index.ts';
import type { ProjectFacts } from '../../drafting/index.ts';
import type { Bilingual, KnownDataset } from '../../model/index.ts';
import { rdfs } from '../../rdf/index.ts';
import { knownDatasets } from './known-datasets.ts';

/** A project as a new dataset finds it. */
export interface FoundProject {
  readonly facts: ProjectFacts;
  readonly known: readonly KnownDataset[];
  /** Who publishes here; not whole where it has no address. */
  readonly publisher?: { readonly id: string; readonly name: Bilingual; readonly isWhole: boolean };
}

/** What is here, and what the platform has to be used by name. Faults of what is here are `check`’s to tell. */
export async function findProject(root: string, base: string): Promise<FoundProject> {
  const { project } = await loadProject({ root, base });
  const { project: platform } = await loadProject({ root: declaredPath(root, platformFile('')), base });
  const own = new Set(project.datasets.map(({ slug }) => slug));
  const usable = [...project.datasets, ...platform.datasets.filter(({ slug }) => !own.has(slug))];
  const { publisher } = project.identity ?? {};
  return {
    facts: {
      slugs: project.datasets.map(({ slug }) => slug),
      labelled: new Set(
        frenchLabels([...platform.ontologies, ...project.ontologies]).map(({ subject }) => subject.value),
      ),
      terms: ownTerms([...platform.ontologies, ...project.ontologies], base),
      hasSchemas: existsSync(join(root, '.cimaise', 'dataset.schema.json')),
    },
    known: await knownDatasets(usable, base),
    ...(publisher !== undefined && {
      publisher: {
        id: publisher.address ?? base,
        name: publisher.name,
        isWhole: publisher.address !== undefined,
      },
    }),
  };
}

const frenchLabels = (files: readonly TurtleFile[]) =>
  files
    .flatMap(({ quads }) => quads)
    .filter(
      ({ predicate, object }) =>
        predicate.value === rdfs.label && object.termType === 'Literal' && object.language === 'fr',
    );

/** Names behind `def/`, with their French labels. */
function ownTerms(files: readonly TurtleFile[], base: string): ReadonlyMap<string, string> {
  const start = `${base}def/`;
  const labels = frenchLabels(files).filter(({ subject }) => subject.value.startsWith(start));
  return new Map(labels.map(({ subject, object }) => [subject.value.slice(start.length), object.value]));
}
