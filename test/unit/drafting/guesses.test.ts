import { describe, expect, it } from '@jest/globals';
import { proposeAnswers, recognise } from '../../../src/drafting/index.ts';
import type { SourceProfile } from '../../../src/model/index.ts';
import { draftOf, type MadeColumn, namedBy, profileOf, without } from './profiles.ts';

const titleOf = (file: string, headers: readonly string[]): string => {
  const profile = profileOf(headers.map((one) => [one]));
  const family = recognise(profile)?.value;
  const project = { slugs: [], terms: new Map<string, string>() };
  return proposeAnswers({ profile, family, project, file, base: 'http://localhost:3000/' }).title.fr;
};

const BUILDINGS = ['id', 'chptico', 'chpscle', 'chpdpro', 'chpdeno'];
const FESTIVALS = ['Identifiant', 'Nom du festival', 'Discipline dominante'];
const ATTENDANCE = ['ref_musee', 'annee', 'payant', 'gratuit', 'total'];

describe('The title of a draft', () => {
  it.each([
    ['festivals-2024.csv', FESTIVALS, 'Festivals'],
    ['festivals-occitanie-2024.csv', FESTIVALS, 'Festivals\u00a0: Occitanie'],
    ['merimee-toulouse-2020.geojson', BUILDINGS, 'Édifices\u00a0: Toulouse'],
    ['base-merimee.csv', BUILDINGS, 'Édifices'],
    ['frequentation-musees-2024.csv', ATTENDANCE, 'Fréquentation\u00a0: Musées'],
    ['pompes_de_puits.csv', ['id', 'pression'], 'Pompes de puits'],
  ])('of %s says what the file is, and what its name adds', (file, headers, title) => {
    expect(titleOf(file, headers)).toBe(title);
  });
});

