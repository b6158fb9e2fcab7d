import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  datasetIri,
  Fault,
  type Release,
  type ReleasedDataset,
  type ReleaseFile,
  type ReleaseInput,
  type Vocabulary,
} from '../model/index.ts';
import { readQuadLines } from '../rdf/index.ts';
import { type CheckedDataset, checkProject } from './check.ts';
import { buildDataset } from './dataset-build.ts';
import { codeFingerprint, datasetFingerprint, inputsOf } from './fingerprint.ts';
import { finish } from './finish.ts';
import { acquireLock } from './lock.ts';
import type { BuildOptions, BuildOutcome } from './outcome.ts';
import { refusalsOf } from './refusals.ts';
import { beginDraft, currentRelease, type Draft } from './releases.ts';
import { readVocabulary } from './vocabulary.ts';
import { sha256OfText } from './written-file.ts';

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
    const outcome = await buildInto(draft, options, plan, previous);
    if (outcome.kind !== 'released') await draft.discard();
    return outcome;
  } catch (error) {
    await draft.discard();
    throw error;
  }
}

/** The release to reuse files of: one that is damaged is as good as none for a build that is forced. */
async function previousRelease({ releases, force, project }: BuildOptions): Promise<Release | undefined> {
  const release = await currentRelease(releases).catch((error: unknown) => {
    if (force && error instanceof Fault) return undefined;
    throw error;
  });
  return release?.manifest.base === project.base ? release : undefined;
}

/** A dataset to build, or to take over from the release before. */
interface Planned {
  readonly checked: CheckedDataset;
  readonly inputs: readonly ReleaseInput[];
  readonly fingerprint: string;
  readonly reused?: ReleasedDataset;
}

async function planBuild(
  options: BuildOptions,
  datasets: readonly CheckedDataset[],
  previous: Release | undefined,
): Promise<readonly Planned[]> {
  const { project, only = [], force = false } = options;
  const code = await codeFingerprint();
  const ontologies = sha256OfText(project.ontologies.map(({ text }) => text).join('\n'));
  const fingerprints = new Map<string, string>();
  const plan: Planned[] = [];
  for (const checked of datasets) {
    const { dataset } = checked;
    const inputs = await inputsOf(dataset, project.root);
    const vocabularies = dataset.vocabularies.map((slug) => fingerprints.get(slug) ?? '');
    const fingerprint = datasetFingerprint({ base: project.base, code, ontologies, inputs, vocabularies });
    fingerprints.set(dataset.slug, fingerprint);
    const published = previous?.manifest.datasets.find(({ slug }) => slug === dataset.slug);
    const left = only.length > 0 && !only.includes(dataset.slug);
    const before = published?.inputs.at(-1)?.path;
    const now = dataset.source.shown;
    if (before !== undefined && before !== now && !left)
      options.progress?.({ kind: 'source-changed', slug: dataset.slug, before, now });
    const same = published?.fingerprint === fingerprint && !force;
    plan.push({
      checked,
      inputs,
      fingerprint,
      ...(published && (same || left) ? { reused: published } : {}),
    });
  }
  return plan;
}

async function buildInto(
  draft: Draft,
  options: BuildOptions,
  plan: readonly Planned[],
  previous: Release | undefined,
): Promise<BuildOutcome> {
  const { project, progress = () => undefined } = options;
  const vocabularies = new Map<string, Vocabulary>();
  const lookedUp = new Set(plan.flatMap(({ checked }) => checked.dataset.vocabularies));
  const released: ReleasedDataset[] = [];
  const reports: ReleaseFile[] = [];
  for (const one of plan) {
    const { slug } = one.checked.dataset;
    if (one.reused && previous) {
      reports.push(await takeOver(previous, draft.folder, one.reused));
      released.push(one.reused);
      progress({
        kind: 'dataset-reused',
        slug,
        things: one.reused.things,
        statements: one.reused.statements,
      });
    } else {
      const built = await buildDataset({
        ...one,
        base: project.base,
        folder: draft.folder,
        vocabularies,
        progress,
      });
      reports.push(built.report);
      released.push(built.released);
    }
    if (lookedUp.has(slug))
      vocabularies.set(
        slug,
        await readVocabulary(readQuadLines(join(draft.folder, `datasets/${slug}.nq.gz`))),
      );
  }
  const complaints = plan.flatMap(({ checked }, index) =>
    refusalsOf(checked.dataset, released[index] as ReleasedDataset),
  );
  if (complaints.length > 0) return { kind: 'refused', complaints, datasets: released };
  return finish({
    draft,
    options,
    released,
    reports,
    previous,
    allReused: plan.every((one) => one.reused !== undefined),
  });
}

/** Copies a dataset's files of the release before. */
async function takeOver(
  previous: Release,
  folder: string,
  { slug, dump, origins }: ReleasedDataset,
): Promise<ReleaseFile> {
  const report = previous.manifest.files.find(({ path }) => path === `reports/${slug}.json`);
  if (report === undefined)
    throw new TypeError(`The report of ${datasetIri(previous.manifest.base, slug)} is not in the manifest.`);
  for (const { path } of [dump, ...(origins ? [origins] : []), report]) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await copyFile(join(previous.folder, path), join(folder, path));
  }
  return report;
}
