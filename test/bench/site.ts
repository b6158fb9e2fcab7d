/**
 * `npm run bench:site [things [folder]]`: an index of a million generated things, and what each kind of question costs, every
 * one asked once with many different words and values; then batches of ten names to reconcile, alone with `--reconcile`. A
 * folder keeps dumps and index for another run.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gatherCells } from '../../src/http/map/gather-cells.ts';
import { thingsInBounds } from '../../src/http/map/in-bounds.ts';
import { mercatorGrid } from '../../src/http/map/mercator-grid.ts';
import { buildIndex, openIndex } from '../../src/index/index.ts';
import type { ChosenFacets, ResourceFinder } from '../../src/model/index.ts';
import { tallyPlaces } from '../../src/pages/index.ts';
import { random } from './museum-catalogue.ts';
import { generatedBatches, reconcileBatches } from './reconcile-batches.ts';
import { BASE, type SiteDumps, wordOf, writeSiteDumps } from './site-dumps.ts';

const isReconcilingOnly = process.argv.includes('--reconcile');
const [count = '1000000', kept] = process.argv.slice(2).filter((one) => !one.startsWith('--'));
const folder = kept ?? mkdtempSync(join(tmpdir(), 'cimaise-bench-site-'));
/** Questions of each kind. */
const ASKED = 40;
/** Milliseconds: the median of each kind of question. */
const GOAL = { find: 50, suggest: 20, batch: 100 };
const BATCHES = 24;

const tell = (line: string): void => void process.stdout.write(`${line}\n`);

async function dumpsOf(): Promise<SiteDumps> {
  const list = join(folder, 'dumps.json');
  if (existsSync(list)) return JSON.parse(readFileSync(list, 'utf8')) as SiteDumps;
  mkdirSync(folder, { recursive: true });
  const written = await writeSiteDumps(folder, Number(count));
  writeFileSync(list, JSON.stringify(written));
  return written;
}

async function indexOf({ dumps, bytes, statements }: SiteDumps): Promise<string> {
  const file = join(folder, 'index.sqlite');
  if (existsSync(file)) return file;
  const started = performance.now();
  const cpu = process.cpuUsage();
  await buildIndex({ dumps, base: BASE, file });
  const { user, system } = process.cpuUsage(cpu);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  const worked = ((user + system) / 1e6).toFixed(0);
  const peak = (process.resourceUsage().maxRSS / 1024).toFixed(0);
  tell(`${statements} statements: ${seconds} s (${worked} s of processor), ${peak} MB at the most`);
  tell(
    `index: ${((100 * statSync(file).size) / bytes).toFixed(1)} % of ${(bytes / 1e6).toFixed(0)} MB of N-Triples`,
  );
  return file;
}

function middleAndLast(times: number[]): readonly [number, number] {
  const sorted = times.toSorted((one, other) => one - other);
  return [sorted[sorted.length >> 1] ?? 0, sorted.at(-1) ?? 0];
}

type Question = (finder: ResourceFinder, share: number) => { readonly total: number } | readonly unknown[];

const find =
  (
    text: (share: number) => string | undefined,
    chosen: (share: number) => ChosenFacets,
    offset = 0,
  ): Question =>
  (finder, share) =>
    finder.find({ ...said(text(share)), chosen: chosen(share), language: 'fr' }, { offset, limit: 20 });
const said = (text: string | undefined): { text?: string } => (text === undefined ? {} : { text });
const suggest =
  (letters: number): Question =>
  (finder, share) =>
    finder.suggest(word(share * 3000).slice(0, letters), { language: 'fr', limit: 8 });

const word = (rank: number): string => wordOf(Math.floor(rank));
const pick = (share: number, from: number, many: number): number => from + Math.floor(share * many);
const FRANCE = { south: 41, west: -6, north: 51.5, east: 10 } as const;
const no = (): undefined => undefined;
const any = (): ChosenFacets => ({});
const dataset = (share: number): ChosenFacets => ({ dataset: [share < 0.5 ? 'oeuvres' : 'monuments'] });
const place = (share: number): ChosenFacets => ({ place: [`${BASE}id/regions/${pick(share, 10, 18)}`] });
const combined = (share: number): ChosenFacets => ({
  type: ['http://schema.org/VisualArtwork'],
  place: [`${BASE}id/departements/${pick(share, 100, 40)}`],
  period: [String(pick(share, 12, 9))],
  concept: [`${BASE}id/domaines/${pick(share, 100, 20)}0`],
});
const common = (share: number): string => word(share * 12);

