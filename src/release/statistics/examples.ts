const MOST = 3;

/** Keeps the things that most is said of, of equals the first. */
export class Examples {
  readonly #space: string;
  #best: readonly { readonly iri: string; readonly statements: number }[] = [];

  /** @param space beginning of the IRIs that are things */
  constructor(space: string) {
    this.#space = space;
  }

  get found(): readonly string[] {
    return this.#best.map(({ iri }) => iri);
  }

  see(iri: string, statements: number): void {
    const least = this.#best.length < MOST ? 0 : (this.#best.at(-1)?.statements ?? 0);
    if (statements <= least || !iri.startsWith(this.#space) || iri.includes('#')) return;
    this.#best = [...this.#best, { iri, statements }]
      .sort((one, other) => other.statements - one.statements)
      .slice(0, MOST);
  }
}
