import { rdf } from '../../rdf/index.ts';
import type { GatherRule, ObjectRule, TermRule } from '../rules.ts';
import { explainObject } from './explain.ts';
import { blankLabel } from './iri-encoding.ts';
import type { Read, Reading } from './readings.ts';
import type { StatementCompiler } from './statements.ts';
import { compileTerm } from './terms.ts';

/** Members of a collection with a name of its own: it grows over all records and is written at the end. */
interface NamedCollection {
  readonly as: GatherRule['as'];
  readonly members: string[];
  readonly suffixes: Set<string>;
}

/** The collections and containers of a run (RML-CC). */
export class Collections {
  readonly #write: (line: string) => void;
  readonly #named = new Map<string, NamedCollection>();
  #nodes = 0;
  /** How to take back what was appended since the mark; undefined where nobody asked. */
  #undo: (() => void)[] | undefined;

  constructor(write: (line: string) => void) {
    this.#write = write;
  }

  /** A node of its own for a nameless collection, or for a cell of a list. */
  fresh(): string {
    return `_:c${this.#nodes++}`;
  }

  /** Writes a nameless collection; gives its head. */
  unnamed(as: GatherRule['as'], members: readonly string[], suffixes: readonly string[]): string {
    if (as === 'List' && members.length === 0) return `<${rdf.nil}>`;
    const head = this.fresh();
    this.#statements(head, as, members, suffixes);
    return head;
  }

  /** Appends to a named collection; what it holds is written when the run ends. */
  append(
    name: string,
    as: GatherRule['as'],
    members: readonly string[],
    suffixes: readonly string[],
  ): string {
    const head = inGraph(name, suffixes);
    const known = this.#named.get(head);
    if (known === undefined) {
      this.#undo?.push(() => this.#named.delete(head));
      this.#named.set(head, { as, members: [...members], suffixes: new Set(suffixes) });
    } else {
      const { length } = known.members;
      const before = [...known.suffixes];
      this.#undo?.push(() => {
        known.members.length = length;
        known.suffixes.clear();
        for (const suffix of before) known.suffixes.add(suffix);
      });
      known.members.push(...members);
      for (const suffix of suffixes) known.suffixes.add(suffix);
    }
    return head;
  }

  /** What is held now, to come back to. */
  mark(): () => void {
    const undo: (() => void)[] = [];
    this.#undo = undo;
    return () => {
      for (const back of undo.reverse()) back();
    };
  }

  /** Writes the named collections. */
  finish(): void {
    for (const [head, { as, members, suffixes }] of this.#named)
      this.#statements(head, as, members, [...suffixes]);
    this.#named.clear();
  }

  #statements(
    head: string,
    as: GatherRule['as'],
    members: readonly string[],
    suffixes: readonly string[],
  ): void {
    const triples = as === 'List' ? this.#list(head, members) : container(head, as, members);
    for (const triple of triples) for (const suffix of suffixes) this.#write(triple + suffix);
  }

  #list(head: string, members: readonly string[]): readonly string[] {
    const cells = members.map((_, index) => (index === 0 ? head : this.fresh()));
    return members.flatMap((member, index) => [
      `${cells[index]} <${rdf.first}> ${member}`,
      `${cells[index]} <${rdf.rest}> ${cells[index + 1] ?? `<${rdf.nil}>`}`,
    ]);
  }
}

/** A blank node is known in its graph only: the same label in two graphs names two collections. */
function inGraph(head: string, suffixes: readonly string[]): string {
  const [suffix = ' .\n'] = suffixes;
  if (!head.startsWith('_:') || suffixes.length !== 1 || suffix === ' .\n') return head;
  return `${head}-in-${blankLabel(suffix)}`;
}

function container(head: string, as: 'Bag' | 'Seq' | 'Alt', members: readonly string[]): readonly string[] {
  const typed = `${head} <${rdf.type}> <${rdf.namespace}${as}>`;
  return [typed, ...members.map((member, index) => `${head} <${rdf.namespace}_${index + 1}> ${member}`)];
}

/** Compiles a gather map: a reading of the heads of the collections that each record makes. */
export function compileGather(
  term: TermRule & { readonly gather: GatherRule },
  compiler: StatementCompiler,
  collections: Collections,
): Reading {
  const { gather } = term;
  const members = gather.members.map((member) => explained(member, compiler));
  const groups = gather.strategy === 'append' ? appended(members) : multiplied(members);
  const heads = isNamed(term) ? compileTerm(term, compiler) : undefined;
  return {
    all(record) {
      const { current } = compiler.suffixes;
      const found = groups(record).filter((group) => group.length > 0 || gather.allowEmpty);
      if (heads === undefined) return found.map((group) => collections.unnamed(gather.as, group, current));
      const named = heads.all(record);
      return found
        .flatMap((group) => named.map((head) => nameOf(head, group)))
        .filter((head, index, all) => all.indexOf(head) === index);

      function nameOf(head: string, group: readonly string[]): string {
        // A list without members is rdf:nil, whatever name it was to have.
        if (gather.as === 'List' && group.length === 0) return `<${rdf.nil}>`;
        return collections.append(head, gather.as, group, current);
      }
    },
  };
}

/** A member without value is counted: a collection does not get shorter without a word. */
function explained(member: ObjectRule, compiler: StatementCompiler): Read {
  const { all } = compiler.compileObject(member);
  const explain = explainObject(member, compiler);
  const { faults } = compiler;
  return (record) => {
    const { noted } = faults;
    const values = all(record);
    if (values.length === 0 && faults.noted === noted) explain(record);
    return values;
  };
}

/** A head without expression is a new blank node for each collection. */
const isNamed = ({ expression }: TermRule): boolean => expression !== undefined;

const appended =
  (members: readonly Read[]) =>
  (record: unknown): readonly (readonly string[])[] => [members.flatMap((read) => read(record))];

const multiplied =
  (members: readonly Read[]) =>
  (record: unknown): readonly (readonly string[])[] =>
    members.reduce<readonly (readonly string[])[]>(
      (groups, read) => {
        const values = read(record);
        return groups.flatMap((group) => values.map((value) => [...group, value]));
      },
      [[]],
    );
