import { existsSync } from 'node:fs';
import { type Project, shownPath, type TurtleFile, unlistedShapes } from '../declarations/index.ts';
import { readUtf8 } from '../documents/index.ts';
import {
  checkColumns,
  checkVocabularies,
  type Mapping,
  parseMapping,
  referencesTo,
} from '../mapping/index.ts';
import { type Complaint, type Dataset, RefusedInput } from '../model/index.ts';
import { openSource } from '../sources/index.ts';
import { compileReleaseShapes, createShapeValidator, type ReleaseShapes } from '../validation/index.ts';
import { unknownPrivateColumns } from './cells/private-cells.ts';
import { checkHouse } from './house.ts';
import { readWithdrawals } from './ledger/declared.ts';
import { DESCRIPTION_SHAPES, platformShapes } from './platform-shapes.ts';

/** A dataset with its mapping parsed and its shapes compiled: ready to be built. */
export interface CheckedDataset {
  readonly dataset: Dataset;
  readonly mapping: Mapping;
  readonly shapes: ReleaseShapes;
}

export type CheckedProject =
  | { readonly kind: 'checked'; readonly datasets: readonly CheckedDataset[] }
  | { readonly kind: 'refused'; readonly complaints: readonly Complaint[] };

/** Checks what can be told before data is read: descriptions, mappings, headers, shapes, ontologies. All at once. */
export async function checkProject(project: Project): Promise<CheckedProject> {
  const complaints: Complaint[] = [...blankNodes(project.ontologies)];
  complaints.push(...(await describedWrongly(project)));
  const datasets: CheckedDataset[] = [];
  const mappings = new Map<string, Mapping>();
  for (const dataset of project.datasets) {
    const mapping = await checkedMapping(dataset, project, complaints);
    const shapes = await checkedShapes(dataset, project, complaints);
    if (mapping) mappings.set(dataset.slug, mapping);
    if (mapping && shapes) datasets.push({ dataset, mapping, shapes });
  }
  complaints.push(...checkHouse(project, mappings));
  await readWithdrawals(project, complaints);
  return complaints.length > 0
    ? { kind: 'refused', complaints: distinct(complaints) }
    : { kind: 'checked', datasets };
}

/**
 * The same of one dataset alone, in a fraction of the time: its description, mapping, header and shapes. What only all
 * together can tell (house rules, ontologies, withdrawals) is left to `checkProject`.
 */
export async function checkDataset(project: Project, dataset: Dataset): Promise<CheckedProject> {
  const complaints = [...(await describedWrongly({ ...project, datasets: [dataset] }))];
  const mapping = await checkedMapping(dataset, project, complaints);
  const shapes = await checkedShapes(dataset, project, complaints);
  return complaints.length > 0 || !mapping || !shapes
    ? { kind: 'refused', complaints: distinct(complaints) }
    : { kind: 'checked', datasets: [{ dataset, mapping, shapes }] };
}

/** Shapes files are shared, and a rule can fail for each language: the same sentence at the same place is said once. */
export function distinct(complaints: readonly Complaint[]): readonly Complaint[] {
  return [...new Map(complaints.map((complaint) => [JSON.stringify(complaint), complaint])).values()];
}

async function checkedMapping(
  dataset: Dataset,
  { root, base, datasets }: Project,
  complaints: Complaint[],
): Promise<Mapping | undefined> {
  // Whoever loaded the declarations has told that the file is missing.
  if (!existsSync(dataset.mapping)) return undefined;
  const file = shownPath(root, dataset.mapping);
  const read = await readUtf8(dataset.mapping, file);
  if (read.kind === 'refused') {
    complaints.push(read.complaint);
    return undefined;
  }
  const parsed = parseMapping(read.text, file, base);
  if (parsed.kind === 'refused') {
    complaints.push(...parsed.complaints);
    return undefined;
  }
  const possible = datasets.map(({ slug }) => slug);
  complaints.push(...checkVocabularies(parsed.mapping, { declared: dataset.vocabularies, possible }));
  try {
    const { columns } = await openSource(dataset.source);
    if (columns) complaints.push(...checkColumns(parsed.mapping, columns));
    complaints.push(...unknownPrivateColumns(dataset, columns ?? referencesTo(parsed.mapping)));
  } catch (error) {
    if (!(error instanceof RefusedInput)) throw error;
    complaints.push(...error.complaints);
  }
  return parsed.mapping;
}

async function checkedShapes(
  dataset: Dataset,
  project: Project,
  complaints: Complaint[],
): Promise<ReleaseShapes | undefined> {
  const shapes = project.shapes.filter(({ path }) => dataset.shapes.includes(path));
  const compiled = compileReleaseShapes(
    shapes,
    project.ontologies.flatMap(({ quads }) => quads),
  );
  if (compiled.kind === 'compiled') return compiled;
  const unlisted = await unlistedShapes(dataset, project);
  complaints.push(...(unlisted ? [unlisted] : compiled.complaints));
  return undefined;
}

/** What the description's shape finds, at the line of the key that says it. */
async function describedWrongly(project: Project): Promise<readonly Complaint[]> {
  const created = createShapeValidator({ shapes: [await platformShapes(project, DESCRIPTION_SHAPES)] });
  if (created.kind === 'refused') return created.complaints;
  const found = project.datasets.map(async (dataset) => {
    const star = { iri: `${project.base}dataset/${dataset.slug}`, lines: dataset.statements };
    const results = await created.validator.validate([star]);
    return results
      .filter(({ severity }) => severity === 'violation')
      .map(
        (result): Complaint => ({
          place: (result.path === undefined ? undefined : dataset.places.get(result.path)) ?? dataset.place,
          found: result.message,
          remedy: { fr: 'Voyez data/README.md.', en: 'See data/README.md.' },
        }),
      );
  });
  return (await Promise.all(found)).flat();
}

/** Published statements hold no blank nodes: terms of an ontology are named. */
function blankNodes(ontologies: readonly TurtleFile[]): readonly Complaint[] {
  const guilty = ontologies.filter(({ quads }) =>
    quads.some(({ subject, object }) => [subject, object].some((term) => term.termType === 'BlankNode')),
  );
  return guilty.map(({ file }) => ({
    place: { file },
    found: { fr: 'L’ontologie contient des nœuds anonymes.', en: 'The ontology holds blank nodes.' },
    remedy: {
      fr: 'Donnez une IRI à chacun : ce qui est publié doit pouvoir être cité.',
      en: 'Give each an IRI: what is published must be citable.',
    },
  }));
}
