import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Project } from '../declarations/index.ts';
import type { Release, ReleasedDataset, ReleaseFile, ReleaseMoment, Vocabulary } from '../model/index.ts';
import { readQuadLines } from '../rdf/index.ts';
import { type CheckedDataset, checkProject } from './check.ts';
import { type MappedDataset, mapDataset, resultsBefore, workOf } from './dataset/dataset-map.ts';
import { writeDataset } from './dataset/dataset-write.ts';
import { linesBut } from './dataset/stars.ts';
import { readVocabulary } from './dataset/vocabulary.ts';
import { finish } from './finish.ts';
import { judgeTogether, looksBeyond } from './judging/judge-together.ts';
import type { DatasetAmongOthers } from './judging/judges.ts';
import { acquireLock } from './lock.ts';
import type { BuildOptions, BuildOutcome } from './outcome.ts';
import { type Planned, planBuild, previousRelease } from './plan.ts';
import { publishAll } from './publish/publish-all.ts';
import { refusalsOf } from './refusals.ts';
import { forgetRefused, keepReports } from './refused.ts';
import { beginDraft, type Draft, nextReleaseId } from './releases.ts';
import { leftOutOf, takeOver, unpack } from './take-over.ts';

/**
 * Declarations → release. The current release stays untouched unless everything is in order; a build that dies leaves
 * a draft that the next one removes.
 * @throws RefusedInput for sources that turn out unreadable, Fault for circumstances
 */
export async function build(options: BuildOptions): Promise<BuildOutcome> {
  const checked = await checkProject(options.project);
  if (checked.kind === 'refused') return { kind: 'refused', complaints: checked.complaints, datasets: [] };
  const lock = await acquireLock(options.releases);
  try {
    return await buildLocked(options, checked.datasets);
  } finally {
    await lock.release();
  }
}

async function buildLocked(
  options: BuildOptions,
  datasets: readonly CheckedDataset[],
): Promise<BuildOutcome> {
  const previous = await previousRelease(options);
  const plan = await planBuild(options, datasets, previous);
  const draft = await beginDraft(options.releases);
  try {
    const outcome = await buildInto({ draft, options, plan, previous });
    if (outcome.kind === 'released') await forgetRefused(options.releases);
    else await draft.discard();
    return outcome;
  } catch (error) {
    await draft.discard();
    throw error;
  }
}

interface Building {
  readonly draft: Draft;
  readonly options: BuildOptions;
  readonly plan: readonly Planned[];
  readonly previous: Release | undefined;
}

/** Map each dataset → judge all together → write each → refuse or finish. */
async function buildInto(building: Building): Promise<BuildOutcome> {
  const { draft, options, plan, previous } = building;
  const workFolder = join(draft.folder, '.work');
  const prepared = await prepareAll(building);
  await judgeAll(prepared, building);
  const release = await momentOf(options);
  const released: ReleasedDataset[] = [];
  const reports: ReleaseFile[] = [];
  for (const one of prepared) {
    const written = one.kind === 'reused' ? one : await writeDataset(one.dataset, release);
    released.push(written.released);
    reports.push(...written.reports);
  }
  await rm(workFolder, { recursive: true, force: true });
  const complaints = plan.flatMap(({ checked }, index) =>
    refusalsOf(checked.dataset, released[index] as ReleasedDataset),
  );
  if (complaints.length > 0) {
    const kept = await keepReports(draft.folder, options.releases);
    return { kind: 'refused', complaints, datasets: released, ...(kept ? { reports: kept } : {}) };
  }
  const published = await publishAll({ released, release, draft, options, plan, previous });
  return finish({ draft, release, options, ...published, reports, previous });
}

async function momentOf({ releases, now = () => new Date() }: BuildOptions): Promise<ReleaseMoment> {
  const createdAt = now();
  return { id: await nextReleaseId(releases, createdAt), createdAt: createdAt.toISOString() };
}

