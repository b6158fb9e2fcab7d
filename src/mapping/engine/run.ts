import type { Located, MappedChunk, MappingReport, Origin, RecordSource } from '../../model/index.ts';
import type { TriplesRule } from '../rules.ts';
import { Absences } from './absences.ts';
import { columnOf } from './expressions.ts';
import { FaultCollector, sourceFaults } from './faults.ts';
import type { Collections } from './gather.ts';
import { CHUNK, Output } from './output.ts';
import { NOTHING, type RecordState } from './readings.ts';
import type { MappingRequest, RunProgress } from './request.ts';
import type { CompiledRule } from './rule.ts';
import { RuleCompiler } from './rule-compiler.ts';
import { type Pass, planPasses, Sources } from './sources.ts';

/** Who reads the chunks is told of the run after so many records, even where there is nothing to write. */
const OFTEN = 16_384;

/** Maps everything a mapping speaks of. The chunks are made as they are asked for: who stops reading stops the run. */
export class Run {
  readonly #request: MappingRequest;
  readonly #faults: FaultCollector;
  readonly #output = new Output();
  readonly #absences = new Absences();
  readonly #state: RecordState = { row: 0, each: [] };
  readonly #sources: Sources;
  #passes: readonly Pass[] = [];
  #records = 0;
  #skipped = 0;
  /** The source at hand, as a person would type it. */
  #file = '';
  #origins: Origin[] = [];
  #collections: Collections | undefined;

  constructor(request: MappingRequest) {
    this.#request = request;
    this.#faults = new FaultCollector(request.policy ?? 'skip-term');
    const vocabularies = request.vocabularies ?? new Map();
    const context = {
      base: request.base,
      vocabularies,
      faults: this.#faults,
      absences: this.#absences,
    };
    this.#sources = new Sources(request.source, context, {
      select: request.select,
      isStrict: request.policy === 'strict',
    });
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
    this.#collections = compiler.collections;
    const compiled: CompiledRule[][] = [];
    for (const pass of this.#passes) compiled.push(await compiler.compile(pass));
    for (const index of compiler.indexes) await index.fill();
    for (const [at, pass] of this.#passes.entries()) yield* this.#pass(pass, compiled[at] ?? []);
    compiler.collections.finish();
    await this.#emptyTargets(0);
    if (this.#output.size > 0) yield this.#taken();
  }

  get progress(): RunProgress {
    return { records: this.#records, statements: this.#output.statements };
  }

  report(): MappingReport {
    const read = new Set(this.#passes.map(({ source }) => source));
    return {
      ...this.progress,
      skippedRecords: this.#skipped,
      absences: this.#absences.groups(),
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
    const isSkipped = this.#faults.policy === 'skip-record' ? raggedRows(source) : () => false;
    for await (const batch of source.records()) {
      for (const record of batch) {
        if (isSkipped(record.row)) this.#skip();
        else this.#map(source.shown, rules, record);
        if (this.#output.size >= CHUNK || this.#records % OFTEN === 0) yield this.#taken();
      }
      await this.#emptyTargets(CHUNK);
    }
  }

  #skip(): void {
    this.#records++;
    this.#skipped++;
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

  #map(file: string, rules: readonly CompiledRule[], located: Located<unknown>): void {
    this.#records++;
    this.#file = file;
    this.#faults.begin(file, located);
    this.#state.row = located.row;
    const back = this.#faults.policy === 'skip-record' ? this.#mark() : undefined;
    const origins = this.#origins.length;
    for (const rule of rules) this.#apply(rule, located);
    if (back === undefined || !this.#faults.isFaulty) return;
    back();
    this.#skipped++;
    this.#origins.length = origins;
  }

  /** What was said so far, to come back to. */
  #mark(): () => void {
    const marks = [this.#output.mark(), this.#absences.mark(), this.#collections?.mark()];
    return () => {
      for (const back of marks) back?.();
    };
  }

  #apply(compiled: CompiledRule, located: Located<unknown>): void {
    const { each } = compiled;
    if (each === undefined) this.#describe(compiled, located);
    else {
      for (const value of each(located.record)) {
        this.#state.each = [value];
        this.#describe(compiled, located);
      }
    }
  }

  #describe(compiled: CompiledRule, located: Located<unknown>): void {
    const { record } = located;
    if (!compiled.holds(record)) return;
    const { noted } = this.#faults;
    const { one, all } = compiled.subjects.values;
    const only = one?.(record);
    if (only !== undefined) this.#say(compiled, only, located);
    else {
      const values = one === undefined ? all(record) : NOTHING;
      if (values.length === 0 && this.#faults.noted === noted) this.#noteEmpty(compiled.rule);
      for (const value of values) this.#say(compiled, value, located);
    }
  }

  /** Everything that a rule says of one subject. */
  #say({ subjects, pairs, identifies }: CompiledRule, value: string, located: Located<unknown>): void {
    const { record, row, line } = located;
    const output = this.#output;
    output.begin(subjects.open, value, subjects.spelling, subjects.close);
    if (this.#request.origins !== false) {
      const { subject } = output;
      if (subject.startsWith('<'))
        this.#origins.push({ subject: subject.slice(1, -1), file: this.#file, row, line, identifies });
    }
    for (const say of pairs) say(record);
  }

  #noteEmpty({ place, subjects: [subject] }: TriplesRule): void {
    this.#faults.note('empty-subject', subject?.place ?? place, columnOf(subject?.expression), '');
  }
}

/** Tells rows that reading found faulty, of those that have been read. */
function raggedRows({ faults }: RecordSource): (row: number) => boolean {
  const rows = new Set<number>();
  let known = 0;
  return (row) => {
    for (; known < faults.length; known++) rows.add(faults[known]?.row ?? 0);
    return rows.has(row);
  };
}
