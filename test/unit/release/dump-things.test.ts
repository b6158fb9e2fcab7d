import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { withoutFragment } from '../../../src/model/index.ts';
import { geo, PREFIXES, rdf, schema, wgs, xsd } from '../../../src/rdf/index.ts';
import { subjectsOf } from '../../../src/release/dataset/stars.ts';
import { dumpSyntaxes } from '../../../src/release/dumps/dump-syntaxes.ts';
import { type DumpSink, DumpWriter, type WrittenDump } from '../../../src/release/dumps/dump-writer.ts';
import { PlacesWriter } from '../../../src/release/dumps/places-writer.ts';
import { TableWriter } from '../../../src/release/dumps/table-writer.ts';
import { ThingGrouper } from '../../../src/release/dumps/things.ts';
import { temporaryFolders } from './folders.ts';

const newFolder = temporaryFolders();
const SPACE = 'http://e.org/id/x/';

const say = (name: string, predicate: string, object: string): string =>
  `<${SPACE}${name}> <${predicate}> ${object} <http://e.org/g> .`;
const degrees = (value: string): string => `"${value}"^^<${xsd.decimal}>`;

async function written(sink: DumpSink, lines: readonly string[]): Promise<WrittenDump> {
  for await (const subjects of subjectsOf([[...lines].sort()])) await sink.take(subjects);
  return sink.close();
}

const textOf = (folder: string, dump: WrittenDump): string => {
  const [file] = dump.kind === 'written' ? dump.files : [];
  return file ? gunzipSync(readFileSync(join(folder, file.path))).toString() : '';
};

describe('Subjects of a dump', () => {
  it('are grouped by thing, each thing once, in the order of the things', () => {
    const names = fc.constantFrom('x', 'x#a', 'x#b', 'x1', 'x1#a', 'x-y', 'x!', 'x!#a', 'xA', 'xA#b', 'y');
    fc.assert(
      fc.property(fc.uniqueArray(names), (chosen) => {
        const subjects = chosen
          .map((iri) => ({ iri, lines: [] }))
          .sort((a, b) => (`${a.iri}>` < `${b.iri}>` ? -1 : 1));
        const grouper = new ThingGrouper();
        const things = [...subjects.flatMap((one) => grouper.take([one])), ...grouper.end()];
        const order = [...new Set(chosen.map(withoutFragment))].sort((a, b) => (`${a}>` < `${b}>` ? -1 : 1));
        expect(things.map(({ iri }) => iri)).toEqual(order);
        expect(things.flatMap(({ subjects: own }) => own).length).toBe(subjects.length);
        for (const thing of things)
          for (const { iri } of thing.subjects) expect(withoutFragment(iri)).toBe(thing.iri);
      }),
    );
  });
});

describe('The table of a dataset', () => {
  async function tableOf(lines: readonly string[]): Promise<readonly string[]> {
    const folder = newFolder();
    const sink = new TableWriter({ folder, stem: 'x', space: SPACE, work: join(folder, '.work/table') });
    return textOf(folder, await written(sink, lines)).split('\r\n');
  }

  it('has a column for each property, by language, and for parts by the way to them', async () => {
    const rows = await tableOf([
      say('1', schema.name, '"Musée"@fr'),
      say('1', schema.name, '"Museum"@en'),
      say('1', schema.geo, `<${SPACE}1#place>`),
      say('1#place', schema.latitude, degrees('48.5')),
      say('1#other', schema.latitude, degrees('1')),
      say('2', 'http://e.org/own/', '<http://e.org/y>'),
    ]);
    expect(rows).toEqual([
      'iri,#/schema:latitude,<http://e.org/own/>,schema:geo,schema:geo/schema:latitude,schema:name@en,schema:name@fr',
      `${SPACE}1,1,,${SPACE}1#place,48.5,Museum,Musée`,
      `${SPACE}2,,http://e.org/y,,,,`,
      '',
    ]);
  });

  it('separates values so that they can be told apart, and quotes as RFC 4180 does', async () => {
    const rows = await tableOf([
      say('1', schema.name, String.raw`"a|b\\c"`),
      say('1', schema.name, String.raw`"d \"e\", f"`),
    ]);
    expect(rows[1]).toBe(String.raw`${SPACE}1,"a\|b\\c|d ""e"", f"`);
  });

  it('holds no formulas, and leaves numbers alone', async () => {
    const rows = await tableOf([
      say('1', schema.name, '"=HYPERLINK(1)"'),
      say('1', schema.longitude, degrees('-4.5')),
      say('2', schema.name, '"@SUM(1)"'),
      say('2', schema.longitude, degrees('-4,5')),
    ]);
    expect(rows.slice(1, 3)).toEqual([`${SPACE}1,-4.5,'=HYPERLINK(1)`, `${SPACE}2,"'-4,5",'@SUM(1)`]);
  });

  it('is left out where it had more columns than anybody reads', async () => {
    const folder = newFolder();
    const sink = new TableWriter({ folder, stem: 'x', space: SPACE, work: join(folder, 'table') });
    const lines = Array.from({ length: 1001 }, (_, index) => say('1', `http://e.org/p${index}`, '"x"'));
    expect(await written(sink, lines)).toMatchObject({ kind: 'left-out', format: 'csv' });
  });
});

