/** A query sent to a worker. One at a time. */
export interface Asked {
  readonly text: string;
  readonly mediaType: string;
  /** Whether the default graph is the union of all graphs. */
  readonly union: boolean;
  readonly defaultGraphs: readonly string[] | undefined;
  readonly namedGraphs: readonly string[] | undefined;
}

/** How a query ended. After `broken` the worker is of no use any more. */
export type Outcome =
  | { readonly kind: 'answered'; readonly body: string; readonly milliseconds: number }
  | { readonly kind: 'malformed'; readonly reason: string }
  /** `isRunning`: the worker did not end the query by itself, and has to be ended. */
  | { readonly kind: 'too-large'; readonly unit: 'bytes' | 'rows'; readonly isRunning?: boolean }
  | { readonly kind: 'broken'; readonly reason: string };

/** How a query ended, and whether the worker should be replaced when there is time: its memory has grown far. */
export type Reply = Outcome & { readonly hasGrown?: boolean };

/** Whether a worker still does what its answer was refused for. */
export const isRunning = (reply: Reply): boolean => reply.kind === 'too-large' && reply.isRunning === true;
