import type { LogicalViewRule, ObjectRule, SourceRule, TargetRule } from '../rules.ts';
import type { PlainRule } from './each.ts';
import { queryStatements, sourceStatements, targetStatements } from './files.ts';
import type { Names } from './terms.ts';
import { block, iriValue, nameIri, type Statements, type TurtleValue } from './turtle.ts';
import { viewStatements } from './views.ts';

/** Sources, views, targets and triples maps of a document, and what each is called in it. */
export class Nodes implements Names {
  readonly #folder: string;
  readonly #triplesMaps = new Map<string, readonly string[]>();
  readonly #sources = new Map<string, { readonly source: SourceRule; uses: number; name: string }>();
  readonly #targets = new Map<string, { readonly target: TargetRule; readonly name: string }>();
  readonly #taken = new Set<string>();

  constructor(rules: readonly PlainRule[], folder: string) {
    this.#folder = folder;
    for (const rule of rules) this.#triplesMaps.set(rule.name, this.#namesOf(rule));
    for (const { source, subjects } of rules) this.#use(source, subjects.length);
    for (const target of rules.flatMap(targetsOf)) {
      if (!this.#targets.has(target.id))
        this.#targets.set(target.id, { target, name: this.#free(nameOrNumber(target.id, 'target')) });
    }
  }

  triplesMaps(name: string): readonly string[] {
    return this.#triplesMaps.get(name) ?? [nameIri(name)];
  }

  target({ id }: TargetRule): string {
    return this.#targets.get(id)?.name ?? nameIri(id);
  }

  /** A source: by its name where it has one, else described on the spot. */
  source(rule: SourceRule): TurtleValue {
    const entry = this.#sources.get(keyOf(rule));
    if (entry !== undefined && isNamed(entry)) return iriValue(entry.name);
    return block(...this.#describe(rule));
  }

  /** What stands before the triples maps. */
  *described(): Generator<readonly [name: string, statements: Statements]> {
    for (const entry of this.#sources.values())
      if (isNamed(entry)) yield [entry.name, this.#describe(entry.source)];
    for (const { name, target } of this.#targets.values())
      yield [name, targetStatements(target, this.#folder)];
  }

  #describe(rule: SourceRule): Statements {
    if (rule.kind === 'query') return queryStatements(rule, this.#folder);
    return rule.kind === 'source'
      ? sourceStatements(rule.source, this.#folder)
      : viewStatements(rule, (one) => this.source(one));
  }

  /** Sources that are used more than once get a name; views always do. */
  #use(source: SourceRule, times = 1): void {
    const entry = this.#sources.get(keyOf(source));
    if (entry !== undefined) {
      entry.uses += times;
      return;
    }
    if (source.kind === 'view') {
      this.#use(source.on);
      for (const { parent } of source.joins) this.#use(parent);
    }
    const name = source.kind === 'view' ? nameOrNumber(source.id.replace(/^view /, ''), 'view') : '#source-1';
    this.#sources.set(keyOf(source), { source, uses: times, name: this.#free(name) });
  }

  #namesOf({ name, subjects }: PlainRule): readonly string[] {
    const own = nameIri(name);
    if (subjects.length <= 1) return [this.#free(own)];
    return subjects.map((_, index) => this.#free(index === 0 ? own : `${own}-${index + 1}`));
  }

  #free(name: string): string {
    let free = name;
    for (let number = 2; this.#taken.has(free); number++) free = `${name.replace(/-\d+$/, '')}-${number}`;
    this.#taken.add(free);
    return free;
  }
}

/** Views that `each` made share an id where their fields may differ. */
const keyOf = (source: SourceRule): string =>
  source.id.startsWith('each ') && source.kind === 'view'
    ? JSON.stringify([source.id, fieldsOf(source)])
    : source.id;

const fieldsOf = ({ fields }: LogicalViewRule): unknown =>
  JSON.parse(
    JSON.stringify(fields, (key, value: unknown) =>
      key === 'place' ? undefined : value instanceof Map ? [...value] : value,
    ),
  );

const isNamed = ({ source, uses }: { readonly source: SourceRule; readonly uses: number }): boolean =>
  uses > 1 || source.kind === 'view';

const nameOrNumber = (id: string, kind: string): string => {
  const name = nameIri(id);
  return name.startsWith('#') ? `#${kind}-1` : name;
};

function targetsOf({ subjects, graphs, pairs }: PlainRule): readonly TargetRule[] {
  const terms: readonly ObjectRule[] = [
    ...subjects,
    ...graphs,
    ...pairs.flatMap((pair) => [...pair.predicates, ...pair.objects, ...pair.graphs]),
  ];
  return terms.flatMap(targetsOfTerm);
}

const targetsOfTerm = (rule: ObjectRule): readonly TargetRule[] => [
  ...rule.targets,
  ...(rule.kind === 'term' ? (rule.gather?.members ?? []).flatMap(targetsOfTerm) : []),
];
