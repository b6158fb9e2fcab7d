import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type Import, importsOf, roomOf, SOURCE, sourceFiles } from './imports.ts';
import { BESIDE, READS_ENVIRONMENT, ROOMS } from './ranks.ts';

const files = sourceFiles();
const imports = files.flatMap(importsOf);
const shown = ({ file, specifier }: Import) => `${file} imports ${specifier}`;
const between = imports.filter(
  (one): one is Import & { target: string } =>
    one.target !== undefined && roomOf(one.file) !== roomOf(one.target),
);

describe('The rooms', () => {
  it('are all in the table, and the table names no other', () => {
    const rooms = new Set(files.filter((file) => file.includes('/')).map(roomOf));
    expect([...rooms].sort()).toEqual(Object.keys(ROOMS).sort());
  });

  it('import only rooms of lower rank', () => {
    const wrong = between.filter(({ file, target }) => {
      const from = ROOMS[roomOf(file)];
      const to = ROOMS[roomOf(target)];
      return from !== undefined && to !== undefined && to.rank >= from.rank;
    });
    expect(wrong.map(shown)).toEqual([]);
  });

  it('are entered by their index.ts only', () => {
    const wrong = between.filter(
      ({ target }) => target.includes('/') && target !== `${roomOf(target)}/index.ts`,
    );
    expect(wrong.map(shown)).toEqual([]);
  });

  it('leave what stands beside them to those who may use it', () => {
    const wrong = between.filter(
      ({ file, target }) => !target.includes('/') && !(BESIDE[target] ?? []).includes(roomOf(file)),
    );
    expect(wrong.map(shown)).toEqual([]);
  });
});

describe('A vendor', () => {
  const matches = (specifier: string, vendor: string) =>
    vendor.endsWith('/')
      ? specifier.startsWith(vendor)
      : specifier === vendor || specifier.startsWith(`${vendor}/`);

  it('stands behind the doors of the rooms that name it', () => {
    const wrong = imports.filter(({ file, specifier }) => {
      const rooms = Object.entries(ROOMS)
        .filter(([, { vendors }]) => vendors.some((vendor) => matches(specifier, vendor)))
        .map(([room]) => room);
      return rooms.length > 0 && !rooms.includes(roomOf(file) ?? '');
    });
    expect(wrong.map(shown)).toEqual([]);
  });

  it('is in the table before it is imported', () => {
    const known = Object.values(ROOMS).flatMap(({ vendors }) => vendors);
    const wrong = imports.filter(
      ({ specifier, target }) =>
        target === undefined &&
        !specifier.startsWith('node:') &&
        !known.some((vendor) => matches(specifier, vendor)),
    );
    expect(wrong.map(shown)).toEqual([]);
  });
});

/** The vocabularies, and the table of prefixes that YARRRML takes over from RDFa. */
const NAMESPACES_ALLOWED = [
  'rdf/vocabulary.ts',
  'rdf/hypermedia-vocabulary.ts',
  'mapping/yarrrml/rdfa-prefixes.ts',
  // An image that stands alone names SVG's own.
  'pages/charts/chart-svg.ts',
];

describe('The files', () => {
  it('import each other without circles', () => {
    const graph = Map.groupBy(
      imports.filter((one) => one.target !== undefined),
      ({ file }) => file,
    );
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      if (path.includes(file) || done.has(file)) return;
      for (const { target } of graph.get(file) ?? []) if (target) visit(target, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });

  /** Files that may be longer, each with its reason. */
  const LONGER: Readonly<Record<string, string>> = {
    'sources/csv-scanner.ts': 'one state machine over text, whose methods share their position for speed',
    'sources/json-slicer.ts': 'one state machine over text, whose methods share their position for speed',
  };

  it('stay under 200 lines, or say why not', () => {
    const long = files
      .map((file) => [file, text(file).split('\n').length] as const)
      .filter(([file, lines]) => lines > 200 && LONGER[file] === undefined);
    expect(long).toEqual([]);
  });

  it('leave the environment to the settings', () => {
    const readers = files.filter(
      (file) => /process\s*\.\s*env\b/.test(text(file)) && !READS_ENVIRONMENT.includes(file),
    );
    expect(readers).toEqual([]);
  });

  it('name no namespace outside the vocabulary', () => {
    const namespaces =
      /['"`]https?:\/\/(www\.w3\.org\/(ns|1999|2000|2001|2002|2003|2004|2006)|purl\.org\/dc|schema\.org|xmlns\.com|rdfs\.org)\//;
    const wrong = files.filter((file) => !NAMESPACES_ALLOWED.includes(file) && namespaces.test(text(file)));
    expect(wrong).toEqual([]);
  });

  it('know no dataset', () => {
    const names = /['"`/](musees|oeuvres|monuments|maisons|artistes|departements|periodes|domaines)['"`/]/;
    // What strangers' files call their columns is a word there, whatever a dataset here is called.
    const known = files.filter((file) => !file.startsWith('drafting/families/'));
    const wrong = known.filter((file) => names.test(text(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')));
    expect(wrong).toEqual([]);
  });
});

const text = (file: string): string => readFileSync(join(SOURCE, file), 'utf8');
