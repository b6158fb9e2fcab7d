import type { Place } from '../../model/index.ts';
import { type Expression, type ObjectRule, type Reference, referencesOf, type TermRule } from '../rules.ts';
import type { AbsenceReason } from './absences.ts';
import { compileExpression } from './expressions.ts';
import { NO_FAULTS } from './held-faults.ts';
import type { Compiler } from './readings.ts';

/** Counts why a term has no text in a record, where nothing was wrong. */
export type Explain = (record: unknown) => void;

/** Of a term: the first of its references that has no value, those of its language and datatype included. */
export const explainTerm = (
  { expression, language, datatype, place }: TermRule,
  compiler: Compiler,
): Explain => explain([expression, language, datatype], place, 'nothing', compiler);

/** Of an object: a join may have a key that nothing matches; members of a collection tell of themselves. */
export function explainObject(object: ObjectRule, compiler: Compiler): Explain {
  const { place } = object;
  if (object.kind === 'join')
    return explain(
      object.conditions.map(({ child }) => child),
      place,
      'unmatched',
      compiler,
    );
  return object.gather === undefined ? explainTerm(object, compiler) : () => undefined;
}

/** @param otherwise the reason where every reference has a value */
function explain(
  expressions: readonly (Expression | undefined)[],
  place: Place,
  otherwise: AbsenceReason,
  compiler: Compiler,
): Explain {
  const references = expressions.flatMap(referencesOf);
  const [only] = references;
  const [expression] = expressions;
  // A reference alone can only be empty: nothing needs to be read again.
  if (otherwise === 'nothing' && references.length === 1 && only && expression === only)
    return counting(only, place, compiler);
  const causes = references.map((reference) => ({
    read: compileExpression(reference, { ...compiler, faults: NO_FAULTS }).all,
    count: counting(reference, place, compiler),
  }));
  const rest = compiler.absences.counter(otherwise, place, only?.name ?? '');
  return (record) => {
    const cause = causes.find(({ read }) => read(record).length === 0);
    if (cause) cause.count(record);
    else rest.count++;
  };
}

function counting({ name }: Reference, place: Place, { absences }: Compiler): Explain {
  const absence = absences.counter('empty', place, name);
  return () => {
    absence.count++;
  };
}
