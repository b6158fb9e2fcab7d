import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Store } from 'oxigraph';
import { withServices } from '../../../src/federation/index.ts';
import {
  BASE,
  ENDPOINT,
  endpoint,
  JSON_RESULTS,
  localWorld,
  PARSER,
  question,
  remoteWorld,
  rowsOf,
} from './worlds.ts';

const V = 'PREFIX v: <http://v/>';
const count = (n: number, line: (index: number) => string): string =>
  Array.from({ length: n }, (_, i) => line(i)).join('\n');
const LOCAL = `@prefix v: <http://v/> .
${count(12, (i) => `<m${i}> v:wd <q${i}> ; v:region <r${i % 3}> .`)}
${count(3, (i) => `<r${i}> v:name "région ${i}"@fr ; v:seat <m${i}> .`)}
<m3> v:wd <q4> . <m5> v:next <m6> .`;
const REMOTE = `@prefix v: <http://v/> .
${count(16, (i) => `<q${i}> v:label "${'x'.repeat(i % 4)}" ; v:label "l${i}"@fr .`)}
${count(6, (i) => `<q${i * 3}> v:special ${i} ; v:near <q${i}> .`)}`;

/** What endpoints are asked: patterns as people write them. */
const ASKED = [
  '?w v:label ?l',
  '?w v:special ?s',
  '?w v:special ?s . ?w v:near ?w2',
  '?w v:label ?l OPTIONAL { ?w v:special ?s }',
  '{ ?w v:label ?l } UNION { ?w v:special ?l }',
  '{ ?w v:label ?l } UNION { ?x v:special ?l }',
  '?w v:label ?l FILTER(STRLEN(?l) > 1)',
  'SELECT ?w (COUNT(*) AS ?c) { ?w ?p ?o } GROUP BY ?w',
  'VALUES ?w { <q3> <q4> } ?w v:label ?l',
  '?w v:label ?l MINUS { ?w v:special ?s }',
  '?w v:near/v:label ?l BIND(STR(?l) AS ?k)',
  '<q0> v:label ?l',
  '<q0> v:special 0',
];

const service = fc.constantFrom(...ASKED).map((body) => `SERVICE <${ENDPOINT}> { ${body} }`);
const local = fc.constantFrom(
  '?m v:wd ?w .',
  '?m v:region ?r .',
  '?r v:seat ?m .',
  '?m v:region/v:name ?n .',
  'VALUES ?w { <q0> <q1> <q6> UNDEF }',
  'VALUES ?w { <q0> <q4> }',
  // Where a filter or BIND names what only the groups around bind, Oxigraph looks there, which SPARQL forbids.
  '?m v:wd ?w . FILTER(?w != <q3>)',
);
const whole = fc.constantFrom(
  '',
  'FILTER(?w != <q3>)',
  'FILTER(BOUND(?l))',
  'FILTER(?s > 1)',
  'BIND(STR(?l) AS ?t)',
);
let binds = 0;
const bind = fc
  .constantFrom('?w', 'IRI(STR(?w))')
  .map((from) => `?m v:wd ?w . BIND(${from} AS ?b${binds++})`);

/**
 * Groups within groups. In each, ?m and ?w are bound and other names are its own where it may stand alone: Oxigraph looks
 * for what is not bound there in the groups around, which SPARQL forbids.
 */
