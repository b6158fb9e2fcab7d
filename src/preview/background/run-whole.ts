import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadProject } from '../../declarations/index.ts';
import type { ReleasedDataset } from '../../model/index.ts';
import {
  type BuildEvent,
  type BuildOutcome,
  build,
  currentRelease,
  publishedTerms,
} from '../../release/index.ts';
import { changedThings } from './changed-things.ts';
import { countedFaults, rowFaults } from './counted-faults.ts';
import type { ReleaseForecast, WholeRun, WholeRunJob, WholeRunProgress } from './whole-run.ts';

/**
 * Builds the project as `cimaise build <dataset>` would, into a folder of its own in which the current release stands as a
 * link: what it would hold and change is known, and nothing of the project or its releases is written.
 * @throws Fault for circumstances
 */
export async function runWhole(
  { root, base, slug, releases, work, toolVersion }: WholeRunJob,
  tell: (progress: WholeRunProgress) => void,
): Promise<WholeRun> {
  const loaded = await loadProject({ root, base, publishedTerms: () => publishedTerms(releases, base) });
  if (loaded.kind === 'refused') return refused(loaded.complaints);
  const aside = await releasesAside(releases, work);
  const outcome = await build({
    project: loaded.project,
    releases: aside,
    toolVersion,
    only: [slug],
    progress: progressOf(slug, tell),
  });
  const dataset = datasetOf(outcome, slug);
  return {
    ...(dataset && {
      counts: {
        records: dataset.records,
        things: dataset.things,
        statements: dataset.statements,
        quarantined: dataset.quarantined,
      },
    }),
    faults: dataset ? countedFaults(dataset) : [],
    rows: dataset ? rowFaults(dataset) : [],
    forecast: await forecastOf(outcome, slug),
  };
}

const refused = (complaints: Extract<ReleaseForecast, { kind: 'refused' }>['complaints']): WholeRun => ({
  faults: [],
  rows: [],
  forecast: { kind: 'refused', complaints },
});

/** A folder of releases that holds the current one, as a link, and nothing else. */
async function releasesAside(releases: string, work: string): Promise<string> {
  const aside = join(work, 'releases');
  await mkdir(aside, { recursive: true });
  const current = await currentRelease(releases);
  if (current) {
    await symlink(current.folder, join(aside, current.manifest.id), 'junction');
    await writeFile(join(aside, 'current'), `${current.manifest.id}\n`);
  }
  return aside;
}

function progressOf(slug: string, tell: (progress: WholeRunProgress) => void): (event: BuildEvent) => void {
  let now: WholeRunProgress = { stage: 'mapping', records: 0, statements: 0, things: 0 };
  return (event) => {
    if (!('slug' in event) || event.slug !== slug) return;
    if (event.kind === 'mapping') now = { ...now, records: event.records, statements: event.statements };
    else if (event.kind === 'validating' || event.kind === 'judging-together')
      now = { ...now, stage: 'judging', things: Math.max(now.things, event.things) };
    else if (event.kind === 'dataset-done') {
      const { records, statements, things } = event;
      now = { stage: 'releasing', records, statements, things };
    } else return;
    tell(now);
  };
}

function datasetOf(outcome: BuildOutcome, slug: string): ReleasedDataset | undefined {
  const datasets = outcome.kind === 'refused' ? outcome.datasets : outcome.release.manifest.datasets;
  return datasets.find((one) => one.slug === slug);
}

async function forecastOf(outcome: BuildOutcome, slug: string): Promise<ReleaseForecast> {
  if (outcome.kind === 'refused') return { kind: 'refused', complaints: outcome.complaints };
  const { release } = outcome;
  if (outcome.kind === 'unchanged') return { kind: 'unchanged', previous: release.manifest.id };
  const { previous, terms, jumps } = outcome.breaks;
  if (previous === undefined) {
    const { datasets, statements } = release.manifest;
    return { kind: 'first', datasets: datasets.length, statements };
  }
  return { kind: 'next', previous, ...(await changedThings(release, slug)), breaks: { terms, jumps } };
}
