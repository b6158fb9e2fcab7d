import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChartQuery, Release, ReleaseFile } from '../../model/index.ts';
import { writeCharts } from '../charts/released-charts.ts';
import type { Progress } from '../progress.ts';
import { writeJson } from '../written-file.ts';
import type { Breaks, DraftAnswers, QueryAnswers } from './breaks.ts';
import { compareAnswers } from './compare-answers.ts';
import { compareIris } from './compare-iris.ts';
import { compareManifests } from './compare-manifests.ts';

/** Asks a draft everything that is declared. @param progress hears how many queries have been asked */
export type AskDraft = (draft: Release, progress: (asked: number) => void) => Promise<DraftAnswers>;

export interface BreaksOptions {
  readonly previous: Release | undefined;
  /** Absent: no query is asked, and nothing is told of any. */
  readonly ask?: AskDraft | undefined;
  readonly progress?: Progress;
  /** Declared charts, whose rows are kept. */
  readonly charts?: readonly ChartQuery[];
}

/** What was found, and the files of the release that keep it. */
export interface FoundBreaks {
  readonly breaks: Breaks;
  readonly files: readonly ReleaseFile[];
}

const ANSWERS = 'answers.json';
const BREAKS = 'breaks.json';

/**
 * What a release changes for those who use the one before it: found before it is published. Writes `breaks.json`, and
 * `answers.json`, with which the next release is compared, and the rows of charts.
 * @param draft everything stands in its folder but the manifest
 */
export async function findBreaks(draft: Release, options: BreaksOptions): Promise<FoundBreaks> {
  const { previous, ask, progress, charts = [] } = options;
  const answers = await ask?.(draft, (asked) => progress?.({ kind: 'asking', asked }));
  const compared = previous ? await compare({ before: previous, after: draft }) : NOTHING_BEFORE;
  const known = previous && (await readAnswers(previous));
  const breaks = { ...compared, ...compareAnswers(known, answers?.queries ?? {}) };
  const files = [await writeJson(draft.folder, BREAKS, breaks)];
  if (answers) files.push(await writeJson(draft.folder, ANSWERS, answers.queries));
  if (answers && charts.length > 0) files.push(await writeCharts(draft.folder, charts, answers.charts));
  return { breaks, files };
}

type Compared = Omit<Breaks, 'queries' | 'unasked'>;

const NONE = { count: 0, some: [] };

const NOTHING_BEFORE: Compared = {
  datasets: { added: [], removed: [] },
  iris: { vanished: NONE, withdrawn: NONE, replaced: NONE },
  terms: [],
  jumps: [],
  dumps: [],
};

async function compare(pair: { readonly before: Release; readonly after: Release }): Promise<Compared> {
  const { before, after } = pair;
  return {
    previous: before.manifest.id,
    ...compareManifests(before.manifest, after.manifest),
    iris: await compareIris(pair),
  };
}

/** Undefined for a release of before, which has not kept its answers. */
async function readAnswers({ folder, manifest }: Release): Promise<QueryAnswers | undefined> {
  if (!manifest.files.some(({ path }) => path === ANSWERS)) return undefined;
  return JSON.parse(await readFile(join(folder, ANSWERS), 'utf8')) as QueryAnswers;
}