const ANCHOR = '?m v:wd ?w .';
let groups = 0;
const own = (inner: string): string => {
  groups += 1;
  return inner.replace(/\?(?!m\b|w\b|b)(\w+)/g, `?$1_${groups}`);
};
const { members } = fc.letrec<{ member: string; members: string; inner: string }>((tie) => {
  const inside = (write: (inner: string) => string) => ({ arbitrary: tie('inner').map(write), weight: 1 });
  return {
    members: fc.array(tie('member'), { minLength: 1, maxLength: 4 }).map((all) => all.join(' ')),
    inner: fc
      .tuple(fc.boolean(), tie('members'))
      .map(([first, all]) => (first ? `${ANCHOR} ${all}` : `${all} ${ANCHOR}`)),
    member: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'group' },
      { arbitrary: local, weight: 5 },
      { arbitrary: service, weight: 3 },
      { arbitrary: bind, weight: 1 },
      inside((inner) => `${ANCHOR} OPTIONAL { ${own(inner)} }`),
      inside((inner) => `{ ${inner} }`),
      inside((inner) => `${ANCHOR} MINUS { ${own(inner)} }`),
      inside((inner) => `FILTER EXISTS { ${own(inner)} }`),
      inside((inner) => `FILTER NOT EXISTS { ${own(inner)} }`),
      inside((inner) => `{ SELECT DISTINCT ?w ?m { ${inner} } }`),
      {
        arbitrary: fc.tuple(tie('inner'), tie('inner')).map(([a, b]) => `{ ${a} } UNION { ${b} }`),
        weight: 1,
      },
    ),
  };
});

/** The same question to a store that holds everything, where what the endpoint knows is a graph. */
const together = new Store();
together.load(LOCAL, { format: 'text/turtle', base_iri: BASE });
together.load(REMOTE, {
  format: 'text/turtle',
  base_iri: BASE,
  to_graph_name: { termType: 'NamedNode', value: ENDPOINT } as never,
});

function expected(text: string): readonly string[] | undefined {
  try {
    const body = together.query(text.replaceAll('SERVICE', 'GRAPH'), {
      base_iri: BASE,
      results_format: JSON_RESULTS,
    });
    return rowsOf(body);
  } catch {
    return undefined;
  }
}

async function ask(text: string, limits = {}) {
  const here = localWorld(LOCAL);
  const there = remoteWorld(REMOTE);
  const store = withServices(here.store, {
    base: BASE,
    services: [endpoint()],
    limits: { milliseconds: 20_000, ...limits },
    parser: PARSER,
    start: there.start,
  });
  const answer = await store.answer(question(text));
  return { answer, local: here.asked, remote: there.asked };
}

describe('A query with SERVICE', () => {
  it('has the solutions that a store with all the data finds', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(members, whole, async (body, end) => {
        const text = `${V} SELECT * { ${body} ${end} }`;
        const wanted = body.includes('SERVICE') ? expected(text) : undefined;
        if (wanted === undefined) return;
        compared += 1;
        const { answer } = await ask(text, { block: 3, few: 4 });
        expect(answer).toMatchObject({ kind: 'answered' });
        expect(answer.kind === 'answered' && rowsOf(answer.body)).toEqual(wanted);
      }),
      { numRuns: Number(process.env['RUNS'] ?? 250) },
    );
    expect(compared).toBeGreaterThan(50);
  });
});