describe('The places of a dataset', () => {
  async function placesOf(lines: readonly string[]) {
    const folder = newFolder();
    const dump = await written(new PlacesWriter(SPACE, { folder, stem: 'x' }), lines);
    const text = textOf(folder, dump);
    return text === '' ? undefined : JSON.parse(text).features;
  }

  it('are features with their coordinates, or those of a part, labels and types', async () => {
    const features = await placesOf([
      say('1', rdf.type, '<http://schema.org/Museum>'),
      say('1', schema.name, '"Museum \\"x\\""@en'),
      say('1', schema.name, '"Musée"@fr'),
      say('1#place', schema.latitude, degrees('48.50')),
      say('1#place', schema.longitude, degrees('-4.5')),
      say('10', wgs.lat, degrees('1')),
      say('10', wgs.long, degrees('2')),
      say('11', wgs.lat, degrees('1')),
    ]);
    const [ten, one] = features;
    expect(features).toHaveLength(2);
    expect(one).toEqual({
      type: 'Feature',
      id: `${SPACE}1`,
      geometry: { type: 'Point', coordinates: [-4.5, 48.5] },
      properties: {
        iri: `${SPACE}1`,
        label: 'Musée',
        labels: { en: 'Museum "x"', fr: 'Musée' },
        types: ['http://schema.org/Museum'],
      },
    });
    expect(ten.geometry.coordinates).toEqual([2, 1]);
  });

  it.each([
    ['beyond the poles', '91', '0'],
    ['that are no numbers', 'nord', '0'],
    ['of which one is missing', '48', ''],
  ])('are not coordinates %s', async (_, latitude, longitude) => {
    const lines = [say('1', wgs.lat, degrees(latitude)), say('1', wgs.long, degrees(longitude))];
    expect(await placesOf(lines)).toBeUndefined();
  });
});

describe('A syntax that cannot say all of a dataset', () => {
  it('is left out with its reason, and leaves no file', async () => {
    const folder = newFolder();
    const syntax = dumpSyntaxes('http://e.org/').find(({ format }) => format === 'rdf');
    if (!syntax) throw new Error('No RDF/XML.');
    const sink = new DumpWriter(syntax, { folder, stem: 'x' });
    const dump = await written(sink, [say('1', 'http://e.org/1', '"x"'), say('2', schema.name, '"y"')]);
    expect(dump).toMatchObject({ kind: 'left-out', format: 'rdf', reason: expect.stringContaining('/1>') });
    expect(() => readFileSync(join(folder, 'x.rdf.gz'))).toThrow(/ENOENT/);
  });
});

describe('The prefixes of dumps', () => {
  it('end in what JSON-LD takes for the end of a prefix', () => {
    expect(Object.values(PREFIXES).filter((namespace) => !/[:/?#[\]@]$/.test(namespace))).toEqual([]);
    expect(geo.namespace).toBe(PREFIXES['geo']);
  });
});
