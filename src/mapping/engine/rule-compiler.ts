import { RefusedInput } from '../../model/index.ts';
import type { JoinRule, Mapping, ObjectRule, TriplesRule } from '../rules.ts';
import { Collections, compileGather } from './gather.ts';
import { NO_FAULTS } from './held-faults.ts';
import { childKeys, JoinIndex, joined, parentKeys } from './joins.ts';
import type { Output } from './output.ts';
import { asText, type Reading, type RecordState, spelt, union } from './readings.ts';
import { type CompiledRule, compileRule } from './rule.ts';
import { atRule, type Pass, type Sources } from './sources.ts';
import type { StatementCompiler } from './statements.ts';
import { compileTerm } from './terms.ts';

/** What rules are compiled with. */
export interface RuleSurroundings {
  readonly mapping: Mapping;
  readonly base: string;
  readonly graph: string | undefined;
  readonly sources: Sources;
  readonly passes: readonly Pass[];
  readonly state: RecordState;
  readonly output: Output;
}

type ParentPass = Pick<Pass, 'source' | 'columns'>;

/** Compiles the rules of a run, and gathers what must be made ready before and written after it. */
export class RuleCompiler {
  readonly #around: RuleSurroundings;
  readonly #suffixes = { current: [] as readonly string[] };
  /** Parents by name, with their sources opened: compiling itself waits for nothing. */
  readonly #parents = new Map<string, { readonly rule: TriplesRule; readonly pass: ParentPass }>();
  /** To be filled before the run. */
  readonly indexes: JoinIndex[] = [];
  /** To be finished after it. */
  readonly collections: Collections;

  constructor(around: RuleSurroundings) {
    this.#around = around;
    this.collections = new Collections((line) => around.output.add(line));
  }

  async compile(pass: Pass): Promise<CompiledRule[]> {
    const compiled: CompiledRule[] = [];
    for (const rule of pass.rules) {
      await this.#openParents(rule);
      compiled.push(atRule(rule, () => compileRule(rule, this.#compilerFor(rule, pass), this.#around.graph)));
    }
    return compiled;
  }

  #compilerFor(rule: TriplesRule, { source, columns }: ParentPass): StatementCompiler {
    const { base, output, sources, state } = this.#around;
    const compiler: StatementCompiler = {
      ...sources.compilerOn(source, rule.name),
      base: rule.base ?? base,
      columns,
      state,
      eachName: rule.view?.name,
      output,
      suffixes: this.#suffixes,
      compileObject: (object) => this.#compileObject(object, compiler),
    };
    return compiler;
  }

  #compileObject(object: ObjectRule, compiler: StatementCompiler): Reading {
    if (object.kind === 'join') return this.#compileJoin(object, compiler);
    const { gather } = object;
    return gather === undefined
      ? compileTerm(object, compiler)
      : compileGather({ ...object, gather }, compiler, this.collections);
  }

  async #openParents(rule: TriplesRule): Promise<void> {
    const { mapping, passes, sources } = this.#around;
    const joins = [...rule.subjects, ...rule.pairs.flatMap(({ objects }) => objects)].flatMap(joinsOf);
    for (const { parent } of joins) {
      const found = mapping.rules.find(({ name }) => name === parent);
      if (found === undefined || this.#parents.has(parent)) continue;
      const source = await sources.open(found.source);
      const columns = passes.find((pass) => pass.rules.includes(found))?.columns ?? new Map();
      this.#parents.set(parent, { rule: found, pass: { source, columns } });
    }
  }

  #compileJoin(join: JoinRule, compiler: StatementCompiler): Reading {
    const parent = this.#parents.get(join.parent);
    if (parent === undefined) throw new RefusedInput([unknownParent(join)]);
    // What is wrong with the parent's records is told when they are mapped themselves.
    const inParent = { ...this.#compilerFor(parent.rule, parent.pass), faults: NO_FAULTS };
    const subjects = union(parent.rule.subjects.map((subject) => compileTerm(subject, inParent)));
    // Without conditions on one source, the parent's subject is made from the very same record.
    if (join.conditions.length === 0 && parent.pass.source === compiler.source) return subjects;
    const { state } = this.#around;
    // What all subjects have in common need not be kept a million times.
    const { open, values, spelling, close } = subjects.spelt ?? asText(subjects);
    const index = new JoinIndex(parent.pass.source, parentKeys(join.conditions, inParent), values, (row) => {
      state.row = row;
    });
    this.indexes.push(index);
    return spelt(joined(childKeys(join.conditions, compiler), index), open, spelling, close);
  }
}

const joinsOf = (object: ObjectRule): readonly JoinRule[] =>
  object.kind === 'join' ? [object] : (object.gather?.members.flatMap(joinsOf) ?? []);

const unknownParent = ({ place, parent }: JoinRule) => ({
  place,
  found: { fr: `La règle « ${parent} » n’existe pas.`, en: `There is no rule “${parent}”.` },
  remedy: { fr: 'Corrigez le nom de la règle parente.', en: 'Correct the name of the parent rule.' },
});
