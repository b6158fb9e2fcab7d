import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { GraphStore } from '../../../../src/model/index.ts';
import { quadLine } from '../../../../src/rdf/index.ts';
import { createGraphStore } from '../../../../src/store/index.ts';
import { judgeSets, ShapeGraph, summarise } from '../../../../src/validation/index.ts';
import { shapesFile } from '../shapes.ts';
import { asked, faultTexts, sparql } from './asked.ts';
import { createKeptStore } from './kept-store.ts';

const EX = 'http://example.org/';
const kept = createKeptStore();
afterAll(kept.end);

/** Queries of every form in which a variable can be out of sight. */
const QUERIES = [
  'SELECT $this ?value { $this ex:p ?value }',
  'SELECT $this ?value { $this ex:p ?value . ?other ex:p ?value . FILTER(?other != $this) }',
  'SELECT $this ?value { { FILTER($this = ex:n1) } ?x ex:q ?value }',
  'SELECT $this ?value { ?value ex:p ?x OPTIONAL { ?x ex:q ?y FILTER(?y = $this) } FILTER(!bound(?y)) }',
  'SELECT $this ?value { { $this ex:p ?value } UNION { ?value ex:q $this } UNION { BIND($this AS ?value) FILTER($this IN (ex:n0, ex:n2)) } }',
  'SELECT $this ?value { ?value ex:p ?x FILTER NOT EXISTS { { ?x ex:q ?z } FILTER(?z = $this) } }',
  'SELECT $this ?value { ?x ex:p ?value FILTER EXISTS { { { FILTER($this != ?x) } } } }',
  'SELECT $this (COUNT(?x) AS ?value) { $this ex:p ?x } GROUP BY $this HAVING (COUNT(?x) > 1)',
  'SELECT $this ?value { { SELECT $this (COUNT(*) AS ?value) { ?x ex:p ?y FILTER(?y = $this || ?x = $this) } GROUP BY $this } FILTER(?value > 1) }',
  'SELECT $this ?value { { SELECT DISTINCT $this ?value { $this ex:p|ex:q ?value } ORDER BY ?value LIMIT 1 } }',
  'SELECT $this ?value { $this ex:p ?value } ORDER BY DESC(?value) LIMIT 1',
  'SELECT DISTINCT $this ?value { $this (ex:p|^ex:q)+ ?value }',
  'SELECT $this ?value { BIND(IF(bound($this), str($this), "unbound") AS ?value) OPTIONAL { FILTER($this = ex:n3) ?a ex:p ?b } }',
  'SELECT $this ?value { $this ex:q* ?value FILTER(?value != $this) }',
  'SELECT $this (MAX(?x) AS ?value) ?k { ?y ?k ?x FILTER(?y = $this && isNumeric(?x)) } GROUP BY $this ?k',
  'SELECT $this ?value { { { $this ex:p ?x } { BIND(CONCAT(str($this), "!") AS ?value) } } FILTER(bound($this)) }',
];

/** The query with the node in place of `$this`, as SHACL defines pre-binding: asked of this node alone. */
function substituted(query: string, node: string): string {
  let ones = 0;
  return `PREFIX ex: <${EX}> ${query
    .replaceAll('bound($this)', 'true')
    .replace(/GROUP BY \$this(?= ?[?])/g, 'GROUP BY')
    .replaceAll('GROUP BY $this', () => `GROUP BY (1 AS ?one${ones++})`)
    .replace(/SELECT (DISTINCT )?\$this/g, (_, distinct = '') => `SELECT ${distinct}(1 AS ?one${ones++})`)
    .replaceAll('$this', `<${node}>`)}`;
}

const NODES = ['n0', 'n1', 'n2', 'n3', 'n4'];
const node = fc.constantFrom(...NODES);
const graphs = fc.array(
  fc.tuple(node, fc.constantFrom('p', 'q'), fc.oneof(node, fc.integer({ min: 0, max: 3 }))),
  { maxLength: 14 },
);
const typed = NODES.slice(1).map((name) => `ex:${name} a ex:${name === 'n1' ? 'Special' : 'Thing'} .`);

const turtleOf = (triples: readonly (readonly [string, string, string | number])[]) =>
  [
    ...typed,
    ...triples.map(([s, p, o]) => `ex:${s} ex:${p} ${typeof o === 'number' ? o : `ex:${o}`} .`),
  ].join('\n');

const SUBCLASS = 'ex:Special <http://www.w3.org/2000/01/rdf-schema#subClassOf> ex:Thing .';

async function loaded(turtle: string): Promise<GraphStore> {
  const store = kept.borrow();
  const lines = shapesFile(turtle).quads.map((quad) => quadLine(quad));
  await store.load(
    (async function* () {
      yield lines.join('\n');
    })(),
  );
  return store;
}

async function nodeByNode(query: string, store: GraphStore): Promise<string[]> {
  const found: string[] = [];
  for (const name of NODES.slice(1)) {
    const answer = await store.select(substituted(query, EX + name));
    if (answer.kind !== 'answered') throw new Error(JSON.stringify([answer, substituted(query, name)]));
    const value = answer.variables.indexOf('value');
    found.push(
      ...answer.rows.map((row) => `${name} ${(row[value]?.value ?? `${EX}${name}`).replace(EX, '')}`),
    );
  }
  return found.sort();
}

