import type {
  Located,
  MappedChunk,
  MappingReport,
  Origin,
  RecordSource,
  Vocabulary,
} from '../model/index.ts';
import { resolveColumns } from './check.ts';
import { type CompiledRule, compileRule } from './compile.ts';
import { columnOf } from './compile-expression.ts';
import { FaultCollector, sourceFaults } from './faults.ts';
import type { Mapping, TriplesRule } from './rules.ts';

/** What a mapping run is given. */
export interface MappingRequest {
  readonly mapping: Mapping;
  readonly source: RecordSource;
  readonly base: string;
  /** Every statement goes into this graph. */
  readonly graph: string;
  /** Vocabularies that `cim:lookup` can name, by slug. */
  readonly vocabularies: ReadonlyMap<string, Vocabulary>;
}

/** Text is handed on in pieces of about this many characters. */
const CHUNK = 512 * 1024;

const subjectColumn = ({ subjects: [first] }: TriplesRule): string =>
  first === undefined ? '' : columnOf(first.expression);

interface Rule {
  readonly rule: TriplesRule;
  readonly compiled: CompiledRule;
}

/** Maps one source. The chunks are made as they are asked for: what does not read them stops the run. */
export class Run {
  readonly #request: MappingRequest;
  readonly #rules: readonly Rule[];
  readonly #faults = new FaultCollector();
  readonly #suffix: string;
  readonly #missing: readonly string[];
  readonly #unused: readonly string[];
  #records = 0;
  #statements = 0;
  #parts: string[] = [];
  #length = 0;
  #origins: Origin[] = [];

  constructor(request: MappingRequest) {
    this.#request = request;
    this.#suffix = ` <${request.graph}> .\n`;
    const resolved = request.source.columns
      ? resolveColumns(request.mapping, request.source.columns)
      : { columns: new Map(), missing: [], unused: [] };
    this.#missing = resolved.missing;
    this.#unused = resolved.unused;
    const context = { ...request, columns: resolved.columns, faults: this.#faults };
    this.#rules = request.mapping.rules.map((rule) => ({ rule, compiled: compileRule(rule, context) }));
  }

  async *chunks(): AsyncGenerator<MappedChunk> {
    for await (const batch of this.#request.source.records()) {
      for (const record of batch) {
        this.#map(record);
        if (this.#length >= CHUNK) yield this.#taken();
      }
    }
    if (this.#length > 0) yield this.#taken();
  }

  report(): MappingReport {
    return {
      records: this.#records,
      statements: this.#statements,
      faults: [...this.#faults.groups(), ...sourceFaults(this.#request.source)],
      missingColumns: this.#missing,
      unusedColumns: this.#unused,
    };
  }

  #taken(): MappedChunk {
    const chunk = { nquads: this.#parts.join(''), origins: this.#origins };
    this.#parts = [];
    this.#origins = [];
    this.#length = 0;
    return chunk;
  }

  #map(located: Located<unknown>): void {
    this.#records++;
    this.#faults.row = located.row;
    this.#faults.line = located.line;
    for (const rule of this.#rules) this.#apply(rule, located);
  }

  #apply({ rule, compiled }: Rule, located: Located<unknown>): void {
    if (compiled.each === undefined) {
      this.#describe(rule, compiled, located);
      return;
    }
    for (const value of compiled.each(located.record)) {
      compiled.enter(value);
      this.#describe(rule, compiled, located);
    }
  }

  #describe(rule: TriplesRule, compiled: CompiledRule, { record, row, line }: Located<unknown>): void {
    if (!compiled.holds(record)) return;
    const subjects = compiled.subjects(record);
    if (subjects.length === 0)
      this.#faults.note('empty-subject', rule.subjects[0]?.place ?? rule.place, subjectColumn(rule), '');
    for (const subject of subjects) {
      this.#origins.push({ subject, row, line });
      for (const pair of compiled.pairs) {
        if (pair.holds(record)) this.#state(subject, pair.predicates(record), pair.objects(record));
      }
    }
  }

  #state(subject: string, predicates: readonly string[], objects: readonly string[]): void {
    for (const predicate of predicates) {
      for (const object of objects) {
        const line = `<${subject}> ${predicate} ${object}${this.#suffix}`;
        this.#parts.push(line);
        this.#length += line.length;
        this.#statements++;
      }
    }
  }
}
