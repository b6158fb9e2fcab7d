import type { MappingReport } from './mapping.ts';
import type { ShapeReport } from './validation.ts';

/** gzip (RFC 1952) or Zstandard (RFC 8878), by the last extension of a path. */
export type Packing = 'gz' | 'zst';

/** Where the deflated body lies in a gzip file, without what a syntax writes around it: bodies are joined as they are. */
export interface PackedBody {
  /** Offset of its first byte. */
  readonly start: number;
  readonly bytes: number;
  /** Of its text, in bytes, and that text's CRC-32. */
  readonly length: number;
  readonly crc32: number;
}

/** A file of a release. */
export interface ReleaseFile {
  /** Path inside the release's folder, with `/`. */
  readonly path: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly mediaType: string;
  /** Of gzip files that are joined with others. */
  readonly body?: PackedBody;
}

/** A file of statements. */
export interface CountedFile extends ReleaseFile {
  readonly statements: number;
}

export const DUMP_FORMATS = ['nq', 'nt', 'ttl', 'jsonld', 'rdf', 'csv', 'geojson'] as const;

/** A syntax of dumps, by its file extension. */
export type DumpFormat = (typeof DUMP_FORMATS)[number];

/** A dump in one syntax and one packing. */
export interface DumpFile extends ReleaseFile {
  readonly format: DumpFormat;
  readonly packing: Packing;
}

/** What changed from the release before to this one: `old + added − removed = new`, line by line. */
export interface Changes {
  /** Sorted N-Quads. */
  readonly added: CountedFile;
  readonly removed: CountedFile;
}

/** How things of a dataset changed since the release before. */
export interface DatasetChanges extends Changes {
  /** Sorted lines `created|updated|removed TAB IRI`; `statements` counts them. */
  readonly things: CountedFile;
}

/** A moment of a series of releases. */
export interface ReleaseMoment {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
}

/** How often a class or a property is used in a dataset. */
export interface Partition {
  readonly iri: string;
  /** Instances of a class, or statements with a property. */
  readonly count: number;
  /** Subjects that have the property; of a class, the same as `count`. */
  readonly subjects: number;
}

/** Links of one property from a dataset's things to those of another, here or elsewhere. */
export interface Linkset {
  readonly property: string;
  /** Slug of a dataset of this site, released or not, or the origin of others' IRIs (`https://www.wikidata.org/`). */
  readonly target: string;
  readonly count: number;
}

/** What VoID tells of a dataset, counted in its dump; the most frequent first. */
export interface DatasetStatistics {
  readonly subjects: number;
  /** Things with coordinates. */
  readonly places: number;
  readonly classes: readonly Partition[];
  readonly properties: readonly Partition[];
  readonly linksets: readonly Linkset[];
  /** How many statements belong to classes, properties and linksets that are too many to be listed above. */
  readonly beyond: Readonly<Record<'classes' | 'properties' | 'linksets', number>>;
  /** Things that much is said of, as examples. */
  readonly examples: readonly string[];
}

/** An input of a dataset, by content. */
export interface ReleaseInput {
  /** As a person would type it. */
  readonly path: string;
  readonly sha256: string;
}

/** A dataset within a release. */
export interface ReleasedDataset {
  readonly slug: string;
  /** SHA-256 over all that the files depend on: inputs, base IRI, versions. */
  readonly fingerprint: string;
  readonly inputs: readonly ReleaseInput[];
  /** Records read from the source. */
  readonly records: number;
  /** Things published: IRIs without fragment in the dataset's URI space. */
  readonly things: number;
  /** Distinct statements published. */
  readonly statements: number;
  readonly quarantined: number;
  /** The dump: N-Quads, gzip. */
  readonly dump: ReleaseFile;
  /**
   * The record that each published thing was first made from, and the rows of some further ones: `thing file row line
   * further`, tab-separated, gzip. Absent in releases of before, like the two that follow.
   */
  readonly origins?: ReleaseFile;
  /** How the mapping makes statements: `TracedRules` as JSON, gzip. */
  readonly rules?: ReleaseFile;
  /** What the columns that values are made of hold in those records: lines of JSON, gzip. */
  readonly cells?: ReleaseFile;
  /** What is measured and noted of its quality, N-Quads of the graph `<base>dataset/<slug>/quality`, gzip. */
  readonly quality?: CountedFile;
  /** The dump in every syntax and packing, `dump` included. Absent in releases of before, like all that follows. */
  readonly dumps?: readonly DumpFile[];
  readonly statistics?: DatasetStatistics;
  /** Absent where nothing changed, and in a first release. */
  readonly changes?: DatasetChanges;
  /** Every IRI ever published in the dataset's URI space, with what became of it (see the room `release`). */
  readonly ledger?: CountedFile;
  /** The release in which it was first published, and the one in which its dump last changed. */
  readonly first?: ReleaseMoment;
  readonly changed?: ReleaseMoment;
  /** Every result of the things that are published, as lines of JSON, gzip. Absent in releases of before. */
  readonly results?: ReleaseFile;
  /** SHA-256 over all that decides how a thing is judged: shapes, ontologies, code. */
  readonly judgedBy?: string;
  readonly mapping: MappingReport;
  readonly validation: ShapeReport;
}

/** `manifest.json` of a release. */
export interface ReleaseManifest {
  /** `2026-11-22.1`: the day, and a number counted from 1 within it. */
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly base: string;
  readonly toolVersion: string;
  readonly datasets: readonly ReleasedDataset[];
  /** Every named graph with the number of its statements. */
  readonly graphs: readonly { readonly iri: string; readonly statements: number }[];
  /** Statements of all dumps, those of the catalogue and the ontologies included. */
  readonly statements: number;
  /** The release before; absent in a first one and in releases of before. */
  readonly previous?: ReleaseMoment;
  /** All graphs together, in every syntax and packing. */
  readonly dumps?: readonly DumpFile[];
  /** Of all graphs together. */
  readonly changes?: Changes;
  /** Inputs that belong to no dataset: ontologies, queries. */
  readonly inputs?: readonly ReleaseInput[];
  /** The ledger of all datasets and of the terms: one file. */
  readonly ledger?: CountedFile;
  /** Every file of the release but the manifest and `SHA256SUMS`. */
  readonly files: readonly ReleaseFile[];
}

/** A release that can be read: where it lies and what it says of itself. */
export interface Release {
  /** Absolute path of the folder. */
  readonly folder: string;
  readonly manifest: ReleaseManifest;
}
