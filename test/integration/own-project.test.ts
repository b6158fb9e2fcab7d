import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { addressOf, cimaise, REPOSITORY, scratch, startCimaise } from './command-line.ts';

jest.setTimeout(180_000);

const BASE = 'https://donnees.example.org/';

const DATASET = `\
# yaml-language-server: $schema=../../.cimaise/dataset.schema.json
title: { fr: Poteries, en: Pottery }
description:
  fr: Les poteries du musée, tirées de son inventaire et décrites pour le public et pour les chercheurs.
  en: The pottery of the museum, taken from its inventory and described for the public and researchers.
publisher: { id: https://musee.example.org/, name: { fr: Musée de la Poterie, en: Pottery Museum } }
licence: { id: https://www.etalab.gouv.fr/licence-ouverte-open-licence, label: { fr: Licence Ouverte 2.0, en: Open Licence 2.0 } }
keywords: { fr: [poterie], en: [pottery] }
themes: [EDUC]
origins: [https://musee.example.org/]
spatial: [http://publications.europa.eu/resource/authority/country/FRA]
source: { path: source/poteries.csv, delimiter: ; }
uriPattern: '{ref}'
shapes: [commun.ttl, poterie.ttl]
vocabularies: [departements]
`;

const MAPPING = `\
mappings:
  poterie:
    subjects: id:poteries/$(ref)
    predicateobjects:
      - [a, schema:CreativeWork]
      - [schema:name, $(nom), fr~lang]
      - [dcterms:identifier, $(ref)]
      - [def:atout, $(atout), fr~lang]
      - [def:cuisson, $(cuisson), fr~lang]
      - p: schema:containedInPlace
        o: { function: 'cim:lookup($(dep), departements)', type: iri }
`;

const SHAPE = `\
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix schema: <http://schema.org/> .
<shapes/poterie> a sh:NodeShape ;
  sh:name "Poterie"@fr, "Piece of pottery"@en ;
  sh:targetClass schema:CreativeWork ; sh:severity sh:Violation ;
  sh:property <shapes/commun#nom>, <shapes/commun#identifiant> .
`;

const ONTOLOGY = `\
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <http://schema.org/> .
<def/cuisson> a rdf:Property ;
  rdfs:label "Cuisson"@fr, "Firing"@en ;
  rdfs:comment "Comment la pièce a été cuite."@fr, "How the piece was fired."@en ;
  rdfs:range rdfs:Literal ; rdfs:isDefinedBy <def/> .
schema:name rdfs:label "Désignation"@fr, "Designation"@en .
`;

const CSV = `ref;nom;dep;atout;cuisson
P1;Vase aux iris;Bas-Rhin;Le plus beau;grand feu
P2;Coupe;Moselle;;
P3;Plat;Paris;;petit feu
`;

interface Served {
  readonly ask: (path: string, accept: string) => Promise<{ readonly status: number; readonly text: string }>;
  readonly end: () => Promise<void>;
}