const classComment = (
  columns: readonly (readonly [string, MadeColumn?])[],
  more: Partial<SourceProfile> = {},
) =>
  /((?: *#.*\n)+) *- \[a, /.exec(
    draftOf(profileOf(columns, { ...namedBy(columns[0]?.[0] ?? ''), ...more })).mapping,
  )?.[1];

describe('The classes of a draft', () => {
  it('come with the columns that a known file is recognised by', () => {
    const found = classComment(FESTIVALS.map((one) => [one]));
    expect(found).toContain('A known file, “Festivals”: 2 of its columns say so');
    expect(found).toMatch(/Confidence:[\s#]+\d+%/);
  });

  it('are said to be chosen by nobody where nothing tells them', () => {
    expect(classComment([['id'], ['pression']])).toMatch(
      /Nothing tells what a record is[\s\S]*Confidence: 10%/,
    );
  });

  it('are said to be yours where you told them', () => {
    const { mapping } = draftOf(profileOf([['id']], namedBy('id')), { classes: ['schema:Museum'] });
    expect(mapping).toContain('Classes that you chose. Confidence: 100%.');
  });
});

describe('A draft', () => {
  const COLUMNS = [
    ['id', { kind: 'code' }],
    ['nom'],
    ['siecle', { kind: 'period' }],
    ['site web', { kind: 'web-address' }],
    ['code insee', { kind: 'insee-commune' }],
    ['pression', { kind: 'decimal' }],
    ['complément d’adresse'],
    ['adresse'],
    ['ville'],
  ] as const;
  const { mapping, dataset } = draftOf(profileOf(COLUMNS, namedBy('id')));

  it('has its evidence and confidence above every line that reads a column', () => {
    const lines = mapping.split('\n');
    const made = lines.flatMap((line, at) => (/^ +- (?:\[|p: )/.test(line) ? [at] : []));
    const bare = made.filter((at) => {
      const all = lines.slice(at, at + 3).join(' ');
      const isStructure =
        /\[a, |\[schema:address,|#(?:siecle|periode|adresse)|P82|dcterms:date|rdfs:label/.test(all);
      return !isStructure && !/\d+%\.$/.test(lines[at - 1] ?? '');
    });
    expect(bare.map((at) => lines[at])).toEqual([]);
    expect(made.length).toBeGreaterThan(8);
  });

  it('says in dataset.yml how sure keywords, identifier and reading are', () => {
    for (const key of ['keywords', 'uriPattern'])
      expect(dataset).toMatch(new RegExp(`Confidence: \\d+%\\.\\n${key}:`));
  });

  it('keeps what completes an address in the address', () => {
    expect(without(mapping)).toContain('[schema:extendedAddress, $(complementDAdresse)]');
    expect(mapping).not.toContain('def:lieu');
  });

  it('begins with the schemas that editors complete by, where the project has them', () => {
    const project = { slugs: [], terms: new Map<string, string>(), hasSchemas: true };
    const draft = draftOf(profileOf(COLUMNS, namedBy('id')), {}, { project });
    const line = (kind: string) => `# yaml-language-server: $schema=../../.cimaise/${kind}.schema.json\n`;
    expect(draft.mapping.startsWith(line('mapping'))).toBe(true);
    expect(draft.dataset.startsWith(line('dataset'))).toBe(true);
    expect(dataset).not.toContain('yaml-language-server');
  });

  it('leaves out what GeoJSON says of itself, with the reason', () => {
    const profile = profileOf([
      ['$.type', { kind: 'closed-list' }],
      ['$.geometry.type', { kind: 'closed-list' }],
      ['$.properties.nom'],
    ]);
    const draft = draftOf({ ...profile, source: { ...profile.source, format: 'json' } });
    expect(without(draft.mapping)).not.toContain('type)');
    expect(draft.mapping).toContain('# - “$.geometry.type”: a word of GeoJSON, the same in all records');
  });

  it.each([
    ['few values, which it lists', ['bon', 'moyen', 'mauvais'], true],
    ['more values than anybody reads', Array.from({ length: 31 }, (_, at) => `état ${at}`), false],
    ['values too long to be listed', ['a', 'b'.repeat(100)], false],
  ])('speaks of known values only where its shape lists them: %s', (_, values, isListed) => {
    const state = { kind: 'closed-list', values, distinct: values.length } as const;
    const { shape } = draftOf(profileOf([['id'], ['État', state]], namedBy('id')));
    expect([shape.includes('sh:pattern'), shape.includes('parmi les valeurs connues')]).toEqual([
      isListed,
      isListed,
    ]);
    expect(shape.includes('of the known values')).toBe(isListed);
  });

  it('names the dataset in its ontology whatever signs its title has', () => {
    const title = { fr: 'Objets à 5 $& plus, en %f', en: 'Objects at 5 $& more, in %f' };
    const draft = draftOf(profileOf([['id'], ['Pression', { kind: 'decimal' }]], namedBy('id')), { title });
    expect(draft.ontology).toContain(`# ${title.en}: own terms, made of the headers of objets.csv.`);
  });

  it('holds the lines that publish a private column, which it can then read', () => {
    const draft = draftOf(profileOf([['id'], ['Adresse e-mail', { kind: 'email' }]], namedBy('id')));
    expect(draft.mapping).toContain('# - [schema:email, $(adresseEMail)]');
    expect(draft.mapping).toContain('  adresseEMail: [Adresse e-mail]');
    expect(draft.mapping).toContain(
      '# To publish it, take it out of privateColumns (dataset.yml) and write here:',
    );
    expect(draft.dataset).toContain('privateColumns: [Adresse e-mail]');
  });

  it('says nothing of private columns where records are those of a document, which has none', () => {
    const profile = profileOf([['$.id'], ['$.courriel', { kind: 'email' }]], namedBy('$.id'));
    for (const format of ['json', 'xml'] as const) {
      const draft = draftOf({ ...profile, source: { ...profile.source, format } });
      expect(draft.mapping).toContain('# To publish it, write here:');
      expect(`${draft.mapping}${draft.dataset}`).not.toContain('privateColumns');
    }
  });
});
