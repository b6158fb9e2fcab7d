import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { cimaise, copyOfWorld, scratch } from './command-line.ts';

jest.setTimeout(120_000);

const PREFIXES = `@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix ex: <http://example.org/> .
`;

describe('Explaining a resource of files', () => {
  let folder = '';
  const path = (name: string) => join(folder, name);
  const FILES: Readonly<Record<string, string>> = {
    'shapes.ttl': `${PREFIXES}
ex:Work a sh:NodeShape ; sh:targetClass ex:Work ; sh:description "Works are shown by their titles."@en ;
  sh:property [ sh:path ex:title ; sh:minCount 1 ; sh:maxLength 4 ] ;
  sh:property [ sh:path ex:maker ; sh:node ex:Agent ] .
ex:Agent sh:property [ sh:path ex:name ; sh:minCount 1 ] .
ex:Place a sh:NodeShape ; sh:targetClass ex:Place ; sh:nodeKind sh:IRI .
`,
    'misspelt.ttl': `${PREFIXES}ex:S a sh:NodeShape ; sh:targetClass ex:Work ; sh:property [ sh:path ex:p ; sh:minCout 1 ] .`,
    'works.ttl': `${PREFIXES}ex:w1 a ex:Work ; ex:title "T" ; ex:maker ex:m .
ex:w2 a ex:Work ;
  ex:title "Too long" ; ex:maker ex:n .
`,
    'people.ttl': `${PREFIXES}ex:m ex:name "M" . ex:n a ex:Person .`,
  };
  beforeAll(() => {
    folder = scratch();
    for (const [name, content] of Object.entries(FILES)) writeFileSync(path(name), content);
  });
  const explain = (iri: string, shapes = 'shapes.ttl', more: readonly string[] = []) =>
    cimaise([
      'explain',
      iri,
      '--data',
      path('works.ttl'),
      path('people.ttl'),
      '--shapes',
      path(shapes),
      ...more,
    ]);

  it('answers 0 where it conforms, with every constraint tried', async () => {
    const { code, out, err } = await explain('http://example.org/w1');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('<http://example.org/w1>: conforms.');
    expect(out).toContain('    ✓ at least 1 value\n    ✓ at most 4 characters\n');
    expect(out).toContain('– <http://example.org/Place>: targets the class <http://example.org/Place>');
  });

  it('answers 1 where it does not, with file and line of values, the reason why, and causes inside', async () => {
    const { code, out } = await explain('http://example.org/w2');
    expect(code).toBe(1);
    expect(out).toContain('does not conform (violation: 2)');
    expect(out).toContain('why: Works are shown by their titles.');
    expect(out).toMatch(/✗ violation · expected: at most 4 characters\n.*\n.*works\.ttl:5\n/);
    expect(out).toMatch(
      /✗ <http:\/\/example\.org\/Agent> · <http:\/\/example\.org\/n>\n +✗ .*name>: no value/,
    );
  });

  it('writes JSON', async () => {
    const { code, out } = await explain('http://example.org/w2', 'shapes.ttl', ['--format', 'json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      conforms: false,
      counts: { violation: 2 },
      judged: { count: 1, told: [{ reasons: [{ kind: 'class' }], verdict: { state: 'violated' } }] },
    });
  });

  it('answers 2 for a resource that is nowhere, with the nearest', async () => {
    const { code, out, err } = await explain('http://example.org/w22');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(
      /say nothing of <http:\/\/example\.org\/w22>\. Did you mean <http:\/\/example\.org\/w[12]>/,
    );
  });

  it('answers 2 for shapes that would not be applied as they are written', async () => {
    const { code, out, err } = await explain('http://example.org/w1', 'misspelt.ttl');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('Write sh:minCount.');
  });

  it('asks queries of shapes too', async () => {
    writeFileSync(
      path('query.ttl'),
      `${PREFIXES}ex:S a sh:NodeShape ; sh:targetClass ex:Work ; sh:sparql [ sh:message "{?other} has the same title."@en ;
        sh:select "SELECT $this ?other WHERE { $this <http://example.org/title> ?t . ?other <http://example.org/title> ?t FILTER (?other != $this) }" ] .`,
    );
    writeFileSync(path('twin.ttl'), `${PREFIXES}ex:w3 a ex:Work ; ex:title "T" .`);
    const alone = await explain('http://example.org/w1', 'query.ttl');
    expect(alone).toMatchObject({ code: 0, out: expect.stringContaining('✓ what its SPARQL query asks') });
    const both = ['--data', path('works.ttl'), path('twin.ttl')];
    const { code, out } = await cimaise([
      'explain',
      'http://example.org/w1',
      ...both,
      '--shapes',
      path('query.ttl'),
    ]);
    expect(code).toBe(1);
    expect(out).toContain('→ <http://example.org/w3> has the same title.');
  });

  it('wants data and shapes together', async () => {
    const { code, err } = await cimaise(['explain', 'http://example.org/w1', '--data', path('works.ttl')]);
    expect(code).toBe(2);
    expect(err).toContain('--data and --shapes together');
  });
});

