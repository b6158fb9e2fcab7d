import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Store } from 'oxigraph';
import { createQueryAdviser, type QueryAdviser } from '../../src/advice/index.ts';
import { boundQuery, readParameterValue } from '../../src/declarations/index.ts';
import { LANGUAGES } from '../../src/model/index.ts';
import { rdf, readQuadLines } from '../../src/rdf/index.ts';
import { parseQuery, readQuery } from '../../src/sparql/index.ts';
import { frenchFaults } from './french.ts';
import { BASE, buildShipped, ROOT, type Shipped } from './shipped.ts';
import { apiQueryFiles, exampleQueryFiles } from './turtle-files.ts';

let shipped: Shipped;
let store: Store;
let advise: QueryAdviser;

beforeAll(async () => {
  shipped = await buildShipped();
  store = new Store();
  for (const { path, mediaType } of shipped.manifest.files) {
    if (mediaType !== 'application/n-quads') continue;
    for await (const lines of readQuadLines(join(shipped.folder, path)))
      store.load(`${lines.join('\n')}\n`, { format: 'application/n-quads' });
  }
  const counted = (pattern: string) => {
    const query = `SELECT ?x (COUNT(*) AS ?n) { ${pattern} } GROUP BY ?x`;
    const rows = store.query(query, { use_default_graph_as_union: true }) as Map<string, { value: string }>[];
    return rows.map((row) => ({ value: row.get('x')?.value ?? '', count: Number(row.get('n')?.value) }));
  };
  const iris = (pattern: string) => counted(pattern).map(({ value: iri, count }) => ({ iri, count }));
  const texts = '?s ?p ?o FILTER(isLiteral(?o)) BIND(LANG(?o) AS ?x) FILTER(?x != "")';
  advise = createQueryAdviser({
    graphs: shipped.manifest.graphs.map(({ iri }) => iri),
    vocabulary: {
      classes: iris('?s a ?x'),
      properties: iris('?s ?x ?o'),
      languages: counted(texts).map(({ value: tag, count }) => ({ tag, count })),
    },
    label: () => undefined,
  });
}, 60_000);

afterAll(() => shipped.remove());

describe.each(exampleQueryFiles())('%s', (file) => {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const stored = () => shipped.project.queries.find((query) => query.file === file);

  it('is a query that stays here and answers alike twice', () => {
    const parsed = parseQuery(text, { base: BASE });
    expect(parsed).toMatchObject({ kind: 'parsed', services: [], isVolatile: false });
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
    expect(parseQuery(text(), { base: BASE })).toMatchObject({
      kind: 'parsed',
      services: [],
      isVolatile: false,
    });
  });

  it('writes no base, and declares the prefixes that it uses', () => {
    checkPrefixes(readFileSync(join(ROOT, file), 'utf8'));
  });

  it('asks for nothing that the data do not have', () => checkWords(text()));

  it('answers at least one row with its defaults, without a column that is always empty', () =>
    checkRows(text()));
});

function checkPrefixes(text: string): void {
  expect(text).not.toMatch(/^\s*BASE\b|localhost/im);
  const declared = [...text.matchAll(/^PREFIX (\w+):/gim)].map(([, prefix]) => prefix);
  const body = text.replace(/^(#|PREFIX).*$/gim, '').replace(/"[^"]*"|<[^>]*>/g, '');
  const used = new Set([...body.matchAll(/(?<![\w:?])([a-z]+):(?=\w)/g)].map(([, prefix]) => prefix));
  expect([...used].sort()).toEqual(declared.sort());
}

function checkWords(text: string): void {
  expect(advise(text, readQuery(text, { base: BASE, typeProperty: rdf.type }))).toEqual([]);
}

function checkRows(text: string): void {
  const options = { base_iri: BASE, use_default_graph_as_union: true };
  const rows = store.query(text, options) as Map<string, unknown>[];
  expect(rows.length).toBeGreaterThan(0);
  const bound = new Set(rows.flatMap((row) => [...row.keys()].filter((name) => row.get(name) !== undefined)));
  const header = store.query(text, { ...options, results_format: 'csv' }) as string;
  const variables = (header.split(/\r?\n/)[0] ?? '').split(',');
  expect(variables.filter((name) => !bound.has(name))).toEqual([]);
}

it('No two queries ask the same', () => {
  const titles = shipped.project.queries.map(({ question }) => question.fr);
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
});