async function serve(root: string): Promise<Served> {
  const child = startCimaise(['serve', '--project', root, '--no-proof']);
  const address = await addressOf(child);
  return {
    async ask(path, accept) {
      const response = await fetch(address + path, { headers: { accept } });
      return { status: response.status, text: await response.text() };
    },
    end: () =>
      new Promise((resolve) => {
        child.on('close', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

function write(root: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

const manifestOf = (root: string) => {
  const id = readFileSync(join(root, 'releases/current'), 'utf8').trim();
  const folder = join(root, 'releases', id);
  return { folder, text: readFileSync(join(folder, 'manifest.json'), 'utf8') };
};

describe('A project of one’s own', () => {
  const root = join(scratch(), 'poterie');
  let served: Served | undefined;

  afterAll(() => served?.end());

  it('begins with init, which says what to do while it is empty', async () => {
    const made = await cimaise(['init', root, '--yes', '--title', 'Musée de la Poterie', '--base', BASE]);
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(made.out).toContain('data/site.yml');
    for (const command of ['check', 'build', 'start']) {
      const { code, err } = await cimaise([command, '--project', root]);
      expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('cimaise add') });
    }
  });

  it('keeps what is there when init is called again', async () => {
    appendFileSync(join(root, 'data/site.yml'), '# mine\n');
    const { code, out } = await cimaise(['init', root, '--title', 'Other']);
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('nothing was written') });
    expect(readFileSync(join(root, 'data/site.yml'), 'utf8')).toContain('# mine');
  });

  it('names shapes, vocabularies and terms of the platform, and is released in its own folder under its own base', async () => {
    write(root, {
      'data/poteries/dataset.yml': DATASET,
      'data/poteries/mapping.yml': MAPPING,
      'data/poteries/source/poteries.csv': CSV,
      'shapes/poterie.ttl': SHAPE,
      'ontologies/poterie.ttl': ONTOLOGY,
    });
    expect(await cimaise(['check', '--project', root])).toMatchObject({ code: 0, err: '' });
    const built = await cimaise(['build', '--project', root]);
    expect({ code: built.code, err: built.err }).toEqual({ code: 0, err: '' });
    const { text } = manifestOf(root);
    expect(JSON.parse(text)).toMatchObject({ base: BASE });
    expect(text).toContain('"cimaise:shapes/commun.ttl"');
    expect(text).toContain('"cimaise:data/departements/mapping.yml"');
    expect(text).not.toMatch(/\.\.\//);
    expect(text).not.toContain(REPOSITORY);
  });

  it('publishes the platform’s terms that it uses, and no others', () => {
    const lines = gunzipSync(readFileSync(join(manifestOf(root).folder, 'ontology.nq.gz'))).toString();
    for (const term of ['atout', 'cuisson', 'chefLieu']) expect(lines).toContain(`<${BASE}def/${term}>`);
    expect(lines).not.toContain(`<${BASE}def/mentionAuteur>`);
    // Its own word for a name takes the place of the platform's.
    expect(lines).toContain('"Désignation"@fr');
    expect(lines).not.toContain('"Nom"@fr');
    expect(lines.split('\n').length).toBeLessThan(300);
  });

  describe('when it is served', () => {
    beforeAll(async () => {
      served = await serve(root);
    });

    it.each([
      ['doc/poteries/P1', 'Vase aux iris'],
      ['doc/departements/67', 'Bas-Rhin'],
      ['doc/regions/44', 'Grand Est'],
      ['def/atout', 'Points forts'],
      ['def/cuisson', 'Cuisson'],
    ])('answers %s', async (path, text) => {
      const turtle = await served?.ask(path, 'text/turtle');
      expect(turtle).toMatchObject({ status: 200, text: expect.stringContaining(text) });
      const html = await served?.ask(path, 'text/html');
      expect(html).toMatchObject({ status: 200, text: expect.stringContaining(text) });
    });

    it.each([
      '',
      'datasets',
      'dataset/poteries',
      'vocabularies',
      'vocabulary/departements',
      'sparql',
      'search?q=vase',
      'model',
      'map',
      'api',
    ])('has its page /%s', async (path) => {
      const { status, text } = (await served?.ask(path, 'text/html')) ?? { status: 0, text: '' };
      expect([path, status]).toEqual([path, 200]);
      expect(text).toContain('Musée de la Poterie');
    });

    it('describes things by the platform’s profiles', async () => {
      const answer = await served?.ask('doc/poteries/P1?_profile=schema', 'application/ld+json');
      expect(answer).toMatchObject({ status: 200, text: expect.stringContaining('schema.org') });
    });

    it('answers SPARQL over its things and the vocabulary', async () => {
      const query =
        'SELECT ?n { <id/poteries/P1> <http://schema.org/containedInPlace> ?d . ?d <http://www.w3.org/2004/02/skos/core#prefLabel> ?n FILTER(LANG(?n) = "fr") }';
      const answer = await served?.ask(`sparql?query=${encodeURIComponent(query)}`, 'text/csv');
      expect(answer).toMatchObject({ status: 200, text: expect.stringContaining('Bas-Rhin') });
    });
  });

  it('puts a file of its own in the place of the platform’s, and takes that back', async () => {
    const own = join(root, 'shapes/commun.ttl');
    copyFileSync(join(REPOSITORY, 'shapes/commun.ttl'), own);
    writeFileSync(own, readFileSync(own, 'utf8').replace('sh:minLength 1 ;', 'sh:minLength 5 ;'));
    const stricter = await cimaise(['build', '--project', root, '--dry-run']);
    expect(stricter.code).toBe(1);
    expect(stricter.out + stricter.err).toContain('poteries.csv:4');
    rmSync(own);
    const back = await cimaise(['build', '--project', root, '--dry-run']);
    expect({ code: back.code, err: back.err }).toEqual({ code: 0, err: '' });
  });

  it('puts a dataset of its own in the place of the platform’s', async () => {
    write(root, {
      'data/departements/dataset.yml': readFileSync(
        join(REPOSITORY, 'data/departements/dataset.yml'),
        'utf8',
      ),
      'data/departements/mapping.yml': readFileSync(
        join(REPOSITORY, 'data/departements/mapping.yml'),
        'utf8',
      ),
      'data/departements/source/departements.csv': readFileSync(
        join(REPOSITORY, 'data/departements/source/departements.csv'),
        'utf8',
      ).replace('Bas-Rhin', 'Bas-Rhin d’ici'),
    });
    const { code, out } = await cimaise(['build', '--project', root, '--dry-run', '--json']);
    expect(code).toBe(0);
    expect(out).not.toContain('cimaise:data/departements');
    renameSync(join(root, 'data/departements'), join(scratch(), 'departements'));
  });

  it('hears of a vocabulary that is nowhere, with the nearest of the platform’s', async () => {
    const path = join(root, 'data/poteries/dataset.yml');
    writeFileSync(path, DATASET.replace('[departements]', '[departement]'));
    const { code, err } = await cimaise(['check', '--project', root]);
    writeFileSync(path, DATASET);
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('Did you mean “departements”?') });
  });

  it('keeps a term of the platform that was published and that nothing uses any more', async () => {
    const path = join(root, 'data/poteries/mapping.yml');
    writeFileSync(path, MAPPING.replace('      - [def:atout, $(atout), fr~lang]\n', ''));
    const built = await cimaise(['build', '--project', root]);
    expect({ code: built.code, err: built.err }).toEqual({ code: 0, err: '' });
    const lines = gunzipSync(readFileSync(join(manifestOf(root).folder, 'ontology.nq.gz'))).toString();
    expect(lines).toContain(`<${BASE}def/atout>`);
    const withdrawal = 'uri,date,reason_fr,reason_en\natout,2026-11-23,Ne sert plus.,No longer used.\n';
    write(root, { 'ontologies/withdrawn.csv': withdrawal });
    const again = await cimaise(['build', '--project', root]);
    expect({ code: again.code, err: again.err }).toEqual({ code: 0, err: '' });
    const after = gunzipSync(readFileSync(join(manifestOf(root).folder, 'ontology.nq.gz'))).toString();
    expect(after).not.toContain(`<${BASE}def/atout>`);
  });

  it('hears which files its shapes ask for', async () => {
    const path = join(root, 'data/poteries/dataset.yml');
    writeFileSync(path, DATASET.replace('[commun.ttl, poterie.ttl]', '[poterie.ttl]'));
    const { code, err } = await cimaise(['check', '--project', root]);
    writeFileSync(path, DATASET);
    expect({ code, err }).toEqual({
      code: 1,
      err: expect.stringMatching(
        /^data\/poteries\/dataset\.yml:14:1 .*“shapes: \[commun\.ttl, poterie\.ttl\]”\.\n/,
      ),
    });
  });

  it('hears that a base has changed: it is not served under another, and a build says what that means', async () => {
    const environment = { CIMAISE_BASE_IRI: 'https://other.example.org/' };
    const serving = await cimaise(['serve', '--project', root], environment);
    expect({ code: serving.code, err: serving.err }).toEqual({ code: 2, err: expect.stringContaining(BASE) });
    const building = await cimaise(['build', '--project', root, '--dry-run'], environment);
    expect(building.out).toContain('addresses of before will not answer');
  });
});

describe('A base in data/site.yml that is none', () => {
  it('is refused at its line', async () => {
    const root = join(scratch(), 'p');
    await cimaise(['init', root, '--yes']);
    write(root, { 'data/site.yml': 'name: P\nbase: donnees.example.org\n' });
    const { code, err } = await cimaise(['check', '--project', root]);
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('data/site.yml:2') });
  });
});
