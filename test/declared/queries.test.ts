import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Store } from 'oxigraph';
import { createQueryAdviser, type QueryAdviser } from '../../src/advice/index.ts';
import { readChartRows } from '../../src/cli/asking/chart-rows.ts';
import { dumpsOf } from '../../src/cli/release-index.ts';
import { boundQuery, readParameterValue } from '../../src/declarations/index.ts';
import { withServices } from '../../src/federation/index.ts';
import { LANGUAGES, type QuadStore, type ResourceIndex } from '../../src/model/index.ts';
import { rdf, readQuadLines } from '../../src/rdf/index.ts';
import { type ParsedQuery, parseQuery, readQuery } from '../../src/sparql/index.ts';
import { indexOfShipped } from '../shipped-release.ts';
import { storeOver } from '../store-over.ts';
import { frenchFaults } from './french.ts';
import { BASE, ROOT, releaseShipped, type Shipped } from './shipped.ts';
import { apiQueryFiles, chartQueryFiles, exampleQueryFiles } from './turtle-files.ts';

let shipped: Shipped;
let store: Store;
let index: ResourceIndex;
let answering: QuadStore;
let advise: QueryAdviser;

beforeAll(async () => {
  shipped = await releaseShipped();
  store = new Store();
  for (const { path } of dumpsOf(shipped)) {
    for await (const lines of readQuadLines(path))
      store.load(`${lines.join('\n')}\n`, { format: 'application/n-quads' });
  }
  ({ index } = await indexOfShipped(shipped));
  const limits = { milliseconds: 60_000 };
  answering = withServices(storeOver(store), { base: BASE, search: index, services: [], limits });
  advise = createQueryAdviser({
    graphs: shipped.manifest.graphs.map(({ iri }) => iri),
    vocabulary: index.vocabulary(),
    label: () => undefined,
  });
}, 60_000);

afterAll(async () => {
  index.close();
  await shipped.remove();
});

/** Search, which this site answers itself. */
const OWN = { iri: `${BASE}search`, isSilent: false };

describe.each(exampleQueryFiles())('%s', (file) => {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const stored = () => shipped.project.queries.find((query) => query.file === file);

  it('is a query that stays here and answers alike twice', () => {
    const parsed = parseQuery(text, { base: BASE });
    expect(parsed).toMatchObject({ kind: 'parsed', isVolatile: false });
    for (const service of servicesOf(parsed)) expect(service).toEqual(OWN);
  });

  it('is known by its path, with a title and a question in both languages', () => {
    const query = stored();
    expect(`queries/examples/${query?.name}.rq`).toBe(file);
    for (const language of LANGUAGES) {
      expect(query?.title[language]).toMatch(/\S/);
      expect(query?.question[language]).toMatch(/\?$/);
    }
    expect(query?.title.fr).not.toBe(query?.title.en);
    expect([query?.title.fr, query?.question.fr].flatMap((one) => frenchFaults(one ?? ''))).toEqual([]);
  });

  it('belongs to a dataset', () => {
    expect(shipped.project.datasets.map(({ slug }) => slug)).toContain(stored()?.dataset);
  });

  it('writes no base, and declares the prefixes that it uses', () => checkPrefixes(text));

  it('asks for nothing that the data do not have', () => checkWords(text));

  it('answers at least one row, without a column that is always empty', () => checkRows(text));
});

