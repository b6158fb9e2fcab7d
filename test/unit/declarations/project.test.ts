import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createTerms, loadProject } from '../../../src/declarations/index.ts';
import { type Complaint, complaintText, placeText } from '../../../src/model/index.ts';
import { STORIES } from './stories.ts';

const BASE = 'http://localhost:3000/';
const rootOf = (story: string) => join(import.meta.dirname, '../../fixtures', story);
const load = (story: string, sources: ReadonlyMap<string, string> = new Map()) =>
  loadProject({ root: rootOf(story), base: BASE, sources });

async function complaintsOf(
  story: string,
  sources?: ReadonlyMap<string, string>,
): Promise<readonly Complaint[]> {
  return (await load(story, sources)).complaints;
}

async function soundProject(sources?: ReadonlyMap<string, string>) {
  const loaded = await load('sound', sources);
  if (loaded.kind === 'refused')
    throw new Error(loaded.complaints.map((one) => complaintText(one, 'en')).join());
  return loaded.project;
}

describe('A project with one mistake', () => {
  it.each(STORIES)(
    '%s is refused with place, finding and remedy in both languages',
    async (story, place, found, remedy) => {
      const complaints = await complaintsOf(story);
      const texts = (language: 'fr' | 'en') =>
        complaints.map((one) => complaintText(one, language)).join('\n');
      expect(complaints.map((one) => placeText(one.place))).toContain(place);
      expect([texts('fr'), texts('en')]).toEqual(found.map((text) => expect.stringContaining(text)));
      expect([texts('fr'), texts('en')]).toEqual(remedy.map((text) => expect.stringContaining(text)));
    },
  );

  it.each(STORIES.filter(([story]) => story !== 'malformed-yaml'))('%s has one complaint', async (story) => {
    expect(await complaintsOf(story)).toHaveLength(1);
  });
});

describe('A project with several mistakes', () => {
  it('hears of all of them at once', async () => {
    const places = (await complaintsOf('several-mistakes')).map(({ place }) => placeText(place));
    expect(places).toEqual([
      'data/musees/dataset.yml:5:1',
      'data/musees/dataset.yml:10:10',
      'data/musees/dataset.yml:11:18',
      'data/musees/dataset.yml:8:11',
      'data/musees/dataset.yml:9:3',
      'data/villes/dataset.yml:1',
      'data/villes/dataset.yml:1',
      'shapes/things.ttl:3',
    ]);
  });
});

describe('An unknown --source', () => {
  it('is refused with the nearest dataset', async () => {
    expect(await complaintsOf('sound', new Map([['musee', 'x.csv']]))).toMatchObject([
      {
        place: { file: '--source musee=…' },
        found: { fr: 'Aucun jeu de données ne s’appelle « musee ».', en: 'No dataset is called “musee”.' },
        remedy: { fr: 'Vouliez-vous dire « musees » ?', en: 'Did you mean “musees”?' },
      },
    ]);
  });
});

describe('A --source for a dataset that reads the file of another', () => {
  it('is refused with the name of the other', async () => {
    expect(await complaintsOf('sound', new Map([['villes', 'x.csv']]))).toMatchObject([
      { found: { en: '“villes” reads the file of “musees”.' }, remedy: { fr: 'Écrivez --source musees=….' } },
    ]);
  });
});

