import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type ChosenFacets,
  FACETS,
  type Facet,
  type FindAnswer,
  type ResourceFinder,
} from '../../../../src/model/index.ts';
import { crm, dcterms, rdf, schema, skos, xsd } from '../../../../src/rdf/index.ts';
import { type Content, id, line, withIndex } from '../dumps.ts';

/** A thing that never was: numbers of an area, of a keeper, of concepts; years; words. */
const arbitraryThing = fc.record({
  words: fc.array(fc.constantFrom('bleu', 'blé', 'Œuvre', 'rouge', 'roue'), { maxLength: 3 }),
  description: fc.array(fc.constantFrom('bleu', 'blé', 'Œuvre', 'rouge', 'roue'), { maxLength: 3 }),
  area: fc.option(fc.nat(5), { nil: undefined }),
  keeper: fc.option(fc.nat(7), { nil: undefined }),
  concepts: fc.array(fc.nat(5), { maxLength: 2 }),
  years: fc.option(fc.tuple(fc.integer({ min: -150, max: 2000 }), fc.nat(150)), { nil: undefined }),
  types: fc.uniqueArray(fc.constantFrom('Museum', 'Place', 'Person'), { maxLength: 2 }),
});
const arbitraryWorld = fc.record({
  things: fc.array(arbitraryThing, { minLength: 8, maxLength: 25 }),
  /** Number of the area above each, and of the concept; circles are allowed. */
  areas: fc.array(fc.option(fc.nat(5), { nil: undefined }), { minLength: 6, maxLength: 6 }),
  concepts: fc.array(fc.option(fc.nat(5), { nil: undefined }), { minLength: 6, maxLength: 6 }),
});
type World = typeof arbitraryWorld extends fc.Arbitrary<infer W> ? W : never;
type Thing = World['things'][number];

const thing = (at: number) => id('choses', `t${at}`);
const area = (at: number) => id('lieux', `a${at}`);
const concept = (at: number) => id('mots', `c${at}`);
const fold = (word: string) => word.replace('é', 'e').replace(/œ/i, 'oe');

function contentOf({ things, areas, concepts }: World): Content {
  const gYear = (year: number) =>
    `"${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}"^^<${xsd.gYear}>`;
  return {
    lieux: areas.flatMap((above, at) => [
      line(area(at), schema.name, `"lieu"@fr`),
      ...(above === undefined ? [] : [line(area(at), schema.containedInPlace, `<${area(above)}>`)]),
    ]),
    mots: concepts.flatMap((above, at) => [
      line(concept(at), rdf.type, `<${skos.Concept}>`),
      ...(above === undefined ? [] : [line(concept(at), skos.broader, `<${concept(above)}>`)]),
    ]),
    choses: things.flatMap((one, at) => [
      line(thing(at), schema.name, `"nom ${one.words.join(' ')}"@fr`),
      line(thing(at), schema.description, `"texte ${one.description.join(' ')}"@fr`),
      ...one.types.map((type) => line(thing(at), rdf.type, `<${schema.namespace}${type}>`)),
      ...(one.area === undefined ? [] : [line(thing(at), schema.containedInPlace, `<${area(one.area)}>`)]),
      ...(one.keeper === undefined
        ? []
        : [line(thing(at), crm.P50_has_current_keeper, `<${thing(one.keeper)}>`)]),
      ...one.concepts.map((target) => line(`${thing(at)}#partie`, dcterms.subject, `<${concept(target)}>`)),
      ...(one.years
        ? [
            line(`${thing(at)}#date`, crm.P82a_begin_of_the_begin, gYear(one.years[0])),
            line(`${thing(at)}#date`, crm.P82b_end_of_the_end, gYear(one.years[0] + one.years[1])),
          ]
        : []),
    ]),
  };
}

/** All that is above, itself included. */
function upwards(start: number, above: readonly (number | undefined)[]): readonly number[] {
  const seen = new Set([start]);
  for (const one of seen) {
    const next = above[one];
    if (next !== undefined) seen.add(next);
  }
  return [...seen];
}