describe('Explaining a thing of a project', () => {
  let world = '';
  let releases = '';
  beforeAll(async () => {
    world = copyOfWorld('a-small-world');
    releases = scratch();
    appendFileSync(join(world, 'data/places/source/places.csv'), 'P5;;castle;99.5;1.2\n');
    expect(await cimaise(['build', '--project', world], { CIMAISE_RELEASES: releases })).toMatchObject({
      code: 0,
    });
  });
  const explain = (iri: string, more: readonly string[] = [], where = releases) =>
    cimaise(['explain', iri, '--project', world, ...more], { CIMAISE_RELEASES: where });

  it('tells of one that the release left out the record, and what to do', async () => {
    const { code, out } = await explain('places/P5');
    expect(code).toBe(1);
    expect(out).toContain('<http://localhost:3000/id/places/P5>: does not conform (violation: 2).');
    expect(out).toContain('Source: data/places/source/places.csv:6, record 5.');
    expect(out).toMatch(/Release \S+ does not have it\./);
    expect(out).toContain('✗ Name, schema:name: no value');
    expect(out).toMatch(/→ A place must have a name\.\n +column “name”\n/);
    expect(out).toMatch(/✗ violation · expected: 90\.0 or less\n.*\n +column “lat”\n/);
  });

  it.each(['places/P1', 'id/places/P1', '/id/places/P1', 'http://localhost:3000/id/places/P1'])(
    'finds one by its IRI or the end of it: %s',
    async (iri) => {
      const { code, out } = await explain(iri);
      expect(code).toBe(0);
      expect(out).toMatch(/id\/places\/P1>: conforms\.\n.*\nRelease \S+ has it\./);
    },
  );

  it('reads another file of the source, as a build does, and says that the release read the declared one', async () => {
    const other = join(scratch(), 'other.csv');
    writeFileSync(other, 'Identifiant;name;kind;lat;lon\nP77;Ailleurs;castle;48.0;2.0\n');
    const { code, out } = await explain('places/P77', ['--source', `places=${other}`]);
    expect(code).toBe(0);
    expect(out).toContain('The release read data/places/source/places.csv, this ');
  });

  it('looks up in the vocabularies as a build does, without a release too', async () => {
    for (const where of [releases, scratch()]) {
      const { out } = await explain('places/P2', ['--format', 'json'], where);
      expect(JSON.parse(out)).toMatchObject({ dataset: 'places', origins: [{ row: 2, line: 3 }] });
    }
  });

  it('answers 2 for one that the source does not make, with the nearest', async () => {
    const { code, err } = await explain('places/P55');
    expect(code).toBe(2);
    expect(err).toContain('The nearest: http://localhost:3000/id/places/P5');
  });

  it('answers 2 for an IRI of no dataset', async () => {
    const { code, err } = await explain('place/P1');
    expect(code).toBe(2);
    expect(err).toContain('Did you mean http://localhost:3000/id/places/');
  });
});