/** A dataset mapped, or the files of the release before in place. */
type Prepared =
  | { readonly kind: 'mapped'; readonly dataset: MappedDataset }
  | {
      readonly kind: 'reused';
      readonly released: ReleasedDataset;
      readonly reports: readonly ReleaseFile[];
    };

async function prepareAll({ draft, options, plan, previous }: Building): Promise<readonly Prepared[]> {
  const { project, force = false, progress = () => undefined } = options;
  const { folder } = draft;
  const vocabularies = new Map<string, Vocabulary>();
  const lookedUp = new Set(plan.flatMap(({ checked }) => checked.dataset.vocabularies));
  const prepared: Prepared[] = [];
  for (const one of plan) {
    const { slug } = one.checked.dataset;
    if (one.isReused && one.before && previous) {
      const { released } = one.before;
      const { things, statements } = released;
      prepared.push({ kind: 'reused', released, reports: await takeOver(previous, folder, released) });
      progress({ kind: 'dataset-reused', slug, things, statements });
    } else {
      // What is made by force takes nothing over.
      const before = force ? undefined : one.before;
      const build = { ...one, before, base: project.base, folder, vocabularies, progress };
      prepared.push({ kind: 'mapped', dataset: await mapDataset(build) });
    }
    if (lookedUp.has(slug))
      vocabularies.set(slug, await readVocabulary(publishedLines(prepared.at(-1) as Prepared, folder)));
  }
  return prepared;
}

/** The lines of a dataset but those of things that have fallen by themselves. */
function publishedLines(one: Prepared, folder: string): AsyncIterable<readonly string[]> {
  if (one.kind === 'reused') return readQuadLines(join(folder, one.released.dump.path));
  const { mapped, verdicts } = one.dataset;
  return linesBut(mapped.path, (thing) => verdicts.isQuarantined(thing));
}

/** What can only be told when all datasets are there. */
async function judgeAll(
  prepared: readonly Prepared[],
  { draft, options, previous }: Building,
): Promise<void> {
  const { project, progress = () => undefined } = options;
  const mapped = prepared.flatMap((one) => (one.kind === 'mapped' ? [one.dataset] : []));
  if (!mapped.some(({ build }) => looksBeyond(build.checked.shapes))) return;
  const datasets: DatasetAmongOthers[] = [];
  for (const one of prepared) datasets.push(await amongOthers(one, draft.folder));
  const changed = changedThings(mapped, project, previous);
  await judgeTogether(datasets, {
    ontologies: project.ontologies.flatMap(({ quads }) => quads),
    folder: join(draft.folder, '.work'),
    ...(changed ? { changed } : {}),
    progress: (slug, things) => progress({ kind: 'judging-together', slug, things }),
  });
}

/** Things that are not what they were in the release before; undefined where that cannot be told of all. */
function changedThings(
  mapped: readonly MappedDataset[],
  { datasets }: Project,
  previous: Release | undefined,
): ReadonlySet<string> | undefined {
  const slugs = new Set(datasets.map(({ slug }) => slug));
  if (!previous?.manifest.datasets.every(({ slug }) => slugs.has(slug))) return undefined;
  const all = new Set<string>();
  for (const { verdicts } of mapped) {
    if (!verdicts.changed) return undefined;
    for (const thing of verdicts.changed) all.add(thing);
  }
  return all;
}

async function amongOthers(one: Prepared, folder: string): Promise<DatasetAmongOthers> {
  if (one.kind === 'reused') {
    const { slug, dump } = one.released;
    const path = join(workOf(folder, slug), 'dump.nq');
    await unpack(join(folder, dump.path), path);
    return { slug, path, leftOut: await leftOutOf(folder, slug) };
  }
  const { build, mapped, verdicts } = one.dataset;
  const { dataset, shapes } = build.checked;
  const known = resultsBefore(build, true);
  return {
    slug: dataset.slug,
    path: mapped.path,
    judging: { shapes, verdicts, ...(known ? { known } : {}) },
  };
}
