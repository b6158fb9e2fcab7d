import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { cimaise, copyOfWorld, scratch } from './command-line.ts';

jest.setTimeout(120_000);

interface Story {
  readonly name: string;
  /** What to spoil in a copy of the small world. */
  readonly spoil?: (world: string) => void;
  readonly args?: (world: string) => readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly code: number;
  /** Parts of the sentence: the place, what was found, the remedy. */
  readonly says: readonly string[];
}

const write = (path: string, text: string | Uint8Array) => (world: string) => {
  mkdirSync(join(world, path, '..'), { recursive: true });
  writeFileSync(join(world, path), text);
};

const DATASET = 'data/places/dataset.yml';
const SOURCE = 'data/places/source/places.csv';

const STORIES: readonly Story[] = [
  {
    name: 'a port that is no number',
    environment: { PORT: 'http' },
    code: 2,
    says: ['The setting PORT is “http”.', '0 to 65535'],
  },
  {
    name: 'a base IRI without its slash',
    environment: { CIMAISE_BASE_IRI: 'http://x.org' },
    code: 2,
    says: ['CIMAISE_BASE_IRI', '“http://x.org”', 'ends in “/”'],
  },
  { name: 'an unknown command', args: () => ['bild'], code: 2, says: ["unknown command 'bild'", '--help'] },
  {
    name: 'an unknown option',
    args: (world) => ['build', '--project', world, '--sources', 'x'],
    code: 2,
    says: ["unknown option '--sources'"],
  },
  {
    name: 'an unknown dataset',
    args: (world) => ['build', '--project', world, 'place'],
    code: 2,
    says: ['No dataset is called “place”.', 'Did you mean “places”?'],
  },
  {
    name: 'a --source without its file',
    args: (world) => ['build', '--project', world, '--source', 'places'],
    code: 2,
    says: ['--source is “places”', '<dataset>=<file>'],
  },
  {
    name: 'a --source for a dataset that is not there',
    args: (world) => ['build', '--project', world, '--source', 'plaecs=x.csv'],
    code: 1,
    says: ['plaecs', 'Did you mean “places”?'],
  },
  {
    name: 'a --source file that is missing',
    args: (world) => ['build', '--project', world, '--source', 'places=nowhere.csv'],
    code: 1,
    says: ['nowhere.csv', 'cannot be read', '--source'],
  },
  {
    name: 'a folder that is no project',
    args: () => ['build', '--project', scratch()],
    code: 1,
    says: ['There is no dataset in', '--project'],
  },
  {
    name: 'a missing source',
    spoil: write(DATASET, 'title: {fr: x, en: x}\nsource: { path: source/lost.csv }\nshapes: [places.ttl]\n'),
    code: 1,
    says: ['data/places/source/lost.csv', 'cannot be read'],
  },
  {
    name: 'an unknown key',
    spoil: write(
      DATASET,
      'titel: {fr: x, en: x}\nsource: { path: source/places.csv, delimiter: ";" }\nshapes: [places.ttl]\n',
    ),
    code: 1,
    says: ['data/places/dataset.yml:1:1', 'no key “titel”', '“title”'],
  },
  {
    name: 'malformed YAML',
    spoil: write(DATASET, 'title: {fr: x\nsource: ['),
    code: 1,
    says: ['data/places/dataset.yml:', 'This is not YAML', 'indentation'],
  },
  {
    name: 'malformed Turtle',
    spoil: write(
      'shapes/places.ttl',
      '@prefix sh: <http://www.w3.org/ns/shacl#> .\n<a> a sh:NodeShape\n<b> .',
    ),
    code: 1,
    says: ['shapes/places.ttl:3', 'This is not Turtle', 'punctuation'],
  },
  {
    name: 'a misspelt SHACL term',
    spoil: write(
      'shapes/places.ttl',
      '@prefix sh: <http://www.w3.org/ns/shacl#> .\n<shapes/x> a sh:NodeShape ; sh:targetClass <x> ;\n  sh:property [ sh:path <p> ; sh:minCout 1 ] .',
    ),
    code: 1,
    says: ['shapes/places.ttl:3', 'minCout', 'minCount'],
  },
  {
    name: 'shapes that aim at nothing that a dataset makes',
    spoil: (world) => {
      const path = join(world, 'data/kinds/dataset.yml');
      writeFileSync(path, readFileSync(path, 'utf8').replace('kinds.ttl]', 'places.ttl]'));
    },
    args: (world) => ['check', '--project', world],
    code: 1,
    says: [
      'data/kinds/dataset.yml:7:1  No target in shapes/places.ttl aims at what the mapping makes',
      'skos:Concept',
      'shapes/kinds.ttl  No dataset lists this file',
    ],
  },
  {
    name: 'a shape that people cannot read',
    spoil: write(
      'shapes/places.ttl',
      `@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix schema: <http://schema.org/> .

<shapes/place> a sh:NodeShape ;
  sh:name "Lieu"@fr ; sh:severity sh:Info ;
  sh:targetClass schema:Plaace, schema:Place ;
  sh:property [ sh:path schema:name ; sh:minCount 1 ] .`,
    ),
    args: (world) => ['check', '--project', world],
    code: 1,
    says: [
      'shapes/places.ttl:4  The shape <http://localhost:3000/shapes/place> has no sh:name in English',
      'shapes/places.ttl:6  No mapping gives the class schema:Plaace',
      'Did you mean schema:Place?',
      'shapes/places.ttl:7  A shape has no IRI.',
    ],
  },
  {
    name: 'the second of two alike constraints',
    spoil: write(
      'shapes/places.ttl',
      `@prefix sh: <http://www.w3.org/ns/shacl#> .
<shapes/x> a sh:NodeShape ; sh:targetClass <x> ;
  sh:property [ sh:path <p> ; sh:minCount 1 ;
    sh:maxCount 9 ] ;
  sh:property [ sh:path <q> ;
    sh:minCount "1" ;
    sh:maxCount 9 ] .`,
    ),
    code: 1,
    says: ['shapes/places.ttl:6  The value of sh:minCount', 'a whole number'],
  },
  {
    name: 'an unknown column',
    spoil: write(SOURCE, 'Identifiant;nom;kind;lat;lon\nP1;x;castle;1;2\n'),
    code: 1,
    says: ['data/places/mapping.yml:9', 'no column “name”', '“nom”'],
  },
  {
    name: 'an unknown function',
    spoil: write(
      'data/kinds/mapping.yml',
      'mappings:\n  k:\n    subjects: id:kinds/$(code)\n    po:\n      - p: skos:prefLabel\n        o: { function: cim:upperCaes($(label)) }\n',
    ),
    code: 1,
    says: ['data/kinds/mapping.yml:6', 'upperCaes', 'cim:upperCase'],
  },
  {
    name: 'a look-up in a vocabulary that is not declared',
    spoil: write(
      'data/kinds/mapping.yml',
      'mappings:\n  k:\n    subjects: id:kinds/$(code)\n    po:\n      - p: skos:broader\n        o: { function: "cim:lookup($(label), place)", type: iri }\n',
    ),
    code: 1,
    says: ['data/kinds/mapping.yml:6', '“place” is not a vocabulary', 'Did you mean “places”?'],
  },
  {
    name: 'an HTML page in the place of the data',
    spoil: write(SOURCE, '<!DOCTYPE html>\n<html><head><title>503</title></head></html>\n'),
    code: 1,
    says: ['data/places/source/places.csv:1', 'is an HTML page', 'download the data'],
  },
  {
    name: 'an unclosed quote',
    spoil: write(SOURCE, 'Identifiant;name;kind;lat;lon\nP1;"Château;castle;1;2\nP2;x;castle;1;2\n'),
    code: 1,
    says: ['data/places/source/places.csv:2', 'never closed'],
  },
  {
    name: 'bytes that are not UTF-8',
    spoil: write(
      SOURCE,
      Uint8Array.from([
        ...Buffer.from('Identifiant;name;kind;lat;lon\nP1;Ch'),
        0xe2,
        ...Buffer.from('teau;castle;1;2\n'),
      ]),
    ),
    code: 1,
    says: ['data/places/source/places.csv', 'not utf-8', 'windows-1252'],
  },
  {
    name: 'an empty source',
    spoil: write(SOURCE, ''),
    code: 1,
    says: ['data/places/source/places.csv', 'The source is empty'],
  },
  {
    name: 'a source with a header and nothing else',
    spoil: write(SOURCE, 'Identifiant;name;kind;lat;lon\n'),
    code: 1,
    says: ['data/places/source/places.csv', 'an empty dataset is not published'],
  },
  {
    name: 'a missing title',
    spoil: write(
      DATASET,
      'description: {fr: x, en: x}\npublisher: { id: "https://x.org/", name: {fr: x, en: x} }\nlicence: { id: "https://x.org/l", label: {fr: x, en: x} }\nkeywords: {fr: [x], en: [x]}\nsource: { path: source/places.csv, delimiter: ";" }\nshapes: [places.ttl]\nvocabularies: [kinds]\n',
    ),
    code: 1,
    says: ['data/places/dataset.yml', 'title'],
  },
];

