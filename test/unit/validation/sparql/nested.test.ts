import { afterAll, describe, expect, it } from '@jest/globals';
import { createShapeValidator, ShapeGraph, storeNeeds } from '../../../../src/validation/index.ts';
import { shapesFile, thing } from '../shapes.ts';
import { asked, faultTexts, onThings, refused, sparql } from './asked.ts';
import { createKeptStore } from './kept-store.ts';

const kept = createKeptStore();
afterAll(kept.end);

/** `ex:p` must be more than 1. */
const LITTLE = sparql('SELECT $this ?value { $this ex:p ?value FILTER(?value < 2) }');
/** `ex:q` must be absent. */
const HAS_Q = sparql('SELECT $this ?value { $this ex:q ?value }');
const DATA = `ex:a a ex:Thing ; ex:p 1 . ex:b a ex:Thing ; ex:p 2 . ex:c a ex:Thing ; ex:p 1 ; ex:q 1 .
  ex:d a ex:Thing ; ex:p 2 ; ex:q 1 .`;

const names = async (body: string, data = DATA) =>
  faultTexts(await asked(onThings(body), data, kept.borrow)).map((text) => text.split(' ')[0]);

describe('A constraint in SPARQL inside another shape', () => {
  it.each([
    ['sh:not', `sh:not [ ${LITTLE} ]`, ['b', 'd']],
    ['sh:node', `sh:node [ ${LITTLE} ]`, ['a', 'c']],
    ['sh:or', `sh:or ( [ ${LITTLE} ] [ ${HAS_Q} ] )`, ['c']],
    ['sh:and', `sh:and ( [ ${LITTLE} ] [ ${HAS_Q} ] )`, ['a', 'c', 'd']],
    ['sh:xone', `sh:xone ( [ ${LITTLE} ] [ ${HAS_Q} ] )`, ['b', 'c']],
    ['a sh:not of a sh:or', `sh:not [ sh:or ( [ ${LITTLE} ] [ ${HAS_Q} ] ) ]`, ['a', 'b', 'd']],
  ])('counts: %s', async (_, body, expected) => {
    expect(await names(body)).toEqual(expected);
  });

  it('judges the values of a property, qualified ones too', async () => {
    const data = 'ex:x a ex:Thing ; ex:r ex:a, ex:b . ex:a ex:p 1 . ex:b ex:p 2 .';
    const nested = await asked(
      onThings(`sh:property [ sh:path ex:r ; sh:node [ ${LITTLE} ] ]`),
      data,
      kept.borrow,
    );
    expect(faultTexts(nested)).toEqual(['x a']);
    expect(nested[0]?.details.map(({ value }) => value?.value)).toEqual(['1']);
    const property = `sh:property [ sh:path ex:r ; sh:property [ sh:path ex:p ; ${LITTLE} ] ]`;
    expect(faultTexts(await asked(onThings(property), data, kept.borrow))).toEqual(['a 1']);
    const qualified = (most: number) =>
      `sh:property [ sh:path ex:r ; sh:qualifiedValueShape [ ${LITTLE} ] ; sh:qualifiedMaxCount ${most} ]`;
    expect(await names(qualified(0), data)).toEqual(['x']);
    expect(await names(qualified(1), data)).toEqual([]);
  });

  it('is asked once of a node, however many shapes lead to it', async () => {
    const queries: string[] = [];
    const counting = () => {
      const store = kept.borrow();
      return {
        ...store,
        select: (query: string) => {
          queries.push(query);
          return store.select(query);
        },
      };
    };
    const shared = `ex:N a sh:NodeShape ; ${LITTLE} .`;
    const nodes = 'sh:node ex:N ; sh:or ( ex:N [ sh:nodeKind sh:Literal ] )';
    const results = await asked(`${shared} ${onThings(nodes)}`, DATA, counting);
    expect(queries).toHaveLength(1);
    expect(results).toHaveLength(4);
  });

  it('keeps the bounds: a refusal inside sh:not is a refusal', async () => {
    const failing = sparql('SELECT $this ?failure { BIND(true AS ?failure) }');
    expect(await refused(onThings(`sh:not [ ${failing} ]`), undefined, kept.borrow)).toHaveLength(1);
  });
});

