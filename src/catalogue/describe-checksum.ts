import type { ReleaseFile } from '../model/index.ts';
import { type RDF, spdx, typed, xsd } from '../rdf/index.ts';
import { about } from './statements.ts';

/** The SHA-256 of a file, as SPDX says it. */
export function describeChecksum(iri: string, { sha256 }: Pick<ReleaseFile, 'sha256'>): RDF.Quad[] {
  return [
    ...about(
      iri,
      [spdx.Checksum],
      [
        [spdx.algorithm, spdx.checksumAlgorithm_sha256],
        [spdx.checksumValue, typed(sha256, xsd.hexBinary)],
      ],
    ),
    ...about(spdx.checksumAlgorithm_sha256, [spdx.ChecksumAlgorithm]),
  ];
}
