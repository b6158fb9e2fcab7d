type Prefixes = Readonly<Record<string, string>>;

/** The end of a name that Turtle and JSON-LD take alike: no escapes, no dots. */
const LOCAL = /^[A-Za-z0-9_][A-Za-z0-9_-]*$/;

/** Short names of one document, and which prefixes they needed. */
export class PrefixNames {
  readonly #prefixes: readonly (readonly [prefix: string, namespace: string])[];
  readonly #known = new Map<string, string | undefined>();
  readonly #used = new Set<string>();

  constructor(prefixes: Prefixes) {
    this.#prefixes = Object.entries(prefixes);
  }

  /** `schema:name`; undefined where no prefix fits. */
  short(iri: string): string | undefined {
    if (this.#known.has(iri)) return this.#known.get(iri);
    const found = this.#prefixes.find(
      ([, namespace]) => iri.startsWith(namespace) && LOCAL.test(iri.slice(namespace.length)),
    );
    if (found) this.#used.add(found[0]);
    const name = found && `${found[0]}:${iri.slice(found[1].length)}`;
    this.#known.set(iri, name);
    return name;
  }

  /** Prefixes that names were made with, in the order in which they were given. */
  used(): Prefixes {
    return Object.fromEntries(this.#prefixes.filter(([prefix]) => this.#used.has(prefix)));
  }
}
