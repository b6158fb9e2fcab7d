import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ShapeReport } from '../../src/model/index.ts';
import { parseTurtle } from '../../src/rdf/index.ts';
import type { GraphReportDocument } from '../../src/validation/index.ts';
import { cimaise, REPOSITORY, scratch } from './command-line.ts';

jest.setTimeout(120_000);

const PREFIXES = `@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix ex: <http://example.org/> .
`;
const SHAPES = `${PREFIXES}
ex:Work a sh:NodeShape ; sh:targetClass ex:Work ;
  sh:property [ sh:path ex:title ; sh:minCount 1 ; sh:maxCount 1 ] ;
  sh:property [ sh:path ex:note ; sh:minCount 1 ; sh:severity sh:Warning ] .
`;
const SOUND = 'ex:w a ex:Work ; ex:title "T" ; ex:note "n" .';
const WARNED = 'ex:w a ex:Work ; ex:title "T" .';
const FAULTY = 'ex:w a ex:Work ; ex:note "n" . ex:v a ex:Work ; ex:note "n" .';

const FILES: Readonly<Record<string, string | Buffer>> = {
  'shapes.ttl': SHAPES,
  'misspelt.ttl': SHAPES.replaceAll('sh:minCount', 'sh:minCout').replace('sh:maxCount', 'sh:rule'),
  'malformed.ttl': `${PREFIXES}ex:w a ex:Work ;; ex:title .`,
  'sparql.ttl': `${PREFIXES} ex:Work a sh:NodeShape ; sh:targetClass ex:Work ; sh:sparql [
    sh:message "{?value} est déjà le titre d’une autre œuvre."@fr, "{?value} is the title of another work already."@en ;
    sh:select "SELECT $this ?value { $this <http://example.org/title> ?value . ?other <http://example.org/title> ?value FILTER(?other != $this) }" ] .`,
  'unasked.ttl': `${PREFIXES} ex:Work a sh:NodeShape ; sh:targetClass ex:Work ; sh:sparql [
    sh:select "SELECT ?x { ?x ex:title ?y }" ] .`,
  'same-title.ttl': `${PREFIXES} ex:v a ex:Work ; ex:title "T" . ex:w a ex:Work ; ex:title "T" . ex:x a ex:Work ; ex:title "U" . ex:y a ex:Work ; ex:title "U" .`,
  'sound.ttl': PREFIXES + SOUND,
  'warned.ttl': PREFIXES + WARNED,
  'faulty.ttl': PREFIXES + FAULTY,
  'faulty.ttl.gz': gzipSync(PREFIXES + FAULTY),
  'faulty.jsonld': JSON.stringify({
    '@context': { ex: 'http://example.org/' },
    '@graph': ['w', 'v'].map((name) => ({ '@id': `ex:${name}`, '@type': 'ex:Work', 'ex:note': 'n' })),
  }),
  'twice.trig': `${PREFIXES} ${SOUND} ex:g { ${SOUND} }`,
  'sculpture.ttl': `${PREFIXES} ex:w a ex:Sculpture .`,
  'ontology.ttl':
    '<http://example.org/Sculpture> <http://www.w3.org/2000/01/rdf-schema#subClassOf> <http://example.org/Work> .',
  'short.ttl': `${PREFIXES} ex:S a sh:NodeShape ; sh:targetClass ex:Work ; sh:property [ sh:path ex:title ; sh:maxLength 1 ] .`,
  'controls.ttl': `${PREFIXES} ex:w a ex:Work ; ex:note "n" ; ex:title "T", "\\u001B[2Jx" .`,
  'faulty.rdf': `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:ex="http://example.org/">
    <ex:Work rdf:about="w"><ex:note>n</ex:note></ex:Work><ex:Work rdf:about="v"><ex:note>n</ex:note></ex:Work></rdf:RDF>`,
  'cut.rdf': '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n<rdf:Description/>',
  'empty.ttl': '',
};

let folder = '';
beforeAll(() => {
  folder = scratch();
  for (const [name, content] of Object.entries(FILES)) writeFileSync(join(folder, name), content);
});

const path = (name: string) => join(folder, name);

/** `data` is judged by `shapes.ttl` unless other shapes are given. */
const validate = (data: string, args: readonly string[] = [], shapes = 'shapes.ttl') =>
  cimaise(['validate', path(data), '--shapes', path(shapes), ...args]);

