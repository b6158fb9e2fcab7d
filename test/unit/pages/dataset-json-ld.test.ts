import { describe, expect, it } from '@jest/globals';
import { describeCatalogue } from '../../../src/catalogue/index.ts';
import { LANGUAGES } from '../../../src/model/index.ts';
import { datasetPage, datasetsPage } from '../../../src/pages/index.ts';
import { published } from '../catalogue/samples.ts';
import { jsonLdOf } from './elements.ts';
import { BASE, frame, nothingMore, overview } from './values.ts';

const description = {
  fr: 'Toutes les cabanes de la forêt, avec leur bois, leur âge et ceux qui les ont bâties.',
  en: 'All the huts of the forest, with their wood, their age and those who built them.',
};
const full = {
  dataset: {
    ...overview.dataset,
    description,
    spatial: ['http://publications.europa.eu/resource/authority/country/FRA'],
  },
  released: { ...overview.released, ...pick(published('cabanes')) },
};

function pick({ dumps = [], first, changed }: ReturnType<typeof published>) {
  return { dumps, ...(first && { first }), ...(changed && { changed }) };
}

type Node = Readonly<Record<string, unknown>>;

const datasetOf = (language: 'fr' | 'en', of = full): Node =>
  jsonLdOf(
    datasetPage(frame(language, '/dataset/cabanes'), {
      ...of,
      ...nothingMore,
    }),
  )[0] as Node;

const catalogueOf = (language: 'fr' | 'en'): Node =>
  jsonLdOf(datasetsPage(frame(language, '/datasets'), { datasets: [full] }))[0] as Node;

const quads = describeCatalogue({
  datasets: [full.dataset],
  released: [full.released],
  base: BASE,
  release: frame('fr').release,
});
const said = new Set(quads.flatMap(({ subject, object }) => [subject.value, object.value]));

/** Every text of a document, with the name it stands under. */
function textsOf(value: unknown, name = ''): readonly (readonly [name: string, text: string])[] {
  if (typeof value === 'string') return [[name, value]];
  if (Array.isArray(value)) return value.flatMap((one) => textsOf(one, name));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, key));
}

describe.each(LANGUAGES)('The schema.org description, in %s,', (language) => {
  it('says nothing of a dataset that the RDF does not', () => {
    const texts = textsOf(datasetOf(language)).filter(([name]) => name !== '@context' && name !== '@type');
    const iana = 'https://www.iana.org/assignments/media-types/';
    const unsaid = texts.filter(([name, text]) => !said.has(name === 'encodingFormat' ? iana + text : text));
    expect(unsaid).toEqual([]);
    expect(texts.length).toBeGreaterThan(60);
  });

  it('says nothing of the catalogue that the RDF does not', () => {
    const texts = textsOf(catalogueOf(language)).filter(([name]) => name !== '@context' && name !== '@type');
    expect(texts.filter(([, text]) => !said.has(text))).toEqual([]);
    expect(catalogueOf(language)).toMatchObject({
      '@type': 'DataCatalog',
      dataset: [{ '@type': 'Dataset', name: full.dataset.title[language] }],
    });
  });

  it('has all that dataset search engines ask for', () => {
    const found = datasetOf(language);
    expect(found).toMatchObject({
      '@type': 'Dataset',
      '@id': `${BASE}dataset/cabanes`,
      identifier: `${BASE}dataset/cabanes`,
      url: `${BASE}dataset/cabanes`,
      name: full.dataset.title[language],
      description: description[language],
      license: 'https://licence.example/',
      keywords: full.dataset.keywords[language],
      publisher: { '@type': 'Organization', name: 'Éditeur & fils' },
      version: '2026-11-01.1',
      datePublished: '2026-01-01T10:00:00.000Z',
      dateModified: '2026-11-01T10:00:00.000Z',
      isAccessibleForFree: true,
      isBasedOn: ['https://origin.example/cabanes'],
      spatialCoverage: [{ '@type': 'Place', name: 'France' }],
      includedInDataCatalog: { '@type': 'DataCatalog', '@id': `${BASE}catalogue` },
    });
    const downloads = found['distribution'] as readonly Node[];
    expect(downloads).toHaveLength(10);
    for (const one of downloads)
      expect(one).toMatchObject({
        '@type': 'DataDownload',
        contentUrl: expect.stringMatching(/^https:/),
        encodingFormat: expect.stringMatching(/^[a-z]+\/[a-z+-]+$/),
      });
    expect(downloads).toContainEqual(
      expect.objectContaining({
        contentUrl: `${BASE}dataset/cabanes.ttl.gz`,
        contentSize: '4096',
        sha256: 'cd'.repeat(32),
      }),
    );
    expect(downloads).toContainEqual(
      expect.objectContaining({ contentUrl: `${BASE}dataset/cabanes/table.csv`, encodingFormat: 'text/csv' }),
    );
  });
});

describe('The schema.org description of a dataset', () => {
  it('keeps within the length that search engines take', () => {
    const long = { ...full, dataset: { ...full.dataset, description: { fr: 'é'.repeat(6000), en: 'x' } } };
    expect(datasetOf('fr', long)['description']).toHaveLength(5000);
  });

  it('leaves out what is not declared', () => {
    const bare = { ...full, dataset: { ...full.dataset, spatial: [], origins: [] } };
    expect(Object.keys(datasetOf('fr', bare))).not.toEqual(expect.arrayContaining(['spatialCoverage']));
    expect(Object.keys(datasetOf('fr', bare))).not.toEqual(expect.arrayContaining(['isBasedOn']));
  });
});
