import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type ChartQuery, type Release, same } from '../../../../src/model/index.ts';
import { findBreaks } from '../../../../src/release/breaks/find-breaks.ts';
import { createChartArchive } from '../../../../src/release/charts/chart-archive.ts';
import { hasSameCharts, writeCharts } from '../../../../src/release/charts/released-charts.ts';
import { temporaryFolders } from '../folders.ts';
import { lineOf, publishRelease, thing } from '../kept/kept-releases.ts';

const newFolder = temporaryFolders();

const query: ChartQuery = {
  name: 'x/par-nom',
  file: 'queries/charts/x/par-nom.rq',
  dataset: 'x',
  title: same('T'),
  question: same('Q ?'),
  kind: 'select',
  chart: 'bar',
  unit: same('u'),
  text: 'SELECT ?name ?value {}',
};
const answered = { kind: 'answered', points: [{ name: same('a'), value: 1 }] } as const;

async function released(id: string, charts: Parameters<typeof writeCharts>[2]): Promise<Release> {
  const release = await publishRelease(newFolder(), id, { x: [lineOf(thing('1'), '1')] });
  const file = await writeCharts(release.folder, [query], charts);
  return { ...release, manifest: { ...release.manifest, files: [...release.manifest.files, file] } };
}

describe('The charts of a release', () => {
  it('keep the question word for word, and the answer', async () => {
    const release = await released('2026-03-09.1', { 'x/par-nom': answered });
    const charts = await createChartArchive().charts(release);
    const { kind: _kind, file: _file, ...kept } = query;
    expect(charts?.get('x/par-nom')).toEqual({ ...kept, answer: answered });
  });

  it('say so where one was not asked', async () => {
    const charts = await createChartArchive().charts(await released('2026-03-09.1', {}));
    expect(charts?.get('x/par-nom')?.answer.kind).toBe('unasked');
  });

  it('are none in a release of before', async () => {
    const release = await publishRelease(newFolder(), '2026-03-09.1', { x: [lineOf(thing('1'), '1')] });
    expect(await createChartArchive().charts(release)).toBeUndefined();
    expect(await hasSameCharts(release, [])).toBe(true);
    expect(await hasSameCharts(release, [query])).toBe(false);
  });

  it('are others as soon as a question or a text of it is', async () => {
    const release = await released('2026-03-09.1', { 'x/par-nom': answered });
    expect(await hasSameCharts(release, [query])).toBe(true);
    expect(await hasSameCharts(release, [{ ...query, text: 'SELECT ?name ?value { }' }])).toBe(false);
    expect(await hasSameCharts(release, [{ ...query, title: same('U') }])).toBe(false);
    expect(await hasSameCharts(release, [])).toBe(false);
  });

  it('are read again after a failure, and otherwise once', async () => {
    const archive = createChartArchive();
    const release = await released('2026-03-09.1', { 'x/par-nom': answered });
    const path = join(release.folder, 'charts.json');
    writeFileSync(path, '{');
    await expect(archive.charts(release)).rejects.toThrow();
    writeFileSync(path, '{"charts":[]}');
    expect((await archive.charts(release))?.size).toBe(0);
    writeFileSync(path, '{');
    expect((await archive.charts(release))?.size).toBe(0);
    for (let at = 0; at < 12; at++)
      await archive.charts(await released(`2026-04-0${1 + (at % 9)}.${at}`, {}));
    await expect(archive.charts(release)).rejects.toThrow();
  });

  it('are written when a draft was asked, and told like other queries', async () => {
    const previous = await publishRelease(newFolder(), '2026-03-09.1', { x: [lineOf(thing('1'), '1')] });
    const failed = { kind: 'failed', reason: 'cannot be drawn: row 1: no number' } as const;
    const { files, breaks } = await findBreaks(previous, {
      previous: undefined,
      charts: [query],
      ask: async () => ({ queries: { 'charts/x/par-nom': failed }, charts: { 'x/par-nom': failed } }),
    });
    expect(files.map(({ path }) => path)).toEqual(['breaks.json', 'answers.json', 'charts.json']);
    expect(breaks.queries).toEqual([{ name: 'charts/x/par-nom', change: 'fails', reason: failed.reason }]);
  });
});
