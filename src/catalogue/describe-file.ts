import type { Bilingual, DumpFile, DumpFormat, ReleaseFile } from '../model/index.ts';
import { dcat, dcterms, type RDF, skos, spdx, typed, xsd } from '../rdf/index.ts';
import { authorityLabel } from './authority-labels.ts';
import { describeChecksum } from './describe-checksum.ts';
import { DUMP_SYNTAXES, PACKINGS } from './dump-formats.ts';
import { about } from './statements.ts';

/** A file that can be downloaded, as a distribution. */
export interface FileDistribution {
  readonly iri: string;
  readonly title: Bilingual;
  readonly address: string;
  readonly format: DumpFormat;
  /** Absent where it is sent as it is. */
  readonly packing?: DumpFile['packing'];
  /** Size and hash; absent where the file is not stored as it is sent. */
  readonly file?: Pick<ReleaseFile, 'bytes' | 'sha256'>;
  /** IRI. */
  readonly licence: string | undefined;
  /** ISO 8601. */
  readonly modified: string;
}

/** `dcat:Distribution` of a file, with its checksum and the labels of its formats. */
export function describeFile(distribution: FileDistribution): RDF.Quad[] {
  const { iri, title, address, format, packing, file, licence, modified } = distribution;
  const { mediaType, fileType } = DUMP_SYNTAXES[format];
  const packed = packing && PACKINGS[packing].mediaType;
  return [
    ...about(
      iri,
      [dcat.Distribution],
      [
        [dcterms.title, title],
        [dcat.accessURL, address],
        [dcat.downloadURL, address],
        [dcat.mediaType, mediaType],
        [dcat.compressFormat, packed],
        [dcterms.format, fileType],
        [dcat.byteSize, file && typed(file.bytes, xsd.nonNegativeInteger)],
        [dcterms.license, licence],
        [dcterms.modified, typed(modified, xsd.dateTime)],
        [spdx.checksum, file && `${iri}-checksum`],
      ],
    ),
    ...(file ? describeChecksum(`${iri}-checksum`, file) : []),
    ...about(mediaType, [dcterms.MediaType]),
    ...(packed === undefined ? [] : about(packed, [dcterms.MediaType])),
    ...about(fileType, [dcterms.MediaTypeOrExtent], [[skos.prefLabel, authorityLabel(fileType)]]),
  ];
}