describe('Things judged in chunks', () => {
  const PREFIXES =
    'ex:prefixes sh:declare [ sh:prefix "ex" ; sh:namespace "http://example.org/"^^xsd:anyURI ] .';
  const file = (shapes: string) => shapesFile(`${PREFIXES} ${shapes}`);
  const stars = [thing('a', '"1"'), thing('b', '"2"')];

  const resultsOf = async (shapes: string) => {
    const store = kept.borrow();
    await store.load(
      (async function* () {
        yield stars.flatMap(({ lines }) => lines).join('\n');
      })(),
    );
    const created = createShapeValidator({ shapes: [file(shapes)], store });
    if (created.kind === 'refused') throw new Error(JSON.stringify(created.complaints, null, 1));
    const results = await created.validator.validate(stars);
    await store.close();
    return results;
  };
  const judged = async (shapes: string) =>
    (await resultsOf(shapes)).map(({ thing: name, component }) => `${name.replace(/.*\//, '')} ${component}`);
  const ONE = sparql('SELECT $this { $this ex:p "1" }');

  it('ask the store what stands inside other shapes, and leave sets to others', async () => {
    expect(await judged(onThings(`sh:not [ ${ONE} ]`))).toEqual(['b NotConstraintComponent']);
    expect(await judged(onThings(ONE, `sh:property [ sh:path ex:p ; ${ONE} ]`))).toEqual([]);
    expect(await judged(onThings(ONE, `sh:node [ ${ONE} ]`))).toEqual(['a NodeConstraintComponent']);
  });

  it('name a component of others by its IRI in the reasons too', async () => {
    const component = `ex:Same a sh:ConstraintComponent ; sh:parameter [ sh:path ex:same ] ;
      sh:validator [ sh:ask "ASK { FILTER($value = $same) }" ] .`;
    const [result] = await resultsOf(`${component} ${onThings('sh:node [ ex:same ex:other ]')}`);
    expect(result?.details?.map((one) => one.component)).toEqual(['http://example.org/Same']);
  });

  it('leave sets to others without a store, and cannot judge what other shapes ask', async () => {
    const elsewhere = (shapes: string) => {
      const created = createShapeValidator({ shapes: [file(shapes)], store: 'elsewhere' });
      if (created.kind === 'refused') throw new Error(JSON.stringify(created.complaints, null, 1));
      return created.validator.validate(stars);
    };
    expect(await elsewhere(onThings(ONE))).toEqual([]);
    await expect(elsewhere(onThings(`sh:not [ ${ONE} ]`))).rejects.toThrow(TypeError);
  });

  it('are refused without a store, as before', () => {
    expect(createShapeValidator({ shapes: [file(onThings(ONE))] }).kind).toBe('refused');
  });

  it.each([
    ['nothing', onThings('sh:nodeKind sh:IRI'), { sets: false, nested: false }],
    ['sets', onThings(ONE), { sets: true, nested: false }],
    ['sets by a property', onThings(`sh:property [ sh:path ex:p ; ${ONE} ]`), { sets: true, nested: false }],
    ['nested ones', onThings(`sh:not [ ${ONE} ]`), { sets: false, nested: true }],
    [
      'nested ones below a property',
      onThings(`sh:property [ sh:path ex:p ; sh:property [ sh:path ex:q ; ${ONE} ] ]`),
      { sets: false, nested: true },
    ],
    [
      'nothing where all is deactivated',
      onThings(`sh:not [ sh:deactivated true ; ${ONE} ]`),
      { sets: false, nested: false },
    ],
  ])('can tell from shapes that they need a store for %s', (_, shapes, needs) => {
    expect(storeNeeds(new ShapeGraph([file(shapes)]))).toEqual(needs);
  });
});