describe('Bad input', () => {
  it.each(STORIES)(
    '$name ends in a sentence with place and remedy, exit code $code, no stack trace',
    async ({ spoil, args, environment = {}, code, says }) => {
      const world = copyOfWorld('a-small-world');
      spoil?.(world);
      const command = args?.(world) ?? ['build', '--project', world];
      const ended = await cimaise(command, { CIMAISE_RELEASES: scratch(), ...environment });
      const text = ended.err + ended.out;
      for (const part of says) expect(text).toContain(part);
      expect(text).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m);
      expect(ended.code).toBe(code);
    },
  );

  it('tells all complaints at once', async () => {
    const world = copyOfWorld('a-small-world');
    write(
      DATASET,
      'titel: {fr: x, en: x}\nsource: { pth: x }\nshapes: [plcaes.ttl]\nquarantineLimit: 7\n',
    )(world);
    const { err } = await cimaise(['check', '--project', world]);
    for (const part of ['titel', 'pth', 'plcaes.ttl', 'quarantineLimit: 7']) expect(err).toContain(part);
  });

  it('is told in French unless English is asked for', async () => {
    const { err } = await cimaise(['build', '--project', scratch()], { CIMAISE_LANGUAGE: 'fr' });
    expect(err).toContain('Il n’y a aucun jeu de données');
  });

  it('shows the stack trace with --verbose', async () => {
    const { err } = await cimaise(['--verbose', 'serve', '--project', copyOfWorld('a-small-world')], {
      CIMAISE_RELEASES: scratch(),
    });
    expect(err).toMatch(/^\s+at /m);
  });
});

