import type { Vocabulary } from '../../model/index.ts';

/** Tells of a value that gave nothing, by a code of `FAULT_MESSAGES`. */
export type Note = (code: string, value: string) => void;

export interface FunctionContext {
  readonly note: Note;
  /** A vocabulary by the slug of its dataset. */
  vocabulary(slug: string): Vocabulary | undefined;
}

/** Values of the arguments, in the order of the parameters; an argument that was not given is empty. */
export type Arguments = readonly (readonly string[])[];

/** A mapping function: named after its local name, open to addition by one entry in one file. */
export interface MappingFunction {
  readonly parameters: readonly string[];
  /** How many of the parameters must be given. */
  readonly required: number;
  readonly run: (args: Arguments, context: FunctionContext) => readonly string[];
}

/** Applies to each value of the first argument; the other arguments give one option each. Undefined gives nothing. */
export const each = (
  parameters: readonly string[],
  required: number,
  apply: (value: string, options: readonly string[], context: FunctionContext) => string | undefined,
): MappingFunction => ({
  parameters,
  required,
  run([values = [], ...rest], context) {
    const options = rest.map((argument) => argument[0] ?? '');
    return values
      .map((value) => apply(value, options, context))
      .filter((value) => value !== undefined && value !== '') as string[];
  },
});

export const TRUE: readonly string[] = ['true'];
export const FALSE: readonly string[] = [];

/** A claim about the arguments, for conditions: `true` or nothing. */
export const claim = (
  parameters: readonly string[],
  holds: (args: Arguments) => boolean,
): MappingFunction => ({
  parameters,
  required: parameters.length,
  run: (args) => (holds(args) ? TRUE : FALSE),
});
