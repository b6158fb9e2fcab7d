import { spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { jsonLdToQuads, parseLines, parseTurtle, type RDF, serialise } from '../../src/rdf/index.ts';
import { cimaise, ended, REPOSITORY, scratch, startCimaise } from './command-line.ts';

jest.setTimeout(120_000);

const MAPPING = `@prefix rml: <http://w3id.org/rml/> .
@prefix ex: <http://example.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<#Works> a rml:TriplesMap ;
  rml:logicalSource [ rml:source [ a rml:RelativePathSource ; rml:path "data/works.csv" ] ; rml:referenceFormulation rml:CSV ] ;
  rml:subjectMap [ rml:template "http://example.org/piece/{ref}" ; rml:graph ex:works ] ;
  rml:predicateObjectMap [ rml:predicate ex:title ; rml:objectMap [ rml:reference "title" ; rml:language "fr" ] ] ;
  rml:predicateObjectMap [ rml:predicate ex:year ; rml:objectMap [ rml:reference "year" ; rml:datatype xsd:integer ] ] ;
  rml:predicateObjectMap [ rml:predicate ex:page ; rml:objectMap [ rml:reference "page" ; rml:termType rml:IRI ] ] .
`;
const SOUND =
  'ref,title,year,page\n1,"Été, hiver",1850,http://example.org/p/1\n2,Deux,1851,http://example.org/p/2\n';
/** One row of three has a year that is none. */
const FAULTY = `${SOUND}3,Trois,194.en,http://example.org/p/3\n`;

/** A folder with a mapping and its data beside it. */
function world(data: string, mapping = MAPPING): string {
  const folder = scratch();
  mkdirSync(join(folder, 'data'));
  writeFileSync(join(folder, 'mapping.ttl'), mapping);
  writeFileSync(join(folder, 'data', 'works.csv'), data);
  return folder;
}

const map = (folder: string, ...args: readonly string[]) =>
  cimaise(['map', join(folder, 'mapping.ttl'), ...args]);

const lineCount = (text: string): number => text.split('\n').filter((line) => line !== '').length;

describe('Mapping from another folder, without a project', () => {
  let out = '';
  beforeAll(async () => {
    const ran = await map(world(SOUND));
    expect(ran).toMatchObject({ code: 0 });
    expect(ran.err).toContain('records: 2; statements: 6.');
    out = ran.out;
  });

  it('finds the sources beside the mapping and writes N-Quads to standard output', () => {
    expect(lineCount(out)).toBe(6);
    expect(out).toContain(
      '<http://example.org/piece/1> <http://example.org/title> "Été, hiver"@fr <http://example.org/works> .',
    );
  });

  it.each(['nq', 'nt', 'ttl', 'trig', 'jsonld'])('says the same in %s', async (format) => {
    const folder = world(SOUND);
    const file = join(folder, `out.${format}`);
    expect(await map(folder, '--output', file)).toMatchObject({ code: 0, out: '' });
    const keepsGraphs = !['nt', 'ttl'].includes(format);
    const expected = keepsGraphs ? out : out.replaceAll(' <http://example.org/works> .', ' .');
    expect(await quadLines(file, format)).toEqual(expected.trimEnd().split('\n').sort());
    expect(readdirSync(folder).sort()).toEqual(['data', 'mapping.ttl', `out.${format}`]);
  });

  it('tells that a format without graphs lost them', async () => {
    const { err } = await map(world(SOUND), '--format', 'nt');
    expect(err).toContain('no named graphs: 6 statements are written without their graph (nq and trig keep');
  });
});

describe('Mapping a SPARQL query on an RDF file', () => {
  const mapping = (query: string) => `@prefix rml: <http://w3id.org/rml/> .
@prefix formats: <http://www.w3.org/ns/formats/> .
<#Works> rml:logicalSource [ rml:source [ a rml:FilePath ; rml:path "works.ttl" ] ;
    rml:iterator "${query}" ; rml:referenceFormulation formats:SPARQL_Results_CSV ] ;
  rml:subjectMap [ rml:reference "s" ] ;
  rml:predicateObjectMap [ rml:predicate <urn:age> ; rml:objectMap [ rml:reference "age" ] ] .`;

  function folderWith(query: string): string {
    const folder = world('', mapping(query));
    writeFileSync(join(folder, 'works.ttl'), '<urn:a> <urn:p> "33" .');
    return folder;
  }

  it('makes a record of each solution', async () => {
    const { code, out } = await map(folderWith('SELECT ?s ?age { ?s ?p ?age }'));
    expect({ code, out }).toEqual({
      code: 0,
      out: '<urn:a> <urn:age> "33"^^<http://www.w3.org/2001/XMLSchema#integer> .\n',
    });
  });

  it('refuses to ask a service', async () => {
    const { code, err } = await map(folderWith('SELECT * { SERVICE <urn:x> { ?s ?p ?age } }'));
    expect(code).toBe(1);
    expect(err).toMatch(/mapping\.ttl:4:18 .*only the file is read/);
  });
});

describe('A faulty row', () => {
  it('is told, and its term skipped, when nothing is said', async () => {
    const { code, out, err } = await map(world(FAULTY));
    expect(code).toBe(0);
    expect(lineCount(out)).toBe(8);
    expect(err).toContain('faults: 1');
    expect(err).toMatch(/mapping\.ttl:9/);
    expect(err).toMatch(/(works\.csv:|line )4.*column “year”, value “194\.en”/);
  });

  it('is dropped under skip-record', async () => {
    const { code, out } = await map(world(FAULTY), '--policy', 'skip-record');
    expect(code).toBe(0);
    expect(lineCount(out)).toBe(6);
    expect(out).not.toContain('Trois');
  });

  it('refuses the run under strict, and leaves no file', async () => {
    const folder = world(FAULTY);
    const { code, err } = await map(folder, '--policy', 'strict', '--output', join(folder, 'out.nq'));
    expect(code).toBe(1);
    expect(err).toContain('194.en');
    expect(readdirSync(folder)).toEqual(['data', 'mapping.ttl']);
  });

  it('leaves what stood at the output as it was', async () => {
    const folder = world(FAULTY);
    writeFileSync(join(folder, 'out.nq'), 'before');
    await map(folder, '--policy', 'strict', '--output', join(folder, 'out.nq'));
    expect(readFileSync(join(folder, 'out.nq'), 'utf8')).toBe('before');
  });

  it.each([
    ['0', 1],
    ['1', 0],
    ['33%', 1],
    ['34%', 0],
  ])('against --max-faults %s gives exit code %i', async (limit, code) => {
    const folder = world(FAULTY);
    const ran = await map(folder, '--max-faults', limit, '--output', join(folder, 'out.nq'));
    expect(ran.code).toBe(code);
    expect(existsSync(join(folder, 'out.nq'))).toBe(code === 0);
    expect(ran.err.includes('too many faults, nothing is written')).toBe(code === 1);
  });
});

describe('The report', () => {
  const folder = world(FAULTY);
  const report = async (name: string, ...args: readonly string[]): Promise<string> => {
    const file = join(folder, name);
    expect(await map(folder, '--report', file, ...args)).toMatchObject({ code: 0 });
    return readFileSync(file, 'utf8');
  };

  it('is text where nothing else is said', async () => {
    expect(await report('report.txt')).toMatch(/value “194\.en”[\s\S]*→ Correct the value/);
  });

  it('is JSON by its extension', async () => {
    expect(JSON.parse(await report('report.json'))).toMatchObject({
      outcome: 'mapped',
      records: 3,
      statements: 8,
      faultCount: 1,
      faults: [{ code: 'ill-typed', examples: [{ line: 4, column: 'year', value: '194.en' }] }],
    });
  });

  it('is RDF by its option', async () => {
    const parsed = parseTurtle(
      await report('report', '--report-format', 'ttl'),
      'report',
      'http://example.org/r',
    );
    if (parsed.kind !== 'parsed') throw new Error(parsed.complaint.found.en);
    const counts = parsed.quads.filter(({ predicate }) => predicate.value === 'urn:cimaise:faultCount');
    expect(counts.map(({ subject, object }) => [subject.value, object.value])).toEqual([
      ['http://example.org/r', '1'],
    ]);
  });

  it('is written of a run that is refused, too', async () => {
    const file = join(folder, 'refused.json');
    expect(await map(folder, '--policy', 'strict', '--report', file)).toMatchObject({ code: 1 });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ outcome: 'refused', policy: 'strict' });
  });
});

