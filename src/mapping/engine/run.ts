import type {
  Located,
  MappedChunk,
  MappingReport,
  Origin,
  RecordSource,
  SelectFromFile,
  UnknownColumn,
  Vocabulary,
} from '../../model/index.ts';
import { NotAScalar } from '../../model/index.ts';
import type { Mapping, TargetRule, TriplesRule } from '../rules.ts';
import { columnOf } from './expressions.ts';
import { FaultCollector, type Policy, sourceFaults } from './faults.ts';
import { Output } from './output.ts';
import type { RecordState } from './readings.ts';
import type { CompiledRule } from './rule.ts';
import { RuleCompiler } from './rule-compiler.ts';
import { type Pass, planPasses, Sources } from './sources.ts';

/** What a mapping run is given. */
export interface MappingRequest {
  readonly mapping: Mapping;
  /** The source of rules that name none. */
  readonly source?: RecordSource;
  readonly base: string;
  /** Graph of statements whose rule names none; absent: the default graph. */
  readonly graph?: string;
  /** Vocabularies that `cim:lookup` can name, by slug. */
  readonly vocabularies?: ReadonlyMap<string, Vocabulary>;
  /** What happens on a fault: the run ends, the term is left out (default), the record is left out. */
  readonly policy?: Policy;
  /** Receives what goes to targets. */
  readonly toTarget?: (target: TargetRule, nquads: string) => Promise<void>;
  /** Is told once, before any record is mapped, the columns that the mapping names and its sources do not have. */
  readonly tellUnknown?: (columns: readonly UnknownColumn[]) => void;
  /** Answers sources that are queries on RDF files. */
  readonly select?: SelectFromFile;
}

/** Text is handed on in pieces of about this many characters. */
const CHUNK = 512 * 1024;

/** Maps everything a mapping speaks of. The chunks are made as they are asked for: who stops reading stops the run. */
export class Run {
  readonly #request: MappingRequest;
  readonly #faults: FaultCollector;
  readonly #output = new Output();
  readonly #state: RecordState = { row: 0, each: [] };
  readonly #sources: Sources;
  #passes: readonly Pass[] = [];
  #records = 0;
  #origins: Origin[] = [];

  constructor(request: MappingRequest) {
    this.#request = request;
    this.#faults = new FaultCollector(request.policy ?? 'skip-term');
    const vocabularies = request.vocabularies ?? new Map();
    const context = { base: request.base, vocabularies, faults: this.#faults };
    this.#sources = new Sources(request.source, context, request.select);
  }

  async *chunks(): AsyncGenerator<MappedChunk> {
    const { mapping, policy } = this.#request;
    this.#passes = await planPasses(mapping, this.#sources, policy === 'strict');
    const { unknownColumns = [] } = this.#unknownColumns();
    if (unknownColumns.length > 0) this.#request.tellUnknown?.(unknownColumns);
    const compiler = new RuleCompiler({
      mapping,
      base: this.#request.base,
      graph: this.#request.graph,
      sources: this.#sources,
      passes: this.#passes,
      state: this.#state,
      output: this.#output,
    });
    const compiled: CompiledRule[][] = [];
    for (const pass of this.#passes) compiled.push(await compiler.compile(pass));
    for (const index of compiler.indexes) await index.fill();
    for (const [at, pass] of this.#passes.entries()) yield* this.#pass(pass, compiled[at] ?? []);
    compiler.collections.finish();
    await this.#emptyTargets(0);
    if (this.#output.text !== '') yield this.#taken();
  }

  report(): MappingReport {
    const read = new Set(this.#passes.map(({ source }) => source));
    return {
      records: this.#records,
      statements: this.#output.statements,
      faults: [...this.#faults.groups(), ...[...read].flatMap(sourceFaults)],
      missingColumns: [...new Set(this.#passes.flatMap(({ missing }) => missing))],
      unusedColumns: [...new Set(this.#passes.flatMap(({ unused }) => unused))],
      ...this.#unknownColumns(),
    };
  }

  #unknownColumns(): Pick<MappingReport, 'unknownColumns'> {
    const unknownColumns = [...this.#passes.flatMap(({ unknown }) => unknown), ...this.#sources.unknown];
    // Where they refused the run, no pass was planned.
    return this.#passes.length === 0 || unknownColumns.length === 0 ? {} : { unknownColumns };
  }

  async *#pass({ source }: Pass, rules: readonly CompiledRule[]): AsyncGenerator<MappedChunk> {
    for await (const batch of source.records()) {
      for (const record of batch) {
        this.#map(rules, record);
        if (this.#output.text.length >= CHUNK) yield this.#taken();
      }
      await this.#emptyTargets(CHUNK);
    }
  }

  async #emptyTargets(atLeast: number): Promise<void> {
    const { toTarget } = this.#request;
    for (const { target, text } of this.#output.takeTargets(atLeast)) await toTarget?.(target, text);
  }

  #taken(): MappedChunk {
    const origins = this.#origins;
    this.#origins = [];
    return { nquads: this.#output.take(), origins };
  }

  #map(rules: readonly CompiledRule[], located: Located<unknown>): void {
    this.#records++;
    this.#faults.begin(located);
    this.#state.row = located.row;
    const back = this.#faults.policy === 'skip-record' ? this.#output.mark() : undefined;
    const origins = this.#origins.length;
    for (const rule of rules) this.#apply(rule, located);
    if (back === undefined || !this.#faults.isFaulty) return;
    back();
    this.#origins.length = origins;
  }

  #apply(compiled: CompiledRule, located: Located<unknown>): void {
    try {
      if (compiled.each === undefined) this.#describe(compiled, located);
      else {
        for (const value of compiled.each(located.record)) {
          this.#state.each = [value];
          this.#describe(compiled, located);
        }
      }
    } catch (error) {
      if (!(error instanceof NotAScalar)) throw error;
      this.#faults.note('not-a-scalar', compiled.rule.place, error.reference, '');
    }
  }

  #describe(
    { rule, identifies, holds, subjects, pairs }: CompiledRule,
    { record, row, line }: Located<unknown>,
  ): void {
    if (holds !== undefined && !holds(record)) return;
    const found = subjects.all(record);
    if (found.length === 0) this.#noteEmpty(rule);
    for (const subject of found) {
      if (subject.startsWith('<'))
        this.#origins.push({ subject: subject.slice(1, -1), row, line, identifies });
      for (const say of pairs) say(subject, record);
    }
  }

  #noteEmpty({ place, subjects: [subject] }: TriplesRule): void {
    this.#faults.note('empty-subject', subject?.place ?? place, columnOf(subject?.expression), '');
  }
}
