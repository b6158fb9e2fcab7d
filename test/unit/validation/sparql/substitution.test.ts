import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { prepareQuery, queryOver } from '../../../../src/sparql/index.ts';
import { createGraphStore } from '../../../../src/store/index.ts';
import { type Part, randomGroups, selecting } from './random-queries.ts';

const EX = 'http://example.org/';
const NODES = ['n0', 'n1', 'n2', 'n3'];
const INTEGER = 'http://www.w3.org/2001/XMLSchema#integer';
const DATA = ['n0 p n1', 'n1 p n2', 'n1 q n1', 'n2 q n3', 'n3 p 2', 'n0 q 2', 'n2 p n0', 'n3 q n1'].map(
  (triple) => {
    const [s, p, o] = triple.split(' ');
    return `<${EX}${s}> <${EX}${p}> ${o === '2' ? `"2"^^<${INTEGER}>` : `<${EX}${o}>`} .`;
  },
);

const store = createGraphStore();
beforeAll(async () => {
  await store.load(
    (async function* () {
      yield DATA.join('\n');
    })(),
  );
});
afterAll(() => store.close());

async function rows(query: string): Promise<readonly ReadonlyMap<string, string>[]> {
  const answer = await store.select(query);
  if (answer.kind !== 'answered') throw new Error(JSON.stringify([answer, query]));
  return answer.rows.map(
    (row) => new Map(row.flatMap((term, at) => (term ? [[answer.variables[at] ?? '', term.value]] : []))),
  );
}

/** The query asked of all nodes at once. */
function overAll(text: string, form: 'select' | 'ask') {
  const source = { text, form, prefixes: new Map([['ex', EX]]), prebound: ['this'], blankNodes: 'urn:b:' };
  const prepared = prepareQuery(source);
  if (prepared.kind !== 'prepared') throw new Error(JSON.stringify([prepared, text]));
  const table = `VALUES ?this { ${NODES.map((node) => `<${EX}${node}>`).join(' ')} }`;
  return rows(queryOver(prepared.query, table, 100_000));
}

const told = (node: string, row: ReadonlyMap<string, string>) => `${node} ${row.get('value') ?? '-'}`;

async function eachSubstituted(query: Part): Promise<string[]> {
  const found: string[] = [];
  for (const node of NODES)
    for (const row of await rows(`PREFIX ex: <${EX}> ${query(`ex:${node}`)}`)) found.push(told(node, row));
  return found.sort();
}

describe('A random query asked of a table', () => {
  it('has the solutions that it has with each node in place of $this', async () => {
    await fc.assert(
      fc.asyncProperty(randomGroups.map(selecting), async (query) => {
        const all = await overAll(query('$this'), 'select');
        const found = all.map((row) => told((row.get('this') ?? '').replace(EX, ''), row));
        expect(found.sort()).toEqual(await eachSubstituted(query));
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  it('tells the nodes of which it does not hold, where it is an ASK', async () => {
    await fc.assert(
      fc.asyncProperty(randomGroups, async (body) => {
        const all = await overAll(`ASK ${body('$this')}`, 'ask');
        const holds = new Set((await eachSubstituted(selecting(body))).map((text) => text.split(' ')[0]));
        const expected = NODES.filter((node) => !holds.has(node));
        expect(all.map((row) => (row.get('this') ?? '').replace(EX, '')).sort()).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});
