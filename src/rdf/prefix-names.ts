type Prefixes = Readonly<Record<string, string>>;

type Entries = readonly (readonly [prefix: string, namespace: string])[];

/** The end of a name that Turtle and JSON-LD take alike: no escapes, no dots. */
const LOCAL = /^[A-Za-z0-9_][A-Za-z0-9_-]*$/;

/** The short name of an IRI. */
interface ShortName {
  readonly prefix: string;
  readonly text: string;
}

/** What a namespace may be called. */
interface Table {
  readonly entries: Entries;
  readonly byNamespace: ReadonlyMap<string, Entries>;
  /** Namespaces that end neither in `/` nor in `#`. */
  readonly others: Entries;
  /** Names that were made, above all of properties, classes and datatypes: the same in each document. */
  readonly names: Map<string, ShortName>;
}

/** Names that are remembered. */
const MOST_NAMES = 5000;

/** Documents are written with the same prefixes again and again. */
const tables = new WeakMap<Prefixes, Table>();

function tableOf(prefixes: Prefixes): Table {
  const known = tables.get(prefixes);
  if (known) return known;
  const entries = Object.entries(prefixes);
  const others = entries.filter(([, namespace]) => !/[/#]$/.test(namespace));
  // The order in which they are declared decides between them.
  const byNamespace = new Map(
    entries.map(([, namespace]) => [
      namespace,
      entries.filter((entry) => entry[1] === namespace || others.includes(entry)),
    ]),
  );
  const made = { entries, byNamespace, others, names: new Map() };
  tables.set(prefixes, made);
  return made;
}

/** Short names of one document, and which prefixes they needed. */
export class PrefixNames {
  readonly #table: Table;
  readonly #used = new Set<string>();

  constructor(prefixes: Prefixes) {
    this.#table = tableOf(prefixes);
  }

  /** `schema:name`; undefined where no prefix fits. */
  short(iri: string): string | undefined {
    const name = this.#table.names.get(iri) ?? newName(this.#table, iri);
    if (!name) return undefined;
    this.#used.add(name.prefix);
    return name.text;
  }

  /** Prefixes that names were made with, in the order in which they were given. */
  used(): Prefixes {
    return Object.fromEntries(this.#table.entries.filter(([prefix]) => this.#used.has(prefix)));
  }
}

function newName(table: Table, iri: string): ShortName | undefined {
  const found = candidates(table, iri).find(
    ([, namespace]) => iri.startsWith(namespace) && LOCAL.test(iri.slice(namespace.length)),
  );
  if (!found) return undefined;
  const [prefix, namespace] = found;
  const name = { prefix, text: `${prefix}:${iri.slice(namespace.length)}` };
  if (table.names.size >= MOST_NAMES) table.names.clear();
  table.names.set(iri, name);
  return name;
}

/** A local name holds neither `/` nor `#`: a namespace that ends in one of them is all before the name. */
function candidates({ byNamespace, others }: Table, iri: string): Entries {
  const end = Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1;
  return byNamespace.get(iri.slice(0, end)) ?? others;
}
