import { dirname } from 'node:path';
import { type Complaint, RefusedInput, type Source } from '../../model/index.ts';
import { formats } from '../../rdf/index.ts';
import { FUNCTION_PREFIXES } from '../functions/index.ts';
import type { ColumnRule, LogicalSourceRule, Mapping, TriplesRule } from '../rules.ts';
import { overView, type PlainRule } from './each.ts';
import { Nodes } from './nodes.ts';
import { noSource } from './refusals.ts';
import { triplesMapStatements } from './triples-map.ts';
import { TurtleText } from './turtle.ts';

export { withNamesOfTables } from './columns.ts';

export interface WriteRmlOptions {
  /** Where the document will stand: paths are written relative to it. Absent: the folder of the mapping's file. */
  readonly folder?: string;
  /** What rules without a source read. */
  readonly source?: Source;
  /** Prefixes to write IRIs by, besides the usual ones. */
  readonly prefixes?: Readonly<Record<string, string>>;
}

/**
 * Writes a mapping as RML in Turtle (https://w3id.org/rml/: Core, IO, FNML, LV, CC): sources and targets that have a
 * name, then one block a triples map, in order. `each` becomes a logical view. Names of columns are written as they
 * are: RML has no aliases, and compares names letter by letter (`withNamesOfTables` finds them first).
 * @throws RefusedInput for what RML cannot say
 */
export function writeRml(mapping: Mapping, options: WriteRmlOptions = {}): string {
  const rules = plainRules(mapping, options.source);
  const nodes = new Nodes(rules, options.folder ?? dirname(mapping.file));
  const text = new TurtleText({ ...FUNCTION_PREFIXES, formats: formats.namespace, ...options.prefixes });
  for (const column of mapping.columns) if (isTold(column)) text.comment(columnText(column));
  for (const [name, statements] of nodes.described()) text.subject(name, statements);
  for (const rule of rules) {
    for (const [index, name] of nodes.triplesMaps(rule.name).entries())
      text.subject(name, triplesMapStatements(rule, rule.subjects[index], nodes));
  }
  return text.toString();
}

const isTold = ({ aliases, optional }: ColumnRule): boolean => aliases.length > 0 || optional;

/** What RML cannot say of a column, for people. */
const columnText = ({ name, aliases, optional }: ColumnRule): string =>
  [
    name,
    ...(aliases.length > 0 ? [`= ${aliases.join(', ')}`] : []),
    ...(optional ? ['(facultative, ce que RML ne dit pas / optional, which RML cannot say)'] : []),
  ].join(' ');

/** Every rule with a source and without `each`. */
function plainRules({ rules }: Mapping, usual: Source | undefined): readonly PlainRule[] {
  const given: LogicalSourceRule | undefined = usual && {
    kind: 'source',
    id: JSON.stringify(usual),
    place: { file: usual.shown },
    source: usual,
  };
  const complaints: Complaint[] = [];
  const plain = rules.flatMap((rule) => {
    const written = plainRule(rule, rule.source ?? given, rules);
    if (!('found' in written)) return [written];
    complaints.push(written);
    return [];
  });
  if (complaints.length > 0) throw new RefusedInput(complaints);
  return plain;
}

function plainRule(
  rule: TriplesRule,
  source: TriplesRule['source'],
  rules: readonly TriplesRule[],
): PlainRule | Complaint {
  if (source === undefined) return noSource(rule);
  const { view, ...rest } = rule;
  return view === undefined ? { ...rest, source } : overView({ ...rule, view }, source, rules);
}