describe('Validating files, without a project', () => {
  it('answers 0 where they conform', async () => {
    const { code, out, err } = await validate('sound.ttl');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('sound.ttl: conforms. Results: 0; focus nodes judged: 1; statements: 3.');
  });

  it.each(['faulty.ttl', 'faulty.ttl.gz', 'faulty.jsonld', 'faulty.rdf'])(
    'answers 1 where they do not: %s',
    async (data) => {
      const { code, out } = await validate(data);
      expect(code).toBe(1);
      expect(out).toContain('does not conform. Results: 2 (violation: 2); focus nodes judged: 2');
      expect(out).toContain('nodes concerned: 2 of 2 (100%)');
    },
  );

  it('judges all graphs as one, and what is said twice once', async () => {
    expect(await validate('twice.trig')).toMatchObject({ code: 0 });
  });

  it('reads several files, and subclasses from ontologies', async () => {
    expect(await validate('sculpture.ttl')).toMatchObject({ code: 0 });
    const ontology = ['--ontology', path('ontology.ttl')];
    const { code, out } = await validate('sculpture.ttl', ontology);
    expect(code).toBe(1);
    expect(out).toContain('Results: 2 (violation: 1, warning: 1); focus nodes judged: 1');
    // The other file says of the same thing what it lacks.
    const shapes = ['--shapes', path('shapes.ttl'), ...ontology];
    expect(await cimaise(['validate', path('sculpture.ttl'), path('sound.ttl'), ...shapes])).toMatchObject({
      code: 0,
    });
  });

  it('remarks that empty data were not judged', async () => {
    const { code, out } = await validate('empty.ttl');
    expect(code).toBe(0);
    expect(out).toContain('the data are empty; nothing was judged');
  });
});

describe('A warning', () => {
  it.each([
    ['', 1],
    ['info', 1],
    ['warning', 1],
    ['violation', 0],
  ])('with --fail-on %s ends with %d', async (failOn, expected) => {
    const { code, out } = await validate('warned.ttl', failOn === '' ? [] : ['--fail-on', failOn]);
    expect(code).toBe(expected);
    expect(out).toContain('does not conform. Results: 1 (warning: 1)');
  });
});

describe('Constraints in SPARQL', () => {
  it('are asked of all files, and told with their sentences', async () => {
    for (const format of ['text', 'json', 'html']) {
      const { code, out, err } = await validate('same-title.ttl', ['--format', format], 'sparql.ttl');
      expect({ code, err }).toEqual({ code: 1, err: '' });
      for (const title of ['T', 'U']) expect(out).toContain(`${title} is the title of another work already.`);
    }
    expect(await validate('sound.ttl', [], 'sparql.ttl')).toMatchObject({ code: 0 });
  });

  it('that cannot be asked end with 2, with their line', async () => {
    const { code, err } = await validate('sound.ttl', [], 'unasked.ttl');
    expect(code).toBe(2);
    expect(err).toMatch(/unasked\.ttl:4 .*Unknown prefix/);
  });
});

describe('What cannot be judged ends with 2 and no report:', () => {
  it('misspelt and unsupported shapes, every one with file and line', async () => {
    const { code, out, err } = await validate('sound.ttl', [], 'misspelt.ttl');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    for (const line of [5, 6])
      expect(err).toMatch(new RegExp(`misspelt\\.ttl:${line} .*sh:minCout.*Write sh:minCount\\.`));
    expect(err).toMatch(/misspelt\.ttl:5 .*sh:rule is not supported yet/);
  });

  it('refused shapes, with how to read those of others; where that was asked, or the data are at fault, without', async () => {
    const hint = /--reading letter/;
    expect((await validate('sound.ttl', [], 'misspelt.ttl')).err).toMatch(hint);
    expect((await validate('sound.ttl', ['--reading', 'letter'], 'misspelt.ttl')).err).not.toMatch(hint);
    expect((await validate('malformed.ttl')).err).not.toMatch(hint);
  });

  it('malformed data, with file and line', async () => {
    const { code, out, err } = await validate('malformed.ttl');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/malformed\.ttl:3 .*This is not Turtle/);
  });

  it('RDF/XML that was cut off, with file and line', async () => {
    const { code, err } = await validate('cut.rdf');
    expect(code).toBe(2);
    expect(err).toMatch(/cut\.rdf:2:\d+ .*This is not RDF\/XML: unclosed tag/);
  });

  it('standard input whose syntax nobody named', async () => {
    const { code, err } = await cimaise(['validate', '-', '--shapes', path('shapes.ttl')]);
    expect(code).toBe(2);
    expect(err).toContain('--data-format ttl');
  });

  it('a missing file', async () => {
    const { code, err } = await validate('nowhere.ttl');
    expect(code).toBe(2);
    expect(err).toContain('cannot be read (ENOENT)');
  });

  it('no shapes at all', async () => {
    const { code, err } = await cimaise(['validate', path('sound.ttl')]);
    expect(code).toBe(2);
    expect(err).toContain('--shapes');
  });
});

