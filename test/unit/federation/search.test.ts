import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { EditedText } from '../../../src/federation/edited-text.ts';
import type { FoundThing, QuadStore, SearchQuestion, ThingSearch } from '../../../src/model/index.ts';
import { search } from '../../../src/rdf/index.ts';
import { BASE, localWorld, question, rowsOf, searching } from './worlds.ts';

const PREFIXES = `PREFIX search: <${search.namespace}> PREFIX v: <http://v/>`;
const LOCAL = `@prefix v: <http://v/> .
<m1> v:name "Château de Blois"@fr ; v:region <r1> . <m2> v:name "Château d’Amboise"@fr ; v:region <r1> .
<m3> v:name "Musée du Louvre"@fr ; v:region <r2> . <r1> v:name "Centre" .`;

const FOUND: readonly FoundThing[] = [
  { iri: `${BASE}m1`, score: 2.5, label: 'Château de "Blois"\n', kilometres: 0.1234 },
  { iri: `${BASE}m2`, score: 1.25, label: 'Château d’Amboise', kilometres: 34 },
];

/** An index that finds two castles, and remembers what it was asked. */
function castles(more: Partial<{ isComplete: boolean; fails: boolean }> = {}) {
  const asked: SearchQuestion[] = [];
  const index: ThingSearch = {
    search: (wanted) => {
      asked.push(wanted);
      if (more.fails) throw new Error('broken');
      return { things: FOUND.slice(0, wanted.limit), isComplete: more.isComplete ?? true };
    },
  };
  return { index, asked };
}

async function ask(body: string, more: Parameters<typeof castles>[0] = {}, form = 'SELECT *') {
  const { index, asked } = castles(more);
  const local = localWorld(LOCAL);
  const answer = await searching(local.store, index).answer(question(`${PREFIXES}\n${form} { ${body} }`));
  return { answer, asked, texts: local.asked };
}

async function rows(body: string): Promise<readonly Record<string, string>[]> {
  const { answer } = await ask(body);
  if (answer.kind !== 'answered') throw new Error(JSON.stringify(answer));
  return JSON.parse(String(answer.body)).results.bindings.map((one: Record<string, { value: string }>) =>
    Object.fromEntries(Object.entries(one).map(([name, { value }]) => [name, value])),
  );
}

function placeOfHere(text: string): string {
  const lines = text.slice(0, text.indexOf('HERE')).split('\n');
  return `${lines.length}:${(lines.at(-1) ?? '').length + 1}`;
}

const refusal = async (body: string) => {
  const { answer } = await ask(body);
  return answer.kind === 'search-refused' ? answer.reason : answer;
};

