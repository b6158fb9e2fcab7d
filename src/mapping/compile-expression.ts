import type { RecordSource, Vocabulary } from '../model/index.ts';
import { localName } from './check.ts';
import type { FaultCollector } from './faults.ts';
import { FUNCTIONS } from './functions/index.ts';
import { type Expression, type Reference, referencesOf } from './rules.ts';

export type Values = readonly string[];
/** What an expression becomes: from a record to all its values. */
export type Read = (record: unknown) => Values;

/** What compiling needs beside the rules. */
export interface CompileContext {
  readonly source: RecordSource;
  /** Reference → column of this source; undefined where the column is absent. */
  readonly columns: ReadonlyMap<string, string | undefined>;
  readonly base: string;
  readonly vocabularies: ReadonlyMap<string, Vocabulary>;
  readonly faults: FaultCollector;
}

/** The value of a rule's view that references read now. */
export interface ViewState {
  readonly name: string | undefined;
  value: Values;
}

export interface Compiler {
  readonly context: CompileContext;
  readonly view: ViewState;
}

const NOTHING: Values = [];

const identity = (value: string): string => value;

/** @param encode what happens to the values that a template takes in */
export function compileExpression(
  expression: Expression,
  compiler: Compiler,
  encode: (value: string) => string = identity,
): Read {
  switch (expression.kind) {
    case 'constant': {
      const constant = [expression.value];
      return () => constant;
    }
    case 'reference':
      return compileReference(expression, compiler);
    case 'template':
      return compileTemplate(expression.parts, compiler, encode);
    case 'call':
      return compileCall(expression, compiler);
  }
}

function compileReference(reference: Reference, { context, view }: Compiler): Read {
  if (reference.name === view.name) return () => view.value;
  const column = context.columns.has(reference.name) ? context.columns.get(reference.name) : reference.name;
  return column === undefined ? () => NOTHING : context.source.reference(column);
}

/** Every combination of the references' values; a reference without value gives nothing. */
function compileTemplate(
  parts: readonly (string | Reference)[],
  compiler: Compiler,
  encode: (value: string) => string,
): Read {
  const reads = parts.map((part) => (typeof part === 'string' ? part : compileReference(part, compiler)));
  return (record) => {
    let texts: string[] = [''];
    for (const part of reads) {
      if (typeof part === 'string') texts = texts.map((text) => text + part);
      else {
        const values = part(record).map(encode);
        texts = texts.flatMap((text) => values.map((value) => text + value));
      }
    }
    return texts;
  };
}

function compileCall(call: Expression & { kind: 'call' }, compiler: Compiler): Read {
  const { faults, vocabularies } = compiler.context;
  const known = FUNCTIONS[localName(call.function)];
  if (known === undefined) return () => NOTHING;
  const args = known.parameters.map(
    (name, index) => call.arguments.get(name) ?? call.arguments.get(String(index)),
  );
  const reads = args.map((arg) => (arg === undefined ? () => NOTHING : compileExpression(arg, compiler)));
  const column = columnOf(call);
  const functionContext = {
    note: (code: string, value: string) => faults.note(code, call.place, column, value),
    vocabulary: (slug: string) => vocabularies.get(slug),
  };
  return (record) =>
    known.run(
      reads.map((read) => read(record)),
      functionContext,
    );
}

/** The column a fault names: the first that the expression reads. */
export const columnOf = (expression: Expression): string => referencesOf(expression)[0]?.name ?? '';
