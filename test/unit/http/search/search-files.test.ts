import { describe, expect, it } from '@jest/globals';
import type { Response } from 'express';
import fc from 'fast-check';
import { csvThing } from '../../../../src/http/search/search-csv.ts';
import { csvFile, type FileAsked, geoJsonFile } from '../../../../src/http/search/search-files.ts';
import type { FoundResource, ResourceFinder } from '../../../../src/model/index.ts';
import { MOST_IN_FILE, type SearchReading } from '../../../../src/pages/index.ts';
import { frame } from '../../pages/values.ts';

const reading: SearchReading = {
  frame: frame('fr'),
  terms: { find: () => undefined, order: () => 0 },
  label: () => undefined,
  datasets: [],
};

const thing = (label: string, more: Partial<FoundResource> = {}): FoundResource => ({
  iri: 'https://data.example.org/id/huts/h1',
  dataset: 'huts',
  label: [{ text: label, isHit: false }],
  labelLanguage: 'fr',
  areas: [],
  score: 1,
  ...more,
});

/** What was found, as a finder of nothing else tells it. */
const asked = (total: number): FileAsked => {
  const finder: Pick<ResourceFinder, 'find' | 'located'> = {
    find: () => ({ total, things: [thing('Cabane')], facets: [] }),
    located: () => ({ total, places: [] }),
  };
  return {
    finder: finder as ResourceFinder,
    question: { chosen: {}, language: 'fr' },
    reading,
    response: { destroyed: false } as Response,
  };
};

/** Cells of one row, read as RFC 4180 has it. */
const cellsOf = (row: string): readonly string[] =>
  [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,\r\n]*))/g)].map(
    ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
  );

describe('A row of the search’s CSV', () => {
  it('begins no formula, whatever a thing is called, and loses nothing of its name', () => {
    const start = fc.constantFrom('=', '+', '-', '@', '\t', '\r', ' =', '', '"', ',');
    fc.assert(
      fc.property(start, fc.string({ maxLength: 20 }), (begin, rest) => {
        const label = cellsOf(csvThing(thing(begin + rest), reading))[1] ?? '';
        expect(label).not.toMatch(/^\s*[=+\-@\t\r]/);
        expect([begin + rest, `'${begin + rest}`]).toContain(label);
      }),
    );
  });

  it('leaves negative numbers numbers', () => {
    const row = csvThing(
      thing('Cabane', { years: [-52, -51], place: { latitude: -12.8, longitude: -45.1 } }),
      reading,
    );
    expect(cellsOf(row).slice(-4)).toEqual(['-52', '-51', '-12.8', '-45.1']);
  });
});

describe('A file of what was found', () => {
  it.each([
    ['CSV', csvFile],
    ['GeoJSON', geoJsonFile],
  ])('is whole or refused with 413: %s', async (_, file) => {
    await expect(file(asked(MOST_IN_FILE + 1))).rejects.toMatchObject({
      status: 413,
      code: 'result-too-large',
    });
    expect(await file(asked(1))).toMatch(/^iri,label|FeatureCollection/);
  });
});
