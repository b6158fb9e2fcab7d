import { nearest } from '../../documents/index.ts';
import type { Release } from '../../model/index.ts';
import type { ListedChart, ShownChart } from '../../pages/index.ts';
import type { AppContext } from '../context.ts';
import { type HttpProblem, notFound, problem } from '../problem.ts';
import { keptRelease, keptReleases, readableRelease } from '../releases/kept-releases.ts';

/** What an address of a chart asks for. */
export interface AskedChart {
  /** `<dataset>/<name>`. */
  readonly name: string;
  /** Id of a release; absent: the latest, always. */
  readonly release: string | undefined;
}

/**
 * The chart as the release keeps it, or as it is declared where the release that is served does not have it yet.
 * @throws HttpProblem 404 for a chart that is not there, 404 or 410 for a release that is not kept
 */
export async function findChart(context: AppContext, { name, release: id }: AskedChart): Promise<ShownChart> {
  const release = id === undefined ? context.release : await keptRelease(context, id);
  const kept = (await context.charts?.charts(release))?.get(name);
  const declared = context.chartQueries?.find((one) => one.name === name);
  const chart = kept ?? (id === undefined ? declared : undefined);
  if (!chart) throw id === undefined || !declared ? noChart(context, name) : notKept(name, id);
  const { manifest } = release;
  return {
    chart,
    release: { id: manifest.id, createdAt: manifest.createdAt },
    isPinned: id !== undefined,
    isEdited: id === undefined && kept !== undefined && declared !== undefined && kept.text !== declared.text,
  };
}

/** Releases that are looked at for a chart. */
const MOST_RELEASES = 8;

/** Ids of the latest kept releases that hold a chart, the latest first. */
export async function releasesWith(context: AppContext, name: string): Promise<readonly string[]> {
  const ids = (await keptReleases(context).ids()).slice(-MOST_RELEASES).toReversed();
  const held = await Promise.all(
    ids.map(async (id) => {
      const release = await readableRelease(context, id);
      const kept = release && (await readableCharts(context, release));
      return kept?.has(name) ? [id] : [];
    }),
  );
  return held.flat();
}

/** The charts of a dataset in the release that is served, those among them that are only declared. */
export async function chartsOfDataset(context: AppContext, slug: string): Promise<readonly ListedChart[]> {
  const kept = await readableCharts(context, context.release);
  const declared = context.chartQueries ?? [];
  const all = new Map<string, ListedChart>(
    [...declared, ...(kept?.values() ?? [])].map((one) => [one.name, one]),
  );
  return [...all.values()].filter(({ dataset }) => dataset === slug);
}

/** A file that cannot be read takes no page with it: it is noted. */
async function readableCharts(context: AppContext, release: Release) {
  try {
    return await context.charts?.charts(release);
  } catch (err) {
    context.log?.('charts cannot be read', { release: release.manifest.id, err });
    return undefined;
  }
}

function noChart({ chartQueries = [] }: AppContext, name: string): HttpProblem {
  const near = nearest(
    name,
    chartQueries.map((one) => one.name),
  );
  if (near === undefined) return notFound();
  return problem(
    'not-found',
    {
      fr: `Aucun graphique ne s’appelle ainsi. Vouliez-vous dire /chart/${near} ?`,
      en: `No chart is called so. Did you mean /chart/${near}?`,
    },
    { alternates: [{ path: `/chart/${near}`, mediaType: 'text/html', name: near }] },
  );
}

const notKept = (name: string, release: string): HttpProblem =>
  problem(
    'not-found',
    {
      fr: `La version ${release} ne garde pas ce graphique : elle a été faite avant lui. La dernière version : /chart/${name}.`,
      en: `Release ${release} does not keep this chart: it was made before it. The latest: /chart/${name}.`,
    },
    { alternates: [{ path: `/chart/${name}`, mediaType: 'text/html', name }] },
  );
