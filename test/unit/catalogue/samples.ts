import { type Dataset, DUMP_FORMATS, type DumpFile, type ReleasedDataset } from '../../../src/model/index.ts';

export const BASE = 'http://localhost:3000/';
export const RELEASE = { id: '2026-11-22.1', createdAt: '2026-11-22T10:00:00.000Z' };
const EU = 'http://publications.europa.eu/resource/authority/';

export function dataset(slug: string, changes: Partial<Dataset> = {}): Dataset {
  return {
    slug,
    place: { file: `data/${slug}/dataset.yml` },
    title: { fr: `Jeu ${slug}`, en: `Dataset ${slug}` },
    description: { fr: 'Une description.', en: 'A description.' },
    publisher: { iri: 'https://example.org/org', name: { fr: 'Organisme', en: 'Body' } },
    licence: {
      iri: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence',
      label: { fr: 'Licence Ouverte 2.0', en: 'Open Licence 2.0' },
    },
    keywords: { fr: ['musée'], en: ['museum', 'art'] },
    themes: [`${EU}data-theme/EDUC`],
    spatial: [`${EU}country/FRA`],
    frequency: `${EU}frequency/ANNUAL`,
    origins: ['https://example.org/origin'],
    source: {
      path: '/x.csv',
      format: 'csv',
      dialect: { delimiter: ',', quote: '"', encoding: 'utf-8' },
      namespaces: {},
    },
    uriPattern: '{ref}',
    mapping: '/mapping.yml',
    shapes: [],
    vocabularies: [],
    policy: 'skip-term',
    quarantineLimit: 0.05,
    statements: [],
    ...changes,
  } as Dataset;
}

export function released(slug: string): ReleasedDataset {
  return {
    slug,
    fingerprint: 'f',
    inputs: [],
    records: 12,
    things: 10,
    statements: 120,
    quarantined: 2,
    dump: {
      path: `datasets/${slug}.nq.gz`,
      bytes: 4096,
      sha256: 'ab'.repeat(32),
      mediaType: 'application/gzip',
    },
    mapping: {
      records: 12,
      statements: 120,
      faults: [],
      skippedRecords: 0,
      absences: [],
      missingColumns: [],
      unusedColumns: [],
    },
    validation: { things: 12, quarantined: 2, groups: [] },
  };
}

export const MUSEUM = 'http://schema.org/Museum';

/** A dataset of a release with everything that a release may tell. */
export function published(slug: string, changes: Partial<ReleasedDataset> = {}): ReleasedDataset {
  return {
    ...released(slug),
    dumps: [...DUMP_FORMATS.map((format) => dumpFile(slug, format, 'gz')), dumpFile(slug, 'nq', 'zst')],
    first: { id: '2026-01-01.1', createdAt: '2026-01-01T10:00:00.000Z' },
    changed: { id: '2026-11-01.1', createdAt: '2026-11-01T10:00:00.000Z' },
    statistics: {
      subjects: 30,
      places: 9,
      classes: [{ iri: MUSEUM, count: 10, subjects: 10 }],
      properties: [{ iri: 'http://schema.org/name', count: 21, subjects: 10 }],
      linksets: [
        { property: 'http://schema.org/location', target: 'oeuvres', count: 7 },
        { property: 'http://schema.org/sameAs', target: 'https://www.wikidata.org/', count: 3 },
      ],
      beyond: { classes: 0, properties: 0, linksets: 0 },
      examples: [`${BASE}id/${slug}/M1`],
    },
    ...changes,
  };
}

export const dumpFile = (
  slug: string,
  format: DumpFile['format'],
  packing: DumpFile['packing'],
): DumpFile => ({
  path: `datasets/${slug}.${format}.${packing}`,
  bytes: 4096,
  sha256: (packing === 'gz' ? 'cd' : 'ef').repeat(32),
  mediaType: 'application/n-quads',
  format,
  packing,
});
