import type { MappingReport } from './mapping.ts';
import type { ShapeReport } from './validation.ts';

/** A file of a release. */
export interface ReleaseFile {
  /** Path inside the release's folder, with `/`. */
  readonly path: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly mediaType: string;
}

/** A file of statements. */
export interface CountedFile extends ReleaseFile {
  readonly statements: number;
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
   * The record that each published thing was first made from: `thing file row line`, tab-separated, gzip. Absent in
   * releases of before.
   */
  readonly origins?: ReleaseFile;
  /** What is measured and noted of its quality, N-Quads of the graph `<base>dataset/<slug>/quality`, gzip. */
  readonly quality?: CountedFile;
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
  /** Every file of the release but the manifest and `SHA256SUMS`. */
  readonly files: readonly ReleaseFile[];
}

/** A release that can be read: where it lies and what it says of itself. */
export interface Release {
  /** Absolute path of the folder. */
  readonly folder: string;
  readonly manifest: ReleaseManifest;
}
