import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { HttpProblem } from '../../../../src/http/problem.ts';
import { QUESTION_NAMES, readSearch, type SearchReading } from '../../../../src/http/search/asked-search.ts';
import { FACETS } from '../../../../src/model/index.ts';
import { type SearchState, searchAddress } from '../../../../src/pages/index.ts';

const BASE = 'https://data.example.org/';
const READING: SearchReading = {
  base: BASE,
  slugs: ['musees', 'monuments'],
  classes: () => ['http://schema.org/Museum', 'http://schema.org/LandmarksOrHistoricalBuildings'],
  names: [...QUESTION_NAMES, 'page', 'limit', 'all'],
  isStrict: true,
};
const read = (query: string, more: Partial<SearchReading> = {}) =>
  readSearch(`/search?${query}`, { ...READING, ...more });

function refusal(query: string): HttpProblem {
  try {
    read(query);
  } catch (error) {
    if (error instanceof HttpProblem) return error;
    throw error;
  }
  throw new Error(`${query} was not refused.`);
}

describe('The address of a search', () => {
  const iri = fc
    .webPath()
    .filter((path) => /^\/[\w/-]{1,40}$/.test(path))
    .map((path) => BASE + path.slice(1));
  const state: fc.Arbitrary<SearchState> = fc.record(
    {
      text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).map((text) =>
        text
          .normalize('NFC')
          .replace(/\p{Cf}/gu, '')
          .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
          .trim(),
      ),
      chosen: fc.record(
        {
          dataset: fc.subarray(['monuments', 'musees'], { minLength: 1 }),
          type: fc.subarray(['http://schema.org/Museum', 'urn:a:b', `${BASE}def/é`], { minLength: 1 }),
          place: fc.uniqueArray(iri, { minLength: 1, maxLength: 3 }),
          period: fc.subarray(['-1', '16', '19'], { minLength: 1 }),
          concept: fc.uniqueArray(iri, { minLength: 1, maxLength: 3 }),
        },
        { requiredKeys: [] },
      ),
      page: fc.integer({ min: 2, max: 400 }),
      all: fc.constantFrom('place', 'concept-domaines'),
    },
    { requiredKeys: ['chosen'] },
  );
  const sorted = ({ chosen, text, ...rest }: SearchState) => ({
    ...rest,
    ...(text ? { text } : {}),
    chosen: Object.fromEntries(
      FACETS.flatMap((facet) => (chosen[facet] ? [[facet, [...chosen[facet]].sort()]] : [])),
    ),
  });

  it('says a state, and is read as that state', () => {
    fc.assert(
      fc.property(state, (one) => {
        expect(readSearch(searchAddress(one, BASE), READING)).toEqual(sorted(one));
      }),
    );
  });

  it('is the same for the same state, however it was written', () => {
    const written = [
      'q=mus%C3%A9e&type=schema:Museum&type=http://schema.org/Museum&place=/id/x/1',
      `place=${encodeURIComponent(`${BASE}id/x/1`)}&q=++mus%65%CC%81e%00&type=http%3A%2F%2Fschema.org%2FMuseum&lang=en`,
    ];
    const addresses = written.map((query) => searchAddress(read(query), BASE));
    expect(addresses).toEqual(Array(2).fill('/search?q=mus%C3%A9e&type=schema:Museum&place=/id/x/1'));
  });

  it('counts empty values as none, as forms send them', () => {
    expect(read('q=&type=&page=')).toEqual({ chosen: {} });
  });
});

describe('An address that asks wrongly', () => {
  it.each([
    ['datset=musees', 'parameter-unknown', 'dataset'],
    ['dataset=musee', 'parameter-invalid', 'musees'],
    ['type=Museum', 'parameter-invalid', 'schema:Museum'],
    ['place=Bretagne', 'parameter-invalid', undefined],
    ['place=javascript:alert(1)', 'parameter-invalid', undefined],
    ['period=0', 'parameter-invalid', undefined],
    ['period=XVI', 'parameter-invalid', undefined],
    ['page=0', 'parameter-invalid', undefined],
    ['page=1.5', 'parameter-invalid', undefined],
    ['limit=101', 'parameter-invalid', undefined],
    ['all=places', 'parameter-invalid', 'place'],
    ['q=a&q=b', 'parameter-repeated', undefined],
    [`q=${'a'.repeat(301)}`, 'parameter-invalid', undefined],
    [`place=/${'a'.repeat(2000)}`, 'parameter-invalid', undefined],
    [Array.from({ length: 17 }, (_, i) => `period=${i + 1}`).join('&'), 'parameter-invalid', undefined],
    ['q=%FF', 'bad-request', undefined],
    ['q=%ED%A0%80', 'bad-request', undefined],
    ['q=%', 'bad-request', undefined],
  ])('%.40s is refused, with what is accepted', (query, code, didYouMean) => {
    const { code: found, detail, extras, status } = refusal(query);
    expect({ found, status }).toEqual({ found: code, status: 400 });
    expect(extras.members?.['didYouMean']).toBe(didYouMean);
    expect(detail.fr.length).toBeLessThan(800);
  });

  it('may hold what others added to it, where it is a page', () => {
    expect(read('q=a&utm_source=x', { isStrict: false })).toEqual({ text: 'a', chosen: {} });
  });
});
