import type { ChartArchive, Release, ReleasedChart } from '../../model/index.ts';
import { readCharts } from './released-charts.ts';

/** Releases whose charts are kept in memory. */
const MOST_KEPT = 8;

type Charts = ReadonlyMap<string, ReleasedChart> | undefined;

/** Reads the charts of releases from their folders, those asked for last from memory. */
export function createChartArchive(): ChartArchive {
  const known = new Map<string, Promise<Charts>>();
  return {
    charts(release) {
      const { id } = release.manifest;
      const reading = known.get(id) ?? chartsOf(release);
      known.delete(id);
      known.set(id, reading);
      // A failure is not kept: the next request tries again.
      reading.catch(() => known.delete(id));
      const [oldest] = known.keys();
      if (known.size > MOST_KEPT && oldest !== undefined) known.delete(oldest);
      return reading;
    },
  };
}

async function chartsOf(release: Release): Promise<Charts> {
  const charts = await readCharts(release);
  return charts && new Map(charts.map((chart) => [chart.name, chart]));
}
