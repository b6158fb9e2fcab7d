import type { Bilingual, Vocabulary } from '../../model/index.ts';

/** Tells of a value that gave nothing, by a code of `FAULT_MESSAGES`. */
export type Note = (code: string, value: string) => void;

export interface FunctionContext {
  readonly note: Note;
  /** A vocabulary by the slug of its dataset. */
  vocabulary(slug: string): Vocabulary | undefined;
}

/** Values of the arguments, in the order of the parameters; an argument that was not given is empty. */
export type Arguments = readonly (readonly string[])[];

/** A total function: it never throws, whatever the texts; what it cannot read it notes. */
export type Run = (args: Arguments, context: FunctionContext) => readonly string[];

/** A parameter in FnO's sense. Mappings name it by `name`, `predicate` or `iri`. */
export interface FunctionParameter {
  /** Local name, as YARRRML writes it. */
  readonly name: string;
  /** `fno:predicate`. */
  readonly predicate: string;
  /** The `fno:Parameter` itself, which `rml:parameter` names. */
  readonly iri: string;
  readonly required: boolean;
  readonly description: Bilingual;
  /** `fno:type`; absent: `xsd:string`. */
  readonly type?: string;
  /** The only values a constant may have. */
  readonly oneOf?: readonly string[];
  /** A constant is the slug of a vocabulary. */
  readonly namesVocabulary?: true;
  /** When faults met in this argument are told: never; where the call gives nothing; absent: always. */
  readonly faults?: 'never' | 'where-nothing';
}

/** A call and what it gives: documentation and a test at once. An argument left out is not given. */
export interface FunctionExample {
  readonly args: Readonly<Record<string, string | readonly string[]>>;
  readonly gives: readonly string[];
  /** Codes of the faults it notes; absent: none. */
  readonly notes?: readonly string[];
}

/** A mapping function with its documentation: one entry of the registry. */
export interface FunctionDescription {
  readonly iri: string;
  /** Local name. */
  readonly name: string;
  readonly description: Bilingual;
  readonly parameters: readonly FunctionParameter[];
  /** What `rml:return` may name: outputs and their predicates. */
  readonly outputs: readonly string[];
  /** Natural datatype of the values, where it is not `xsd:string`. */
  readonly datatype?: string;
  readonly examples: readonly FunctionExample[];
  readonly run: Run;
}

type Apply = (value: string, options: readonly string[], context: FunctionContext) => string | undefined;

/** Applies to each value of the first argument, keeping empty texts; undefined gives nothing. */
export const eachKept =
  (apply: Apply): Run =>
  ([values = [], ...rest], context) => {
    const options = rest.map((argument) => argument[0] ?? '');
    const found: string[] = [];
    for (const value of values) {
      const one = apply(value, options, context);
      if (one !== undefined) found.push(one);
    }
    return found;
  };

/** Applies to each value of the first argument; the other arguments give one option each. Empty texts are nothing. */
export const each = (apply: Apply): Run => {
  const run = eachKept(apply);
  return (args, context) => run(args, context).filter((value) => value !== '');
};

export const TRUE: readonly string[] = ['true'];
export const FALSE: readonly string[] = [];

/** A claim about the arguments, for conditions: `true` or nothing. */
export const claim =
  (holds: (args: Arguments, context: FunctionContext) => boolean): Run =>
  (args, context) =>
    holds(args, context) ? TRUE : FALSE;

/** Whether values, as a condition, hold: there is one, and none says otherwise. */
export const holds = (values: readonly string[] = []): boolean =>
  values.length > 0 && values.every((value) => !/^(?:|false|0|non|no)$/i.test(value.trim()));

/** What happens to a value that cannot be read: told, passed over, or given as it is. */
export const POLICIES = ['fault', 'quiet', 'literal'] as const;

/**
 * Reads each value; one that cannot be read goes by the policy that the argument at `policyAt` names, and is noted once
 * under `code` by default. A reading that is the empty text gives nothing, and is no fault.
 */
export const reading = (
  code: string,
  read: (value: string, options: readonly string[]) => string | undefined,
  policyAt = 1,
): Run =>
  each((value, options, { note }) => {
    const found = read(value, options);
    if (found !== undefined) return found;
    const policy = options[policyAt - 1];
    if (policy === 'literal') return value;
    if (policy !== 'quiet') note(code, value);
    return undefined;
  });
