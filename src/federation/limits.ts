/** How much a query may ask of others. */
export interface ServiceLimits {
  /** The whole query, from its beginning. */
  readonly milliseconds: number;
  /** Requests to other endpoints. Default 50. */
  readonly requests?: number;
  /** Solutions of a SERVICE, all requests together. Default 50,000. */
  readonly rows?: number;
  /** Bindings sent along with a request. Default 200. */
  readonly block?: number;
  /** A pattern with at most so many solutions is asked for all of them rather than in blocks. Default 1000. */
  readonly few?: number;
  /** Queries with SERVICE at once. Default 2. */
  readonly threads?: number;
  /** Queries with SERVICE that may wait. Default 16. */
  readonly queue?: number;
  /** How long a thread is kept without work. Default 5 minutes. */
  readonly idleMilliseconds?: number;
}

export const SERVICE_LIMITS: Required<Omit<ServiceLimits, 'milliseconds'>> = {
  requests: 50,
  rows: 50_000,
  block: 200,
  few: 1000,
  threads: 2,
  queue: 16,
  idleMilliseconds: 300_000,
};
