import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Complaint,
  Fault,
  RefusedInput,
  type Release,
  type ReleasedDataset,
  type ReleaseFile,
  type ReleaseMoment,
  type Vocabulary,
} from '../model/index.ts';
import { readQuadLines } from '../rdf/index.ts';
import type { Building, Prepared } from './building.ts';
import { type CheckedDataset, checkProject } from './check.ts';
import { mapDataset } from './dataset/dataset-map.ts';
import { writeDataset } from './dataset/dataset-write.ts';
import { linesBut } from './dataset/stars.ts';
import { readVocabulary } from './dataset/vocabulary.ts';
import { finish } from './finish.ts';
import { judgeAll } from './judge-all.ts';
import { assertIntact } from './kept/verify-release.ts';
import { enterInLedger, withLedger } from './ledger/enter-release.ts';
import { lockReleases } from './lock.ts';
import type { BuildOptions, BuildOutcome } from './outcome.ts';
import { planBuild, previousRelease } from './plan.ts';
import { publishAll } from './publish/publish-all.ts';
import { refusalsOf } from './refusals.ts';
import { forgetRefused, keepReports } from './refused.ts';
import { beginDraft, nextReleaseId } from './releases.ts';
import { isSameRelease } from './same-release.ts';
import { takeOver } from './take-over.ts';

/**
 * Declarations → release. The current release stays untouched unless everything is in order; a build that dies leaves
 * a draft that the next one removes.
 * @throws RefusedInput for sources that turn out unreadable, Fault for circumstances
 */
export async function build(options: BuildOptions): Promise<BuildOutcome> {
  const checked = await checkProject(options.project);
  if (checked.kind === 'refused') return { kind: 'refused', complaints: checked.complaints, datasets: [] };
  const lock = await lockReleases(options.releases);
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
  if (previous && (await isSameRelease(previous, plan, options))) return unchanged(previous, options);
  const draft = await beginDraft(options.releases);
  try {
    const outcome = await buildInto({ draft, options, plan, previous });
    if (outcome.kind === 'released' && !options.dryRun) await forgetRefused(options.releases);
    else await draft.discard();
    return outcome;
  } catch (error) {
    await draft.discard();
    await blamePrevious(error, previous);
    throw error;
  }
}

/**
 * A file of the release before that cannot be unpacked, or is gone, ends a build with words of a library: they are told in
 * those of the release. What is told well already stays.
 */
async function blamePrevious(error: unknown, previous: Release | undefined): Promise<void> {
  if (previous && !(error instanceof Fault || error instanceof RefusedInput)) await assertIntact(previous);
}

function unchanged(release: Release, { progress }: BuildOptions): BuildOutcome {
  for (const { slug, things, statements } of release.manifest.datasets)
    progress?.({ kind: 'dataset-reused', slug, things, statements });
  return { kind: 'unchanged', release };
}

/** Map each dataset → judge all together → write each → refuse or finish. */
async function buildInto(building: Building): Promise<BuildOutcome> {
  const { draft, options, plan, previous } = building;
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
  await rm(join(draft.folder, '.work'), { recursive: true, force: true });
  const complaints = plan.flatMap(({ checked }, index) =>
    refusalsOf(checked.dataset, released[index] as ReleasedDataset),
  );
  if (complaints.length > 0) return refuse(complaints, released, building);
  const kept = await enterInLedger(building, release, released);
  if (kept.kind === 'refused') return refuse(kept.complaints, released, building);
  const entered = released.map((one) => withLedger(one, kept.ledger));
  const published = await publishAll({ released: entered, release, draft, options, plan, previous });
  return finish({ draft, release, options, ...published, ledger: kept.ledger, reports, previous });
}

async function refuse(
  complaints: readonly Complaint[],
  datasets: readonly ReleasedDataset[],
  { draft, options }: Building,
): Promise<BuildOutcome> {
  const reports = await keepReports(draft.folder, options.releases);
  return { kind: 'refused', complaints, datasets, ...(reports ? { reports } : {}) };
}

async function momentOf({ releases, now = () => new Date() }: BuildOptions): Promise<ReleaseMoment> {
  const createdAt = now();
  return { id: await nextReleaseId(releases, createdAt), createdAt: createdAt.toISOString() };
}

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
