/** How a class or property is used. */
export interface CountedTerm {
  count: number;
  /** IRIs of the first things that use it. */
  readonly examples: string[];
  /** Of a class: property → subjects. */
  readonly properties: Map<string, number>;
}

/** No data has so many; what would come after them is not counted, so that memory stays bounded. */
const MOST_TERMS = 5000;
const MOST_PROPERTIES_OF_A_CLASS = 1000;
const EXAMPLES = 5;

/** Counts which classes and properties subjects have, and which properties the subjects of each class. */
export class TermUses {
  readonly classes = new Map<string, CountedTerm>();
  readonly properties = new Map<string, CountedTerm>();
  #types: string[] = [];
  readonly #seen = new Set<string>();

  /** A statement of the subject that is being read; of `rdf:type`, the class. */
  see(property: string, type: string | undefined): void {
    this.#seen.add(property);
    if (type !== undefined) this.#types.push(type);
  }

  /** The subject has no more statements: it counts for a thing, or for nothing. */
  end(thing: string | undefined): void {
    if (thing !== undefined) this.#count(thing);
    this.#types = [];
    this.#seen.clear();
  }

  #count(thing: string): void {
    for (const property of this.#seen) use(this.properties, property, thing);
    for (const type of this.#types) {
      const of = use(this.classes, type, thing)?.properties;
      if (!of) continue;
      for (const property of this.#seen) {
        const count = of.get(property);
        if (count !== undefined) of.set(property, count + 1);
        else if (of.size < MOST_PROPERTIES_OF_A_CLASS) of.set(property, 1);
      }
    }
  }
}

function use(terms: Map<string, CountedTerm>, iri: string, thing: string): CountedTerm | undefined {
  const known = terms.get(iri);
  if (!known && terms.size >= MOST_TERMS) return undefined;
  const found: CountedTerm = known ?? { count: 0, examples: [], properties: new Map() };
  if (!known) terms.set(iri, found);
  found.count += 1;
  if (found.examples.length < EXAMPLES && found.examples.at(-1) !== thing) found.examples.push(thing);
  return found;
}