describe('What is asked', () => {
  const at = `SERVICE <${ENDPOINT}>`;

  it.each([
    ['nothing here, one request there', `${at} { ?w v:special ?s }`, 1, 1],
    ['few things here, one request there', `?m v:region <r1> ; v:wd ?w . ${at} { ?w v:label ?l }`, 2, 1],
    ['something optional there, one request', `?m v:wd ?w . OPTIONAL { ${at} { ?w v:special ?s } }`, 2, 1],
    [
      'something that must not be there, one request',
      `?m v:wd ?w FILTER NOT EXISTS { ${at} { ?w v:special ?s } }`,
      2,
      1,
    ],
    ['nothing that fits, no request', `?m v:none ?w . ${at} { ?w v:label ?l }`, 2, 0],
    [
      'an address that is computed here, one request',
      `?m v:wd ?x BIND(IRI(STR(?x)) AS ?w) ${at} { ?w v:special ?s }`,
      2,
      1,
    ],
    [
      'two patterns that narrow each other, one request each',
      `?m v:region <r0> ; v:wd ?w . ${at} { ?w v:near ?w2 } ${at} { ?w2 v:label ?l }`,
      3,
      2,
    ],
  ])('for %s', async (_name, body, here, there) => {
    const { answer, local: asked, remote } = await ask(`${V} SELECT * { ${body} }`);
    expect(answer.kind).toBe('answered');
    expect([asked.length, remote.length]).toEqual([here, there]);
  });

  it('comes in blocks where much is joined, after one try to have all', async () => {
    const body = `?m v:wd ?w . ${at} { ?w v:label ?l }`;
    const { remote } = await ask(`${V} SELECT * { ${body} }`, { block: 5, few: 10 });
    expect(remote).toHaveLength(1 + 3);
    expect(remote[0]).toMatch(/LIMIT 11$/);
    expect(remote[1]).toMatch(/VALUES \(\?w\) \{ (\(<[^>]+>\) ){5}\}/);
  });

  it('is all of a pattern that has few solutions, whatever is joined', async () => {
    const body = `?m v:wd ?w . ${at} { ?w v:special ?s }`;
    expect((await ask(`${V} SELECT * { ${body} }`, { block: 5, few: 10 })).remote).toHaveLength(1);
  });

  it('is bounded, and the way out is told', async () => {
    const body = `?m v:wd ?w . ${at} { ?w v:label ?l }`;
    const { answer, remote } = await ask(`${V} SELECT * { ${body} } `, { block: 2, few: 3, requests: 6 });
    expect(answer).toMatchObject({
      kind: 'service-refused',
      reason: { en: expect.stringContaining('more than 6') },
    });
    expect(remote).toHaveLength(1);
  });

  it('names things in full, whatever prefixes and base the query has', async () => {
    const text = `BASE <http://example.org/x/> PREFIX w: <http://v/> SELECT * { ${at} { <../q0> w:special ?s } }`;
    const { answer } = await ask(text);
    expect(answer.kind === 'answered' && rowsOf(answer.body)).toHaveLength(1);
  });

  it('is asked of the graphs that the query names', async () => {
    const text = `${V} SELECT * FROM <http://example.org/none> { ?m v:wd ?w . ${at} { ?w v:label ?l } }`;
    const { local: asked, remote } = await ask(text);
    expect(asked[0]).toContain('FROM <http://example.org/none>');
    expect(remote).toHaveLength(0);
  });
});

describe('A SERVICE is found', () => {
  it.each([
    ['in small letters', `{ service silent <${ENDPOINT}> { <q0> v:label ?l } }`],
    ['by a prefixed name', '{ SERVICE e:sparql { <q0> v:label ?l } }'],
    ['by a relative address', '{ SERVICE <//elsewhere.example/sparql> { <q0> v:label ?l } }'],
    [
      'among comments',
      `{ # SERVICE <x> {\nSERVICE # {\n <${ENDPOINT}> # }\n { <q0> v:label ?l # }\n} # }\n}`,
    ],
    [
      'among texts',
      `{ BIND("SERVICE <x> { }" AS ?t) SERVICE <${ENDPOINT}> { <q0> v:label ?l FILTER(?l != "}{") } }`,
    ],
    ['after what is longer than one unit', `{ BIND("🏛🏛" AS ?t) SERVICE <${ENDPOINT}> { <q0> v:label ?l } }`],
    ['with its own subquery', `{ SERVICE <${ENDPOINT}> { SELECT * { <q0> v:label ?l } } }`],
  ])('%s', async (_name, body) => {
    const { answer } = await ask(`${V} PREFIX e: <http://elsewhere.example/> SELECT ?l ${body}`);
    expect(answer.kind === 'answered' ? rowsOf(answer.body) : answer).toHaveLength(2);
  });

  it('or the query is refused, where escapes hide its place', async () => {
    const { answer } = await ask(
      `${V} SELECT ?l { BIND("\\u0041\\u0042" AS ?t) SERVICE <${ENDPOINT}> { <q0> v:label ?l } }`,
    );
    if (answer.kind === 'answered') expect(rowsOf(answer.body)).toHaveLength(2);
    else
      expect(answer).toMatchObject({
        kind: 'service-refused',
        reason: { en: expect.stringContaining('escapes') },
      });
  });
});
