import type { Compression, Place } from '../../model/index.ts';

/** A file to write, as a mapping asks for it. */
export interface TargetRequest {
  /** Absolute path. */
  readonly path: string;
  /** IRI of the W3C for a format (`RDF_FORMAT_IRIS`): N-Quads, N-Triples, Turtle, N3, TriG, JSON-LD, RDF_XML, RDF_JSON. */
  readonly serialization: string;
  /** `utf-8`, `utf-16` (little-endian with a byte order mark) or one of one byte a character, in any case. */
  readonly encoding: string;
  readonly compression: Compression;
  /** Where the mapping asks for it. */
  readonly place: Place;
  /** Folders that may be written in: the working directory and the mapping's. */
  readonly within: readonly string[];
  /** Paths outside these folders are allowed too. */
  readonly allowOutside?: boolean;
  /** Absolute paths of what the run reads: none of them may be written. */
  readonly reads?: readonly string[];
}
