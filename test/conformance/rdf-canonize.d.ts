declare module 'rdf-canonize' {
  /** Canonical N-Quads of a dataset. Throws where the work or the time runs out. */
  export function canonize(
    dataset: readonly object[],
    options: { algorithm: 'RDFC-1.0'; maxWorkFactor?: number; signal?: AbortSignal },
  ): Promise<string>;
}