describe('A sound project', () => {
  it('has its datasets, those that others look up in first', async () => {
    const { datasets } = await soundProject();
    expect(datasets.map(({ slug }) => slug)).toEqual(['regions', 'musees', 'villes']);
  });

  it('has descriptions as values, codes of authorities as IRIs', async () => {
    const musees = (await soundProject()).datasets.find(({ slug }) => slug === 'musees');
    expect(musees).toMatchObject({
      title: { fr: 'Musées', en: 'Museums' },
      keywords: { fr: ['musées', 'art'], en: ['museums'] },
      themes: [
        'http://publications.europa.eu/resource/authority/data-theme/EDUC',
        'http://example.org/theme',
      ],
      frequency: 'http://publications.europa.eu/resource/authority/frequency/ANNUAL',
      uriPattern: '{ref}',
      vocabularies: ['regions'],
      quarantineLimit: 0.1,
      mapping: join(rootOf('sound'), 'data/musees/mapping.yml'),
      shapes: [join(rootOf('sound'), 'shapes/things.ttl')],
      source: {
        path: join(rootOf('sound'), 'data/musees/source/musees.csv'),
        shown: 'data/musees/source/musees.csv',
        format: 'csv',
        dialect: { delimiter: ';', quote: '"', encoding: 'windows-1252' },
      },
    });
  });

  it('has the same descriptions as statements', async () => {
    const { datasets } = await soundProject();
    const statements = datasets.find(({ slug }) => slug === 'musees')?.statements ?? [];
    const about = `<${BASE}dataset/musees>`;
    expect(statements).toEqual(
      expect.arrayContaining([
        `${about} <http://purl.org/dc/terms/title> "Musées"@fr .`,
        `${about} <http://www.w3.org/ns/dcat#keyword> "art"@fr .`,
        `${about} <http://www.w3.org/ns/dcat#theme> <http://publications.europa.eu/resource/authority/data-theme/EDUC> .`,
        `${about} <http://purl.org/dc/terms/publisher> <https://example.org/> .`,
        `<https://example.org/> <http://xmlns.com/foaf/0.1/name> "Un service"@fr .`,
        `${about} <http://www.w3.org/ns/dcat#contactPoint> <mailto:musees@example.org> .`,
      ]),
    );
  });

  it('knows on which line each statement of its shapes stands', async () => {
    const [file] = (await soundProject()).shapes;
    expect(file?.lines).toHaveLength(file?.quads.length ?? -1);
    expect(file?.lines).toEqual(file?.quads.map(() => 3));
  });

  it('guesses the format of a source from its name, and shares sources', async () => {
    const { datasets } = await soundProject();
    const sources = new Map(datasets.map(({ slug, source }) => [slug, source]));
    expect(sources.get('regions')).toMatchObject({ format: 'json', dialect: { delimiter: ',' } });
    expect(sources.get('villes')).toMatchObject({ sharedFrom: 'musees', dialect: { delimiter: ';' } });
  });

  it('reads another file where --source says so, also for the datasets that share it', async () => {
    const { datasets } = await soundProject(new Map([['musees', '/tmp/autre.csv']]));
    const shown = datasets.map(({ slug, source }) => [slug, source.shown, source.path]);
    expect(shown).toContainEqual(['musees', '/tmp/autre.csv', '/tmp/autre.csv']);
    expect(shown).toContainEqual(['villes', '/tmp/autre.csv', '/tmp/autre.csv']);
  });

  it('has its queries with title and question', async () => {
    expect((await soundProject()).queries).toMatchObject([
      {
        name: 'musees/tous',
        dataset: 'musees',
        title: { fr: 'Tous les musées', en: 'All museums' },
        kind: 'select',
        question: { fr: 'Quels musées y a-t-il ?', en: 'Which museums are there?' },
      },
    ]);
  });
});

describe('The terms of a project', () => {
  it('take labels from its ontologies first, then from standard vocabularies', async () => {
    const terms = await createTerms((await soundProject()).ontologies);
    expect(terms.find(`${BASE}def/histoire`)).toEqual({
      iri: `${BASE}def/histoire`,
      label: { fr: 'Histoire', en: 'History' },
      comment: { fr: 'Ce qui est arrivé.', en: 'Ce qui est arrivé.' },
    });
    expect(terms.find('http://schema.org/name')?.label).toEqual({ fr: 'Nom', en: 'Nom' });
    expect(terms.find('http://www.w3.org/2004/02/skos/core#Concept')?.label.en).toBe('Concept');
    expect(terms.find('http://example.org/unknown')).toBeUndefined();
    expect(terms.order(`${BASE}def/histoire`)).toBeLessThan(terms.order('http://schema.org/name'));
    expect(terms.order('http://schema.org/name')).toBeLessThan(terms.order('http://example.org/unknown'));
  });
});
