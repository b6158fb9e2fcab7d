/** What a thread that selects from one file is started with. */
export interface SelectTask {
  readonly path: string;
  /** Media type of the file's RDF syntax. */
  readonly mediaType: string;
  readonly query: string;
  /** Whether the default graph is the union of all graphs. */
  readonly union: boolean;
  readonly base: string;
}

/** How it ended. The body is SPARQL 1.1 Query Results JSON. */
export type SelectReply =
  | { readonly kind: 'answered'; readonly body: string }
  | { readonly kind: 'not-rdf' | 'failed' | 'too-large'; readonly reason: string };