function valuesOf(one: Thing, { things, areas, concepts }: World): Record<Facet, readonly string[]> {
  const keeperArea = one.keeper === undefined ? undefined : things[one.keeper]?.area;
  const within = [one.area, keeperArea].filter((at) => at !== undefined);
  const years = one.years
    ? Array.from({ length: one.years[1] + 1 }, (_, more) => (one.years?.[0] ?? 0) + more)
    : [];
  return {
    dataset: ['choses'],
    type: one.types.map((type) => schema.namespace + type),
    place: [...new Set(within.flatMap((at) => upwards(at, areas)).map(area))],
    period: [
      ...new Set(
        years.map((year) => String(year > 0 ? Math.ceil(year / 100) : -1 - Math.floor(-year / 100))),
      ),
    ],
    concept: [...new Set(one.concepts.flatMap((at) => upwards(at, concepts)).map(concept))],
  };
}

/** The last word may be a beginning: of a word anywhere, or only of one of a label if it is short. */
function says(one: Thing, words: readonly string[]): boolean {
  const label = ['nom', ...one.words].map(fold);
  const said = [...label, ...['texte', ...one.description].map(fold)];
  return words.map(fold).every((word, at) => {
    if (at < words.length - 1) return said.includes(word);
    return (word.length < 3 ? label : said).some((other) => other.startsWith(word)) || said.includes(word);
  });
}

const told = ({ facets }: FindAnswer, facet: Facet) =>
  Object.fromEntries(
    facets
      .filter((one) => one.facet === facet)
      .flatMap(({ values }) => values.map(({ value, count }) => [value, count])),
  );

const arbitraryQuestion = fc.record({
  words: fc.array(fc.constantFrom('bleu', 'ble', 'bl', 'œuvre', 'rou', 'roue', 'nom', 't'), { maxLength: 3 }),
  chosen: fc.record(
    {
      type: fc.constantFrom('Museum', 'Place').map((type) => [schema.namespace + type]),
      place: fc.nat(5).map((at) => [area(at)]),
      period: fc.constantFrom(['19'], ['18'], ['-1'], ['18', '19']),
      concept: fc.nat(5).map((at) => [concept(at)]),
    },
    { requiredKeys: [] },
  ),
});

type Question = typeof arbitraryQuestion extends fc.Arbitrary<infer Q> ? Q : never;

/** What counting by hand gives. */
function countedByHand(world: World, { words, chosen }: Question) {
  const found = world.things
    .map((one, at) => ({ iri: thing(at), one, values: valuesOf(one, world) }))
    .filter(({ one }) => says(one, words))
    .filter(({ values }) =>
      Object.entries(chosen).every(([facet, wanted]) =>
        wanted.every((value) => values[facet as Facet].includes(value)),
      ),
    );
  const counts = (facet: Facet) => {
    const all = found.flatMap(({ values }) => values[facet]);
    return Object.fromEntries(all.map((value) => [value, all.filter((one) => one === value).length]));
  };
  return { iris: found.map(({ iri }) => iri), facets: FACETS.map(counts) };
}

function counted(finder: ResourceFinder, { words, chosen }: Question) {
  const text = words.join(' ');
  const answer = finder.find(
    { ...(text && { text }), chosen: { dataset: ['choses'], ...(chosen as ChosenFacets) }, language: 'fr' },
    { offset: 0, limit: 100 },
  );
  expect(answer.total).toBe(answer.things.length);
  if (words.length > 0)
    for (const { label, snippet = [] } of answer.things)
      expect([...label, ...snippet].some(({ isHit }) => isHit)).toBe(true);
  return {
    iris: answer.things.map(({ iri }) => iri).sort(),
    facets: FACETS.map((facet) => told(answer, facet)),
  };
}

describe('Facets of what is found', () => {
  it('are those that counting by hand gives, for any words and values', async () => {
    const questions = fc.array(arbitraryQuestion, { minLength: 6, maxLength: 12 });
    const isSame = fc.asyncProperty(arbitraryWorld, questions, (world, asked) =>
      withIndex(contentOf(world), (finder) => {
        for (const question of asked) {
          const { iris, facets } = countedByHand(world, question);
          expect(counted(finder, question)).toEqual({ iris: iris.sort(), facets });
        }
      }),
    );
    await fc.assert(isSame, { numRuns: 12, endOnFailure: true });
  });
});
