import { rml } from '../../rdf/index.ts';
import type { FieldRule, LogicalViewRule, SourceRule, ViewJoinRule } from '../rules.ts';
import { badSource, cycle, noExpression, notOne, sameName } from './complaints.ts';
import { readExpression, readJoinSide } from './expressions.ts';
import { formatOf, namespacesOf } from './formats.ts';
import type { RmlDocument, RmlNode } from './node.ts';

/** Reads the source that a view is on, or the view that it joins; given by who reads sources. */
export type ReadSource = (node: RmlNode) => SourceRule | undefined;

/** A logical view (RML-LV): its source, fields and joins. */
export function readView(
  node: RmlNode,
  document: RmlDocument,
  readSource: ReadSource,
): LogicalViewRule | undefined {
  const on = node.value(rml.viewOn);
  const source: SourceRule | undefined = on && readSource(on);
  if (source === undefined) return undefined;
  const fields = readFields(node, document, []);
  const joins = [
    ...readJoins(node, 'left', document, readSource),
    ...readJoins(node, 'inner', document, readSource),
  ];
  checkNames([...fields, ...joins.flatMap((join) => join.fields)], document);
  return { kind: 'view', id: `view ${node.term.value}`, place: node.place, on: source, fields, joins };
}

function readFields(node: RmlNode, document: RmlDocument, path: readonly RmlNode[]): readonly FieldRule[] {
  const fields = node.values(rml.field).flatMap((field) => {
    if (path.includes(field)) {
      document.complain(field.place, ...cycle(field.value(rml.fieldName)?.term.value ?? ''));
      return [];
    }
    return [readField(field, document, [...path, field])];
  });
  checkNames(fields, document);
  return fields;
}

function readField(field: RmlNode, document: RmlDocument, path: readonly RmlNode[]): FieldRule {
  const name = field.value(rml.fieldName)?.term.value;
  if (name === undefined) document.complain(field.place, ...notOne('rml:fieldName', 0));
  const expression = readExpression(field, document);
  const formulation = field.value(rml.referenceFormulation);
  const iterator = field.value(rml.iterator)?.term.value;
  const format = formatOf(formulation);
  const isIterable = expression === undefined && (iterator !== undefined || format !== undefined);
  if (expression === undefined && !isIterable) document.complain(field.place, ...noExpression());
  return {
    name: name ?? '',
    place: field.place,
    fields: readFields(field, document, path),
    read:
      expression === undefined
        ? {
            kind: 'iterator',
            namespaces: namespacesOf(formulation),
            ...(iterator === undefined ? {} : { iterator }),
            ...(format === undefined ? {} : { format }),
          }
        : { kind: 'expression', expression },
  };
}

function checkNames(fields: readonly FieldRule[], document: RmlDocument): void {
  for (const [index, { name, place }] of fields.entries()) {
    if (fields.findIndex((other) => other.name === name) < index) document.complain(place, ...sameName(name));
  }
}

function readJoins(
  node: RmlNode,
  kind: 'left' | 'inner',
  document: RmlDocument,
  readSource: ReadSource,
): readonly ViewJoinRule[] {
  return node.values(kind === 'left' ? rml.leftJoin : rml.innerJoin).flatMap((join) => {
    const parent = join.value(rml.parentLogicalView);
    const view = parent && readSource(parent);
    if (view?.kind !== 'view') {
      if (parent && view !== undefined) document.complain(join.place, ...badSource('rml:parentLogicalView'));
      return [];
    }
    const conditions = join.values(rml.joinCondition).flatMap((condition) => {
      const child = readJoinSide(condition, rml.child, rml.childMap, document);
      const parentSide = readJoinSide(condition, rml.parent, rml.parentMap, document);
      return child && parentSide ? [{ child, parent: parentSide }] : [];
    });
    if (conditions.length === 0) document.complain(join.place, ...notOne('rml:joinCondition', 0));
    return [{ kind, place: join.place, parent: view, conditions, fields: readFields(join, document, []) }];
  });
}