describe.each(apiQueryFiles())('%s', (file) => {
  const declared = () => shipped.project.apiQueries.find((query) => query.file === file);
  /** As it is asked where nothing but what is required is given. */
  const text = (): string => {
    const query = declared();
    if (!query) throw new Error(`${file} is not declared.`);
    const terms = query.parameters.flatMap((parameter) => {
      const written = parameter.default ?? (parameter.isRequired ? parameter.example : undefined);
      const value = written === undefined ? undefined : readParameterValue(parameter, written, BASE);
      return value?.kind === 'term' ? [[parameter.name, value.term] as const] : [];
    });
    return boundQuery(query, new Map(terms));
  };

  it('is known by its path, with texts in both languages', () => {
    const query = declared();
    expect(`queries/api/${query?.name}.rq`).toBe(file);
    const texts = [
      query?.title,
      query?.question,
      ...(query?.parameters ?? []).map(({ description }) => description),
    ];
    for (const one of texts) for (const language of LANGUAGES) expect(one?.[language]).toMatch(/\S/);
    expect(texts.flatMap((one) => frenchFaults(one?.fr ?? ''))).toEqual([]);
  });

  it('stays here and answers alike twice', () => {
    const parsed = parseQuery(text(), { base: BASE });
    expect(parsed).toMatchObject({ kind: 'parsed', isVolatile: false });
    for (const service of servicesOf(parsed)) expect(service).toEqual(OWN);
  });

  it('writes no base, and declares the prefixes that it uses', () => {
    checkPrefixes(readFileSync(join(ROOT, file), 'utf8'));
  });

  it('asks for nothing that the data do not have', () => checkWords(text()));

  it('answers at least one row with its defaults, without a column that is always empty', () =>
    checkRows(text()));
});

describe.each(chartQueryFiles())('%s', (file) => {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const declared = () => shipped.project.chartQueries.find((query) => query.file === file);

  it('is known by its path, with its texts in both languages', () => {
    const query = declared();
    expect(`queries/charts/${query?.name}.rq`).toBe(file);
    const texts = [query?.title, query?.question, query?.unit];
    for (const one of texts) for (const language of LANGUAGES) expect(one?.[language]).toMatch(/\S/);
    expect(query?.title.fr).not.toBe(query?.title.en);
    expect(texts.flatMap((one) => frenchFaults(one?.fr ?? ''))).toEqual([]);
  });

  it('writes no base, and declares the prefixes that it uses', () => checkPrefixes(text));

  it('asks for nothing that the data do not have', () => checkWords(text));

  it('answers rows that can be drawn, more than one', async () => {
    const { chart = 'bar' } = declared() ?? {};
    const rows = readChartRows(await answerTo(text), chart);
    expect(rows).toMatchObject({ kind: 'rows' });
    expect(rows.kind === 'rows' && rows.rows.length).toBeGreaterThan(1);
  });
});

function checkPrefixes(text: string): void {
  expect(text).not.toMatch(/^\s*BASE\b|localhost/im);
  const declared = [...text.matchAll(/^PREFIX (\w+):/gim)].map(([, prefix]) => prefix);
  const body = text.replace(/^(#|PREFIX).*$/gim, '').replace(/"[^"]*"|<[^>]*>/g, '');
  const used = new Set([...body.matchAll(/(?<![\w:?])([a-z]+):(?=\w)/g)].map(([, prefix]) => prefix));
  expect([...used].sort()).toEqual(declared.sort());
}

const servicesOf = (parsed: ParsedQuery) => (parsed.kind === 'parsed' ? parsed.services : []);

async function checkRows(text: string): Promise<void> {
  const { head, results } = JSON.parse(await answerTo(text));
  expect(results.bindings.length).toBeGreaterThan(0);
  const bound = new Set(results.bindings.flatMap((row: object) => Object.keys(row)));
  expect(head.vars.filter((name: string) => !bound.has(name))).toEqual([]);
}

async function answerTo(text: string): Promise<string> {
  const parsed = parseQuery(text, { base: BASE });
  const answer = await answering.answer({
    text,
    kind: 'select',
    mediaType: 'application/sparql-results+json',
    hasDataset: false,
    services: servicesOf(parsed),
  });
  if (answer.kind !== 'answered') throw new Error(JSON.stringify(answer));
  return String(answer.body);
}

function checkWords(text: string): void {
  expect(advise(text, readQuery(text, { base: BASE, typeProperty: rdf.type }))).toEqual([]);
}

it('No two queries ask the same', () => {
  const titles = shipped.project.queries.map(({ question }) => question.fr);
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
});
