import { rml } from '../../rdf/index.ts';
import type { FieldRule, LogicalViewRule } from '../rules.ts';
import { expressionStatements, joinConditions } from './expressions.ts';
import { formulation } from './files.ts';
import { block, iriValue, type Statements, type TurtleValue, textValue } from './turtle.ts';

/** A logical view (RML-LV). @param nameOf the name under which another source or view is written */
export function viewStatements(
  { on, fields, joins }: LogicalViewRule,
  nameOf: (source: LogicalViewRule['on']) => TurtleValue,
): Statements {
  const join = ({ kind: _, parent, conditions, fields: own }: LogicalViewRule['joins'][number]) =>
    block(
      [rml.parentLogicalView, [nameOf(parent)]],
      [rml.joinCondition, joinConditions(conditions)],
      [rml.field, own.map(fieldBlock)],
    );
  const joinsOf = (kind: 'left' | 'inner') => joins.filter((one) => one.kind === kind).map(join);
  return [
    ['a', [iriValue(rml.LogicalView)]],
    [rml.viewOn, [nameOf(on)]],
    [rml.field, fields.map(fieldBlock)],
    [rml.leftJoin, joinsOf('left')],
    [rml.innerJoin, joinsOf('inner')],
  ];
}

function fieldBlock({ name, read, fields }: FieldRule): TurtleValue {
  const nested = [rml.field, fields.map(fieldBlock)] as const;
  const named = [rml.fieldName, [textValue(name)]] as const;
  if (read.kind === 'expression')
    return block(
      ['a', [iriValue(rml.ExpressionField)]],
      named,
      ...expressionStatements(read.expression),
      nested,
    );
  const { iterator, format, namespaces } = read;
  return block(
    ['a', [iriValue(rml.IterableField)]],
    named,
    [rml.referenceFormulation, format === undefined ? [] : [formulation(format, namespaces)]],
    [rml.iterator, iterator === undefined ? [] : [textValue(iterator)]],
    nested,
  );
}
