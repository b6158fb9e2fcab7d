import { afterEach, describe, expect, it } from '@jest/globals';
import type { GraphStore } from '../../../../src/model/index.ts';
import { createGraphStore } from '../../../../src/store/index.ts';

const EX = 'http://example.org/';
const stores: GraphStore[] = [];
const make: typeof createGraphStore = (limits) => {
  const store = createGraphStore(limits);
  stores.push(store);
  return store;
};

afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
});

async function* chunks(...parts: readonly (string | Uint8Array)[]): AsyncGenerator<string | Uint8Array> {
  yield* parts;
}

const ALL = 'SELECT ?s ?o { ?s ?p ?o } ORDER BY ?s ?o';
const line = (s: string, o: string, graph = '') => `${s} <${EX}p> ${o} ${graph}.`;

async function rows(store: GraphStore, query = ALL) {
  const answer = await store.select(query);
  if (answer.kind !== 'answered') throw new Error(JSON.stringify(answer));
  return answer.rows;
}

describe('A graph store', () => {
  it('answers from all that was loaded, cut anywhere, in whatever graph', async () => {
    const store = make();
    const text = `${line(`<${EX}é>`, '"à"')}\n${line(`<${EX}b>`, '"1"', `<${EX}g> `)}`;
    const bytes = new TextEncoder().encode(text);
    const cut = text.indexOf('é') + 1;
    expect(await store.load(chunks(bytes.slice(0, cut), bytes.slice(cut)))).toBe(2);
    expect(await rows(store)).toEqual([
      [
        { type: 'uri', value: `${EX}b` },
        { type: 'literal', value: '1' },
      ],
      [
        { type: 'uri', value: `${EX}é` },
        { type: 'literal', value: 'à' },
      ],
    ]);
  });

  it('tells languages, datatypes and what is unbound', async () => {
    const query = 'SELECT ?a ?b ?c { BIND("x"@fr AS ?a) BIND(1 AS ?b) }';
    expect(await rows(make(), query)).toEqual([
      [
        { type: 'literal', value: 'x', language: 'fr' },
        { type: 'literal', value: '1', datatype: 'http://www.w3.org/2001/XMLSchema#integer' },
        undefined,
      ],
    ]);
  });

  it('keeps the labels of blank nodes, which queries name by IRIs; texts that look like them stay', async () => {
    const store = make();
    await store.load(
      chunks(`${line('_:a.b-1', '_:c')}\n${line(`<${EX}s>`, String.raw`"say \"_:d\" _:e ."`)}\n`),
    );
    const blank = (value: string) => ({ type: 'bnode', value });
    expect(await rows(store)).toEqual([
      [
        { type: 'uri', value: `${EX}s` },
        { type: 'literal', value: 'say "_:d" _:e .' },
      ],
      [blank('a.b-1'), blank('c')],
    ]);
    expect(await rows(store, 'SELECT ?o { <urn:cimaise:blank:a.b-1> ?p ?o }')).toEqual([[blank('c')]]);
  });

  it('takes out what was put in, blank nodes and graphs included', async () => {
    const store = make();
    const lines = [
      line('_:a', '"1"'),
      line(`<${EX}s>`, '_:a', `<${EX}g> `),
      line(`<${EX}s>`, '"01"^^<http://www.w3.org/2001/XMLSchema#integer>'),
    ];
    await store.load(chunks(lines.join('\n')));
    await store.remove([lines[0] ?? '', lines[2] ?? '']);
    expect(await rows(store)).toEqual([
      [
        { type: 'uri', value: `${EX}s` },
        { type: 'bnode', value: 'a' },
      ],
    ]);
    await store.remove([lines[1] ?? '']);
    await store.remove([]);
    expect(await rows(store)).toEqual([]);
  });

  it('stops a question that passes its time, and is gone then', async () => {
    const store = make({ milliseconds: 300 });
    await store.load(chunks(Array.from({ length: 400 }, (_, i) => line(`<${EX}${i}>`, `"${i}"`)).join('\n')));
    const endless =
      'SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(CONCAT(STR(?a), STR(?l)) = "never") }';
    const started = performance.now();
    expect(await store.select(endless)).toEqual({ kind: 'timed-out', limitMilliseconds: 300 });
    expect(performance.now() - started).toBeLessThan(3_000);
    expect(await store.select(ALL)).toMatchObject({ kind: 'failed' });
    await expect(store.load(chunks(line('_:a', '"1"')))).rejects.toThrow('could not be loaded');
  });

  it('spends no more than its time on all questions together', async () => {
    const store = make({ totalMilliseconds: 0 });
    expect(await store.select(ALL)).toEqual({ kind: 'timed-out', limitMilliseconds: 0 });
  });

  it('refuses answers with too many rows, or too long', async () => {
    const data = chunks(line('_:a', '"1"'), '\n', line('_:a', '"2"'));
    const few = make({ rows: 1 });
    await few.load(data);
    expect(await few.select(ALL)).toEqual({ kind: 'too-large', limitRows: 1 });
    const short = make({ answerUnits: 30 });
    expect(await short.select(ALL)).toMatchObject({ kind: 'too-large' });
  });

  it('tells what is wrong with a query, and answers the next', async () => {
    const store = make();
    expect(await store.select('SELECT')).toMatchObject({ kind: 'malformed' });
    expect(await store.select('SELECT ?x { SERVICE <http://example.org/> { } }')).toMatchObject({
      kind: 'malformed',
    });
    expect(await rows(store)).toEqual([]);
  });

  it('refuses what is not N-Quads', async () => {
    await expect(make().load(chunks('<a> nonsense'))).rejects.toThrow('could not be loaded');
  });

  it('answers questions in the order in which they were asked', async () => {
    const store = make();
    const all = await Promise.all([
      store.load(chunks(line('_:a', '"1"'))),
      store.select('SELECT (COUNT(*) AS ?n) { ?s ?p ?o }'),
      store.select('SELECT ?x { BIND(2 AS ?x) }'),
    ]);
    expect(all.map((one) => typeof one === 'number' || one.kind)).toEqual([true, 'answered', 'answered']);
  });
});
