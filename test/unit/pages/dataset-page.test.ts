import { describe, expect, it } from '@jest/globals';
import { datasetPage, homePage, type PageFrame, problemPage } from '../../../src/pages/index.ts';
import { elementsOf, jsonLdOf, textOf } from './elements.ts';
import { BASE, example, frame, nothingMore, overview, THING, tableOfHuts } from './values.ts';

const page = (
  language: 'fr' | 'en',
  more: object = {},
  at: PageFrame = frame(language, '/dataset/cabanes'),
) => datasetPage(at, { ...overview, ...nothingMore, ...more });

const FINDING = {
  shape: 'http://example.org/S',
  component: 'MinCountConstraintComponent',
  severity: 'warning',
  message: { fr: 'Manque.', en: 'Missing.' },
  count: 1,
  samples: [],
};

describe('the page of a dataset', () => {
  it('gives the dump with its size and digest', () => {
    expect(page('fr')).toContain('<a href="/dataset/cabanes.nq.gz">');
    expect(textOf(page('fr'))).toContain('1,2\u00a0Mo');
    expect(textOf(page('en'))).toContain('ab'.repeat(32));
  });

  it('leads to what is measured and noted of the quality', () => {
    const released = {
      ...overview.released,
      quality: { path: 'datasets/cabanes.quality.nq.gz', bytes: 1, sha256: 'ab', statements: 1 },
      validation: { ...overview.released.validation, groups: [FINDING] },
    };
    expect(page('fr', { released })).toContain('href="/dataset/cabanes/quality');
    expect(page('fr')).not.toContain('href="/dataset/cabanes/quality');
  });

  it('counts what was read, published and left out', () => {
    expect(textOf(page('fr'))).toMatch(
      /1\u202f223\s*choses publiées[\s\S]*1\u202f230\s*enregistrements lus\s*7\s*choses écartées/,
    );
  });

  it.each([
    ['fr', 0, '0chose écartée'],
    ['fr', 1, '1chose écartée'],
    ['fr', 2, '2choses écartées'],
    ['en', 0, '0things left out'],
    ['en', 1, '1thing left out'],
  ] as const)('in %s agrees with its count %i', (language, quarantined, said) => {
    const released = { ...overview.released, quarantined };
    expect(textOf(page(language, { released })).replace(/\s+(?=chose|thing)/g, '')).toContain(said);
  });

  it('names the site, not one of its records, where the source is a whole site', () => {
    const origins = ['https://www.pop.culture.gouv.fr', 'https://www.pop.culture.gouv.fr/notice/museo/M1'];
    const text = textOf(page('fr', { dataset: { ...overview.dataset, origins } }));
    expect(text).toContain('POP, la plateforme ouverte du patrimoine');
    expect(text).toContain('Notice de la POP M1');
  });

  it('has its address and formats first of all that stands beside', () => {
    const elements = elementsOf(page('fr', { places: [{ iri: THING, latitude: 48, longitude: 2 }] }));
    const aside = elements.findIndex(({ name }) => name === 'aside');
    expect(elements[aside + 1]?.attributes['class']).toBe('cartel');
    expect(elements.slice(aside).find(({ attributes }) => attributes['class'] === 'iri')).toBeDefined();
  });

  it('names frequencies and themes instead of their codes', () => {
    expect(textOf(page('fr'))).toContain('chaque année');
    expect(textOf(page('en'))).toContain('education, culture and sport');
  });

  it('pages through its things by the last one’s IRI, and back to the start', () => {
    const addresses = elementsOf(page('fr', { table: tableOfHuts })).map(
      ({ attributes }) => attributes['href'],
    );
    expect(addresses).toContain(`/dataset/cabanes?after=${encodeURIComponent(THING)}#liste`);
    expect(addresses).toContain('/dataset/cabanes#liste');
    expect(page('fr')).not.toContain('rel="next"');
  });

  it('keeps the chosen language while paging', () => {
    const at = { ...frame('en', '/dataset/cabanes'), languageChosen: true };
    const html = page('en', { table: tableOfHuts }, at);
    expect(html).toContain(`?after=${encodeURIComponent(THING)}&amp;lang=en#liste`);
  });

  it('is a schema.org Dataset for search engines', () => {
    expect(jsonLdOf(page('en'))).toEqual([
      expect.objectContaining({
        '@context': 'http://schema.org/',
        '@type': 'Dataset',
        '@id': `${BASE}dataset/cabanes`,
        name: 'Huts',
        license: 'https://licence.example/',
        distribution: [expect.objectContaining({ contentUrl: `${BASE}dataset/cabanes.nq.gz` })],
      }),
    ]);
  });

  it('shows the name of a licence whose address may not be followed, without a link', () => {
    const licence = { iri: 'javascript:alert(1)', label: { fr: 'Libre', en: 'Free' } };
    const html = page('fr', { dataset: { ...overview.dataset, licence } });
    expect(elementsOf(html).map(({ attributes }) => attributes['href'])).not.toContain('#');
    expect(html).toContain('<dd>Libre</dd>');
  });

  it('lists what validation found, with headers', () => {
    const headers = elementsOf(page('fr')).filter(
      ({ name, inside }) => name === 'th' && inside.includes('table'),
    );
    const scopes = headers.map(({ attributes }) => attributes['scope']);
    expect(scopes.slice(0, 4)).toEqual(['col', 'col', 'col', 'row']);
    expect(textOf(page('en'))).toContain('No name.');
  });
});

describe('the first page', () => {
  const places = [
    { iri: THING, latitude: 48.85, longitude: 2.35 },
    { iri: THING, latitude: -20.9, longitude: 55.5 },
    { iri: THING, latitude: 41.9, longitude: 12.5 },
  ];
  const home = homePage(frame('fr'), { datasets: [overview], places, examples: [example] });

  it('counts its places and says which are off the maps', () => {
    expect(textOf(home)).toContain(
      '3\u00a0lieux, version du 22\u00a0novembre\u00a02026. 1\u00a0lieu hors de ces cartes.',
    );
  });

  it.each([
    [1, 3],
    [4, 4],
    [6, 3],
    [7, 4],
    [10, 5],
    [11, 4],
    [16, 4],
  ])('puts %i figures in rows of %i, so that none stands alone', (count, columns) => {
    const page = homePage(frame('fr'), { datasets: Array(count).fill(overview), places: [], examples: [] });
    expect(page).toContain(`class="figures by-${columns}"`);
  });

  it('speaks of files in plain words', () => {
    expect(textOf(home)).toContain('Fichiers de chaque jeu de données');
    expect(textOf(home)).not.toContain('vidage');
  });

  it('has a map for each overseas department', () => {
    const labels = elementsOf(home).flatMap(({ name, attributes }) =>
      name === 'svg' ? [attributes['aria-label']] : [],
    );
    expect(labels.slice(1)).toEqual(['Guadeloupe', 'Martinique', 'Guyane', 'La Réunion', 'Mayotte']);
  });
});

describe('the page of a problem', () => {
  it.each([404, 406, 410, 413, 429, 500, 503])('%i says what to do', (status) => {
    const text = problemPage(frame('fr', '/x'), {
      status,
      title: { fr: 'Non', en: 'No' },
      explanation: { fr: '<b>/x</b>', en: '' },
    });
    expect(
      elementsOf(text).filter(({ inside }) => inside.includes('ul') && inside.includes('main')).length,
    ).toBeGreaterThan(1);
    expect(textOf(text)).toContain(`Erreur ${status}`);
    expect(textOf(text)).toContain('<b>/x</b>');
  });
});
