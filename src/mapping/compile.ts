import { escapeLiteral, isIri, xsd } from '../rdf/index.ts';
import {
  type CompileContext,
  type Compiler,
  columnOf,
  compileExpression,
  type Read,
  type Values,
  type ViewState,
} from './compile-expression.ts';
import { isWellTyped } from './datatypes.ts';
import { encodeForIri } from './iri-encoding.ts';
import type { Expression, PairRule, TermRule, TriplesRule } from './rules.ts';

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
    // The view's name may be that of the column it is made from.
    each: rule.view && compileExpression(rule.view.each, { context, view: { name: undefined, value: [] } }),
    enter: (value) => {
      view.value = [value];
    },
    holds: compileCondition(rule.condition, compiler),
    subjects: union(rule.subjects.map((term) => compileIri(term, compiler))),
    pairs: rule.pairs.map((pair) => compilePair(pair, compiler)),
  };
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
  if (datatype === undefined || datatype === xsd.string)
    return (record) => read(record).map((value) => `"${escapeLiteral(value)}"`);
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
