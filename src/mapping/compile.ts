import type { RecordSource, Vocabulary } from '../model/index.ts';
import { escapeLiteral, isIri } from '../rdf/index.ts';
import { localName } from './check.ts';
import { isWellTyped } from './datatypes.ts';
import type { FaultCollector } from './faults.ts';
import { FUNCTIONS } from './functions/index.ts';
import {
  type Expression,
  type PairRule,
  type Reference,
  referencesOf,
  type TermRule,
  type TriplesRule,
} from './rules.ts';

type Values = readonly string[];
/** What an expression becomes: from a record to all its values. */
type Read = (record: unknown) => Values;

/** What compiling needs beside the rules. */
export interface CompileContext {
  readonly source: RecordSource;
  /** Reference → column of this source; undefined where the column is absent. */
  readonly columns: ReadonlyMap<string, string | undefined>;
  readonly base: string;
  readonly vocabularies: ReadonlyMap<string, Vocabulary>;
  readonly faults: FaultCollector;
}

/** A triples map as closures: subjects as IRIs, and pairs that give predicates and objects as N-Quads text. */
export interface CompiledRule {
  /** Records of the view, or undefined where the rule has none. */
  readonly each: Read | undefined;
  /** Makes one value of the view the one that references read. */
  enter(value: string): void;
  readonly holds: (record: unknown) => boolean;
  readonly subjects: Read;
  readonly pairs: readonly CompiledPair[];
}

export interface CompiledPair {
  readonly holds: (record: unknown) => boolean;
  readonly predicates: Read;
  readonly objects: Read;
}

const NOTHING: Values = [];

export function compileRule(rule: TriplesRule, context: CompileContext): CompiledRule {
  const view: ViewState = { name: rule.view?.name, value: [] };
  const compiler = { context, view };
  return {
    each: rule.view && compileExpression(rule.view.each, compiler),
    enter: (value) => {
      view.value = [value];
    },
    holds: compileCondition(rule.condition, compiler),
    subjects: union(rule.subjects.map((term) => compileIri(term, compiler))),
    pairs: rule.pairs.map((pair) => compilePair(pair, compiler)),
  };
}

interface ViewState {
  readonly name: string | undefined;
  value: Values;
}

interface Compiler {
  readonly context: CompileContext;
  readonly view: ViewState;
}

function compilePair(pair: PairRule, compiler: Compiler): CompiledPair {
  return {
    holds: compileCondition(pair.condition, compiler),
    predicates: union(pair.predicates.map((term) => bracketed(compileIri(term, compiler)))),
    objects: union(pair.objects.map((term) => compileObject(term, compiler))),
  };
}

function compileObject(term: TermRule, compiler: Compiler): Read {
  return term.termType === 'iri' ? bracketed(compileIri(term, compiler)) : compileLiteral(term, compiler);
}

const bracketed =
  (read: Read): Read =>
  (record) =>
    read(record).map((iri) => `<${iri}>`);

function union(reads: readonly Read[]): Read {
  const only = reads[0];
  return reads.length === 1 && only ? only : (record) => reads.flatMap((read) => read(record));
}

function compileCondition(
  condition: Expression | undefined,
  compiler: Compiler,
): (record: unknown) => boolean {
  if (condition === undefined) return () => true;
  const read = compileExpression(condition, compiler);
  return (record) => read(record)[0] === 'true';
}

/** Values as absolute IRIs: relative ones are put behind the base, illegal ones noted and left out. */
function compileIri(term: TermRule, compiler: Compiler): Read {
  const { base, faults } = compiler.context;
  const read = compileExpression(term.expression, compiler, encodeForIri);
  const column = columnOf(term.expression);
  const absolute = (value: string): string | undefined => {
    const iri = /^[A-Za-z][A-Za-z0-9+.-]*:/.test(value) ? value : base + value;
    if (isIri(iri)) return iri;
    faults.note('illegal-iri', term.place, column, value);
    return undefined;
  };
  if (term.expression.kind === 'constant') {
    const iri = absolute(term.expression.value);
    const constant = iri === undefined ? NOTHING : [iri];
    return () => constant;
  }
  return (record) =>
    read(record)
      .map(absolute)
      .filter((iri) => iri !== undefined);
}

function compileLiteral(term: TermRule, compiler: Compiler): Read {
  const read = compileExpression(term.expression, compiler);
  const { language, datatype } = term;
  if (language !== undefined)
    return (record) => read(record).map((value) => `"${escapeLiteral(value)}"@${language}`);
  if (datatype === undefined) return (record) => read(record).map((value) => `"${escapeLiteral(value)}"`);
  const { faults } = compiler.context;
  const column = columnOf(term.expression);
  const wellTyped = (value: string): boolean => {
    if (isWellTyped(value, datatype)) return true;
    faults.note('ill-typed', term.place, column, value);
    return false;
  };
  return (record) =>
    read(record)
      .filter(wellTyped)
      .map((value) => `"${escapeLiteral(value)}"^^<${datatype}>`);
}

/** RFC 3987 `iunreserved` stays, everything else is percent-encoded: accents remain readable. */
const NOT_UNRESERVED =
  /[^A-Za-z0-9\-._~\u{A0}-\u{D7FF}\u{F900}-\u{FDCF}\u{FDF0}-\u{FFEF}\u{10000}-\u{EFFFD}]/gu;

function encodeForIri(value: string): string {
  return value.replace(NOT_UNRESERVED, (c) =>
    Array.from(
      new TextEncoder().encode(c),
      (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
    ).join(''),
  );
}

const identity = (value: string): string => value;

/** @param encode what happens to the values that a template takes in */
function compileExpression(
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
const columnOf = (expression: Expression): string => referencesOf(expression)[0]?.name ?? '';
