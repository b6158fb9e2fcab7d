import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readChartQueries } from '../../../src/declarations/chart-queries.ts';
import type { Complaint } from '../../../src/model/index.ts';

const BASE = 'http://localhost:3000/';
const HEAD = [
  '# @title.fr Les musées : par région',
  '# @title.en Museums by region',
  '# @question.fr Combien ?',
  '# @question.en How many?',
  '# @chart bar',
  '# @unit.fr musées',
  '# @unit.en museums',
  '',
].join('\n');
const QUERY =
  'SELECT ?item ?name (COUNT(?m) AS ?value)\nWHERE { ?m <def/region> ?item ; <def/nom> ?name }\nGROUP BY ?item ?name';

async function read(files: Readonly<Record<string, string>>) {
  const root = await mkdtemp(join(tmpdir(), 'cimaise-charts-'));
  const folder = join(root, 'queries', 'charts');
  try {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    const complaints: Complaint[] = [];
    const queries = await readChartQueries({ root, base: BASE, slugs: ['musees', 'regions'] }, complaints);
    return { queries, complaints };
  } finally {
    await rm(root, { recursive: true });
  }
}

const line = (text: string): number => text.split('\n').findIndex((one) => one.startsWith('SELECT')) + 1;

describe('A chart', () => {
  it('is a SELECT in the folder of a dataset, with a form and a unit', async () => {
    const { queries, complaints } = await read({ 'musees/par-region.rq': HEAD + QUERY });
    expect(complaints).toEqual([]);
    expect(queries).toEqual([
      {
        name: 'musees/par-region',
        file: 'queries/charts/musees/par-region.rq',
        dataset: 'musees',
        title: { fr: 'Les musées\u00a0: par région', en: 'Museums by region' },
        question: { fr: 'Combien\u202f?', en: 'How many?' },
        kind: 'select',
        chart: 'bar',
        unit: { fr: 'musées', en: 'museums' },
        text: HEAD + QUERY,
      },
    ]);
  });

  it('is none where there is no folder', async () => {
    expect(await readChartQueries({ root: '/nowhere', base: BASE, slugs: [] }, [])).toEqual([]);
  });

  const at = line(HEAD + QUERY);
  it.each([
    ['musee/x.rq', HEAD + QUERY, 1, /No dataset is called “musee”/, /Did you mean “musees”/],
    ['musees/Été.rq', HEAD + QUERY, 1, /cannot become an address/, /lower case/],
    ['par-region.rq', HEAD + QUERY, 1, /cannot become an address/, /queries\/charts/],
    [
      'musees/x.rq',
      HEAD.replace('@chart bar', '@chart bars') + QUERY,
      5,
      /“@chart bars” is no form/,
      /Did you mean “bar”/,
    ],
    [
      'musees/x.rq',
      HEAD.replace('# @chart bar\n', '') + QUERY,
      1,
      /form of the chart is missing/,
      /@chart bar/,
    ],
    ['musees/x.rq', HEAD.replace('@unit.en', '@units.en') + QUERY, 7, /no header “@units\.en”/, /“unit\.en”/],
    ['musees/x.rq', `# @chart line\n${HEAD}${QUERY}`, 6, /“@chart” is written twice/, /Keep one/],
    [
      'musees/x.rq',
      HEAD.replace('# @unit.fr musées\n', '') + QUERY,
      1,
      /what the numbers count/,
      /@unit\.fr/,
    ],
    ['musees/x.rq', HEAD.replace('# @title.fr', '# ') + QUERY, 1, /lacks its title/, /@title\.fr/],
    [
      'musees/x.rq',
      HEAD + QUERY.replaceAll('?value', '?values'),
      at,
      /no column “\?values”/,
      /Did you mean “value”/,
    ],
    [
      'musees/x.rq',
      `${HEAD}SELECT ?value { ?s ?p ?value }`,
      at,
      /needs the column \?value, and/,
      /SELECT \?item/,
    ],
    [
      'musees/x.rq',
      `${HEAD}SELECT * { ?name ?p ?value }`,
      at,
      /not a SELECT with named columns/,
      /SELECT \?item/,
    ],
    ['musees/x.rq', `${HEAD}ASK { ?name ?p ?value }`, at, /not a SELECT with named columns/, /SELECT/],
    ['musees/x.rq', `${HEAD}SELECT ?name (RAND() AS ?value) { ?s ?p ?name }`, at, /may differ/, /themselves/],
    [
      'musees/x.rq',
      `${HEAD}SELECT ?name ?value { SERVICE <https://x.example/> { ?s ?name ?value } }`,
      at,
      /this site only/,
      /SERVICE/,
    ],
    ['musees/x.rq', `${HEAD}SELECT ?name { `, at, /./, /\/sparql/],
  ])(
    '%s with a fault is told with its line and what to write (%#)',
    async (name, text, where, found, remedy) => {
      const { queries, complaints } = await read({ [name]: text });
      expect(queries).toEqual([]);
      const told = complaints.find((one) => found.test(one.found.en) && remedy.test(one.remedy.en));
      expect(told?.place).toMatchObject({ file: `queries/charts/${name}` });
      expect(told?.place.line ?? 1).toBe(where);
      for (const one of complaints) expect(one.found.fr).not.toBe('');
    },
  );

  it('may search this site', async () => {
    const query = 'SELECT ?name ?value { SERVICE <search> { ?s ?p ?name } ?s ?q ?value }';
    expect((await read({ 'musees/x.rq': HEAD + query })).complaints).toEqual([]);
  });
});
