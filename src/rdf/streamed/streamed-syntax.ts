/** What is said of a subject. */
export interface SubjectStatement {
  readonly predicate: string;
  /** As N-Triples writes it. */
  readonly object: string;
}

/**
 * A syntax in which a graph is written subject by subject: head, blocks with the separator between them, tail. Head and
 * tail are the same for every graph, so the blocks of several graphs after each other make one document too.
 */
export interface StreamedSyntax {
  readonly head: string;
  readonly separator: string;
  readonly tail: string;
  /**
   * @param statements of one subject, sorted by their lines
   * @throws RangeError for what the syntax cannot say
   */
  block(subject: string, statements: readonly SubjectStatement[]): string;
}
