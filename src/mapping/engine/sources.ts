import {
  type Complaint,
  type RecordSource,
  ReferenceSyntaxError,
  RefusedInput,
  type SelectFromFile,
  type UnknownColumn,
} from '../../model/index.ts';
import { openSource } from '../../sources/index.ts';
import { type ResolvedColumns, resolveColumns, unknownOf } from '../columns.ts';
import type { LogicalViewRule, Mapping, SourceRule, TriplesRule } from '../rules.ts';
import { expressionsOfFields } from '../view-fields.ts';
import { columnOf, compileExpression } from './expressions.ts';
import { openQuery } from './query-source.ts';
import type { Compiler } from './readings.ts';
import { openView } from './view-source.ts';

/** Sources of a run: each opened once, views made over them. */
export class Sources {
  readonly #given: RecordSource | undefined;
  readonly #opened = new Map<string, Promise<RecordSource>>();
  readonly #context: Pick<Compiler, 'base' | 'vocabularies' | 'faults' | 'absences'>;
  readonly #select: SelectFromFile | undefined;
  readonly #isStrict: boolean;
  /** Columns that views name and their tables do not have; known once the sources are open. */
  readonly unknown: UnknownColumn[] = [];

  constructor(
    given: RecordSource | undefined,
    context: Pick<Compiler, 'base' | 'vocabularies' | 'faults' | 'absences'>,
    { select, isStrict }: { readonly select: SelectFromFile | undefined; readonly isStrict: boolean },
  ) {
    this.#given = given;
    this.#select = select;
    this.#isStrict = isStrict;
    this.#context = context;
  }

  /** The source of a rule: its own, else the one the run was given. */
  open(rule: SourceRule | undefined): Promise<RecordSource> {
    if (rule === undefined) {
      if (this.#given === undefined)
        throw new TypeError('A rule without a source needs the run to be given one.');
      return Promise.resolve(this.#given);
    }
    const known = this.#opened.get(rule.id);
    if (known) return known;
    const opened = this.#openAnew(rule);
    this.#opened.set(rule.id, opened);
    return opened;
  }

  async #openAnew(rule: SourceRule): Promise<RecordSource> {
    // What a source must not have ends a strict run; else it is noted, and reading goes on.
    if (rule.kind === 'source')
      return openSource(this.#isStrict ? rule.source : { ...rule.source, strict: false });
    if (rule.kind === 'view') return this.#openView(rule);
    return (await openQuery(rule, this.#context.base, this.#select)) as unknown as RecordSource;
  }

  async #openView(rule: LogicalViewRule): Promise<RecordSource> {
    const on = await this.open(rule.on);
    if (on.columns) this.unknown.push(...unknownOf(expressionsOfFields(rule.fields), on.columns, on.shown));
    return (await openView(rule, {
      open: (on) => this.open(on),
      compileOn: (source) => (expression) => compileExpression(expression, this.compilerOn(source, rule.id)),
      unmatched: ({ place, conditions: [first] }) =>
        this.#context.absences.counter('unmatched', place, columnOf(first?.child)),
    })) as RecordSource;
  }

  /** A compiler for expressions alone. */
  compilerOn(source: RecordSource, rule: string): Compiler {
    return {
      ...this.#context,
      source,
      columns: new Map(),
      state: { row: 0, each: [] },
      eachName: undefined,
      rule,
    };
  }
}

/** Rules that are mapped in one pass: those of one source. */
export interface Pass extends ResolvedColumns {
  readonly source: RecordSource;
  readonly rules: readonly TriplesRule[];
}

/** Where there is no header, any reference may be one. */
const NO_HEADER: ResolvedColumns = { columns: new Map(), missing: [], unused: [], unknown: [] };

/** Groups rules by source and resolves their columns. @throws RefusedInput for columns a source does not have, where asked */
export async function planPasses(
  mapping: Mapping,
  sources: Sources,
  checkColumns: boolean,
): Promise<readonly Pass[]> {
  const groups = Map.groupBy(mapping.rules, ({ source }) => source?.id ?? '');
  const passes: Pass[] = [];
  const complaints: Complaint[] = [];
  for (const rules of groups.values()) {
    const source = await sources.open(rules[0]?.source);
    const { columns: header, shown } = source;
    const resolved = header ? resolveColumns(mapping, { header, rules, shown }) : NO_HEADER;
    if (checkColumns) complaints.push(...resolved.unknown);
    passes.push({ ...resolved, source, rules });
  }
  if (checkColumns) complaints.push(...sources.unknown);
  if (complaints.length > 0) throw new RefusedInput(complaints);
  return passes;
}

/** Turns a reference that its source does not understand into a complaint at the rule. */
export function atRule<T>(rule: Pick<TriplesRule, 'place' | 'name'>, compile: () => T): T {
  try {
    return compile();
  } catch (error) {
    if (!(error instanceof ReferenceSyntaxError)) throw error;
    throw new RefusedInput([badReference(rule, error)]);
  }
}

const badReference = (
  { place, name }: Pick<TriplesRule, 'place' | 'name'>,
  { reference, message }: ReferenceSyntaxError,
): Complaint => ({
  place,
  found: {
    fr: `Dans « ${name} », la référence « ${reference} » n’est pas comprise : ${message}`,
    en: `In “${name}”, the reference “${reference}” is not understood: ${message}`,
  },
  remedy: { fr: 'Corrigez-la dans le mapping.', en: 'Correct it in the mapping.' },
});