describe('The report', () => {
  it('is written to a file in the form that its name asks for, cut by the limit and saying so', async () => {
    const report = path('report.ttl');
    expect(await validate('faulty.ttl', ['--limit', '1', '--output', report])).toMatchObject({
      code: 1,
      out: '',
    });
    const parsed = parseTurtle(readFileSync(report, 'utf8'), 'report.ttl', 'http://example.org/');
    const quads = parsed.kind === 'parsed' ? parsed.quads : [];
    const said = (name: string) => quads.filter(({ predicate }) => predicate.value.endsWith(name));
    expect(said('#result')).toHaveLength(1);
    expect(said(':truncated')[0]?.object.value).toBe('true');
    expect(said('#conforms')[0]?.object.value).toBe('false');
  });

  it('leaves what it would have overwritten through a link as it was', async () => {
    const link = path('link.ttl');
    symlinkSync(path('sound.ttl'), link);
    const { code, err } = await validate('sound.ttl', ['--output', link]);
    expect(code).toBe(2);
    expect(err).toContain('would overwrite');
    expect(readFileSync(path('sound.ttl'), 'utf8')).toBe(FILES['sound.ttl']);
  });

  it('names things by the prefixes of the files', async () => {
    const { out } = await validate('faulty.ttl');
    expect(out).toContain('ex:Work › ex:title, sh:minCount');
  });

  it('shows control characters of the data by their names', async () => {
    const { out } = await validate('controls.ttl', [], 'short.ttl');
    expect(out).toContain('"\\u001B[2Jx"');
    expect(out).not.toContain('\u001b');
  });

  it('is not left behind where nothing was judged', async () => {
    const report = path('never.json');
    expect(await validate('malformed.ttl', ['--output', report])).toMatchObject({ code: 2 });
    expect(existsSync(report)).toBe(false);
  });

  it.each([
    ['json', /^\{\n {2}"version": 1,/],
    ['jsonld', /"@type": "sh:ValidationReport"/],
    ['junit', /^<\?xml .*\n<testsuites [^>]*failures="1"/],
  ])('is also made as %s', async (format, expected) => {
    const { code, out } = await validate('faulty.ttl', ['--format', format]);
    expect(code).toBe(1);
    expect(out).toMatch(expected);
  });
});

describe('The datasets that are shipped', () => {
  it('have by their shapes the results that the build of a release finds', async () => {
    const releases = scratch();
    const base = 'http://example.org/';
    const built = await cimaise(['build', '--project', REPOSITORY], {
      CIMAISE_RELEASES: releases,
      CIMAISE_BASE_IRI: base,
    });
    expect(built.code).toBe(0);
    const release = readdirSync(releases).find((name) => /^\d{4}-/.test(name)) ?? '';
    // Links lead to other datasets.
    const dumps = readdirSync(join(releases, release, 'datasets')).filter((name) =>
      /^\w+\.nq\.gz$/.test(name),
    );
    const declared = readFileSync(join(REPOSITORY, 'data', 'musees', 'dataset.yml'), 'utf8');
    const shapes = /^shapes: \[(.+)\]$/m.exec(declared)?.[1]?.split(', ') ?? [];
    const { code, out } = await cimaise([
      'validate',
      ...dumps.map((file) => join(releases, release, 'datasets', file)),
      '--shapes',
      ...shapes.map((file) => join(REPOSITORY, 'shapes', file)),
      ...['--base', base, '--format', 'json', '--fail-on', 'violation'],
    ]);
    expect(code).toBe(0);
    const found = (JSON.parse(out) as GraphReportDocument).groups.map(({ sourceShape, severity, count }) => [
      sourceShape,
      severity,
      count,
    ]);
    const report = readFileSync(join(releases, release, 'reports', 'musees.json'), 'utf8');
    const { validation } = JSON.parse(report) as { validation: ShapeReport };
    expect(found.length).toBeGreaterThan(0);
    expect(found).toEqual(validation.groups.map(({ shape, severity, count }) => [shape, severity, count]));
  });
});