describe('Where subjects come from', () => {
  const LINES =
    /^subject\tfile\trow\tline\nhttp:\/\/example\.org\/piece\/1\t\S*works\.csv\t1\t2\n(?:.*\n)\S+\/3\t\S*works\.csv\t3\t4\n$/;

  it.each([
    ['origins.tsv', (bytes: Buffer) => bytes],
    ['origins.tsv.gz', gunzipSync],
  ])('is written to %s, a line a record', async (name, read) => {
    const folder = world(FAULTY);
    const file = join(folder, name);
    expect(await map(folder, '--origins', file, '--output', join(folder, 'out.nq'))).toMatchObject({
      code: 0,
    });
    expect(String(read(readFileSync(file)))).toMatch(LINES);
  });

  it('is given up with a run that is refused', async () => {
    const folder = world(FAULTY);
    await map(folder, '--policy', 'strict', '--origins', join(folder, 'origins.tsv'));
    expect(readdirSync(folder)).toEqual(['data', 'mapping.ttl']);
  });
});

describe('A run that is interrupted', () => {
  it('says so, and leaves nothing half written', async () => {
    const rows = Array.from({ length: 300_000 }, (_, i) => `${i},Titre ${i},1850,http://example.org/p/${i}`);
    const folder = world(`ref,title,year,page\n${rows.join('\n')}\n`);
    const out = join(folder, 'out.nq');
    const child = startCimaise(['map', join(folder, 'mapping.ttl'), '--output', out]);
    const end = ended(child);
    await expectSoon(() => readdirSync(folder).some((name) => name.endsWith('.aside')));
    child.kill('SIGINT');
    const { code, err } = await end;
    expect({ code, err }).toMatchObject({ code: 130, err: expect.stringContaining('Interrupted') });
    expect(readdirSync(folder)).toEqual(['data', 'mapping.ttl']);
  });
});

