/** What one query may cost, and how many may wait. */
export interface StoreLimits {
  /** From the asking of a query to the end of its run. At most half of it is spent waiting for a worker. */
  readonly milliseconds: number;
  /** Running time after which a query counts as slow: those never hold all workers. Default 300. */
  readonly slowMilliseconds?: number;
  /**
   * How soon a query whose asker has left may still end by itself: stopping it means loading a worker anew, which costs
   * more. Default 200.
   */
  readonly graceMilliseconds?: number;
  /** UTF-8 bytes of an answer. */
  readonly resultBytes: number;
  /** Solutions of a SELECT, statements of a graph. */
  readonly resultRows: number;
  /** Queries that may wait for a worker. */
  readonly queue: number;
  /** Slow ones that may wait until fewer of their kind run. Default: a quarter of `queue`. */
  readonly slowQueue?: number;
}
