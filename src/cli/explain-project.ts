import type { Project } from '../declarations/index.ts';
import { nearest } from '../documents/index.ts';
import { type Dataset, RefusedInput, type Release, thingSpace, withoutFragment } from '../model/index.ts';
import { parseLines } from '../rdf/index.ts';
import {
  checkProject,
  currentRelease,
  type DatasetToMap,
  type FreshThing,
  findFreshThing,
  linesWithout,
  nearThings,
  ReleasedGraph,
  vocabulariesOf,
} from '../release/index.ts';
import {
  type ExplainedResource,
  type Explanation,
  explainResource,
  explainResourceWithStore,
  type GraphReader,
  type ResourceToExplain,
  type ShapesFile,
} from '../validation/index.ts';
import type { CommandContext } from './context.ts';
import type { Answer } from './explain-answer.ts';
import { columnLocator } from './explain-columns.ts';
import { storeOf } from './explain-store.ts';
import { notesOn, nowhere, outside } from './explain-words.ts';
import { progressLines } from './progress-lines.ts';
import { openProject } from './project.ts';

/**
 * Explains a thing of a project: what its source says of it now, by the shapes that its dataset declares; what is said
 * of others is read from the current release. A thing that was left out of the release is explained like any other.
 * @param sources `dataset=file`: read in place of the declared ones
 * @returns undefined where the project cannot be loaded, the complaints told
 * @throws Fault where the thing is nowhere, RefusedInput for a project that could not be built
 */
export async function explainInProject(
  context: CommandContext,
  iri: string,
  sources: readonly string[],
): Promise<Answer | undefined> {
  const project = await openProject(context, sources);
  if (project === undefined) return undefined;
  const { slug, shapes } = datasetOf(iri, project);
  const release = await releaseOf(project, context.settings.releases);
  const { mapping, readsOthers } = await prepare(slug, { context, project, release });
  const found = await findFreshThing(mapping, iri);
  if (found === undefined) throw nowhere(iri, slug, await nearThings(mapping, iri));
  const released = release && new ReleasedGraph(release);
  const question = {
    iri,
    found,
    project,
    readsOthers,
    shapes: project.shapes.filter(({ path }) => shapes.includes(path)),
  };
  const explanation = await explainFound(question, { release, released });
  const { origins } = found;
  const { checked } = mapping;
  const isPublished = (released?.statementsOf(withoutFragment(iri)).length ?? 0) > 0;
  const id = release?.manifest.id;
  const isIncomplete = released !== undefined && (released.isIncomplete || released.lacks);
  return {
    explanation,
    locate: await columnLocator(
      { mapping: checked.mapping, source: checked.dataset.source, base: project.base },
      iri,
    ),
    notes: notesOn({
      origins,
      release: id,
      isPublished,
      readsOthers,
      isIncomplete,
      sources: { now: checked.dataset.source.shown, released: releasedSource(release, slug) },
    }),
    facts: { dataset: slug, origins, ...(id !== undefined && { release: id, isPublished }), isIncomplete },
  };
}

/** The file that a dataset was read from in a release. */
const releasedSource = (release: Release | undefined, slug: string): string | undefined =>
  release?.manifest.datasets.find((one) => one.slug === slug)?.inputs.at(-1)?.path;

function datasetOf(iri: string, { base, datasets }: Project): Dataset {
  const found = datasets.find(({ slug }) => iri.startsWith(thingSpace(base, slug)));
  if (found) return found;
  const spaces = datasets.map(({ slug }) => thingSpace(base, slug));
  throw outside(iri, spaces, nearest(iri.replace(/[^/]*$/, ''), spaces));
}

/** The release in force, where it is of this project's base. */
async function releaseOf({ base }: Project, releases: string): Promise<Release | undefined> {
  const release = await currentRelease(releases);
  return release?.manifest.base === base ? release : undefined;
}

interface Around {
  readonly context: CommandContext;
  readonly project: Project;
  readonly release: Release | undefined;
}

/** What one dataset's source is mapped by, and whether its shapes look at more than what a thing says of itself. */
async function prepare(
  slug: string,
  { context, project, release }: Around,
): Promise<{ readonly mapping: DatasetToMap; readonly readsOthers: boolean }> {
  const { base } = project;
  const checking = await checkProject(project);
  if (checking.kind === 'refused') throw new RefusedInput(checking.complaints);
  const { datasets } = checking;
  const checked = datasets.find(({ dataset }) => dataset.slug === slug);
  if (!checked) throw new TypeError(`${slug} was not checked.`);
  const progress = progressLines(context.terminal);
  const vocabularies = await vocabulariesOf(slug, { datasets, base, release, progress });
  return {
    mapping: { checked, base, vocabularies, progress },
    readsOthers: checked.shapes.beyond !== undefined || checked.shapes.needsStore,
  };
}

/** Where other things are read. */
interface Others {
  readonly release: Release | undefined;
  readonly released: ReleasedGraph | undefined;
}

interface Question {
  readonly readsOthers: boolean;
  readonly iri: string;
  readonly found: FreshThing;
  readonly project: Project;
  readonly shapes: readonly ShapesFile[];
}

/** Ways that lead further from a thing than any real shape. */
const MOST_ROUNDS = 12;

/**
 * What others say is read round by round: what one answer leads to, the next round asks. When nothing is lacking, queries
 * of shapes are asked of a store with all of it.
 */
async function explainFound(
  { iri, found, project, shapes, readsOthers }: Question,
  { release, released }: Others,
): Promise<Explanation> {
  const thing = withoutFragment(iri);
  const given: ResourceToExplain = {
    resource: iri,
    shapes,
    data: parseLines(found.lines),
    ontologies: project.ontologies.flatMap(({ quads }) => quads),
    ...(readsOthers && { rest: released ?? NOTHING }),
  };
  explanationOf(explainResource(given));
  released?.statementsOf(thing);
  for (let round = 0; released?.lacks && round < MOST_ROUNDS; round++) {
    await released.load();
    explanationOf(explainResource(given));
  }
  return explanationOf(
    await explainResourceWithStore(given, () => storeOf(everything(found.lines, release, thing))),
  );
}

function explanationOf(explained: ExplainedResource): Explanation {
  if (explained.kind === 'refused') throw new RefusedInput(explained.complaints);
  return explained.explanation;
}

/** The release, with what is said now of the thing in place of what it says. */
async function* everything(
  lines: readonly string[],
  release: Release | undefined,
  thing: string,
): AsyncGenerator<readonly string[]> {
  yield lines;
  if (release) yield* linesWithout(release, thing);
}

const NOTHING: GraphReader = { statementsOf: () => [], referrersOf: () => [] };