describe('What is wrong before any data is read', () => {
  it('is told with its place, and no output is opened', async () => {
    const folder = world(SOUND, MAPPING.replace('rml:reference "title"', 'rml:template "{title"'));
    const { code, err } = await map(folder, '--output', join(folder, 'out.nq'));
    expect(code).toBe(1);
    expect(err).toMatch(/mapping\.ttl:\d+/);
    expect(err).toContain('refused before any data is read');
    expect(existsSync(join(folder, 'out.nq'))).toBe(false);
  });

  it('is a column that the source does not have, with the nearest, under strict', async () => {
    const folder = world(SOUND, MAPPING.replace('"year"', '"yaer"'));
    const { code, out, err } = await map(folder, '--policy', 'strict');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('“yaer”');
    expect(err).toContain('“year”');
  });

  it('is told of such a column once, with its place, where faults are skipped', async () => {
    const folder = world(SOUND, MAPPING.replace('"year"', '"yaer"'));
    const { code, err } = await map(folder);
    expect(code).toBe(0);
    expect(err.match(/mapping\.ttl:9:\d+ .*“yaer”.* “year”/g)).toHaveLength(1);
    expect(err.indexOf('“yaer”')).toBeLessThan(err.indexOf('records: 2'));
  });

  it('is a source that is missing', async () => {
    const folder = world(SOUND, MAPPING.replace('works.csv', 'lost.csv'));
    const { code, err } = await map(folder);
    expect(code).toBe(1);
    expect(err).toContain('lost.csv');
  });
});

describe('A mapping in YARRRML', () => {
  const YARRRML = `prefixes: { ex: http://example.org/ }
sources:
  works: [data/works.csv~csv]
mappings:
  work:
    sources: works
    s: http://example.org/piece/$(ref)
    po:
      - [ex:title, $(title), fr~lang]
      - [ex:year, $(year)]
`;
  const folder = world(SOUND);
  writeFileSync(join(folder, 'mapping.yml'), YARRRML);

  it('gives the same statements as the RML that it is converted to, wherever that stands', async () => {
    mkdirSync(join(folder, 'rml'));
    const turtle = join(folder, 'rml', 'mapping.ttl');
    expect(
      await cimaise(['mapping', 'convert', join(folder, 'mapping.yml'), '--output', turtle]),
    ).toMatchObject({
      code: 0,
      out: '',
      err: '',
    });
    const before = await cimaise(['map', join(folder, 'mapping.yml')]);
    const after = await cimaise(['map', turtle]);
    expect(before).toMatchObject({ code: 0 });
    expect(lineCount(before.out)).toBe(4);
    expect(after.out).toBe(before.out);
  });

  it('is converted to standard output', async () => {
    const { code, out } = await cimaise(['mapping', 'convert', join(folder, 'mapping.yml')]);
    expect(code).toBe(0);
    expect(out).toContain('rml:TriplesMap');
  });

  it('names its source, or is refused by map and by convert', async () => {
    const file = join(folder, 'project.yml');
    writeFileSync(file, YARRRML.replace(/sources:\n.*\n/, '').replace(/ *sources: works\n/, ''));
    for (const command of [['map'], ['mapping', 'convert']]) {
      const { code, out, err } = await cimaise([...command, file]);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toContain(`${file}:`);
    }
  });
});

describe('The functions', () => {
  it('are told by name', async () => {
    const { code, out } = await cimaise(['functions', 'edtf']);
    expect(code).toBe(0);
    expect(out).toContain('edtf');
  });

  it('are refused by a name that none has', async () => {
    expect(await cimaise(['functions', 'edft-of-nothing'])).toMatchObject({ code: 1 });
  });
});

