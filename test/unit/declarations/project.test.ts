import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createTerms, loadProject } from '../../../src/declarations/index.ts';
import { type Complaint, complaintText, placeText } from '../../../src/model/index.ts';

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

/** Story, where, what is found (French, English) and what to write (French, English). */
const STORIES: readonly (readonly [string, string, readonly [string, string], readonly [string, string]])[] =
  [
    [
      'unknown-key',
      'data/musees/dataset.yml:5:1',
      ['La clé « titel » n’existe pas.', 'There is no key “titel”.'],
      ['Vouliez-vous dire « title » ?', 'Did you mean “title”?'],
    ],
    [
      'unknown-source-key',
      'data/musees/dataset.yml:7:3',
      ['La clé « encodng » n’existe pas.', 'There is no key “encodng”.'],
      ['Vouliez-vous dire « encoding » ?', 'Did you mean “encoding”?'],
    ],
    [
      'missing-source',
      'data/musees/dataset.yml:1',
      ['La clé « source » manque.', 'The key “source” is missing.'],
      ['source: { path: source/x.csv }', 'source: { path: source/x.csv }'],
    ],
    [
      'missing-path',
      'data/musees/dataset.yml:5:9',
      ['La clé « path » manque.', 'The key “path” is missing.'],
      ['path: source/x.csv', 'path: source/x.csv'],
    ],
    [
      'unknown-format',
      'data/musees/dataset.yml:7:11',
      ['« format: excel » n’est pas possible.', '“format: excel” is not possible.'],
      ['Formats lus : csv, tsv', 'Formats read: csv, tsv'],
    ],
    [
      'unknown-extension',
      'data/musees/dataset.yml:5:9',
      ['« format: xlsx » n’est pas possible.', '“format: xlsx” is not possible.'],
      ['Formats lus : csv, tsv', 'Formats read: csv, tsv'],
    ],
    [
      'unknown-encoding',
      'data/musees/dataset.yml:7:3',
      ['« encoding: utf-9 » n’est pas possible.', '“encoding: utf-9” is not possible.'],
      ['windows-1252', 'windows-1252'],
    ],
    [
      'long-delimiter',
      'data/musees/dataset.yml:7:3',
      ['« delimiter: ;; » n’est pas possible.', '“delimiter: ;;” is not possible.'],
      ['Donnez un seul caractère', 'Give one character'],
    ],
    [
      'quote-that-separates',
      'data/musees/dataset.yml:7:3',
      ['« quote: , » n’est pas possible.', '“quote: ,” is not possible.'],
      ['autre que le séparateur', 'other than the delimiter'],
    ],
    [
      'unknown-shapes',
      'data/musees/dataset.yml:6:10',
      [
        'Le fichier de formes « shapes/thing.ttl » n’existe pas.',
        'The shapes file “shapes/thing.ttl” does not exist.',
      ],
      ['Vouliez-vous dire « things.ttl » ?', 'Did you mean “things.ttl”?'],
    ],
    [
      'missing-shapes',
      'data/musees/dataset.yml:1',
      ['La clé « shapes » manque.', 'The key “shapes” is missing.'],
      ['shapes: [things.ttl]', 'shapes: [things.ttl]'],
    ],
    [
      'wrong-limit',
      'data/musees/dataset.yml:7:18',
      ['« quarantineLimit: 5 % » n’est pas possible.', '“quarantineLimit: 5 %” is not possible.'],
      ['une part entre 0 et 1', 'a share between 0 and 1'],
    ],
    [
      'limit-above-one',
      'data/musees/dataset.yml:7:18',
      ['« quarantineLimit: 5 » n’est pas possible.', '“quarantineLimit: 5” is not possible.'],
      ['0.05', '0.05'],
    ],
    [
      'malformed-yaml',
      'data/musees/dataset.yml:6:1',
      ['Ce n’est pas du YAML', 'This is not YAML'],
      ['les guillemets et les deux-points', 'quotes and colons'],
    ],
    [
      'accented-slug',
      'data/Musées',
      ['« Musées » ne peut pas être la partie d’une adresse.', '“Musées” cannot be part of an address.'],
      ['en minuscules sans accent', 'in lower case without accents'],
    ],
    [
      'missing-description',
      'data/musees',
      ['Le dossier n’a pas de dataset.yml.', 'The folder has no dataset.yml.'],
      ['retirez le dossier', 'remove the folder'],
    ],
    [
      'missing-mapping',
      'data/musees/dataset.yml:1',
      [
        'Le mapping « data/musees/mapping.yml » n’existe pas.',
        'The mapping “data/musees/mapping.yml” does not exist.',
      ],
      ['Créez ce fichier', 'Create this file'],
    ],
    [
      'unknown-vocabulary',
      'data/musees/dataset.yml:7:1',
      ['Le jeu de données « musee » n’existe pas.', 'The dataset “musee” does not exist.'],
      ['Vouliez-vous dire « musees » ?', 'Did you mean “musees”?'],
    ],
    [
      'unknown-shared-source',
      'data/musees/dataset.yml:1',
      ['Le jeu de données « musee » n’existe pas.', 'The dataset “musee” does not exist.'],
      ['corrigez son nom', 'correct its name'],
    ],
    [
      'malformed-turtle',
      'shapes/things.ttl:3',
      ['Ce n’est pas du Turtle', 'This is not Turtle'],
      ['la ponctuation à cette ligne', 'the punctuation on this line'],
    ],
    [
      'untitled-query',
      'queries/examples/musees/tous.rq:1',
      ['Le commentaire d’ouverture', 'The opening comment'],
      ['# @question.fr', '# @question.fr'],
    ],
    [
      'empty-project',
      'data',
      ['Il n’y a aucun jeu de données', 'There is no dataset'],
      ['--project', '--project'],
    ],
  ];

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
      ]),
    );
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
