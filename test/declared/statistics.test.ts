import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Store } from 'oxigraph';
import { dumpsOf } from '../../src/cli/release-index.ts';
import { type DatasetStatistics, datasetIri, LANGUAGES } from '../../src/model/index.ts';
import { readQuadLines } from '../../src/rdf/index.ts';
import { frenchFaults } from './french.ts';
import { BASE, releaseShipped, type Shipped } from './shipped.ts';

let shipped: Shipped;
let store: Store;
const counted = new Map<string, DatasetStatistics>();

beforeAll(async () => {
  shipped = await releaseShipped();
  store = new Store();
  for (const { path } of dumpsOf(shipped)) {
    for await (const lines of readQuadLines(path))
      store.load(`${lines.join('\n')}\n`, { format: 'application/n-quads' });
  }
  for (const { slug, statistics } of shipped.manifest.datasets) {
    if (!statistics) throw new Error(`${slug} was not counted.`);
    counted.set(slug, statistics);
  }
}, 120_000);

afterAll(() => shipped.remove());

type Row = Readonly<Record<string, string>>;

/** Rows of a query of `queries/statistics`, all values as text. */
function ask(name: string): readonly Row[] {
  const query = shipped.project.statisticsQueries.find((one) => one.name === name);
  const rows = store.query(query?.text ?? '', { base_iri: BASE }) as Map<string, { value: string }>[];
  return rows.map((row) => Object.fromEntries([...row].map(([column, { value }]) => [column, value])));
}

const rowsOf = (slug: string, rows: readonly Row[]): readonly Row[] =>
  rows
    .filter(({ jeu }) => jeu === datasetIri(BASE, slug))
    .map(({ jeu: _jeu, ...row }) => row)
    .sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));

const shown = (rows: readonly Row[]): readonly Row[] =>
  rowsOf(
    'x',
    rows.map((row) => ({ ...row, jeu: datasetIri(BASE, 'x') })),
  );

/** What was counted of all datasets, in the words of a query. */
function compare(name: string, rowsCounted: (one: DatasetStatistics, slug: string) => readonly Row[]): void {
  const asked = ask(name);
  expect(asked.length).toBeGreaterThan(5);
  for (const [slug, one] of counted)
    expect({ slug, rows: rowsOf(slug, asked) }).toEqual({ slug, rows: shown(rowsCounted(one, slug)) });
}

describe('The statistics of the shipped datasets', () => {
  it('are the statements and subjects that the endpoint counts', () => {
    compare('triplets', ({ subjects }, slug) => {
      const released = shipped.manifest.datasets.find((one) => one.slug === slug);
      return [{ enonces: String(released?.statements), sujets: String(subjects) }];
    });
  });

  it('are the instances of classes that the endpoint counts', () => {
    compare('classes', ({ classes }) =>
      classes.map(({ iri, count }) => ({ classe: iri, instances: String(count) })),
    );
  });

  it('are the uses of properties that the endpoint counts', () => {
    compare('proprietes', ({ properties }) =>
      properties.map(({ iri, count, subjects }) => ({
        propriete: iri,
        enonces: String(count),
        sujets: String(subjects),
      })),
    );
  });

  it('are the places that the endpoint counts', () => {
    compare('lieux', ({ places }) => (places === 0 ? [] : [{ lieux: String(places) }]));
  });

  it('are the links that the endpoint counts, the most frequent listed and all summed up', () => {
    const asked = ask('liens');
    for (const [slug, { linksets, beyond }] of counted) {
      const rows = rowsOf(slug, asked);
      const listed = linksets.map(({ property, target, count }) => ({
        cible: target.includes(':') ? target : datasetIri(BASE, target),
        liens: String(count),
        propriete: property,
      }));
      const sum = rows.reduce((so, { liens }) => so + Number(liens), 0);
      const listedSum = linksets.reduce((so, { count }) => so + count, 0);
      expect({ slug, sum: listedSum + beyond.linksets }).toEqual({ slug, sum });
      expect(rows).toEqual(expect.arrayContaining(listed));
      if (beyond.linksets === 0) expect(rows).toHaveLength(listed.length);
    }
    expect([...counted.values()].some(({ linksets }) => linksets.length > 2)).toBe(true);
  });

  it('name examples that are things of the dataset', async () => {
    for (const [slug, { examples }] of counted) {
      const subjects = new Set((await shipped.quadsOf(slug)).map(({ subject }) => subject.value));
      expect(examples).toHaveLength(3);
      expect(examples.filter((one) => !subjects.has(one))).toEqual([]);
    }
  });
});

describe('Each query that counts', () => {
  it('has a title and a question in good French and in English', () => {
    const queries = shipped.project.statisticsQueries;
    expect(queries.map(({ name }) => name)).toEqual(['classes', 'liens', 'lieux', 'proprietes', 'triplets']);
    for (const { title, question } of queries) {
      for (const language of LANGUAGES) expect(question[language]).toMatch(/\?$/);
      expect([title.fr, question.fr].flatMap(frenchFaults)).toEqual([]);
    }
  });
});
