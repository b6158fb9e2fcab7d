import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readApiQueries } from '../../../src/declarations/api-queries.ts';
import { boundQuery, readParameterValue } from '../../../src/declarations/index.ts';
import type { Complaint, ParameterType, QueryParameter } from '../../../src/model/index.ts';

const BASE = 'http://localhost:3000/';
const HEADING = '# @title.fr T\n# @title.en T\n# @question.fr Q ?\n# @question.en Q?\n';
const described = (name: string, rule: string) =>
  `# @param.${name} ${rule}\n# @param.${name}.fr Un.\n# @param.${name}.en One.\n`;
const QUERY = 'SELECT ?x { ?x <p> ?v }';

async function read(text: string, name = 'musees') {
  const root = await mkdtemp(join(tmpdir(), 'cimaise-api-'));
  try {
    await mkdir(join(root, 'queries', 'api'), { recursive: true });
    await writeFile(join(root, 'queries', 'api', `${name}.rq`), text);
    const complaints: Complaint[] = [];
    const queries = await readApiQueries({ root, base: BASE, slugs: ['departements', 'musees'] }, complaints);
    return { queries, complaints };
  } finally {
    await rm(root, { recursive: true });
  }
}

describe('A query that is an API', () => {
  it('has its parameters, with types, bounds, defaults and texts', async () => {
    const { queries, complaints } = await read(
      `${HEADING}${described('v', 'iri in musees required example M1')}${described('limite', 'integer from 1 to 9 as limit = 5')}${QUERY}`,
    );
    expect(complaints).toEqual([]);
    expect(queries[0]).toMatchObject({
      name: 'musees',
      columns: ['x'],
      parameters: [
        {
          name: 'v',
          type: 'iri',
          dataset: 'musees',
          isRequired: true,
          example: 'M1',
          description: { fr: 'Un.', en: 'One.' },
        },
        {
          name: 'limite',
          type: 'integer',
          minimum: '1',
          maximum: '9',
          role: 'limit',
          isRequired: false,
          default: '5',
        },
      ],
    });
  });

  it.each(['search', 'suggest'])('cannot be called “%s”, which is the site’s own', async (name) => {
    const { queries, complaints } = await read(`${HEADING}${QUERY}`, name);
    expect(queries).toEqual([]);
    expect(complaints[0]?.found.en).toContain(`/api/${name}`);
  });

  it('is asked with terms in the place of its parameters, and as many rows as are wanted', async () => {
    const { queries } = await read(
      `${HEADING}${described('v', 'string')}${described('limite', 'integer from 1 to 9 as limit = 5')}${QUERY} # end`,
    );
    const terms = new Map([
      ['v', { text: 'a"' }],
      ['limite', { text: '5' }],
    ]);
    expect(queries[0] && boundQuery(queries[0], terms)).toMatch(/\{ \?x <p> {2}"a\\"" {2}\} # end\nLIMIT 5$/);
  });

  it.each([
    ['an unknown type', described('v', 'strng'), 5, 'Did you mean “string”?'],
    ['an unknown dataset', described('v', 'iri in musee'), 5, 'Did you mean “musees”?'],
    ['a dataset of texts', described('v', 'string in musees'), 5, 'iri in'],
    ['a rule that is none', described('v', 'string maximum 5'), 5, 'After the type may follow'],
    [
      'a default that is no value',
      described('v', 'integer from 1 to 9 = 10'),
      5,
      'Accepted: a whole number, from 1, up to 9',
    ],
    ['a default that is no number', described('v', 'integer = dix'), 5, 'Accepted: a whole number'],
    ['no text', '# @param.v string\n', 5, '# @param.v.fr'],
    [
      'text and no type',
      '# @param.v string\n# @param.v.fr U\n# @param.v.en O\n# @param.autre.fr U\n',
      1,
      '# @param.autre string',
    ],
    ['a third language', `${described('v', 'string')}# @param.v.de Ein.\n`, 8, '# @param.v.fr'],
    ['a name twice', described('v', 'string') + described('v', 'string'), 8, 'Keep one'],
    ['a reserved name', described('lang', 'string'), 5, 'lower case'],
    ['no example', described('v', 'iri required'), 5, 'example <value>'],
    ['a default that is never taken', described('v', 'string required = a'), 5, 'example …'],
    [
      'a limit without bounds',
      described('v', 'string') + described('n', 'integer as limit = 5'),
      8,
      'from 1 to 1000 as limit',
    ],
    ['a name that no variable has', described('autre', 'string'), 5, 'Write “?autre”'],
  ])('with %s is refused, at its line, with what to write', async (_what, declared, line, remedy) => {
    const { queries, complaints } = await read(`${HEADING}${declared}${QUERY}`);
    expect(queries).toEqual([]);
    const found = complaints.find((one) => one.remedy.en.includes(remedy));
    expect(found?.place).toEqual({ file: 'queries/api/musees.rq', line });
    expect(found?.found.fr).toMatch(/\S/);
  });

  it.each([
    'SELECT ?v { ?x <p> ?v }',
    'SELECT (?x AS ?v) { ?x <p> ?y }',
    'SELECT ?x { ?x <p> ?v } GROUP BY ?x ?v',
    'SELECT ?x { ?x <p> ?v } ORDER BY ?v',
    'SELECT ?x { VALUES ?v { 1 } ?x <p> ?v }',
    'SELECT ?x { ?x <p> 1 BIND(1 AS ?v) }',
    'SELECT ?x { ?x ?v 1 }',
  ])('whose text cannot stand where its variable does is refused: %s', async (text) => {
    const { complaints } = await read(`${HEADING}${described('v', 'string')}${text}`);
    expect(complaints.map(({ remedy }) => remedy.en)).toEqual([
      expect.stringContaining('Do not write ?v after SELECT'),
    ]);
  });

  it.each([
    ['SELECT * { ?x <p> ?v }', 'SELECT ?thing'],
    ['ASK { ?x <p> ?v }', 'SELECT ?thing'],
    ['SELECT ?x { ?x <p> ?v', 'Correct the query'],
  ])('has named columns: not %s', async (text, remedy) => {
    const { complaints } = await read(`${HEADING}${described('v', 'string')}${text}`);
    expect(complaints.map((one) => one.remedy.en)).toEqual([expect.stringContaining(remedy)]);
  });

  it('has a heading, and a name that can be an address', async () => {
    const { complaints } = await read(QUERY, 'Musées');
    expect(complaints.map(({ remedy }) => remedy.en.slice(0, 14))).toEqual([
      'Name the file ',
      'Write “# @titl',
    ]);
  });
});

describe('A value of a parameter', () => {
  const value = (rules: Partial<QueryParameter> & { type: ParameterType }, written: string) => {
    const place = { file: 'x' };
    const read = readParameterValue(
      { name: 'v', place, description: { fr: '', en: '' }, isRequired: false, ...rules },
      written,
      BASE,
    );
    return read.kind === 'term' ? read.term : undefined;
  };
  const XSD = 'http://www.w3.org/2001/XMLSchema#';

  it.each<[Partial<QueryParameter> & { type: ParameterType }, string, unknown]>([
    [{ type: 'iri', dataset: 'departements' }, '75', { iri: `${BASE}id/departements/75` }],
    [
      { type: 'iri', dataset: 'departements' },
      `${BASE}id/departements/2A`,
      { iri: `${BASE}id/departements/2A` },
    ],
    [{ type: 'iri', dataset: 'departements' }, 'a b>', { iri: `${BASE}id/departements/a%20b%3E` }],
    [{ type: 'iri' }, 'urn:x', { iri: 'urn:x' }],
    [{ type: 'integer' }, '-12', { text: '-12', datatype: `${XSD}integer` }],
    [{ type: 'decimal' }, '1.50', { text: '1.50', datatype: `${XSD}decimal` }],
    [{ type: 'date' }, '2024-02-29', { text: '2024-02-29', datatype: `${XSD}date` }],
    [{ type: 'year' }, '1789', { text: '1789', datatype: `${XSD}gYear` }],
    [{ type: 'boolean' }, 'true', { text: 'true', datatype: `${XSD}boolean` }],
    [{ type: 'language' }, 'pt-BR', { text: 'pt-BR' }],
    [{ type: 'string' }, ' "}', { text: ' "}' }],
  ])('of %j may be %j', (rules, written, term) => {
    expect(value(rules, written)).toEqual(term);
  });

  it.each<[Partial<QueryParameter> & { type: ParameterType }, string]>([
    [{ type: 'iri', dataset: 'departements' }, 'https://example.org/75'],
    [{ type: 'iri', dataset: 'departements' }, `${BASE}id/musees/M1`],
    [{ type: 'iri' }, 'M1'],
    [{ type: 'iri' }, 'urn:x>y'],
    [{ type: 'integer' }, '1.5'],
    [{ type: 'integer' }, '1e3'],
    [{ type: 'integer', minimum: '2' }, '1'],
    [{ type: 'decimal' }, 'NaN'],
    [{ type: 'decimal', maximum: '90' }, '90.1'],
    [{ type: 'date' }, '2023-02-29'],
    [{ type: 'date', minimum: '2020-01-01' }, '2019-12-31'],
    [{ type: 'year' }, '89'],
    [{ type: 'boolean' }, 'yes'],
    [{ type: 'language' }, 'fr"'],
    [{ type: 'string', choices: ['a'] }, 'b'],
    [{ type: 'string' }, '  '],
    [{ type: 'string' }, '\ud800'],
    [{ type: 'string' }, 'x'.repeat(1001)],
  ])('of %j may not be %j', (rules, written) => {
    expect(value(rules, written)).toBeUndefined();
  });
});
