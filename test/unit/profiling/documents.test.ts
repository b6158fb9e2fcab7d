import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SourceProfile } from '../../../src/model/index.ts';
import { around, METROPOLIS } from './french-points.ts';
import { createProfiler, table } from './profiled.ts';

let files: Awaited<ReturnType<typeof createProfiler>>;
beforeAll(async () => {
  files = await createProfiler();
});
afterAll(() => files.remove());

/** One record of an inventory, whatever is made of it. */
const RECORDS = around(METROPOLIS, 40).map(([commune, latitude, longitude], index) => ({
  reference: `PA0009${String(4000 + ((index * 7919) % 5003))}`,
  titre: `Église n° ${(index * 31) % 101} du lieu`,
  siecle: ['12e siècle', '2e moitié 17e siècle', '15e siècle'][index % 3] as string,
  protection: `19${30 + (index % 60)}-0${1 + (index % 9)}-1${index % 9}`,
  type: ['église', 'chapelle', 'église'][index % 3] as string,
  commune,
  latitude: latitude.toFixed(5),
  longitude: longitude.toFixed(5),
}));
type Item = (typeof RECORDS)[number];
const NAMES = Object.keys(RECORDS[0] ?? {}) as readonly (keyof Item)[];

const asTable = table(
  NAMES,
  RECORDS.map((one) => NAMES.map((name) => one[name])),
);
const asJson = JSON.stringify({ total: RECORDS.length, results: RECORDS });
const asLines = RECORDS.map((one) => JSON.stringify(one)).join('\n');
const asGeoJson = JSON.stringify({
  type: 'FeatureCollection',
  features: RECORDS.map(({ latitude, longitude, ...properties }) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [Number(longitude), Number(latitude)] },
    properties,
  })),
});
const asXml = `<notices>${RECORDS.map(
  (one) => `<notice>${NAMES.map((name) => `<${name}>${one[name]}</${name}>`).join('')}</notice>`,
).join('')}</notices>`;

/** Kinds of the columns by the last name of their paths, sorted. */
const kinds = ({ columns }: SourceProfile): readonly string[] =>
  columns
    .map(({ name, kind }) => `${name.replace(/^.*[.@/]/, '')}: ${kind.value}`)
    .filter((one) => !/coordinates\[/.test(one))
    .sort();

describe('The same records in another format', () => {
  it.each([
    ['JSON', asJson, '$.results[*]', '$.'],
    ['JSON, one object a line', asLines, '$', '$.'],
    ['XML', asXml, '/notices/notice', ''],
  ])('have the same kinds, identifier and places: %s', async (_, text, iterator, before) => {
    const [one, other] = [await files.profile(asTable), await files.profile(text)];
    expect([other.source.iterator, other.records]).toEqual([iterator, one.records]);
    expect(kinds(other)).toEqual(kinds(one));
    expect(other.identifiers.proposed?.value).toEqual([`${before}reference`]);
    expect(other.places[0]?.value).toMatchObject({
      columns: [`${before}latitude`, `${before}longitude`],
      reference: { kind: 'wgs84', order: 'lat-long' },
    });
    expect(other.columns.map(({ filled, distinct }) => [filled, distinct])).toEqual(
      one.columns.map(({ filled, distinct }) => [filled, distinct]),
    );
  });

  it('are found below a name that is written in escapes, as many programs do', async () => {
    const escaped = JSON.stringify({ données: RECORDS }).replace('é', '\\u00e9');
    expect(escaped).toContain('donn\\u00e9es');
    expect(await files.profile(escaped)).toMatchObject({ records: RECORDS.length });
  });

  it('of GeoJSON have longitude first, as it writes points', async () => {
    const { places, identifiers, source } = await files.profile(asGeoJson);
    expect(source.iterator).toBe('$.features[*]');
    expect(identifiers.proposed?.value).toEqual(['$.properties.reference']);
    expect(places[0]?.value).toMatchObject({
      columns: ['$.geometry.coordinates[0]', '$.geometry.coordinates[1]'],
      reference: { kind: 'wgs84', order: 'long-lat' },
    });
  });

  it('are found where some records lack a name', async () => {
    const some = RECORDS.map(({ siecle, ...rest }, index) => (index % 4 === 0 ? { ...rest, siecle } : rest));
    const { columns } = await files.profile(JSON.stringify(some));
    expect(columns.find(({ name }) => name === '$.siecle')).toMatchObject({
      filled: 10,
      kind: { value: 'period' },
    });
  });

  it('have several values where a list or repeated elements stand, which need no separator', async () => {
    const json = JSON.stringify(
      RECORDS.map(({ reference, type }) => ({ reference, types: [type, 'autre'] })),
    );
    const inJson = (await files.profile(json)).columns.find(({ name }) => name === '$.types[*]');
    expect([inJson?.filled, inJson?.separation, inJson?.values]).toEqual([
      80,
      undefined,
      ['autre', 'chapelle', 'église'],
    ]);
    const xml = `<l>${RECORDS.map(({ reference, type }) => `<o id="${reference}"><t>${type}</t><t>autre</t></o>`).join('')}</l>`;
    const profile = await files.profile(xml);
    expect(profile.columns.map(({ name, filled }) => [name, filled])).toEqual([
      ['@id', 40],
      ['t', 80],
    ]);
    expect(profile.identifiers.proposed?.value).toEqual(['@id']);
  });

  it('is refused with its line where a document breaks off', async () => {
    await expect(files.profile(asJson.slice(0, -40))).rejects.toThrow();
    await expect(files.profile(asXml.slice(0, -40))).rejects.toThrow();
  });
});