describe('A wrong command line', () => {
  it.each([
    [
      'a mapping that is missing',
      ['map', '/nowhere/mapping.ttl'],
      ['/nowhere/mapping.ttl', 'cannot be read'],
    ],
    ['a mapping that is a folder', ['map', scratch()], ['is a folder']],
    ['no mapping', ['map'], ["missing required argument 'mapping'"]],
    ['an unknown policy', ['map', 'x.ttl', '--policy', 'lax'], ['--policy', 'lax', 'skip-term']],
    ['an unknown format', ['map', 'x.ttl', '--format', 'rdf'], ['--format', 'jsonld']],
    ['a limit that is none', ['map', 'x.ttl', '--max-faults', 'few'], ['--max-faults', '“few”', '2%']],
    ['a base that is none', ['map', 'x.ttl', '--base', 'here'], ['--base', '“here”']],
    ['a file to convert that is missing', ['mapping', 'convert', '/nowhere.yml'], ['/nowhere.yml']],
  ] as const)('is a fault: %s', async (_, args, says) => {
    const { code, err } = await cimaise(args);
    expect(code).toBe(2);
    for (const part of says) expect(err).toContain(part);
  });

  it('is an output that is a folder', async () => {
    const folder = world(SOUND);
    expect(await map(folder, '--output', folder)).toMatchObject({ code: 2, out: '' });
    expect(readdirSync(folder)).toEqual(['data', 'mapping.ttl']);
  });

  it.each(['map', 'mapping', 'functions'])('is answered by examples in the help of %s', async (command) => {
    const { code, out } = await cimaise([command, '--help']);
    expect(code).toBe(0);
    expect(out).toMatch(/Examples:\n {2}cimaise /);
  });
});

describe('Standard output that cannot be written', () => {
  it.each(['map', 'mapping convert', 'functions'])('is one sentence, exit code 2: %s', (command) => {
    const given = command === 'functions' ? [] : [join(world(SOUND), 'mapping.ttl')];
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(REPOSITORY, 'src', 'main.ts'), ...command.split(' '), ...given],
      { stdio: ['ignore', full, 'pipe'], encoding: 'utf8', env: { ...process.env, CIMAISE_LANGUAGE: 'en' } },
    );
    closeSync(full);
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /^Standard output cannot be written \(ENOSPC\): what went there is incomplete\. .*\n$/,
    );
  });
});

describe('A run given up after part of it went to standard output', () => {
  it.each([[['--policy', 'strict']], [['--max-faults', '0']], [['--max-faults', '1%']]])(
    'says that it is incomplete, not that nothing is written: %j',
    async (args) => {
      const rows = Array.from({ length: 20_000 }, (_, i) => `${i},Titre ${i},1850,http://example.org/p/${i}`);
      const data = `ref,title,year,page\n${rows.join('\n')}\n`;
      const faulty = data.replaceAll(/(\d{5},Titre \d+,)1850/g, '$1194.en');
      const { code, out, err } = await map(world(faulty), ...args);
      expect(code).toBe(1);
      expect(out).not.toBe('');
      expect(err).toContain('What went to standard output is incomplete');
      expect(err).not.toContain('nothing is written');
    },
  );

  it('says that nothing is written where nothing was', async () => {
    const { out, err } = await map(world(FAULTY), '--max-faults', '0', '--format', 'ttl');
    expect(out).toBe('');
    expect(err).toContain('nothing is written');
    expect(err).not.toContain('incomplete');
  });
});

describe('A reader that leaves', () => {
  it('ends the run quietly', async () => {
    const rows = Array.from({ length: 60_000 }, (_, i) => `${i},Titre ${i},1850,http://example.org/p/${i}`);
    const folder = world(`ref,title,year,page\n${rows.join('\n')}\n`);
    const child = startCimaise(['map', join(folder, 'mapping.ttl')]);
    const end = ended(child);
    child.stdout?.once('data', () => child.stdout?.destroy());
    expect(await end).toMatchObject({ code: 0, err: '' });
  });
});

/** Waits for something that a child process does. */
async function expectSoon(isSo: () => boolean): Promise<void> {
  for (let tries = 0; !isSo(); tries++) {
    expect(tries).toBeLessThan(3000);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** The statements of a file, whatever its format, as sorted N-Quads lines. */
async function quadLines(file: string, format: string): Promise<readonly string[]> {
  const text = readFileSync(file, 'utf8');
  const lines = await serialise(await quadsOf(text, format), 'application/n-quads');
  return lines.trimEnd().split('\n').sort();
}

async function quadsOf(text: string, format: string): Promise<readonly RDF.Quad[]> {
  if (format === 'jsonld') return jsonLdToQuads(JSON.parse(text), 'http://example.org/');
  if (format === 'nq') return parseLines(text.trimEnd().split('\n'));
  const parsed = parseTurtle(text, format, 'http://example.org/');
  if (parsed.kind !== 'parsed') throw new Error(parsed.complaint.found.en);
  return parsed.quads;
}
