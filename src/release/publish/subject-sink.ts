/** A subject with its lines of N-Quads, in order. */
export interface Subject {
  readonly iri: string;
  readonly lines: readonly string[];
}

/** Takes the subjects of a dump, in the order of the dump, some at a time: one reading of the dump serves all sinks. */
export interface SubjectSink {
  /** @returns a promise where the reader has to wait */
  take(subjects: readonly Subject[]): unknown;
}