describe('A search inside a query', () => {
  it('is joined with what the data say of the things', async () => {
    const found = await rows(
      'SERVICE <search> { ?x search:query "château" ; search:score ?score } ?x v:region/v:name ?region',
    );
    expect(found).toEqual(
      expect.arrayContaining([
        { x: `${BASE}m1`, score: '2.5', region: 'Centre' },
        { x: `${BASE}m2`, score: '1.25', region: 'Centre' },
      ]),
    );
  });

  it('asks the store once, and the index for what was written', async () => {
    const { asked, texts } = await ask(
      'SERVICE <search> { ?x search:query "château"@fr ; search:near (48.5 -2.5e0 10) ; search:limit 1 }',
    );
    expect(texts).toHaveLength(1);
    const near = { latitude: 48.5, longitude: -2.5, kilometres: 10 };
    expect(asked).toEqual([{ text: 'château', near, limit: 1 }]);
    const said = await ask('SERVICE <search> { ?x search:said "école" ; search:limit 2 }');
    expect(said.asked).toEqual([{ said: 'école', limit: 2 }]);
  });

  it('gives labels with quotes and line feeds as they are, and distances to the metre', async () => {
    const [first] = await rows(
      'SERVICE <search> { ?x search:near (47.6 1.3 40) ; search:label ?label ; search:kilometres ?km } FILTER(?km < 1)',
    );
    expect(first).toEqual({ x: `${BASE}m1`, label: 'Château de "Blois"\n', km: '0.123' });
  });

  it('keeps FILTER and BIND of its group', async () => {
    const found = await rows(
      'SERVICE <search> { ?x search:query "château" ; search:score ?s FILTER(?s > 2) BIND(?s * 2 AS ?twice) }',
    );
    expect(found).toEqual([expect.objectContaining({ x: `${BASE}m1`, twice: expect.stringMatching(/^5/) })]);
  });

  it.each([
    ['OPTIONAL', '?x v:name ?n OPTIONAL { SERVICE <search> { ?x search:query "c" ; search:score ?s } }', 4],
    ['UNION', '{ SERVICE <search> { ?x search:query "c" } } UNION { ?x v:region <r2> }', 3],
    ['a subquery', '{ SELECT ?x { SERVICE <search> { ?x search:query "c" } } LIMIT 1 }', 1],
    ['NOT EXISTS', '?x v:region ?r FILTER NOT EXISTS { SERVICE <search> { ?x search:query "c" } }', 1],
    ['MINUS', '?x v:region ?r MINUS { SERVICE <search> { ?x search:query "c" } }', 1],
    ['two searches', 'SERVICE <search> { ?x search:query "a" . ?y search:query "b" }', 4],
    ['an absolute address', `SERVICE <${BASE}search> { ?x search:query "c" }`, 2],
  ])('is understood in %s', async (_name, body, expected) => {
    expect(await rows(body)).toHaveLength(expected);
  });

  it.each([
    ['a variable text', '?x search:query ?t', 'before the query begins'],
    ['a text of another kind', '?x search:query 12', 'search:query expects a constant'],
    ['no words', '?x search:query " "', 'out of bounds'],
    ['nothing to search', '?x search:score ?s', 'needs search:query, search:said or search:near'],
    ['words said anywhere, and a place', '?x search:said "a" ; search:near (48 2 1)', 'cannot be combined'],
    ['nothing at all', '', 'needs search:query, search:said or search:near'],
    ['another property', '?x search:query "c" ; v:name ?n', 'There are search:query'],
    ['a path', '?x search:query/v:name "c"', 'There are search:query'],
    ['a thing that is no variable', '<m1> search:query "c"', 'subject of a search is a variable'],
    ['a reified triple', '<< ?x ?y ?z >> search:query "c"', 'subject of a search is a variable'],
    ['a search that is reified', '<< ?x search:query "c" >>', 'subject of a search is a variable'],
    ['a list', '(?x) search:query "c"', 'subject of a search is a variable'],
    ['a blank node', '[] search:query "c"', 'subject of a search is a variable'],
    ['a constant score', '?x search:query "c" ; search:score 1', 'search:score expects a variable'],
    ['a place that is none', '?x search:near (91 0 1)', 'out of bounds'],
    ['a place without distance', '?x search:near (48 2)', 'search:near (48.86 2.35 10)'],
    ['a variable place', '?x search:near (?lat 2 1)', 'search:near (48.86 2.35 10)'],
    ['a distance from nowhere', '?x search:query "c" ; search:kilometres ?km', 'search:near (48.86 2.35 10)'],
    ['two texts', '?x search:query "a", "b"', 'search:query is written twice'],
    ['a variable twice', '?x search:query "a" ; search:score ?x', '?x is written twice'],
    ['a limit of nothing', '?x search:query "a" ; search:limit 0', 'out of bounds'],
    [
      'other patterns',
      '?x search:query "a" OPTIONAL { ?x v:name ?n }',
      'its properties, FILTER and BIND only',
    ],
  ])('with %s is refused, and told what to write', async (_name, body, said) => {
    expect(await refusal(`SERVICE <search> { ${body} }`)).toMatchObject({
      en: expect.stringContaining(said),
    });
    expect(await refusal(`SERVICE SILENT <search> { ${body} }`)).toMatchObject({
      fr: expect.stringMatching(/\S/),
    });
  });

  it('that finds more than it can give is refused, unless a number was asked for', async () => {
    const body = (limit: string) => `SERVICE <search> { ?x search:query "c" ${limit} }`;
    const whole = await ask(body(''), { isComplete: false });
    expect(whole.answer).toMatchObject({
      kind: 'search-refused',
      reason: { en: expect.stringContaining('add search:limit') },
    });
    expect((await ask(body('; search:limit 2'), { isComplete: false })).answer.kind).toBe('answered');
  });

  it('that fails is told, and binds nothing where SILENT stands', async () => {
    const silent = '?x v:region <r2> SERVICE SILENT <search> { ?x search:query "c" ; search:score ?s }';
    const failed = await ask(silent.replace('SILENT', ''), { fails: true });
    expect(failed.answer).toMatchObject({ kind: 'service-failed', endpoint: `${BASE}search` });
    const { answer } = await ask(silent, { fails: true });
    expect(answer.kind === 'answered' && rowsOf(answer.body)).toHaveLength(1);
  });

  it('joins ten thousand things with a store in little more than the time of one query', async () => {
    const many = Array.from({ length: 10_000 }, (_, i) => ({ iri: `${BASE}t${i}`, score: 1 }));
    const local = localWorld(
      many.map(({ iri }) => `<${iri}> <http://v/region> <r1> ; <http://v/name> "x" .`).join('\n'),
    );
    const index = { search: () => ({ things: many, isComplete: true }) };
    const text = `${PREFIXES} SELECT (COUNT(*) AS ?n) { ?x v:region ?r ; v:name ?n2 SERVICE <search> { ?x search:query "x" } }`;
    const started = performance.now();
    const answer = await searching(local.store, index).answer(question(text));
    expect(answer.kind === 'answered' && String(answer.body)).toContain('"10000"');
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe('A mistake elsewhere in a query with a search', () => {
  it('is told where it stands in what was written', async () => {
    const text = `${PREFIXES} SELECT ?x {\n SERVICE <search> { ?x\n search:query "c" } ?x v:name "HERE"\n}`;
    const { store } = localWorld(LOCAL);
    const complaining: QuadStore = {
      ...store,
      answer: async (asked) => ({ kind: 'malformed', reason: `error at ${placeOfHere(asked.text)}: no` }),
    };
    const answer = await searching(complaining, castles().index).answer(question(text));
    expect(answer).toEqual({ kind: 'malformed', reason: `error at ${placeOfHere(text)}: no` });
  });

  it('keeps its line and column, whatever was found', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.array(fc.tuple(fc.string(), fc.string()), { maxLength: 4 }),
        (end, parts) => {
          const edited = new EditedText(parts.flat().join('') + end);
          let at = 0;
          for (const [kept, replaced] of parts) {
            const start = at + kept.length;
            at = start + replaced.length;
            edited.replace(start, at, `[${'x'.repeat(replaced.length * 3)}]`);
          }
          const text = edited.slice();
          for (const [offset, character] of [...end].entries())
            expect(edited.original[edited.originalOffset(text.length - end.length + offset)]).toBe(
              [...end].length === end.length ? character : end[offset],
            );
        },
      ),
    );
  });
});

describe('A store without services', () => {
  it('is asked as it is', async () => {
    const local = localWorld(LOCAL);
    const text = 'SELECT * { ?s ?p ?o }';
    await searching(local.store).answer({ ...question(text), services: [] });
    expect(local.asked).toEqual([text]);
  });

  it('refuses search by a sentence', async () => {
    const text = `${PREFIXES} SELECT * { SERVICE <search> { ?x search:query "c" } }`;
    const answer = await searching(localWorld(LOCAL).store).answer(question(text));
    expect(answer).toMatchObject({
      kind: 'service-refused',
      reason: { fr: expect.stringContaining('recherche') },
    });
  });
});
