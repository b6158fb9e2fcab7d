import { NotAScalar } from '../../model/index.ts';
import { argumentOf } from '../arguments.ts';
import { findFunction } from '../functions/index.ts';
import {
  type Argument,
  type Call,
  type Expression,
  itemsOfArgument,
  type Reference,
  referencesOf,
} from '../rules.ts';
import { HeldFaults, NO_FAULTS } from './held-faults.ts';
import {
  type Compiler,
  constant,
  NO_READING,
  NOTHING,
  type Read,
  type Reading,
  type ReadOne,
  single,
  union,
} from './readings.ts';

const identity = (value: string): string => value;

/**
 * Compiles an expression.
 * @param encode what happens to the values that a template takes in
 */
export function compileExpression(
  expression: Expression,
  compiler: Compiler,
  encode: (value: string) => string = identity,
): Reading {
  switch (expression.kind) {
    case 'constant':
      return constant(expression.value);
    case 'reference':
      return compileReference(expression, compiler);
    case 'template':
      return compileTemplate(expression.parts, compiler, encode);
    case 'call':
      return compileCall(expression, compiler);
  }
}

function compileReference(reference: Reference, compiler: Compiler): Reading {
  const { columns, eachName, source, state } = compiler;
  const { name } = reference;
  if (name === eachName) return { all: () => state.each };
  const column = columns.has(name) ? columns.get(name) : name;
  if (column === undefined) return NO_READING;
  const one = source.single?.(column);
  // Cells of a table are always scalars.
  if (one && source.columns && !source.datatypes) return single(one);
  const guard = scalarGuard(reference, compiler);
  const datatypes = source.datatypes?.(column);
  const datatype = source.datatype?.(column);
  const reading: Reading = one
    ? single(guard(one, undefined))
    : { all: guard(source.reference(column), NOTHING) };
  return {
    ...reading,
    ...(datatypes && { datatypes: scalarsOnly(datatypes, []) }),
    ...(datatype && { datatype: scalarsOnly(datatype, undefined) }),
  };
}

/** Reads of a reference for which an object or a list is a fault of the term. */
function scalarGuard({ place, name }: Reference, { faults }: Compiler) {
  return <T>(read: (record: unknown) => T, nothing: T) =>
    (record: unknown): T => {
      try {
        return read(record);
      } catch (error) {
        if (!(error instanceof NotAScalar)) throw error;
        faults.note('not-a-scalar', place, name, error.shown);
        return nothing;
      }
    };
}

/** Their datatypes, of which nothing more needs to be said. */
function scalarsOnly<T>(read: (record: unknown) => T, nothing: T): (record: unknown) => T {
  return (record) => {
    try {
      return read(record);
    } catch (error) {
      if (!(error instanceof NotAScalar)) throw error;
      return nothing;
    }
  };
}

/** Every combination of the references' values; a reference without value gives nothing. */
function compileTemplate(
  parts: readonly (string | Reference)[],
  compiler: Compiler,
  encode: (value: string) => string,
): Reading {
  const reads = parts.map((part) => (typeof part === 'string' ? part : compileReference(part, compiler)));
  const ones = reads.map((read) => (typeof read === 'string' ? read : read.one));
  if (ones.every((one) => one !== undefined)) return single(joinOnes(ones, encode));
  return { all: joinAll(reads, encode) };
}

function joinOnes(parts: readonly (string | ReadOne)[], encode: (value: string) => string): ReadOne {
  return (record) => {
    let text = '';
    for (const part of parts) {
      if (typeof part === 'string') text += part;
      else {
        const value = part(record);
        if (value === undefined) return undefined;
        text += encode(value);
      }
    }
    return text;
  };
}

function joinAll(parts: readonly (string | Reading)[], encode: (value: string) => string): Read {
  return (record) => {
    let texts: string[] = [''];
    for (const part of parts) {
      if (typeof part === 'string') texts = texts.map((text) => text + part);
      else {
        const values = part.all(record).map(encode);
        texts = texts.flatMap((text) => values.map((value) => text + value));
      }
    }
    return texts;
  };
}

function compileCall(call: Call, compiler: Compiler): Reading {
  const { faults, vocabularies } = compiler;
  const known = findFunction(call.function);
  if (known === undefined) return NO_READING;
  const held = new HeldFaults();
  const heard = { never: NO_FAULTS, 'where-nothing': held };
  const reads = known.parameters.map((parameter) => {
    const given = argumentOf(call, known, parameter);
    const inner = parameter.faults ? { ...compiler, faults: heard[parameter.faults] } : compiler;
    return given === undefined ? () => NOTHING : compileArgument(given, inner).all;
  });
  const column = columnOf(call);
  const context = {
    note: (code: string, value: string) => faults.note(code, call.place, column, value),
    vocabulary: (slug: string) => vocabularies.get(slug),
  };
  const all: Read = (record) => {
    const found = known.run(
      reads.map((read) => read(record)),
      context,
    );
    if (held.noted > 0) {
      if (found.length === 0) held.tell(faults);
      else held.forget();
    }
    return found;
  };
  const { datatype } = known;
  return datatype === undefined ? { all } : { all, datatypes: (record) => all(record).map(() => datatype) };
}

const compileArgument = (given: Argument, compiler: Compiler): Reading =>
  union(itemsOfArgument(given).map((item) => compileExpression(item, compiler)));

/** The column a fault names: the first that the expression reads. */
export const columnOf = (expression: Expression | undefined): string =>
  referencesOf(expression)[0]?.name ?? '';

/** A condition holds where its expression gives `true`. */
export function compileCondition(
  condition: Expression | undefined,
  compiler: Compiler,
): ((record: unknown) => boolean) | undefined {
  if (condition === undefined) return undefined;
  const { all } = compileExpression(condition, compiler);
  return (record) => all(record)[0] === 'true';
}