describe('Explaining a thing whose shapes look at others', () => {
  const SHAPES = `
<shapes/place#kind> a sh:PropertyShape ;
  sh:path <http://purl.org/dc/terms/type> ; sh:class <http://www.w3.org/2004/02/skos/core#Concept> ;
  sh:name "Genre"@fr, "Kind"@en ; sh:message "Le genre du lieu n’existe pas."@fr, "The kind of the place does not exist."@en ;
  sh:severity sh:Violation .
`;
  const KINDS = `
<shapes/kind> sh:property <shapes/kind#places> .
<shapes/kind#places> a sh:PropertyShape ;
  sh:path [ sh:inversePath <http://purl.org/dc/terms/type> ] ; sh:minCount 1 ; sh:severity sh:Warning ;
  sh:name "Lieux de ce genre"@fr, "Places of this kind"@en ;
  sh:message "Aucun lieu n’est de ce genre."@fr, "No place is of this kind."@en .
`;
  let world = '';
  let releases = '';
  beforeAll(async () => {
    world = copyOfWorld('a-small-world');
    releases = scratch();
    const change = (file: string, from: string | RegExp, to: string) =>
      writeFileSync(join(world, file), readFileSync(join(world, file), 'utf8').replace(from, to));
    change('shapes/places.ttl', '<shapes/place#name>, ', '<shapes/place#name>, <shapes/place#kind>, ');
    appendFileSync(join(world, 'shapes/places.ttl'), SHAPES);
    appendFileSync(join(world, 'shapes/kinds.ttl'), KINDS);
    change('data/places/mapping.yml', /\{ function: 'cim:lookup.*\}/, 'id:kinds/$(kind)~iri');
    const rows = ['castle', 'castle', 'castle', 'castle', 'lighthouse'].map(
      (kind, index) => `P${index + 1};Lieu;${kind};48.0;-4.0`,
    );
    writeFileSync(
      join(world, 'data/places/source/places.csv'),
      `Identifiant;name;kind;lat;lon\n${rows.join('\n')}\n`,
    );
    const { code, out } = await cimaise(['build', '--project', world], { CIMAISE_RELEASES: releases });
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('1 left out') });
  });
  const explain = (iri: string, where = releases) =>
    cimaise(['explain', iri, '--project', world], { CIMAISE_RELEASES: where });

  it('reads them in the current release, and says so', async () => {
    const kept = await explain('places/P1');
    expect(kept.code).toBe(0);
    expect(kept.out).toMatch(/Release \S+ has it; other resources are read there\./);
    expect(kept.out).toContain('✓ an instance of skos:Concept');
    const { code, out } = await explain('places/P5');
    expect(code).toBe(1);
    expect(out).toContain('does not have it; other resources are read there.');
    expect(out).toContain('→ The kind of the place does not exist.');
  });

  it('knows who refers to it', async () => {
    expect((await explain('kinds/castle')).out).toMatch(
      /✓ Places of this kind, \^dcterms:type: .*places\/P1>; .*\n +✓ at least 1 value/,
    );
    const { code, out } = await explain('kinds/church');
    expect(code).toBe(1);
    expect(out).toContain('→ No place is of this kind.');
  });

  it('asks queries of the release, with what the source says now in place of what it said', async () => {
    const shapes = join(world, 'shapes/kinds.ttl');
    const before = readFileSync(shapes, 'utf8');
    writeFileSync(
      shapes,
      `${before}
<shapes/kind> sh:message "Trop de lieux."@fr, "Too many places."@en ; sh:sparql [ sh:message "{?places} places are of this kind."@en , "{?places} lieux."@fr ; sh:select """
  SELECT $this ?places WHERE { { SELECT $this (COUNT(?place) AS ?places) WHERE { ?place <http://purl.org/dc/terms/type> $this } GROUP BY $this } FILTER (?places > 3) }""" ] .
`,
    );
    try {
      const { code, out, err } = await explain('kinds/castle');
      expect({ code, err }).toEqual({ code: 1, err: '' });
      expect(out).toContain('→ 4 places are of this kind.');
    } finally {
      writeFileSync(shapes, before);
    }
  });

  it('says that they cannot be read where nothing is released', async () => {
    const { out } = await explain('places/P1', scratch());
    expect(out).toContain('Nothing is released: what the shapes ask of other resources has no answer.');
  });
});
