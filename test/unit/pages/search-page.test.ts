import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { centuryOfSpan, centuryText } from '../../../src/pages/century.ts';
import { MOST_PAGED, pageCount, type SearchState } from '../../../src/pages/index.ts';
import { pageNumbers } from '../../../src/pages/search-paging.ts';
import { searchQuery } from '../../../src/pages/search-query.ts';
import { parseQuery } from '../../../src/sparql/index.ts';
import { elementsOf, textOf } from './elements.ts';
import { HUTS, LAKE, searched } from './search-values.ts';
import { BASE, frame } from './values.ts';

const HUT = `${BASE}def/Hut`;
const hrefs = (page: string): readonly string[] =>
  elementsOf(page).flatMap(({ name, attributes }) =>
    name === 'a' ? [(attributes['href'] ?? '').replaceAll('&amp;', '&')] : [],
  );

describe('The search page', () => {
  it('has the question as its heading, its title and in the box', () => {
    const page = searched('fr', { text: 'cabane', chosen: {} });
    expect(page).toMatch(/<h1><bdi>«\u00a0cabane\u00a0»<\/bdi><\/h1>/);
    expect(page).toMatch(/<title>«\u00a0cabane\u00a0» · Cimaise<\/title>/);
    expect(page).toContain('name="q" value="cabane"');
  });

  it('says how much was found and leads to each way to take it away', () => {
    const page = searched('fr', { text: 'cabane', chosen: { place: [LAKE] } });
    expect(textOf(page)).toContain('23\u00a0choses, les plus proches de la question d’abord.');
    const parameters = '?q=cabane&place=/id/lacs/1';
    for (const path of ['/map', '/api/search.geojson', '/api/search.csv', '/api/search.json'])
      expect(hrefs(page)).toContain(path + parameters);
    expect(hrefs(page).some((one) => one.startsWith('/sparql?query='))).toBe(true);
  });

  it('marks the words in the name, and shows where else they are said', () => {
    const page = searched('fr', { text: 'lac', chosen: {} });
    expect(page).toContain('Cabane &lt;b&gt;du&lt;/b&gt; <mark>lac</mark>');
    expect(page).toContain('<p class="snippet"><bdi>Près du <mark>lac</mark>, une cabane de bois.</bdi></p>');
  });

  it('says of each thing what it is, where, when and from which dataset', () => {
    const page = searched('fr', { text: 'lac', chosen: {} });
    expect(page).toContain('<p class="kind">Cabane</p>');
    expect(textOf(page)).toContain('Lac & rives · 16ᵉ\u00a0siècle · Cabanes');
  });

  it('offers each value of a facet as a link, with its count', () => {
    const page = searched('fr', { text: 'cabane', chosen: {} });
    expect(hrefs(page)).toContain('/search?q=cabane&type=/def/Hut');
    expect(hrefs(page)).toContain('/search?q=cabane&period=16');
    expect(textOf(page)).toMatch(/16ᵉ\u00a0siècle 9/);
    expect(textOf(page)).toMatch(/Lac & rives 23/);
  });

  it('lets each choice be taken away again, alone and together', () => {
    const page = searched('fr', { text: 'cabane', chosen: { type: [HUT], period: ['16'] } });
    expect(hrefs(page)).toContain('/search?q=cabane&period=16');
    expect(hrefs(page)).toContain('/search?q=cabane&type=/def/Hut');
    expect(hrefs(page)).toContain('/search?q=cabane');
    expect(page).toMatch(/aria-current="true"/);
  });

  it('keeps the choices where one searches within the results, and not in the rail', () => {
    const page = searched('fr', { text: 'cabane', chosen: { type: [HUT] } });
    const hidden = elementsOf(page).filter(({ attributes }) => attributes['type'] === 'hidden');
    expect(hidden.map(({ attributes }) => [attributes['name'], attributes['value']])).toEqual([
      ['type', '/def/Hut'],
    ]);
  });

  it('leads to the pages around, and tells browsers', () => {
    const page = searched('fr', { text: 'cabane', chosen: {}, page: 2 });
    expect(hrefs(page)).toEqual(expect.arrayContaining(['/search?q=cabane', '/search?q=cabane&page=3']));
    const links = elementsOf(page).filter(({ name }) => name === 'link');
    const relations = links.map(({ attributes }) => attributes['rel']);
    expect(relations).toEqual(expect.arrayContaining(['prev', 'next', 'canonical']));
    const canonical = links.find(({ attributes }) => attributes['rel'] === 'canonical');
    expect(canonical?.attributes['href']).toBe(`${BASE}search?q=cabane&page=2`);
  });

  it('has robots keep to pages with few choices', () => {
    const few = searched('fr', { text: 'cabane', chosen: { type: [HUT] } });
    const many = searched('fr', { text: 'cabane', chosen: { type: [HUT], period: ['16'] } });
    expect(few).not.toContain('noindex');
    expect(many).toContain('<meta name="robots" content="noindex, follow">');
  });

  it('helps where nothing was found', () => {
    const page = searched('fr', { text: 'chateu', chosen: { type: [HUT] } });
    expect(textOf(page)).toContain('Rien ne répond à «\u00a0chateu\u00a0» avec ces choix.');
    expect(hrefs(page)).toContain('/search?q=ch%C3%A2teau&type=/def/Hut');
    expect(textOf(page)).toContain('chercher sans «\u00a0Cabane\u00a0» 3\u00a0choses');
    expect(hrefs(page)).toContain('/search?q=chateu');
    expect(hrefs(page)).toContain('/search?type=/def/Hut');
  });

  it('starts with a box and all facets where nothing is asked', () => {
    const page = searched('fr', { chosen: {} });
    expect(textOf(page)).toContain('Ce qu’il y a 45\u00a0choses');
    expect(hrefs(page)).toContain('/search?dataset=cabanes');
    expect(page).not.toContain('<ol class="hits">');
  });

  it('offers everyday classes first, and those for specialists to who asks for all', () => {
    const technical = 'http://www.cidoc-crm.org/cidoc-crm/E22';
    const things = HUTS.map((hut, index) => (index % 2 === 0 ? { ...hut, type: technical } : hut));
    const address = 'type=crm:E22';
    const everyday = hrefs(searched('fr', { chosen: {} }, things));
    expect(everyday).toContain('/search?type=/def/Hut');
    expect(everyday.filter((href) => href?.includes(address))).toEqual([]);
    const whole = searched('fr', { chosen: {}, text: 'cabane', all: 'type' }, things);
    expect(hrefs(whole)).toContain(`/search?q=cabane&${address}`);
    expect(textOf(whole)).toContain('Pour spécialistes');
    const only = HUTS.map((hut) => ({ ...hut, type: technical }));
    expect(hrefs(searched('fr', { chosen: {} }, only))).toContain(`/search?${address}`);
    const chosen = searched('fr', { chosen: { type: [technical] } }, things);
    expect(chosen).toMatch(/aria-current="true"/);
  });

  it('shows long facets folded, and all of their values on demand', () => {
    const things = HUTS.map((hut, index) => ({ ...hut, areas: [`${BASE}id/lacs/${index}`] }));
    const folded = searched('fr', { text: 'cabane', chosen: {} }, things);
    expect(hrefs(folded)).toContain('/search?q=cabane&all=place#place');
    expect(folded.match(/href="\/search\?q=cabane&amp;place=/g)).toHaveLength(8);
    const whole = searched('fr', { text: 'cabane', chosen: {}, all: 'place' }, things);
    expect(whole.match(/href="\/search\?q=cabane&amp;place=/g)?.length).toBeGreaterThan(8);
  });

  it('is inert whatever is asked and found', () => {
    const hostile = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(hostile, hostile, (text, label) => {
        const things = [{ iri: `${BASE}id/cabanes/x`, label, dataset: '"><script>', text: label }];
        for (const asked of [text, label])
          expect(() => elementsOf(searched('fr', { text: asked, chosen: {} }, things))).not.toThrow();
      }),
      { numRuns: 60 },
    );
  });
});

describe('The pages of results', () => {
  it('say where they end, and that nothing is left out silently', () => {
    const things = Array.from({ length: MOST_PAGED + 1 }, (_, index) => ({
      iri: `${BASE}id/cabanes/${index}`,
      label: 'Cabane',
      dataset: 'cabanes',
    }));
    const page = searched('fr', { text: 'cabane', chosen: {} }, things);
    expect(textOf(page)).toContain('Les pages s’arrêtent à la 10\u202f000ᵉ chose.');
    expect(hrefs(page)).toContain('/search?q=cabane&page=500');
    expect(hrefs(page).some((one) => one.includes('page=501'))).toBe(false);
    expect(hrefs(page).some((one) => one.includes('.csv'))).toBe(false);
  });

  it('are as many as the things need', () => {
    expect([0, 1, 20, 21, 10_000, 44_000].map(pageCount)).toEqual([1, 1, 1, 2, 500, 500]);
  });

  it('name the first, the last and those around', () => {
    expect(pageNumbers(1, 3)).toEqual([1, 2, 3]);
    expect(pageNumbers(7, 20)).toEqual([1, undefined, 5, 6, 7, 8, 9, undefined, 20]);
  });
});

describe('A century in words', () => {
  it.each([
    [16, 'fr', '16ᵉ siècle'],
    [1, 'fr', '1ᵉʳ siècle'],
    [-1, 'fr', '1ᵉʳ siècle av. J.-C.'],
    [-5, 'en', '5th century BC'],
    [1, 'en', '1st century'],
    [21, 'en', '21st century'],
    [11, 'en', '11th century'],
    [13, 'en', '13th century'],
    [3, 'en', '3rd century'],
  ] as const)('%s in %s is “%s”', (century, language, text) => {
    expect(centuryText(century, language).replaceAll('\u00a0', ' ')).toBe(text);
  });

  it('is what a span of its hundred years is', () => {
    expect(centuryOfSpan([1501, 1600])).toBe(16);
    expect(centuryOfSpan([-99, 0])).toBe(-1);
    expect(centuryOfSpan([-199, -100])).toBe(-2);
    expect(centuryOfSpan([1500, 1599])).toBeUndefined();
    expect(centuryOfSpan([1501, 1550])).toBeUndefined();
  });
});

describe('The search as a query', () => {
  const state: fc.Arbitrary<SearchState> = fc.record(
    {
      text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
      chosen: fc.record(
        {
          type: fc.array(fc.constantFrom('http://schema.org/Museum', `${BASE}def/Hut`), { maxLength: 2 }),
          place: fc.array(fc.constant(`${BASE}id/lacs/1`), { maxLength: 1 }),
          concept: fc.uniqueArray(fc.constantFrom(`${BASE}id/s/1`, `${BASE}id/s/2`), { maxLength: 2 }),
          period: fc.array(fc.constantFrom('16', '-1'), { maxLength: 2 }),
          dataset: fc.array(fc.constant('cabanes'), { maxLength: 1 }),
        },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: ['chosen'] },
  );

  it('is always one that the grammar takes', () => {
    fc.assert(
      fc.property(state, (one) => {
        const parsed = parseQuery(searchQuery(one, frame('fr')), { base: BASE });
        expect(parsed).toMatchObject({ kind: 'parsed' });
      }),
      { numRuns: 100 },
    );
  });

  it('asks for the words as the search does, whatever they hold', () => {
    const whole = searchQuery({ text: 'lac', chosen: {} }, frame('fr'), 10_000);
    const part = searchQuery({ text: 'lac', chosen: {} }, frame('fr'), 10_001);
    expect(whole).not.toMatch(/LIMIT/i);
    expect(part).toMatch(/^# En partie/);
    expect(part).toContain('search:limit 10000');
    expect(part).toContain('\nLIMIT 10000\n');
    expect(parseQuery(part, { base: BASE }).kind).toBe(parseQuery(whole, { base: BASE }).kind);
    const query = searchQuery({ text: 'lac "bleu"', chosen: {} }, frame('fr'));
    expect(query).toContain('search:said "lac \\"bleu\\""');
  });
});