const QUESTIONS: Readonly<Record<string, Question>> = {
  'everything, no words': find(no, any),
  'one facet, no words': find(no, place),
  'one dataset, no words': find(no, dataset),
  'four facets, no words': find(no, combined),
  'a word that all have': find((share) => ['objet', 'collection', 'de', 'cm', 'h'][pick(share, 0, 5)], any),
  'a word in a fifth of labels': find(() => 'chateau', place),
  'a common word': find(common, any),
  'a rare word': find((share) => word(20_000 + share * 100_000), any),
  'two common words': find((share) => `${common(share)} ${common(1 - share)}`, any),
  'two words, one rare': find((share) => `objet ${word(5_000 + share * 20_000)}`, any),
  'four words': find((share) => `objet collection ${common(share)} ${common(1 - share)}`, any),
  'a word and four facets': find(common, combined),
  'one letter': find((share) => common(share).slice(0, 1), any),
  'two letters': find((share) => word(share * 2000).slice(0, 2), any),
  'three letters': find((share) => word(share * 2000).slice(0, 3), any),
  'five letters': find((share) => word(share * 2000).slice(0, 5), any),
  'a deep page': find(common, any, 9980),
  'a deep page of all': find(no, place, 9980),
  'a misspelt word': find((share) => `${word(share * 3000).slice(0, 4)}x${word(share * 3000).slice(4)}`, any),
  'an identifier': find((share) => `O${String(pick(share, 0, 1000)).padStart(8, '0')}`, any),
  'on the map, everything': (finder) => finder.located({ chosen: {}, language: 'fr' }, { limit: 1000 }),
  'on the map, a word in a box': (finder, share) =>
    finder.located(
      { text: common(share), chosen: {}, language: 'fr' },
      { limit: 1000, bounds: { south: 44 + share, north: 46 + share, west: 0, east: 3 } },
    ),
  'the map, everything in view': (finder) =>
    gatherCells(finder.everyPlace({ chosen: {}, language: 'fr' }), mercatorGrid(FRANCE, 5)).cells,
  'the map, a town in view': (finder, share) =>
    gatherCells(
      finder.everyPlace({ chosen: {}, language: 'fr' }),
      mercatorGrid({ south: 44 + share, west: 2, north: 44.2 + share, east: 2.3 }, 12),
    ).cells,
  'the map, the list of a view': (finder, share) =>
    thingsInBounds(finder.everyPlace({ chosen: {}, language: 'fr' }), {
      bounds: { ...FRANCE, south: 44 + share },
      offset: 0,
      limit: 20,
    }).things,
  'the map, territories and dots': (finder) =>
    tallyPlaces(finder.everyPlace({ chosen: {}, language: 'fr' })).dots,
  'suggest, 1 letter': suggest(1),
  'suggest, 2 letters': suggest(2),
  'suggest, 3 letters': suggest(3),
  'suggest, a word': suggest(30),
};

const dumps = await dumpsOf();
const file = await indexOf(dumps);
const opening = performance.now();
const opened = openIndex(file);
if (opened.kind !== 'open') throw new Error(opened.kind);
const finder: ResourceFinder = opened.index;
const first = performance.now();
finder.find({ text: 'premiere', chosen: {}, language: 'fr' }, { offset: 0, limit: 20 });
tell(
  `opened in ${(first - opening).toFixed(0)} ms, first question ${(performance.now() - first).toFixed(0)} ms\n`,
);
if (!isReconcilingOnly) tellQuestions();
tellBatches();
opened.index.close();
if (kept === undefined) rmSync(folder, { recursive: true });

function tellQuestions(): void {
  const HEAD = ['median', 'slowest', 'of proc.', 'slowest'].map((cell) => cell.padStart(10)).join('');
  tell(`${'milliseconds'.padEnd(30)}${HEAD}${'found'.padStart(12)}`);
  let isReached = true;
  for (const [name, question] of Object.entries(QUESTIONS)) {
    const next = random(name.length);
    const times: number[] = [];
    const worked: number[] = [];
    let found = 0;
    for (let asked = 0; asked < ASKED; asked++) {
      const share = next();
      const started = performance.now();
      const before = process.threadCpuUsage();
      const answer = question(finder, share);
      times.push(performance.now() - started);
      const { user, system } = process.threadCpuUsage(before);
      worked.push((user + system) / 1000);
      found = Math.max(found, 'total' in answer ? answer.total : answer.length);
    }
    const [median, slowest] = middleAndLast(times);
    isReached &&= median < (name.startsWith('suggest') ? GOAL.suggest : GOAL.find);
    const cells = [median, slowest, ...middleAndLast(worked)].map((one) => one.toFixed(1).padStart(10));
    tell(name.padEnd(30) + cells.join('') + String(found).padStart(12));
  }
  tell(
    `\nall medians ${isReached ? 'are' : 'are NOT'} below ${GOAL.find} ms, of suggestions ${GOAL.suggest} ms`,
  );
  tell(`memory ${(process.memoryUsage().rss / 1048576).toFixed(0)} MB`);
}

/** Of the processor: what a batch costs everybody else. The first reads what stays in memory. */
function tellBatches(): void {
  if (opened.kind !== 'open') return;
  const slugs = dumps.dumps.map(({ dataset: slug }) => slug);
  const [, ...batches] = reconcileBatches(opened.index, { base: BASE, slugs }, generatedBatches(BATCHES));
  const [median, slowest] = middleAndLast(batches.map(({ milliseconds }) => milliseconds));
  const found = batches.reduce((sum, { candidates }) => sum + candidates, 0) / batches.length;
  tell(
    `\nreconciling ten names: ${median.toFixed(0)} ms of the processor (goal ${GOAL.batch}), slowest batch ${slowest.toFixed(0)}, ${found.toFixed(0)} candidates`,
  );
}
