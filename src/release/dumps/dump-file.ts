import type { DumpFile, DumpFormat, Packing } from '../../model/index.ts';
import type { PackedFile } from '../packing/text-packer.ts';

/** Media types of dumps, unpacked. */
export const DUMP_MEDIA_TYPES: Readonly<Record<DumpFormat, string>> = {
  nq: 'application/n-quads',
  nt: 'application/n-triples',
  ttl: 'text/turtle',
  jsonld: 'application/ld+json',
  rdf: 'application/rdf+xml',
  csv: 'text/csv',
  geojson: 'application/geo+json',
};

/** A packed file as a dump. */
export const dumpFile = (file: PackedFile, format: DumpFormat, packing: Packing): DumpFile => ({
  ...file,
  mediaType: DUMP_MEDIA_TYPES[format],
  format,
  packing,
});