describe('Serving', () => {
  const taken = createServer();
  beforeAll(() => new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve)));
  afterAll(() => new Promise((resolve) => taken.close(resolve)));

  it('names a busy port and how to choose another', async () => {
    const world = copyOfWorld('a-small-world');
    const address = taken.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const { code, err } = await cimaise(['start', '--project', world], {
      CIMAISE_RELEASES: scratch(),
      PORT: String(port),
    });
    expect(err).toContain(`Port ${port} is already taken. Choose another`);
    expect(code).toBe(2);
  });

  it('says that nothing was released', async () => {
    const { code, err } = await cimaise(['serve', '--project', copyOfWorld('a-small-world')], {
      CIMAISE_RELEASES: scratch(),
    });
    expect(err).toContain('Nothing is released in');
    expect(code).toBe(2);
  });

  it('refuses to serve a release under another base than its own', async () => {
    const world = copyOfWorld('a-small-world');
    const releases = scratch();
    await cimaise(['build', '--project', world], { CIMAISE_RELEASES: releases });
    const { code, err } = await cimaise(['serve', '--project', world], {
      CIMAISE_RELEASES: releases,
      CIMAISE_BASE_IRI: 'https://data.example.org/',
    });
    expect(err).toContain('https://data.example.org/');
    expect(code).toBe(2);
  });

  it('names a file of the release that is damaged, be it by one bit', async () => {
    const world = copyOfWorld('a-small-world');
    const releases = scratch();
    await cimaise(['build', '--project', world], { CIMAISE_RELEASES: releases });
    const { out } = await cimaise(['releases'], { CIMAISE_RELEASES: releases });
    const id = /\d{4}-\d\d-\d\d\.\d+/.exec(out)?.[0] ?? '';
    const dump = join(releases, id, 'datasets/places.nq.gz');
    const bytes = readFileSync(dump);
    chmodSync(dump, 0o644);
    for (const damaged of [bytes.with(30, (bytes[30] ?? 0) ^ 1), Buffer.from('cut')]) {
      writeFileSync(dump, damaged);
      const { code, err } = await cimaise(['serve', '--project', world], { CIMAISE_RELEASES: releases });
      expect(err).toContain(`Release ${id} is damaged: datasets/places.nq.gz.`);
      expect(err).toContain('cimaise build --force');
      expect(code).toBe(2);
    }
  });
});

describe('A disk', () => {
  it('that cannot be written is named, and nothing is published', async () => {
    const folder = scratch();
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    chmodSync(file, 0o400);
    const { code, err } = await cimaise(['build', '--project', copyOfWorld('a-small-world')], {
      CIMAISE_RELEASES: join(file, 'releases'),
    });
    expect(err).toContain('a-file');
    expect(code).toBe(2);
  });
});