describe('A constraint in SPARQL asked of a set', () => {
  it.each(QUERIES)(
    'tells what it tells of each node by itself: %s',
    async (query) => {
      const shapes = `ex:S a sh:NodeShape ; sh:targetClass ex:Thing ; ${sparql(query)} .`;
      await fc.assert(
        fc.asyncProperty(graphs, async (triples) => {
          const data = `${turtleOf(triples)}\n${SUBCLASS}`;
          const store = await loaded(data);
          const expected = await nodeByNode(query, store);
          const graph = new ShapeGraph([shapesFile(`${PREFIXES} ${shapes}`)]);
          const sets = await judgeSets({ graph, store });
          await store.close();
          const told = sets.map(({ focusNode, value = '' }) => `${focusNode} ${value}`.replaceAll(EX, ''));
          expect(told.sort()).toEqual([...new Set(expected)]);
          expect(faultTexts(await asked(shapes, data, kept.borrow))).toEqual(expected);
        }),
        { numRuns: 12 },
      );
    },
    60_000,
  );
});

const PREFIXES = `ex:prefixes sh:declare [ sh:prefix "ex" ; sh:namespace "${EX}"^^xsd:anyURI ] .`;

describe('The set constraints of a loaded store', () => {
  const judge = async (shapes: string, data: string, among?: readonly string[]) => {
    const store = await loaded(data);
    const graph = new ShapeGraph([shapesFile(`${PREFIXES} ${shapes}`)]);
    const results = await judgeSets({ graph, store, ...(among && { among }) });
    await store.close();
    return results.map(({ focusNode, value }) => `${focusNode} ${value ?? '-'}`.replaceAll(EX, '')).sort();
  };
  const VALUES = sparql('SELECT $this ?value { $this ex:p ?value }');
  const DATA = 'ex:a a ex:Thing ; ex:p 1 . ex:b a ex:Thing, ex:Special ; ex:p 2 . ex:c ex:p ex:a .';

  it('know targets of every kind, each node once', async () => {
    const shapes = `ex:S a sh:NodeShape ; sh:targetClass ex:Thing, ex:Special ; sh:targetNode ex:c ;
      sh:targetSubjectsOf ex:p ; sh:targetObjectsOf ex:p ; ${VALUES} .`;
    expect(await judge(shapes, DATA)).toEqual(['a 1', 'b 2', 'c a']);
  });

  it('know the classes that shapes are', async () => {
    const shapes = `ex:Thing a sh:NodeShape, <http://www.w3.org/2000/01/rdf-schema#Class> ; ${VALUES} .`;
    expect(await judge(shapes, DATA)).toEqual(['a 1', 'b 2']);
  });

  it('are asked of given nodes only, where some are given', async () => {
    const shapes = `ex:S a sh:NodeShape ; sh:targetClass ex:Thing ; ${VALUES} .`;
    expect(await judge(shapes, DATA, [`${EX}b`, `${EX}c`, `${EX}none`])).toEqual(['b 2']);
  });

  it('ask every value of a property by a component, and none of deactivated shapes', async () => {
    const shapes = `ex:Not a sh:ConstraintComponent ; sh:parameter [ sh:path ex:not ] ;
      sh:validator [ sh:ask "ASK { FILTER($value != $not) }" ] .
      ex:S a sh:NodeShape ; sh:targetClass ex:Thing ; sh:property [ sh:path ex:p ; ex:not 2 ] ,
        [ sh:path ex:p ; ex:not 1 ; sh:deactivated true ] .`;
    expect(await judge(shapes, DATA)).toEqual(['b 2']);
  });

  it('leave to the walk what other shapes ask', async () => {
    const shapes = `ex:S a sh:NodeShape ; sh:targetClass ex:Thing ; sh:not [ ${VALUES} ] .`;
    expect(await judge(shapes, DATA)).toEqual([]);
  });

  it('tell literals as a reader of things has them', async () => {
    const turtle = 'ex:a a ex:Thing ; ex:p 007 .';
    const store = await loaded(turtle);
    const shapes = `ex:S a sh:NodeShape ; sh:targetClass ex:Thing ; ${sparql(
      'SELECT $this ?value { $this ex:p ?value }',
      '; sh:message "{?value}"',
    )} .`;
    const graph = new ShapeGraph([shapesFile(`${PREFIXES} ${shapes}`)]);
    const [result] = await judgeSets({ graph, store, read: () => shapesFile(turtle).quads });
    const [unread] = await judgeSets({ graph, store });
    await store.close();
    expect([result?.value, result?.message.fr, unread?.value]).toEqual(['007', '007', '7']);
  });

  it('are one kind of result, whatever each of their messages says', async () => {
    const shapes = `ex:S a sh:NodeShape ; sh:targetClass ex:Thing ; ${sparql(
      'SELECT $this ?value { $this ex:p ?value }',
      '; sh:message "{?value}"',
    )} .`;
    const store = await loaded(DATA);
    const graph = new ShapeGraph([shapesFile(`${PREFIXES} ${shapes}`)]);
    const groups = summarise(await judgeSets({ graph, store }));
    await store.close();
    expect(groups.map(({ count, component }) => [count, component])).toEqual([
      [2, 'SPARQLConstraintComponent'],
    ]);
  });

  it('are not answered by a store that is gone', async () => {
    const graph = new ShapeGraph([
      shapesFile(`${PREFIXES} ex:S a sh:NodeShape ; sh:targetClass ex:Thing ; ${VALUES} .`),
    ]);
    const store = createGraphStore();
    await store.close();
    await expect(judgeSets({ graph, store })).rejects.toThrow('working store');
  });
});
